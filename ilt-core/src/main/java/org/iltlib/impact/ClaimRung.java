package org.iltlib.impact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iltlib.base.Checks;

/** How much a study's design lets one say, weakest first. */
public enum ClaimRung {
    /** What was seen, without a comparison. */
    DESCRIBED("described"),
    /** Two things went together. */
    ASSOCIATED("associated"),
    /** A group was held against a similar one. */
    COMPARED("compared"),
    /** A comparison that rules out the usual rivals by design or adjustment. */
    QUASI_EXPERIMENTAL("quasi-experimental"),
    /** Chance decided who took part. */
    RANDOMISED("randomised");

    private static final Pattern CAUSAL =
            Pattern.compile("\\b(caus(e[sd]?|ing|al(ly)?)|led to|leads to|due to|thanks to|because of|result(s|ed)? in|"
                    + "effects? of|impact(s|ed)?|works|worked|made|prov(e[sd]?|en)|produc(e[sd]?|ing))\\b");
    private static final Pattern COMPARATIVE =
            Pattern.compile("\\b(outperform(s|ed)?|compared (to|with)|than (the )?comparison)\\b");
    private static final Pattern ASSOCIATIVE =
            Pattern.compile("\\b(associated|correlat(e[sd]?|ion)|linked (to|with)|related to|predict(s|ed)?)\\b");

    private final String words;

    ClaimRung(String words) {
        this.words = words;
    }

    /** Whether this rung is at least as high as the other. */
    public boolean reaches(ClaimRung other) {
        return compareTo(other) >= 0;
    }

    /** The first word in the statement that says more than this rung allows; found by a list of English words. */
    public Optional<String> findTooStrong(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        return List.of(QUASI_EXPERIMENTAL, COMPARED, ASSOCIATED).stream()
                .filter(needed -> !reaches(needed))
                .map(needed -> patternOf(needed).matcher(lower))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /**
     * The statement with its rung, such as {@code Scores rose by 4 points. [described]}.
     *
     * @throws IllegalArgumentException if it says more than the rung allows
     */
    public String sentence(String statement) {
        Checks.text(statement, "statement");
        findTooStrong(statement).ifPresent(word -> {
            throw new IllegalArgumentException("The statement says \"" + word + "\", which a claim that is only " + this
                    + " cannot carry. Maybe say what was seen.");
        });
        return statement + " [" + words + "]";
    }

    private static Pattern patternOf(ClaimRung needed) {
        return needed == QUASI_EXPERIMENTAL ? CAUSAL : needed == COMPARED ? COMPARATIVE : ASSOCIATIVE;
    }

    @Override
    public String toString() {
        return words;
    }
}
