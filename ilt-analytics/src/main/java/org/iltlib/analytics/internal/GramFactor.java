package org.iltlib.analytics.internal;

import java.util.OptionalInt;

/**
 * The Cholesky factor of a matrix of cross-products, which notices the first column that the columns before it
 * determine. Dense and small: O(p³).
 */
public final class GramFactor {
    /** A pivot that loses all but this share of its column's sum of squares counts as zero. */
    public static final double TOLERANCE = 1e-10;

    private final double[][] lower;
    private final double[][] root;
    private final int deficient;

    private GramFactor(double[][] lower, double[][] root, int deficient) {
        this.lower = lower;
        this.root = root;
        this.deficient = deficient;
    }

    /** Factors a symmetric matrix with no negative eigenvalue. */
    public static GramFactor of(double[][] gram) {
        int p = gram.length;
        double[][] lower = new double[p][p];
        for (int j = 0; j < p; j++) {
            double pivot = gram[j][j] - dot(lower[j], lower[j], j);
            if (!(pivot > TOLERANCE * gram[j][j])) {
                return new GramFactor(lower, lower, j);
            }
            lower[j][j] = Math.sqrt(pivot);
            for (int i = j + 1; i < p; i++) {
                lower[i][j] = (gram[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
            }
        }
        return new GramFactor(lower, inverseTransposed(lower), -1);
    }

    /** The first column that those before it determine; empty if the matrix has full rank. */
    public OptionalInt deficientColumn() {
        return deficient < 0 ? OptionalInt.empty() : OptionalInt.of(deficient);
    }

    /** The matrix L, upper triangular, with L·L′ = the inverse. */
    public double[][] inverseRoot() {
        return root;
    }

    /** The inverse of the matrix. */
    public double[][] inverse() {
        int p = root.length;
        double[][] inverse = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                inverse[i][j] = dot(root[i], root[j], p);
            }
        }
        return inverse;
    }

    /** The solution x of matrix · x = right side, by two triangular solves. */
    public double[] solve(double[] right) {
        int p = lower.length;
        double[] x = right.clone();
        for (int i = 0; i < p; i++) {
            x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = p - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < p; j++) {
                sum -= lower[j][i] * x[j];
            }
            x[i] = sum / lower[i][i];
        }
        return x;
    }

    /** The natural logarithm of the determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    /** The sum of the products of the first {@code count} places. */
    public static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] inverseTransposed(double[][] lower) {
        int p = lower.length;
        double[][] root = new double[p][p];
        for (int j = 0; j < p; j++) {
            root[j][j] = 1 / lower[j][j];
            for (int i = j + 1; i < p; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += lower[i][k] * root[j][k];
                }
                root[j][i] = -sum / lower[i][i];
            }
        }
        return root;
    }
}
