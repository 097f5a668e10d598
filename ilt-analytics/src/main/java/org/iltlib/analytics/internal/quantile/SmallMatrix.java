package org.iltlib.analytics.internal.quantile;

import org.jspecify.annotations.Nullable;

/** Square matrices of a few dozen rows, in one array row by row. */
final class SmallMatrix {
    private static final double SINGULAR = 1e-13;

    private SmallMatrix() {}

    /**
     * Writes the inverse of a matrix, transposed: so that its rows are the columns of the inverse.
     *
     * @param square is used up
     * @param scales the size of each column
     * @return false if the matrix has no inverse
     */
    static boolean invertTransposed(double[] square, int p, double[] scales, double[] into) {
        double[] right = new double[p * p];
        for (int i = 0; i < square.length; i++) {
            square[i] /= scales[i % p];
        }
        for (int k = 0; k < p; k++) {
            right[k * p + k] = 1;
        }
        for (int k = 0; k < p; k++) {
            int best = k;
            double size = 0;
            for (int i = k; i < p; i++) {
                double value = Math.abs(square[i * p + k]);
                if (value > size) {
                    size = value;
                    best = i;
                }
            }
            if (!(size > SINGULAR)) {
                return false;
            }
            swap(square, best, k, p);
            swap(right, best, k, p);
            double pivot = 1 / square[k * p + k];
            for (int j = 0; j < p; j++) {
                square[k * p + j] *= pivot;
                right[k * p + j] *= pivot;
            }
            for (int i = 0; i < p; i++) {
                double factor = square[i * p + k];
                if (i != k && factor != 0) {
                    for (int j = 0; j < p; j++) {
                        square[i * p + j] -= factor * square[k * p + j];
                        right[i * p + j] -= factor * right[k * p + j];
                    }
                }
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                into[j * p + i] = right[i * p + j] / scales[i];
            }
        }
        return true;
    }

    private static void swap(double[] square, int a, int b, int p) {
        if (a != b) {
            for (int j = 0; j < p; j++) {
                double kept = square[a * p + j];
                square[a * p + j] = square[b * p + j];
                square[b * p + j] = kept;
            }
        }
    }

    /** The solution of a symmetric positive system, or null if a pivot is not above {@code least} of its diagonal. */
    static double @Nullable [] solve(double[] gram, double[] right, int p, double least) {
        double[] lower = new double[p * p];
        double[] x = right.clone();
        for (int j = 0; j < p; j++) {
            double pivot = gram[j * p + j] - dot(lower, j * p, lower, j * p, j);
            if (!(pivot > least * gram[j * p + j])) {
                return null;
            }
            double root = Math.sqrt(pivot);
            lower[j * p + j] = root;
            for (int i = j + 1; i < p; i++) {
                lower[i * p + j] = (gram[i * p + j] - dot(lower, i * p, lower, j * p, j)) / root;
            }
            x[j] = (x[j] - dot(lower, j * p, x, 0, j)) / root;
        }
        for (int i = p - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < p; j++) {
                sum -= lower[j * p + i] * x[j];
            }
            x[i] = sum / lower[i * p + i];
        }
        return x;
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }
}
