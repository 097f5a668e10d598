package org.iltlib.analytics.achievement.status;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A quantile (type 7) with the exact interval between two order statistics, which supposes nothing of the distribution.
 * Immutable.
 *
 * <p>The lower rank is the highest l with {@code P(B < l) ≤ (1 − level)/2}, the upper the lowest u with {@code P(B ≥ u) ≤
 * (1 − level)/2}, for B binomial of n and p; so the interval holds the truth at least as often as it says, more often
 * where scores tie. Source: W. J. Conover, Practical Nonparametric Statistics, section 3.2.
 *
 * @param p the share below, between 0 and 1, both excluded: 0.5 for the median
 * @param level the confidence level, between 0 and 1
 */
public record QuantileInterval(double p, double level) {
    /** Checks the numbers. */
    public QuantileInterval {
        Checks.require(p > 0 && p < 1, "p is %s. Expected between 0 and 1, both excluded.", p);
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** The median, level 0.95. */
    public static QuantileInterval median() {
        return new QuantileInterval(0.5, 0.95);
    }

    /** That quantile, level 0.95. */
    public static QuantileInterval of(double p) {
        return new QuantileInterval(p, 0.95);
    }

    /** A copy with that level. */
    public QuantileInterval withLevel(double level) {
        return new QuantileInterval(p, level);
    }

    /** The quantile; missing where so few scores have no such interval: the median at 0.95 takes six. */
    public Measured<Estimate> of(ScoreCounts scores) {
        long n = scores.n();
        if (n == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "n = 0");
        }
        Checks.require(n <= Integer.MAX_VALUE, "There are %s scores. Expected at most %s.", n, Integer.MAX_VALUE);
        BinomialDistribution below = new BinomialDistribution((int) n, p);
        double tail = (1 - level) / 2;
        int lower = highest(below, tail, (int) n);
        int upper = lowest(below, tail, (int) n);
        if (lower < 1 || upper > n) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + n);
        }
        double value = scores.quantile(p).orElseThrow();
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(Math.min(value, scores.ranked(lower)))
                .upper(Math.max(value, scores.ranked(upper)))
                .level(level)
                .n(n)
                .unit("points")
                .method("quantile, exact interval of order statistics")
                .build());
    }

    /** The highest l with P(B ≤ l − 1) ≤ tail, or 0. */
    private static int highest(BinomialDistribution below, double tail, int n) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (below.cumulativeProbability(middle - 1) <= tail) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The lowest u with P(B ≥ u) ≤ tail, or n + 1. */
    private static int lowest(BinomialDistribution below, double tail, int n) {
        int low = 0;
        int high = n + 1;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (1 - below.cumulativeProbability(middle - 1) <= tail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
