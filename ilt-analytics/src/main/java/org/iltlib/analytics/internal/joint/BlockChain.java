package org.iltlib.analytics.internal.joint;

/**
 * The Cholesky factor of a positive definite matrix of square blocks, of which only those on the diagonal and beside it
 * differ from zero. O(blocks · side³). Holds its memory; one thread.
 */
final class BlockChain {
    private static final double SMALL = 1e-14;
    private static final int MENDING = 2;

    private final int side;
    private final double[][] diagonal;
    private final double[][] below;
    private final double[] original;
    private double[][] grams = new double[0][];
    private double[][] ties = new double[0][];

    BlockChain(int blocks, int side) {
        this.side = side;
        this.diagonal = new double[blocks][side * side];
        this.below = new double[Math.max(0, blocks - 1)][side * side];
        this.original = new double[side];
    }

    /**
     * Factors the matrix with blocks {@code grams[j] + ties[j - 1] + ties[j]} on its diagonal and {@code -ties[j]} below
     * it. A pivot that is nothing but rounding holds its place still.
     */
    void factor(double[][] grams, double[][] ties) {
        this.grams = grams;
        this.ties = ties;
        for (int j = 0; j < diagonal.length; j++) {
            double[] a = diagonal[j];
            System.arraycopy(grams[j], 0, a, 0, a.length);
            for (int tie = Math.max(0, j - 1); tie <= j && tie < ties.length; tie++) {
                add(a, ties[tie]);
            }
            for (int i = 0; i < side; i++) {
                original[i] = grams[j][i * side + i];
            }
            if (j > 0) {
                square(below[j - 1], a);
            }
            cholesky(a);
            if (j < below.length) {
                solveRows(a, ties[j], below[j]);
            }
        }
    }

    private static void add(double[] a, double[] tie) {
        for (int i = 0; i < a.length; i++) {
            a[i] += tie[i];
        }
    }

    private void square(double[] y, double[] a) {
        for (int r = 0; r < side; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = 0;
                for (int k = 0; k < side; k++) {
                    sum += y[r * side + k] * y[c * side + k];
                }
                a[r * side + c] -= sum;
            }
        }
    }

    private void cholesky(double[] a) {
        for (int c = 0; c < side; c++) {
            double pivot = a[c * side + c];
            for (int k = 0; k < c; k++) {
                pivot -= a[c * side + k] * a[c * side + k];
            }
            double root = pivot > SMALL * original[c] ? Math.sqrt(pivot) : 1e60;
            a[c * side + c] = root;
            for (int r = c + 1; r < side; r++) {
                double sum = a[r * side + c];
                for (int k = 0; k < c; k++) {
                    sum -= a[r * side + k] * a[c * side + k];
                }
                a[r * side + c] = sum / root;
            }
        }
    }

    private void solveRows(double[] lower, double[] tie, double[] into) {
        for (int r = 0; r < side; r++) {
            for (int c = 0; c < side; c++) {
                double sum = -tie[r * side + c];
                for (int k = 0; k < c; k++) {
                    sum -= into[r * side + k] * lower[c * side + k];
                }
                into[r * side + c] = sum / lower[c * side + c];
            }
        }
    }

    /** Solves in place, and mends what rounding spoilt by what the solution leaves. */
    void solve(double[][] right) {
        double[][] wanted = ScoreTables.copy(right);
        substitute(right);
        for (int round = 0; round < MENDING; round++) {
            double[][] left = left(wanted, right);
            substitute(left);
            for (int j = 0; j < right.length; j++) {
                add(right[j], left[j]);
            }
        }
    }

    private double[][] left(double[][] wanted, double[][] x) {
        double[][] left = ScoreTables.copy(wanted);
        for (int j = 0; j < left.length; j++) {
            subtract(grams[j], x[j], left[j]);
        }
        for (int j = 0; j < ties.length; j++) {
            double[] pull = new double[side];
            subtract(ties[j], InteriorPath.difference(x, j), pull);
            for (int c = 0; c < side; c++) {
                left[j][c] -= pull[c];
                left[j + 1][c] += pull[c];
            }
        }
        return left;
    }

    private void subtract(double[] square, double[] x, double[] from) {
        for (int r = 0; r < side; r++) {
            double sum = 0;
            for (int c = 0; c < side; c++) {
                sum += square[r * side + c] * x[c];
            }
            from[r] -= sum;
        }
    }

    private void substitute(double[][] right) {
        int last = diagonal.length - 1;
        for (int j = 0; j <= last; j++) {
            double[] x = right[j];
            if (j > 0) {
                for (int r = 0; r < side; r++) {
                    double sum = 0;
                    for (int k = 0; k < side; k++) {
                        sum += below[j - 1][r * side + k] * right[j - 1][k];
                    }
                    x[r] -= sum;
                }
            }
            double[] lower = diagonal[j];
            for (int r = 0; r < side; r++) {
                double sum = x[r];
                for (int k = 0; k < r; k++) {
                    sum -= lower[r * side + k] * x[k];
                }
                x[r] = sum / lower[r * side + r];
            }
        }
        for (int j = last; j >= 0; j--) {
            double[] x = right[j];
            if (j < last) {
                for (int r = 0; r < side; r++) {
                    for (int k = 0; k < side; k++) {
                        x[k] -= below[j][r * side + k] * right[j + 1][r];
                    }
                }
            }
            double[] lower = diagonal[j];
            for (int r = side - 1; r >= 0; r--) {
                x[r] /= lower[r * side + r];
                for (int k = 0; k < r; k++) {
                    x[k] -= lower[r * side + k] * x[r];
                }
            }
        }
    }
}
