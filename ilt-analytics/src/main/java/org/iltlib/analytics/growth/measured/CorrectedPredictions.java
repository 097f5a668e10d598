package org.iltlib.analytics.growth.measured;

import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.internal.Levels;

/** Extrapolated parts of the predictions of one order: an intercept and a table for each earlier score. */
final class CorrectedPredictions {
    private static final int WIDTH = CoefficientMatrix.QUANTILES;

    private final double[] intercepts;
    private final Levels[] levels;
    private final double[][] parts;
    private final int fits;

    CorrectedPredictions(double[] intercepts, Levels[] levels, double[][] parts, int fits) {
        this.intercepts = intercepts;
        this.levels = levels;
        this.parts = parts;
        this.fits = fits;
    }

    /** The number of perturbed fits behind it. */
    int fits() {
        return fits;
    }

    /** The predictions on those scores, in no order. */
    void predict(double[] priors, double[] into) {
        System.arraycopy(intercepts, 0, into, 0, WIDTH);
        for (int k = 0; k < levels.length; k++) {
            int from = levels[k].place(priors[k]) * WIDTH;
            for (int tau = 0; tau < WIDTH; tau++) {
                into[tau] += parts[k][from + tau];
            }
        }
    }
}
