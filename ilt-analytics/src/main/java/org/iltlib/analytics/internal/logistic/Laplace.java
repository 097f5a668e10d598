package org.iltlib.analytics.internal.logistic;

import org.iltlib.analytics.internal.GramFactor;

/**
 * Laplace's approximation: the top of the penalised log-likelihood minus half the log-determinant of its curvature H.
 * Its slope counts that the modes move and the weights with them: with s the variances of ZΛu, W the weights, W′ their
 * slopes, t = Λ′Z′(sW′) and v = H⁻¹t, all parameters need that one solution v.
 */
final class Laplace implements Approximation {
    @Override
    public Height at(Modes modes, RandomPart random) {
        double value = modes.penalised() - 0.5 * random.factor().logDeterminant();
        random.factor().invert();
        double[] spread = random.spread();
        double[] pull = random.leverages(spread);
        int n = pull.length;
        for (int i = 0; i < n; i++) {
            pull[i] *= modes.bends()[i];
        }
        double[] v = random.sums(pull);
        random.factor().solve(v);
        double[] shift = random.plus(new double[n], v);
        double[] rows = new double[n];
        double[] halves = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = modes.rest()[i] - 0.5 * pull[i] + 0.5 * modes.weights()[i] * shift[i];
            halves[i] = -0.5 * modes.rest()[i];
            weights[i] = -modes.weights()[i];
        }
        double[] slopes = random.slopes(new double[][] {rows, halves, weights}, modes.u(), v, spread);
        return new Height(value, rows, slopes);
    }

    /** The information on β if the weights stood still: X′WX − X′WZΛ·H⁻¹·Λ′Z′WX. */
    static double[][] information(FixedPart fixed, Modes modes, RandomPart random) {
        double[][] information = fixed.gram(modes.weights());
        int p = fixed.size();
        double[][] sums = new double[p][];
        for (int j = 0; j < p; j++) {
            double[] weighted = fixed.column(j).clone();
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] *= modes.weights()[i];
            }
            sums[j] = random.sums(weighted);
        }
        for (int j = 0; j < p; j++) {
            double[] solved = sums[j].clone();
            random.factor().solve(solved);
            for (int k = 0; k < p; k++) {
                information[j][k] -= GramFactor.dot(sums[k], solved, solved.length);
            }
        }
        return information;
    }
}
