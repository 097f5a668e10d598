package org.iltlib.analytics.internal.quantile;

import java.util.List;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.Levels;

/**
 * An outcome and an additive design of splines, never written out: an intercept and, for each prior score, a table with
 * the four values of its spline at every distinct score. A row is one small code a prior and one outcome, so that 60,000
 * students with three priors take half a megabyte rather than the ten of the full design.
 *
 * <p>The columns are the intercept and then, prior by prior, the functions of its spline. Of a prior's columns at most
 * {@link CubicSpline#WIDTH} differ from zero in a row. Arrays handed out are not copied and nobody writes into
 * them.
 */
public final class SplineDesign {
    private final double[] outcome;
    private final int[][] codes;
    private final double[][] levels;
    private final double[][] values;
    private final int[][] starts;
    private final int columns;

    private SplineDesign(double[] outcome, int[][] codes, double[][] levels, List<CubicSpline> splines) {
        this.outcome = outcome;
        this.codes = codes;
        this.levels = levels;
        int priors = codes.length;
        values = new double[priors][];
        starts = new int[priors][];
        int next = 1;
        for (int prior = 0; prior < priors; prior++) {
            CubicSpline spline = splines.get(prior);
            int count = levels[prior].length;
            values[prior] = new double[count * CubicSpline.WIDTH];
            starts[prior] = new int[count];
            for (int level = 0; level < count; level++) {
                int first = spline.evaluate(levels[prior][level], values[prior], level * CubicSpline.WIDTH);
                starts[prior][level] = next + first;
            }
            next += spline.columns();
        }
        columns = next;
    }

    /**
     * The design of those priors, the newest first.
     *
     * @param outcome one finite number a row
     * @param priors for each prior one finite number a row
     * @param splines for each prior its basis
     */
    public static SplineDesign of(double[] outcome, List<double[]> priors, List<CubicSpline> splines) {
        int[][] codes = new int[priors.size()][];
        double[][] levels = new double[priors.size()][];
        for (int prior = 0; prior < codes.length; prior++) {
            double[] scores = priors.get(prior);
            Levels distinct = Levels.of(scores);
            levels[prior] = distinct.toArray();
            codes[prior] = new int[scores.length];
            for (int row = 0; row < scores.length; row++) {
                codes[prior][row] = distinct.place(scores[row]);
            }
        }
        return new SplineDesign(outcome.clone(), codes, levels, splines);
    }

    /** The number of rows. */
    public int rows() {
        return outcome.length;
    }

    /** The number of columns, the intercept included. */
    public int columns() {
        return columns;
    }

    /** The number of priors. */
    public int priors() {
        return codes.length;
    }

    /** The distinct scores of a prior, ascending. */
    public double[] levels(int prior) {
        return levels[prior];
    }

    /** The outcome of each row. */
    public double[] outcome() {
        return outcome;
    }

    /** For each row the place of its score among the {@link #levels} of the prior. */
    public int[] codes(int prior) {
        return codes[prior];
    }

    /** Four values for each level of the prior. */
    public double[] values(int prior) {
        return values[prior];
    }

    /** For each level of the prior the column to which the first of its four values belongs. */
    public int[] starts(int prior) {
        return starts[prior];
    }

    /** What coefficients say of each level of a prior: its part of the prediction. O(levels). */
    public double[] parts(int prior, double[] coefficients) {
        double[] parts = new double[levels[prior].length];
        for (int level = 0; level < parts.length; level++) {
            int start = starts[prior][level];
            int at = level * CubicSpline.WIDTH;
            double sum = 0;
            for (int k = 0; k < CubicSpline.WIDTH && start + k < columns; k++) {
                sum += values[prior][at + k] * coefficients[start + k];
            }
            parts[level] = sum;
        }
        return parts;
    }
}
