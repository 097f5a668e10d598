package org.iltlib.analytics.internal;

/**
 * The observed information: minus the second derivatives of a log-likelihood, by central differences of its analytic
 * gradient. 2·p gradients for p parameters.
 */
public final class Curvature {
    private static final double STEP = 1e-4;

    private Curvature() {}

    /** The information at that point, symmetric; zero for a parameter at the very edge of the domain. */
    public static double[][] of(Ascent.Hill hill, double[] point) {
        int p = point.length;
        double[][] information = new double[p][p];
        double[] below = new double[p];
        double[] above = new double[p];
        for (int j = 0; j < p; j++) {
            double step = STEP * Math.max(1, Math.abs(point[j]));
            double[] moved = point.clone();
            moved[j] = point[j] - step;
            boolean inside = hill.at(moved, below) > Double.NEGATIVE_INFINITY;
            moved[j] = point[j] + step;
            inside &= hill.at(moved, above) > Double.NEGATIVE_INFINITY;
            for (int i = 0; i < p; i++) {
                information[i][j] = inside ? (below[i] - above[i]) / (2 * step) : 0;
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (information[i][j] + information[j][i]) / 2;
                information[i][j] = mean;
                information[j][i] = mean;
            }
        }
        return information;
    }
}
