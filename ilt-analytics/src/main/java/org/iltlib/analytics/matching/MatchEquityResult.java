package org.iltlib.analytics.matching;

import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;

/**
 * How often new teachers of some schools got good mentors, beside those of the others.
 *
 * @param focus the share with a good mentor in the schools asked about, with its interval
 * @param others the share in the other schools, with its interval
 * @param p the chance of a division no more likely, if good matches fell at random; between 0 and 1
 */
public record MatchEquityResult(Estimate focus, Estimate others, double p) {
    /** Checks the chance. */
    public MatchEquityResult {
        Checks.share(p, "p");
    }

    /** Whether the difference is more than chance would make it, at that level: 0.05 as a rule. */
    public boolean isUneven(double level) {
        return p <= Checks.share(level, "level");
    }

    /** The arithmetic in words. */
    public Explanation explanation() {
        return Explanation.of(
                        "Good mentors for %.0f %% of new teachers in these schools and %.0f %% in the others.",
                        100 * focus.value(), 100 * others.value())
                .because("Here: %s", focus)
                .because("There: %s", others)
                .because(String.format(Locale.ROOT, "Fisher's exact test, two-sided: p = %.4f.", p));
    }
}
