package org.iltlib.analytics.regression;

import java.util.List;
import java.util.function.Function;
import org.iltlib.analytics.internal.robust.ClusterRobust;
import org.iltlib.analytics.internal.robust.SerialShortfall;

/** Covariance of the coefficients of a fit, and where degrees of freedom come from. */
interface Sandwich {
    /** The covariance of all columns of the fit, the leading ones first. */
    double[][] covariance();

    /** The degrees of freedom of one contrast; not finite where there are none. */
    double degreesOfFreedom(double[] contrast);

    /** What the variance of the contrast must be multiplied with to be right on average; the error shown is without it. */
    default double shortfall(double[] contrast) {
        return 1;
    }

    /** η of Hotelling's T²: F = (η − q + 1)/(ηq)·Q on q and η − q + 1. */
    double wishartDegrees(double[][] contrasts);

    /** Along time: variances fall short and are uncertain themselves, each contrast's by its own measure. */
    static Sandwich serial(double[][] covariance, double degrees, Function<double[], SerialShortfall.Found> shortfall) {
        return new Sandwich() {
            @Override
            public double[][] covariance() {
                return covariance;
            }

            @Override
            public double degreesOfFreedom(double[] contrast) {
                return Math.min(degrees, shortfall.apply(contrast).degreesOfFreedom());
            }

            @Override
            public double shortfall(double[] contrast) {
                return Math.max(1, shortfall.apply(contrast).factor());
            }

            @Override
            public double wishartDegrees(double[][] contrasts) {
                return Double.POSITIVE_INFINITY;
            }

            @Override
            public double denominator(double eta, int q) {
                return degrees;
            }
        };
    }

    /** The same number for every contrast. */
    static Sandwich fixed(double[][] covariance, double degrees) {
        return fixed(covariance, degrees, List.of());
    }

    /** The same number for every contrast that rests on unseen errors of none of the kinds of clusters. */
    static Sandwich fixed(double[][] covariance, double degrees, List<ClusterRobust> kinds) {
        return new Sandwich() {
            @Override
            public double[][] covariance() {
                return covariance;
            }

            @Override
            public double degreesOfFreedom(double[] contrast) {
                return kinds.stream().anyMatch(kind -> kind.restsOnUnseen(contrast)) ? Double.NaN : degrees;
            }

            @Override
            public double wishartDegrees(double[][] contrasts) {
                for (double[] contrast : contrasts) {
                    if (Double.isNaN(degreesOfFreedom(contrast))) {
                        return Double.NaN;
                    }
                }
                return Double.POSITIVE_INFINITY;
            }

            @Override
            public double denominator(double eta, int q) {
                return degrees;
            }
        };
    }

    /** Of the sandwich, times a factor. */
    static Sandwich of(ClusterRobust robust, double factor) {
        double[][] covariance = scaled(robust.covariance(), factor);
        return new Sandwich() {
            @Override
            public double[][] covariance() {
                return covariance;
            }

            @Override
            public double degreesOfFreedom(double[] contrast) {
                return robust.degreesOfFreedom(contrast);
            }

            @Override
            public double wishartDegrees(double[][] contrasts) {
                return robust.wishartDegrees(contrasts);
            }
        };
    }

    /** The first and second less the third, which counts what both share twice (Cameron, Gelbach and Miller 2011). */
    static double[][] combined(List<double[][]> three) {
        int p = three.get(0).length;
        double[][] sum = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sum[i][j] = three.get(0)[i][j] + three.get(1)[i][j] - three.get(2)[i][j];
            }
        }
        return sum;
    }

    static double[][] scaled(double[][] matrix, double factor) {
        double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = matrix[i].clone();
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] *= factor;
            }
        }
        return scaled;
    }

    /** The denominator degrees of freedom of the joint test. */
    default double denominator(double eta, int q) {
        return eta - q + 1;
    }
}
