package org.iltlib.analytics.achievement.coarse;

import org.iltlib.analytics.internal.NormalCurve;

/**
 * One group's share of the negative log-likelihood, with its derivatives: in {@code alpha = 1/σ} and {@code beta = μ/σ},
 * and in the cuts. A number of students at a level between the cuts a and b counts {@code −log(Φ(αb − β) − Φ(αa − β))}.
 */
final class CoarseGroup {
    final long[] counts;
    final long n;
    final boolean spreadFree;

    /** Whether it carries cuts and spreads; the others are placed on what these make. */
    final boolean leads;

    double alpha;
    double beta;

    /** The value, without the penalty. */
    double value;

    /** The first derivatives. */
    double byAlpha;

    double byBeta;

    /** The second derivatives. */
    double alphaAlpha;

    double alphaBeta;
    double betaBeta;

    /** By the cuts: first, and second as a tridiagonal matrix, and mixed. */
    final double[] byCut;

    final double[] cutCut;
    final double[] cutNext;
    final double[] alphaCut;
    final double[] betaCut;

    CoarseGroup(long[] counts, boolean spreadFree, boolean leads) {
        this.counts = counts;
        this.spreadFree = spreadFree;
        this.leads = leads;
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        n = sum;
        int cuts = counts.length - 1;
        byCut = new double[cuts];
        cutCut = new double[cuts];
        cutNext = new double[cuts];
        alphaCut = new double[cuts];
        betaCut = new double[cuts];
    }

    /** Whether all its students stand at the lowest or all at the highest level. */
    boolean atAnEnd() {
        return counts[0] == n || counts[counts.length - 1] == n;
    }

    /** The value alone. */
    double valueAt(double[] cuts, double atAlpha, double atBeta) {
        double sum = 0;
        double low = Double.NEGATIVE_INFINITY;
        for (int level = 0; level < counts.length; level++) {
            double high = level < cuts.length ? atAlpha * cuts[level] - atBeta : Double.POSITIVE_INFINITY;
            if (counts[level] > 0) {
                double share = NormalCurve.between(low, high);
                if (!(share > 0)) {
                    return Double.POSITIVE_INFINITY;
                }
                sum -= counts[level] * StrictMath.log(share);
            }
            low = high;
        }
        return sum;
    }

    /** Value and derivatives at the present alpha and beta. */
    void derive(double[] cuts) {
        value = 0;
        byAlpha = 0;
        byBeta = 0;
        alphaAlpha = 0;
        alphaBeta = 0;
        betaBeta = 0;
        double low = Double.NEGATIVE_INFINITY;
        double lowDensity = 0;
        double lastRatio = 0; // n / share of the level below
        double lastWeight = 0;
        for (int level = 0; level < counts.length; level++) {
            boolean last = level == cuts.length;
            double high = last ? Double.POSITIVE_INFINITY : alpha * cuts[level] - beta;
            double density = last ? 0 : NormalCurve.density(high);
            double ratio = 0;
            double weight = 0; // n / share²
            if (counts[level] > 0) {
                double share = NormalCurve.between(low, high);
                value -= counts[level] * StrictMath.log(share);
                ratio = counts[level] / share;
                weight = ratio / share;
            }
            if (level > 0) {
                int cut = level - 1;
                double slope = lowDensity * (lastRatio - ratio); // of the log-likelihood by the probit of the cut
                byCut[cut] = -alpha * slope;
                cutCut[cut] = low * slope + lowDensity * lowDensity * (lastWeight + weight);
                cutNext[cut] = -lowDensity * density * weight;
                byAlpha -= slope * cuts[cut];
                byBeta += slope;
            }
            low = high;
            lowDensity = density;
            lastRatio = ratio;
            lastWeight = weight;
        }
        for (int cut = 0; cut < cuts.length; cut++) {
            double rowCuts = cutCut[cut] * cuts[cut];
            double rowOnes = cutCut[cut];
            if (cut > 0) {
                rowCuts += cutNext[cut - 1] * cuts[cut - 1];
                rowOnes += cutNext[cut - 1];
            }
            if (cut + 1 < cuts.length) {
                rowCuts += cutNext[cut] * cuts[cut + 1];
                rowOnes += cutNext[cut];
            }
            alphaAlpha += cuts[cut] * rowCuts;
            alphaBeta -= rowCuts;
            betaBeta += rowOnes;
            alphaCut[cut] = alpha * rowCuts + byCut[cut] / alpha;
            betaCut[cut] = -alpha * rowOnes;
        }
        for (int cut = 0; cut < cuts.length; cut++) {
            cutCut[cut] *= alpha * alpha;
            cutNext[cut] *= alpha * alpha;
        }
    }
}
