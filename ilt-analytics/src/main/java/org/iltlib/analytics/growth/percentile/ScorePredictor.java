package org.iltlib.analytics.growth.percentile;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.base.Checks;

/**
 * The hundred scores that a matrix predicts for a student. Immutable, thread-safe; make one for many students.
 *
 * <p>A prediction is the intercept and, added to it one after another from the newest, what each earlier score
 * contributes: so one student alone and a million give the same bits. Some 100 · (1 + 4k) multiplications for k scores.
 */
public final class ScorePredictor {
    private final CoefficientMatrix matrix;
    private final CubicSpline[] splines;
    private final double[] intercepts;
    private final double[][] columns; // of all splines, one after another

    private ScorePredictor(CoefficientMatrix matrix) {
        this.matrix = matrix;
        splines = matrix.priors().stream().map(ScoreKnots::spline).toArray(CubicSpline[]::new);
        List<List<Double>> rows = matrix.coefficients();
        columns = new double[rows.get(0).size() - 1][CoefficientMatrix.QUANTILES];
        intercepts = new double[CoefficientMatrix.QUANTILES];
        for (int tau = 0; tau < intercepts.length; tau++) {
            intercepts[tau] = rows.get(tau).get(0);
            for (int column = 0; column < columns.length; column++) {
                columns[column][tau] = rows.get(tau).get(column + 1);
            }
        }
    }

    /** Of that matrix. */
    public static ScorePredictor of(CoefficientMatrix matrix) {
        return new ScorePredictor(matrix);
    }

    /** The matrix. */
    public CoefficientMatrix matrix() {
        return matrix;
    }

    /**
     * The predictions as fitted, quantile by quantile: not rounded, not clipped, not put in order.
     *
     * @param priors earlier scores, the newest first, one for each of the matrix's order
     */
    public double[] fitted(double... priors) {
        Checks.require(
                priors.length == splines.length,
                "There are %s earlier scores. Expected %s.",
                priors.length,
                splines.length);
        double[] sum = intercepts.clone();
        double[] part = new double[sum.length];
        double[] four = new double[CubicSpline.WIDTH];
        int from = 0;
        for (int prior = 0; prior < priors.length; prior++) {
            part(prior, from, Checks.finite(priors[prior], "score"), four, part, 0);
            for (int tau = 0; tau < sum.length; tau++) {
                sum[tau] += part[tau];
            }
            from += splines[prior].columns();
        }
        return sum;
    }

    /** The prediction of one quantile, by its place from 0; the same bits as in {@link #fitted(double...)}. */
    public double fitted(int quantile, double[] priors) {
        Checks.require(
                priors.length == splines.length,
                "There are %s earlier scores. Expected %s.",
                priors.length,
                splines.length);
        double sum = intercepts[quantile];
        double[] four = new double[CubicSpline.WIDTH];
        int from = 0;
        for (int prior = 0; prior < priors.length; prior++) {
            CubicSpline spline = splines[prior];
            int first = spline.evaluate(Checks.finite(priors[prior], "score"), four, 0);
            double part = 0;
            for (int r = 0; r < CubicSpline.WIDTH && first + r < spline.columns(); r++) {
                part += four[r] * columns[from + first + r][quantile];
            }
            sum += part;
            from += spline.columns();
        }
        return sum;
    }

    private void part(int prior, int from, double score, double[] four, double[] into, int offset) {
        CubicSpline spline = splines[prior];
        int first = spline.evaluate(score, four, 0);
        int taken = Math.min(CubicSpline.WIDTH, spline.columns() - first);
        Arrays.fill(into, offset, offset + intercepts.length, 0);
        for (int r = 0; r < taken; r++) {
            double value = four[r];
            double[] column = columns[from + first + r];
            for (int tau = 0; tau < column.length; tau++) {
                into[offset + tau] += value * column[tau];
            }
        }
    }

    /**
     * What each of those scores contributes to each prediction, a hundred numbers a score.
     *
     * @param back whose part: 1 for the newest of the earlier scores
     */
    public double[] parts(int back, double... scores) {
        Checks.require(back >= 1 && back <= splines.length, "back is %s. Expected 1 to %s.", back, splines.length);
        int from = 0;
        for (int prior = 0; prior < back - 1; prior++) {
            from += splines[prior].columns();
        }
        double[] table = new double[scores.length * intercepts.length];
        double[] four = new double[CubicSpline.WIDTH];
        for (int i = 0; i < scores.length; i++) {
            part(back - 1, from, scores[i], four, table, i * intercepts.length);
        }
        return table;
    }

    /** The intercepts, by quantile: what all parts are added to. */
    public double[] intercepts() {
        return intercepts.clone();
    }
}
