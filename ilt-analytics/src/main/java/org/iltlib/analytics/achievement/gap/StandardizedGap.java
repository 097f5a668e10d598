package org.iltlib.analytics.achievement.gap;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The difference of two means in standard deviations, first less second. By which standard deviation is a choice that
 * changes the number: {@link #pooled} divides by the spread within the two groups, {@link #ofPopulation} by that of all
 * students, which is larger and the same for every pair of groups and, if it is kept, for every year.
 */
public final class StandardizedGap {
    private StandardizedGap() {}

    /** Hedges' g, by the pooled spread; see {@link HedgesG}. */
    public static Measured<Estimate> pooled(Moments first, Moments second) {
        return HedgesG.withDefaults().of(first, second);
    }

    /**
     * By the spread of the population, taken as known; 95 % interval of Welch from the two groups' own spreads, by
     * Student's t with Satterthwaite's degrees of freedom, so that small groups get the width they need. Source: B. L. Welch
     * (1947), doi:10.1093/biomet/34.1-2.28.
     *
     * @param spread the standard deviation of all students, above zero
     * @return missing if a group has fewer than two students, or neither varies
     */
    public static Measured<Estimate> ofPopulation(Moments first, Moments second, double spread) {
        Checks.require(Checks.finite(spread, "spread") > 0, "spread is %s. Expected above zero.", spread);
        if (first.n() < 2 || second.n() < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + first.n() + " and " + second.n());
        }
        double value = (first.mean() - second.mean()) / spread;
        double a = first.variance().orElseThrow() / first.n();
        double b = second.variance().orElseThrow() / second.n();
        double share = a / (a + b);
        if (!(share >= 0)) { // 0 / 0
            return Measured.missing(MissingReason.UNDEFINED, "neither group varies: no interval");
        }
        double error = Math.sqrt(a + b) / spread;
        double freedom = 1 / (share * share / (first.n() - 1) + (1 - share) * (1 - share) / (second.n() - 1));
        double reach = error * Distributions.studentQuantile(freedom, 0.975);
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(0.95)
                .standardError(error)
                .n(first.n() + second.n())
                .unit("standard deviations")
                .method("difference of means by the population's spread, Welch interval")
                .build());
    }
}
