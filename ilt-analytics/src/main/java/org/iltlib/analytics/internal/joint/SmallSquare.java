package org.iltlib.analytics.internal.joint;

import java.util.Arrays;

/** The Cholesky factor of one small positive definite matrix. */
final class SmallSquare {
    private static final double SMALL = 1e-13;

    private SmallSquare() {}

    /** The factor, lower and row by row; a pivot that is nothing but rounding is taken as endless. */
    static double[] factor(double[] matrix, int side) {
        double[] lower = matrix.clone();
        for (int c = 0; c < side; c++) {
            double pivot = lower[c * side + c];
            for (int k = 0; k < c; k++) {
                pivot -= lower[c * side + k] * lower[c * side + k];
            }
            double root = pivot > SMALL * matrix[c * side + c] ? Math.sqrt(pivot) : Double.POSITIVE_INFINITY;
            lower[c * side + c] = root;
            for (int r = c + 1; r < side; r++) {
                double sum = lower[r * side + c];
                for (int k = 0; k < c; k++) {
                    sum -= lower[r * side + k] * lower[c * side + k];
                }
                lower[r * side + c] = sum / root;
            }
        }
        return lower;
    }

    /** The first column that the earlier ones explain, or −1. */
    static int deficient(double[] matrix, int side) {
        double[] lower = factor(matrix, side);
        for (int c = 0; c < side; c++) {
            if (Double.isInfinite(lower[c * side + c])) {
                return c;
            }
        }
        return -1;
    }

    /** Solves in place. */
    static void solve(double[] lower, int side, double[] x) {
        for (int r = 0; r < side; r++) {
            for (int k = 0; k < r; k++) {
                x[r] -= lower[r * side + k] * x[k];
            }
            x[r] /= lower[r * side + r];
        }
        for (int r = side - 1; r >= 0; r--) {
            x[r] /= lower[r * side + r];
            for (int k = 0; k < r; k++) {
                x[k] -= lower[r * side + k] * x[r];
            }
        }
    }

    static double[] inverse(double[] matrix, int side) {
        double[] lower = factor(matrix, side);
        double[] inverse = new double[side * side];
        double[] x = new double[side];
        for (int r = 0; r < side; r++) {
            Arrays.fill(x, 0);
            x[r] = 1;
            solve(lower, side, x);
            System.arraycopy(x, 0, inverse, r * side, side);
        }
        return inverse;
    }
}
