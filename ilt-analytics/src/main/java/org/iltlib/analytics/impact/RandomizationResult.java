package org.iltlib.analytics.impact;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * What a randomisation test found.
 *
 * @param difference the difference within strata that was seen, in the unit of the outcome
 * @param draws how many other assignments were drawn
 * @param asExtreme how many of them gave a difference at least as far from zero, either way
 * @param why the same in words
 */
public record RandomizationResult(double difference, int draws, int asExtreme, Explanation why) {
    /** Checks that the numbers are possible. */
    public RandomizationResult {
        Checks.finite(difference, "difference");
        Checks.positive(draws, "draws");
        Checks.require(
                asExtreme >= 0 && asExtreme <= draws,
                "asExtreme is %s. Expected 0 to %s, the draws.",
                asExtreme,
                draws);
    }

    /**
     * The two-sided p-value (asExtreme + 1)/(draws + 1): the assignment that happened is one of those that might have
     * (Phipson &amp; Smyth 2010, doi:10.2202/1544-6115.1585). Never zero.
     */
    public double pValue() {
        return (asExtreme + 1.0) / (draws + 1.0);
    }
}
