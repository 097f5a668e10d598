package org.iltlib.analytics.multilevel;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Minus twice the logarithm of the (restricted) likelihood from its definition: V row by row, no shortcut. */
final class DenseLikelihood {
    private final RealMatrix covariance;

    DenseLikelihood(int n) {
        covariance = new Array2DRowRealMatrix(n, n);
    }

    /** Adds z·z′ times a variance, for one random coefficient. */
    DenseLikelihood plus(double[] z, double variance) {
        return plus(z, z, variance);
    }

    /** Adds z·w′ times a covariance. */
    DenseLikelihood plus(double[] z, double[] w, double variance) {
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                covariance.addToEntry(i, j, variance * z[i] * w[j]);
            }
        }
        return this;
    }

    /** Adds variances to the diagonal. */
    DenseLikelihood plusOwn(double[] variances) {
        for (int i = 0; i < variances.length; i++) {
            covariance.addToEntry(i, i, variances[i]);
        }
        return this;
    }

    double restricted(double[] y, double[]... columns) {
        int n = y.length;
        RealMatrix x = new Array2DRowRealMatrix(n, columns.length + 1);
        for (int i = 0; i < n; i++) {
            x.setEntry(i, 0, 1);
            for (int j = 0; j < columns.length; j++) {
                x.setEntry(i, j + 1, columns[j][i]);
            }
        }
        CholeskyDecomposition v = new CholeskyDecomposition(covariance, 1e-9, 1e-14);
        RealMatrix inverse = v.getSolver().getInverse();
        CholeskyDecomposition fixed =
                new CholeskyDecomposition(x.transposeMultiply(inverse).multiply(x), 1e-9, 1e-14);
        RealMatrix outcome = MatrixUtils.createColumnRealMatrix(y);
        RealMatrix beta = fixed.getSolver().solve(x.transposeMultiply(inverse).multiply(outcome));
        RealMatrix rest = outcome.subtract(x.multiply(beta));
        double squares = rest.transposeMultiply(inverse).multiply(rest).getEntry(0, 0);
        return (n - columns.length - 1) * Math.log(2 * Math.PI)
                + Math.log(v.getDeterminant())
                + Math.log(fixed.getDeterminant())
                + squares;
    }
}
