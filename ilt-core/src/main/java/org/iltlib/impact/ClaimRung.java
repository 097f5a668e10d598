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

    /** What follows if a statement says that something changed an outcome: raised scores, reduced the rate of absences. */
    private static final String AN_OUTCOME =
            "( (?!(about|after|and|as|at|before|by|during|for|from|in|of|on|since|that|to|while|with)\\b)[\\w'-]+){0,3}"
                    + " (absences?|absenteeism|achievement|attendance|behaviou?r|dropouts?|engagement|failures?|fluency|"
                    + "gaps?|grades|growth|learning|outcomes?|performance|proficiency|rates?|reading|referrals?|results|"
                    + "scores?|suspensions?)";

    private static final Pattern CAUSAL = Pattern.compile(
            "\\b(caus(e[sd]?|ing|al(ly)?)|led to|leads to|due to|owing to|thanks to|because|as a result of|result(s|ed)? in|"
                    + "effects? of|impact(s|ed)?|prov(e[sd]?|en)|produc(e[sd]?|ing)|boost(s|ed|ing)?|driv(es|en|ing)|drove|"
                    + "br(ings?|ought) about|responsible for|contribut(es?|ed) to|"
                    + "work(s|ed)(?! (alone|at|in (groups|pairs|small|teams|threes)|on|through|together|with)\\b)|"
                    + "made (a|all the|the) difference|"
                    + "made( (?!and\\b)[\\w'-]+){1,3} (better|faster|fewer|grow|higher|improve|learn|less|lower|more|possible|"
                    + "rise|succeed|worse)|"
                    + "(rais|increas|reduc|decreas|improv)(es?|ed|ing)" + AN_OUTCOME + "|"
                    + "(lift|lower)(s|ed|ing)" + AN_OUTCOME + ")\\b");
    private static final Pattern COMPARATIVE =
            Pattern.compile("\\b(outperform(s|ed)?|compared (to|with)|than ((the|their|other) )?"
                    + "(comparison|controls?|others|peers|rest|those))\\b");
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
