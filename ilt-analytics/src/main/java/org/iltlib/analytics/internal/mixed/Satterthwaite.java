package org.iltlib.analytics.internal.mixed;

import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/**
 * Degrees of freedom of the coefficients by Satterthwaite's method: twice the square of a variance over the variance of
 * its estimate, which comes from the curvature of the criterion in θ and σ. The curvature is the difference of exact
 * gradients to either side.
 *
 * <p>Sources: Giesbrecht &amp; Burns (1985), doi:10.2307/2530871; Kuznetsova, Brockhoff &amp; Christensen (2017),
 * doi:10.18637/jss.v082.i13.
 */
public final class Satterthwaite {
    private static final double STEP = 3e-4;

    private Satterthwaite() {}

    /** The degrees of freedom of each coefficient, the intercept's first. */
    public static double[] of(MixedEngine fit, boolean restricted, Executor executor) {
        Point point = fit.point();
        double variance = fit.variance();
        CrossProducts data = fit.profile().data();
        Profile profile =
                new Profile(data, Elimination.of(data, MixedEngine.LARGEST_CORE), restricted, variance, executor);
        int size = point.theta().length;
        double[] base = point.theta().clone();
        double[] typical = Steps.scales(profile);
        for (int a = 0; a < size; a++) {
            if (profile.shape().place(a).isDiagonal() && base[a] == 0) {
                base[a] = 1e-4 * typical[a];
            }
        }
        int p = point.beta().length;
        double[][] curvature = new double[size + 1][size + 1];
        double[][] change = new double[p][size + 1];
        for (int a = 0; a < size; a++) {
            double step = STEP * Math.max(Math.abs(base[a]), 0.3 * typical[a]);
            double[][] gradients = new double[2][];
            double[][][] covariances = new double[2][][];
            for (int side = 0; side < 2; side++) {
                double[] theta = base.clone();
                theta[a] += side == 0 ? -step : step;
                Point moved = profile.at(theta);
                gradients[side] = profile.slope(moved).gradient();
                covariances[side] = fit.uncentred(MixedEngine.covarianceAboutCentres(moved, variance));
            }
            for (int b = 0; b < size; b++) {
                curvature[a][b] = (gradients[1][b] - gradients[0][b]) / (2 * step);
            }
            for (int j = 0; j < p; j++) {
                change[j][a] = (covariances[1][j][j] - covariances[0][j][j]) / (2 * step);
            }
        }
        double sigma = Math.sqrt(variance);
        double[] pull = profile.pull(profile.at(base));
        double[][] covariance = fit.covariance();
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                curvature[a][b] = 0.5 * (curvature[a][b] + curvature[b][a]);
                curvature[b][a] = curvature[a][b];
            }
            curvature[a][size] = 2 * pull[a] / (sigma * variance);
            curvature[size][a] = curvature[a][size];
        }
        double degrees = profile.degrees();
        curvature[size][size] = -2 * degrees / variance + 6 * point.residual() / (variance * variance);
        double[] result = new double[p];
        GramFactor factor = GramFactor.of(curvature);
        for (int j = 0; j < p; j++) {
            change[j][size] = 2 * covariance[j][j] / sigma;
            double spread = factor.deficientColumn().isPresent()
                    ? 0
                    : 2 * GramFactor.dot(change[j], factor.solve(change[j]), size + 1);
            double freedom = 2 * covariance[j][j] * covariance[j][j] / spread;
            result[j] = freedom > 0 && freedom < degrees ? freedom : degrees;
        }
        return result;
    }
}
