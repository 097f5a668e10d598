package org.iltlib.analytics.growth.valueadded;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Earlier scores brought to what is to be expected of them without error of measurement, given the class: the mean of
 * the class and the reliable part of the distance from it. With S the covariance of the scores within classes and U that
 * of their errors, the reliable part is (S − U)·S⁻¹. Source: Carroll, Ruppert, Stefanski &amp; Crainiceanu (2006),
 * Measurement Error in Nonlinear Models, chapter 4, regression calibration.
 */
final class PriorErrors {
    private PriorErrors() {}

    /**
     * The scores after calibration; empty if the errors are larger than what varies within classes.
     *
     * @param centred scores less the mean of their class, by prior
     * @param degrees rows less classes
     * @param variances of the errors, by prior
     */
    static Optional<double[][]> calibrate(double[][] centred, int degrees, double[] variances) {
        int p = centred.length;
        double[][] within = new double[p][p];
        double[][] reliable = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < centred[i].length; row++) {
                    sum += centred[i][row] * centred[j][row];
                }
                within[i][j] = sum / degrees;
                within[j][i] = within[i][j];
                reliable[i][j] = within[i][j] - (i == j ? variances[i] : 0);
                reliable[j][i] = reliable[i][j];
            }
        }
        try {
            RealMatrix positive = new Array2DRowRealMatrix(reliable, false);
            new CholeskyDecomposition(positive); // what is left must be a covariance
            RealMatrix inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(within, false))
                    .getSolver()
                    .getInverse();
            double[][] part = positive.multiply(inverse).getData();
            double[][] calibrated = new double[p][centred[0].length];
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    for (int row = 0; row < calibrated[i].length; row++) {
                        calibrated[i][row] += part[i][j] * centred[j][row];
                    }
                }
            }
            return Optional.of(calibrated);
        } catch (MathIllegalArgumentException e) {
            return Optional.empty(); // not positive definite
        }
    }
}
