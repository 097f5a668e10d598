package org.iltlib.analytics.internal.logistic;

import org.hipparchus.analysis.integration.gauss.HermiteRuleFactory;
import org.hipparchus.util.Pair;
import org.iltlib.analytics.internal.mixed.Factor;

/**
 * Adaptive Gauss–Hermite quadrature for one coefficient a group: points at the mode plus multiples of the standard
 * deviation there. With one point it is {@link Laplace}. The slope counts that mode and deviation move.
 *
 * <p>Source: Liu &amp; Pierce (1994), doi:10.1093/biomet/81.3.624; Pinheiro &amp; Bates (1995),
 * doi:10.1080/10618600.1995.10474663.
 */
final class Quadrature implements Approximation {
    private final Outcome outcome;
    private final double[] points;
    private final double[] logs;
    private final int[][] byLevel;

    Quadrature(Outcome outcome, Factor factor, int count) {
        this.outcome = outcome;
        byLevel = factor.byLevel(outcome.rows());
        Pair<double[], double[]> rule = new HermiteRuleFactory().getRule(count);
        points = new double[count];
        logs = new double[count];
        for (int k = 0; k < count; k++) {
            points[k] = Math.sqrt(2) * rule.getFirst()[k];
            logs[k] = StrictMath.log(rule.getSecond()[k]) - 0.5 * StrictMath.log(Math.PI) + 0.5 * points[k] * points[k];
        }
    }

    @Override
    public Height at(Modes modes, RandomPart random) {
        int n = outcome.rows();
        Sums sums = new Sums(new double[n], new double[1]);
        double value = 0;
        for (int level = 0; level + 1 < byLevel[0].length; level++) {
            value += group(modes, random, level, sums);
        }
        return new Height(value, sums.rows, sums.slope);
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Sums(double[] rows, double[] slope) {}

    private double group(Modes modes, RandomPart random, int level, Sums sums) {
        Factor factor = random.factors().get(0);
        double theta = random.lambda()[0][0];
        double u = modes.u()[random.factor().position(0, level, 0)];
        int from = byLevel[0][level];
        int end = byLevel[0][level + 1];
        double curvature = 1;
        double third = 0;
        double modeSlope = 0;
        double ownSlope = 0;
        for (int at = from; at < end; at++) {
            int i = byLevel[1][at];
            double z = factor.z(0, i);
            double c = theta * z;
            double w = modes.weights()[i];
            curvature += c * c * w;
            third += c * c * c * modes.bends()[i];
            modeSlope += z * modes.rest()[i] - c * w * z * u;
            ownSlope += 2 * c * z * w + c * c * modes.bends()[i] * z * u;
        }
        modeSlope /= curvature;
        double deviation = 1 / Math.sqrt(curvature);
        double[] heights = new double[points.length];
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < points.length; k++) {
            double there = u + deviation * points[k];
            heights[k] = logs[k] - 0.5 * there * there;
            for (int at = from; at < end; at++) {
                int i = byLevel[1][at];
                heights[k] += outcome.logLikelihood(i, modes.eta()[i] + theta * factor.z(0, i) * (there - u));
            }
            top = Math.max(top, heights[k]);
        }
        double total = 0;
        for (int k = 0; k < points.length; k++) {
            heights[k] = StrictMath.exp(heights[k] - top);
            total += heights[k];
        }
        double pull = 0;
        double stretch = 1 / deviation;
        double direct = 0;
        for (int k = 0; k < points.length; k++) {
            double share = heights[k] / total;
            double there = u + deviation * points[k];
            double rise = -there;
            for (int at = from; at < end; at++) {
                int i = byLevel[1][at];
                double z = factor.z(0, i);
                double chance = Outcome.chance(modes.eta()[i] + theta * z * (there - u));
                double rest = outcome.yes()[i] - outcome.trials()[i] * chance;
                rise += theta * z * rest;
                direct += share * there * z * rest;
                sums.rows[i] += share * rest;
            }
            pull += share * rise;
            stretch += share * rise * points[k];
        }
        double narrow = -0.5 * deviation * deviation * deviation * stretch;
        for (int at = from; at < end; at++) {
            int i = byLevel[1][at];
            double c = theta * factor.z(0, i);
            sums.rows[i] +=
                    narrow * c * c * modes.bends()[i] - (pull + narrow * third) * c * modes.weights()[i] / curvature;
        }
        sums.slope[0] += direct + pull * modeSlope + narrow * (ownSlope + third * modeSlope);
        return StrictMath.log(deviation) + top + StrictMath.log(total);
    }
}
