package org.iltlib.analytics.achievement.coarse;

import java.util.List;

/**
 * Variances of what is made of means and spreads, from the inverse of the arrowhead matrix, which is a block for each
 * group and a product of low rank. With that, a variance takes time linear in the border, not in the groups.
 */
final class Precision {
    private final double[] means;
    private final double[] spreads;
    private final double[][] own; // the block of a group: mean by mean, mean by spread, spread by spread
    private final double[][] meanLow;
    private final double[][] spreadLow;

    Precision(CoarseFit fit) {
        List<CoarseGroup> groups = fit.groups();
        means = new double[groups.size()];
        spreads = new double[groups.size()];
        own = new double[groups.size()][3];
        meanLow = new double[groups.size()][fit.border()];
        spreadLow = new double[groups.size()][fit.border()];
        for (int g = 0; g < groups.size(); g++) {
            CoarseGroup group = groups.get(g);
            double alpha = group.alpha;
            means[g] = group.beta / alpha;
            spreads[g] = 1 / alpha;
            if (!group.atAnEnd()) {
                double byAlpha = group.spreadFree ? -group.beta / (alpha * alpha) : 0;
                double[] mean = ArrowheadMatrix.inner(group, byAlpha, 1 / alpha);
                double spreadByAlpha = group.spreadFree ? -1 / (alpha * alpha) : 0;
                double[] spread = ArrowheadMatrix.inner(group, spreadByAlpha, 0);
                own[g] = new double[] {
                    byAlpha * mean[0] + mean[1] / alpha, spreadByAlpha * mean[0], spreadByAlpha * spread[0]
                };
                meanLow[g] = low(fit, group, mean);
                spreadLow[g] = low(fit, group, spread);
            }
        }
    }

    private static double[] low(CoarseFit fit, CoarseGroup group, double[] solved) {
        double[][] mixed = fit.mixed(group);
        double[] side = new double[fit.border()];
        for (int i = 0; i < side.length; i++) {
            side[i] = -(mixed[0][i] * solved[0] + mixed[1][i] * solved[1]);
        }
        return ArrowheadMatrix.half(fit.factor(), side);
    }

    double mean(int group) {
        return means[group];
    }

    double spread(int group) {
        return spreads[group];
    }

    /** A sum of means and spreads with weights, as far as variances need it. */
    static final class Sum {
        private final double[] low;
        private double variance;

        Sum(int border) {
            low = new double[border];
        }
    }

    /** Adds one group's terms, which must not be in the sum yet. */
    void add(Sum sum, int group, double ofMean, double ofSpread) {
        sum.variance += ofMean * ofMean * own[group][0]
                + 2 * ofMean * ofSpread * own[group][1]
                + ofSpread * ofSpread * own[group][2];
        for (int i = 0; i < sum.low.length; i++) {
            sum.low[i] += ofMean * meanLow[group][i] + ofSpread * spreadLow[group][i];
        }
    }

    /** The variance of a sum. */
    static double variance(Sum sum) {
        double variance = sum.variance;
        for (double one : sum.low) {
            variance += one * one;
        }
        return variance;
    }

    /**
     * The variance of {@code first + k · second + x · mean + y · spread} of a group, where {@code first} and {@code
     * second} are sums over all groups.
     *
     * @param between the blocks' part of the covariance of the two sums
     * @param terms the group's terms in the two sums: mean and spread in the first, mean and spread in the second
     */
    double variance(Sum first, Sum second, double between, double k, int group, double[] terms, double x, double y) {
        double withFirst = x * (terms[0] * own[group][0] + terms[1] * own[group][1])
                + y * (terms[0] * own[group][1] + terms[1] * own[group][2]);
        double withSecond = x * (terms[2] * own[group][0] + terms[3] * own[group][1])
                + y * (terms[2] * own[group][1] + terms[3] * own[group][2]);
        double variance = first.variance
                + k * k * second.variance
                + 2 * k * between
                + x * x * own[group][0]
                + 2 * x * y * own[group][1]
                + y * y * own[group][2]
                + 2 * withFirst
                + 2 * k * withSecond;
        for (int i = 0; i < first.low.length; i++) {
            double low = first.low[i] + k * second.low[i] + x * meanLow[group][i] + y * spreadLow[group][i];
            variance += low * low;
        }
        return Math.max(0, variance);
    }

    /** The blocks' part of the covariance of two terms of one group. */
    double own(int group, double[] terms) {
        return terms[0] * (terms[2] * own[group][0] + terms[3] * own[group][1])
                + terms[1] * (terms[2] * own[group][1] + terms[3] * own[group][2]);
    }
}
