package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;

/**
 * The score interval for the share of pairs that the first of two groups wins: where {@code share − θ = ±z √v(θ)}, with v the
 * variance for two exponential groups of one size. It has a width whatever the counts, and stays within 0 and 1. Immutable.
 * Source: R. G. Newcombe (2006), method 5, doi:10.1002/sim.2324.
 *
 * @param level the confidence level, between 0 and 1
 */
public record PairShareInterval(double level) {
    /** Checks the level. */
    public PairShareInterval {
        Distributions.open(level, "level");
    }

    /**
     * The lower end; the upper end is 1 less the lower end of the other group's share.
     *
     * @param share the share of pairs, 0 to 1
     * @param first how many the first group has, at least 1
     * @param second how many the second has, at least 1
     */
    public double lower(double share, long first, long second) {
        Checks.share(share, "share");
        Checks.positive(first, "first");
        Checks.positive(second, "second");
        double z = Distributions.normalQuantile((1 + level) / 2);
        double low = 0;
        double high = share;
        double middle = share / 2;
        while (middle > low && middle < high) {
            if ((share - middle) * (share - middle) > z * z * variance(middle, (double) first, (double) second)) {
                low = middle;
            } else {
                high = middle;
            }
            middle = low + (high - low) / 2;
        }
        return high;
    }

    private static double variance(double share, double first, double second) {
        double rest = 1 - share;
        double more = ((first + second) / 2 - 1) * (rest / (2 - share) + share / (1 + share));
        return share * rest * (1 + more) / (first * second);
    }
}
