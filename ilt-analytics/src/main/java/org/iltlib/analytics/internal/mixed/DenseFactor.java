package org.iltlib.analytics.internal.mixed;

import java.util.concurrent.Executor;

/**
 * The Cholesky factor of a dense symmetric matrix, as upper triangle by rows (matrix = U′·U), and its inverse. Everything
 * is one loop, C[i] −= Σ A[l][i]·B[l] over pieces of rows, which the compiler turns into vector instructions; blocks fit
 * the caches. n³/3 operations for the factor, twice as many more for the inverse. The pieces are fixed by n alone, so
 * the bits do not depend on the executor.
 */
final class DenseFactor {
    private static final int BLOCK = 32;
    private static final int WIDTH = 512;
    private static final int STRIP = 128;
    private static final int ROWS = 64;

    private final double[][] upper;
    private final int n;
    private final Executor executor;

    private DenseFactor(double[][] upper, Executor executor) {
        this.upper = upper;
        this.n = upper.length;
        this.executor = executor;
    }

    /** Factors, in place, the matrix whose upper triangle is given within full rows. */
    static DenseFactor of(double[][] matrix, Executor executor) {
        DenseFactor factor = new DenseFactor(matrix, executor);
        factor.factor();
        return factor;
    }

    private void factor() {
        for (int from = 0; from < n; from += BLOCK) {
            int first = from;
            int end = Math.min(n, from + BLOCK);
            for (int k = from; k < end; k++) {
                double[] row = upper[k];
                double scale = 1 / Math.sqrt(row[k]);
                for (int j = k; j < n; j++) {
                    row[j] *= scale;
                }
                for (int i = k + 1; i < end; i++) {
                    minus(upper[i], i, n, row[i], row);
                }
            }
            int tiles = (n - end + ROWS - 1) / ROWS;
            if (tiles > 0) {
                Tiles.run(tiles, executor, tile -> {
                    int top = end + tile * ROWS;
                    int bottom = Math.min(n, top + ROWS);
                    for (int left = top; left < n; left += WIDTH) {
                        int right = Math.min(n, left + WIDTH);
                        subtract(upper, upper, upper, new Piece(top, bottom, first, end, left, right));
                    }
                });
            }
        }
    }

    /** Twice the sum of the logarithms of the pivots. */
    double logDeterminant() {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += 2 * StrictMath.log(upper[k][k]);
        }
        return sum;
    }

    /** Solves U′·x = b in place for one right side. */
    void forward(double[] x) {
        for (int k = 0; k < n; k++) {
            x[k] /= upper[k][k];
            minus(x, k + 1, n, x[k], upper[k]);
        }
    }

    /** Solves U·x = b in place for one right side. */
    void backward(double[] x) {
        for (int k = n - 1; k >= 0; k--) {
            double[] row = upper[k];
            double sum = 0;
            for (int j = k + 1; j < n; j++) {
                sum += row[j] * x[j];
            }
            x[k] = (x[k] - sum) / row[k];
        }
    }

    /** The inverse of the matrix: its lower triangle, row i having i + 1 places at least. */
    double[][] inverse() {
        double[][] root = new double[n][n];
        Tiles.run((n + STRIP - 1) / STRIP, executor, tile -> root(root, tile * STRIP, Math.min(n, (tile + 1) * STRIP)));
        double[][] inverse = new double[n][];
        Tiles.run((n + ROWS - 1) / ROWS, executor, tile -> {
            int top = tile * ROWS;
            int bottom = Math.min(n, top + ROWS);
            for (int i = top; i < bottom; i++) {
                inverse[i] = new double[bottom];
            }
            for (int from = top; from < n; from += BLOCK) {
                int end = Math.min(n, from + BLOCK);
                for (int left = 0; left < bottom; left += WIDTH) {
                    subtract(
                            inverse,
                            root,
                            root,
                            new Piece(top, bottom, from, end, left, Math.min(bottom, left + WIDTH)));
                }
            }
            for (int i = top; i < bottom; i++) {
                for (int j = 0; j < bottom; j++) {
                    inverse[i][j] = -inverse[i][j];
                }
            }
        });
        return inverse;
    }

    /** Some columns of the inverse of U′, which is lower triangular. */
    private void root(double[][] root, int left, int right) {
        for (int from = left - left % BLOCK; from < n; from += BLOCK) {
            int end = Math.min(n, from + BLOCK);
            for (int l = left - left % BLOCK; l < from; l += BLOCK) {
                subtract(root, upper, root, new Piece(from, end, l, l + BLOCK, left, right));
            }
            for (int k = from; k < end; k++) {
                if (k >= left && k < right) {
                    root[k][k] += 1;
                }
                for (int l = from; l < k; l++) {
                    minus(root[k], left, right, upper[l][k], root[l]);
                }
                double scale = 1 / upper[k][k];
                for (int j = left; j < right; j++) {
                    root[k][j] *= scale;
                }
            }
        }
    }

    /** Where a piece of the one loop works: rows of C, the rows l of A and B, and columns. */
    private record Piece(int top, int bottom, int from, int end, int left, int right) {}

    /** C[i] −= Σ A[l][i]·B[l] for the rows, the l and the columns of the piece. */
    private static void subtract(double[][] c, double[][] a, double[][] b, Piece p) {
        int l = p.from;
        for (; l + 4 <= p.end; l += 4) {
            int i = p.top;
            for (; i + 2 <= p.bottom; i += 2) {
                minusFour(c[i], c[i + 1], p.left, p.right, a, i, b, l);
            }
            for (; i < p.bottom; i++) {
                for (int k = l; k < l + 4; k++) {
                    minus(c[i], p.left, p.right, a[k][i], b[k]);
                }
            }
        }
        for (; l < p.end; l++) {
            for (int i = p.top; i < p.bottom; i++) {
                minus(c[i], p.left, p.right, a[l][i], b[l]);
            }
        }
    }

    private static void minusFour(
            double[] c, double[] d, int left, int right, double[][] a, int i, double[][] b, int l) {
        double[] b0 = b[l];
        double[] b1 = b[l + 1];
        double[] b2 = b[l + 2];
        double[] b3 = b[l + 3];
        double x0 = -a[l][i];
        double x1 = -a[l + 1][i];
        double x2 = -a[l + 2][i];
        double x3 = -a[l + 3][i];
        double y0 = -a[l][i + 1];
        double y1 = -a[l + 1][i + 1];
        double y2 = -a[l + 2][i + 1];
        double y3 = -a[l + 3][i + 1];
        for (int j = left; j < right; j++) {
            c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
            d[j] = Math.fma(y3, b3[j], Math.fma(y2, b2[j], Math.fma(y1, b1[j], Math.fma(y0, b0[j], d[j]))));
        }
    }

    private static void minus(double[] c, int left, int right, double x, double[] b) {
        double factor = -x;
        for (int j = left; j < right; j++) {
            c[j] = Math.fma(factor, b[j], c[j]);
        }
    }
}
