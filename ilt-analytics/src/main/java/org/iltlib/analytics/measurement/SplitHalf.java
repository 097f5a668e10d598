package org.iltlib.analytics.measurement;

import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How two halves of a test agree.
 *
 * <p>The coefficient of a split is Guttman's 4·cov(A, B)/var(A + B), which does not ask that the halves spread alike; over
 * all splits of an even number of items its mean is alpha. All splits are looked at if there are at most {@value
 * #MOST_SPLITS}, otherwise as many are drawn by chance from a seed. An odd item goes to one of the halves.
 *
 * <p>Sources: Guttman, L. (1945), doi:10.1007/BF02288892; Brown, W. (1910) and Spearman, C. (1910) for the step from half
 * to whole.
 *
 * @param oddEven the correlation of odd and even items, stepped up by Spearman and Brown, 2r/(1 + r)
 * @param spread the coefficients of the splits
 * @param splits how many splits were looked at
 */
public record SplitHalf(Measured<Double> oddEven, Measured<Spread> spread, int splits) {
    /** How many splits are looked at, at most. */
    public static final int MOST_SPLITS = 10_000;

    /**
     * The coefficients of many splits.
     *
     * @param lowest the worst split
     * @param mean the mean of all
     * @param highest the best split, Guttman's λ4; it flatters a short test in a small group
     */
    public record Spread(double lowest, double mean, double highest) {}

    /**
     * The coefficients of those moments; missing for fewer than two students or items, or if the totals do not vary.
     *
     * @param seed from which splits are drawn if there are too many to look at all
     */
    public static SplitHalf of(ItemMoments moments, long seed) {
        int k = moments.items();
        if (k < 2 || moments.students() < 2) {
            Measured<Double> few =
                    Measured.missing(MissingReason.TOO_FEW, "at least two students and two items are needed");
            return new SplitHalf(few, few.map(none -> new Spread(none, none, none)), 0);
        }
        double[][] covariances = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                covariances[i][j] = moments.covariance(i, j);
            }
        }
        double total = moments.totalVariance();
        if (!(total > 0)) {
            Measured<Double> flat = Measured.missing(MissingReason.UNDEFINED, "all totals are the same");
            return new SplitHalf(flat, flat.map(none -> new Spread(none, none, none)), 0);
        }
        int[] order = IntStream.range(0, k).toArray();
        Optional<Integer> all = allSplits(k);
        int splits = all.orElse(MOST_SPLITS);
        Tally tally = new Tally();
        if (all.isPresent()) {
            boolean[] inFirst = new boolean[k];
            if (k % 2 == 0) {
                inFirst[0] = true;
                everySplit(covariances, total, inFirst, 1, k / 2 - 1, tally);
            } else {
                everySplit(covariances, total, inFirst, 0, k / 2, tally);
            }
        } else {
            SplitMix chance = SplitMix.of(seed);
            for (int s = 0; s < splits; s++) {
                chance.shuffle(order, k);
                boolean[] inFirst = new boolean[k];
                for (int i = 0; i < k / 2; i++) {
                    inFirst[order[i]] = true;
                }
                tally.add(4 * between(covariances, inFirst) / total);
            }
        }
        return new SplitHalf(
                oddEven(covariances), Measured.of(new Spread(tally.lowest, tally.sum / splits, tally.highest)), splits);
    }

    private static void everySplit(
            double[][] covariances, double total, boolean[] inFirst, int from, int left, Tally tally) {
        if (left == 0) {
            tally.add(4 * between(covariances, inFirst) / total);
            return;
        }
        for (int i = from; i <= inFirst.length - left; i++) {
            inFirst[i] = true;
            everySplit(covariances, total, inFirst, i + 1, left - 1, tally);
            inFirst[i] = false;
        }
    }

    /** The number of splits into halves as equal as can be; empty if there are too many. */
    private static Optional<Integer> allSplits(int k) {
        long ways = 1;
        for (int i = 1; i <= k / 2; i++) {
            ways = ways * (k - i + 1) / i;
            if (ways > 4L * MOST_SPLITS) {
                return Optional.empty();
            }
        }
        long splits = k % 2 == 0 ? ways / 2 : ways;
        return splits > MOST_SPLITS ? Optional.empty() : Optional.of(Math.toIntExact(splits));
    }

    private static double between(double[][] covariances, boolean[] inFirst) {
        double sum = 0;
        for (int i = 0; i < inFirst.length; i++) {
            for (int j = 0; j < inFirst.length; j++) {
                sum += inFirst[i] && !inFirst[j] ? covariances[i][j] : 0;
            }
        }
        return sum;
    }

    private static Measured<Double> oddEven(double[][] covariances) {
        double odd = 0;
        double even = 0;
        double cross = 0;
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < covariances.length; j++) {
                if (i % 2 != j % 2) {
                    cross += covariances[i][j] / 2;
                } else if (i % 2 == 0) {
                    odd += covariances[i][j];
                } else {
                    even += covariances[i][j];
                }
            }
        }
        double r = odd > 0 && even > 0 ? cross / Math.sqrt(odd * even) : -1;
        return r > -1
                ? Measured.of(2 * r / (1 + r))
                : Measured.missing(MissingReason.UNDEFINED, "a half does not vary, or the halves are opposites");
    }

    /** Checks the count. */
    public SplitHalf {
        Checks.notNegative(splits, "splits");
    }

    private static final class Tally {
        private double sum;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;

        void add(double value) {
            sum += value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }
}
