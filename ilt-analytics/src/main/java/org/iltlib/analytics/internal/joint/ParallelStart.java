package org.iltlib.analytics.internal.joint;

import java.util.Arrays;

/**
 * Where a fit starts: the curve of least squares, moved up and down to each quantile of its residuals, so that the
 * curves are parallel and strictly apart.
 */
final class ParallelStart {
    private static final double SOFTNESS = 0.1;
    private static final double CLOSEST = 1e-3;
    private static final double NOTHING = 1e-12;

    private final double[][] curves;
    private final double mu;
    private final double objective;

    private ParallelStart(double[][] curves, double mu, double objective) {
        this.curves = curves;
        this.mu = mu;
        this.objective = objective;
    }

    static ParallelStart of(Stage stage, double[] taus) {
        double[] slope = stage.leastSquares();
        double[][] parts = stage.tables.parts(slope);
        double[] residuals = new double[stage.size];
        double mean = 0;
        double size = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = stage.outcome[i] - stage.fit(i, slope[0], parts);
            mean += Math.abs(residuals[i]) / residuals.length;
            size = Math.max(size, Math.abs(stage.outcome[i]));
        }
        if (mean <= NOTHING * size) {
            mean = 0;
        }
        Arrays.sort(residuals);
        double[][] curves = new double[taus.length][];
        double[] moves = new double[taus.length];
        double objective = 0;
        for (int j = 0; j < taus.length; j++) {
            moves[j] = mean == 0 ? 0 : residuals[(int) (taus[j] * residuals.length)];
            if (j > 0) {
                moves[j] = Math.max(moves[j], moves[j - 1] + CLOSEST * mean);
            }
            curves[j] = slope.clone();
            curves[j][0] += moves[j];
            for (double residual : residuals) {
                double r = residual - moves[j];
                objective += r > 0 ? taus[j] * r : (taus[j] - 1) * r;
            }
        }
        return new ParallelStart(curves, SOFTNESS * mean, objective);
    }

    /** The coefficients by quantile. */
    double[][] curves() {
        return curves;
    }

    /** A product of slack and multiplier to start with, zero where least squares leaves nothing. */
    double mu() {
        return mu;
    }

    /** The sum of the check function over quantiles. */
    double objective() {
        return objective;
    }

    /** Whether one curve fits all rows. */
    boolean exact() {
        return mu == 0;
    }
}
