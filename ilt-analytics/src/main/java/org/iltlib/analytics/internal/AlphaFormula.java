package org.iltlib.analytics.internal;

import org.hipparchus.distribution.continuous.FDistribution;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Cronbach's alpha, k/(k−1)·(1 − Σ s²ᵢ / s²), with Feldt's interval, for every room that needs it.
 *
 * <p>Sources: Cronbach, L. J. (1951), doi:10.1007/BF02310555; Feldt, L. S. (1965), doi:10.1007/BF02289499.
 */
public final class AlphaFormula {
    private AlphaFormula() {}

    /**
     * The coefficient, and the variance of the totals that it rests on.
     *
     * @param alpha with its interval
     * @param totalVariance with n − 1
     */
    public record Parts(Estimate alpha, double totalVariance) {}

    /**
     * The coefficient; missing for fewer than two rows or columns, or if all totals are the same.
     *
     * @param scores a row for each person, a column for each item; complete and finite
     * @param level of the interval
     */
    public static Measured<Parts> of(double[][] scores, double level) {
        int n = scores.length;
        int k = n == 0 ? 0 : scores[0].length;
        if (n < 2 || k < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two people and two items are needed");
        }
        double[] totals = new double[n];
        double items = 0;
        for (int item = 0; item < k; item++) {
            double[] column = new double[n];
            for (int i = 0; i < n; i++) {
                column[i] = scores[i][item];
                totals[i] += scores[i][item];
            }
            items += variance(column);
        }
        return of(n, k, items, varies(scores, totals) ? variance(totals) : 0, level);
    }

    /**
     * The coefficient from variances, all with the same divisor; missing for fewer than two people or items, or if the
     * totals do not vary.
     *
     * @param n the people
     * @param k the items
     * @param items the sum of the variances of the items
     * @param total the variance of the totals
     * @param level of the interval
     */
    public static Measured<Parts> of(long n, int k, double items, double total, double level) {
        if (n < 2 || k < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two people and two items are needed");
        }
        if (!(total > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "all totals are the same");
        }
        if (!Double.isFinite(items + total)) {
            return Measured.missing(MissingReason.UNDEFINED, "the scores are too large to be squared");
        }
        double alpha = k / (k - 1.0) * (1 - items / total);
        FDistribution f = new FDistribution(n - 1.0, (n - 1.0) * (k - 1.0));
        double lower = 1 - (1 - alpha) * f.inverseCumulativeProbability((1 + level) / 2);
        double upper = 1 - (1 - alpha) * f.inverseCumulativeProbability((1 - level) / 2);
        return Measured.of(new Parts(
                Estimate.builder()
                        .value(alpha)
                        .lower(Math.min(lower, alpha))
                        .upper(Math.max(upper, alpha))
                        .level(level)
                        .n(n)
                        .unit("share of variance")
                        .method("Cronbach's alpha, Feldt interval")
                        .build(),
                total));
    }

    /** Whether totals differ by more than the rounding of their sums. */
    private static boolean varies(double[][] scores, double[] totals) {
        double size = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < totals.length; i++) {
            double row = 0;
            for (double score : scores[i]) {
                row += Math.abs(score);
            }
            size = Math.max(size, row);
            least = Math.min(least, totals[i]);
            most = Math.max(most, totals[i]);
        }
        return most - least > scores[0].length * Math.ulp(1.0) * size;
    }

    private static double variance(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
