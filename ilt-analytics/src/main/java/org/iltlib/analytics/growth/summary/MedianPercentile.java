package org.iltlib.analytics.growth.summary;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The median of percentiles from their counts, with the exact interval between two order statistics: as far inwards as
 * leaves the level. Source: W. J. Conover, Practical Nonparametric Statistics, section 3.2.
 *
 * @param level the confidence level
 */
record MedianPercentile(double level) {
    /** The median; missing where so few have no such interval. */
    Measured<Estimate> of(long[] counts) {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        if (n == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "n = 0");
        }
        BinomialDistribution below = new BinomialDistribution(Math.toIntExact(n), 0.5);
        double tail = (1 - level) / 2;
        int low = 0;
        int high = (int) (n / 2);
        while (low < high) { // the highest rank with no more than the tail below it
            int middle = low + (high - low + 1) / 2;
            if (below.cumulativeProbability(middle - 1) <= tail) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low < 1) {
            return Measured.missing(MissingReason.TOO_FEW, "n = " + n);
        }
        double value = (ranked(counts, (n + 1) / 2) + ranked(counts, n / 2 + 1)) / 2.0;
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(Math.min(value, ranked(counts, low)))
                .upper(Math.max(value, ranked(counts, n + 1 - low)))
                .level(level)
                .n(n)
                .unit("percentile")
                .method("median, exact interval of order statistics")
                .build());
    }

    private static int ranked(long[] counts, long rank) {
        long until = 0;
        int value = 0;
        while (until + counts[value] < rank) {
            until += counts[value++];
        }
        return value;
    }
}
