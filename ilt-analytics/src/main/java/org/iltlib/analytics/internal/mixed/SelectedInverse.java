package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;

/**
 * Those entries of the inverse that lie where its sparse factor has entries (Takahashi's recursion). Source: Erisman &amp;
 * Tinney (1975), doi:10.1145/360680.360704.
 */
final class SelectedInverse {
    private final Elimination plan;
    private final double[] entries;
    private final double[] diagonal;
    private final double[][] tail;

    private SelectedInverse(Elimination plan, double[] entries, double[] diagonal, double[][] tail) {
        this.plan = plan;
        this.entries = entries;
        this.diagonal = diagonal;
        this.tail = tail;
    }

    /** Of a factor with a core whose inverse is that, its lower triangle, or zero if it is empty. */
    static SelectedInverse of(Elimination plan, double[] values, double[] pivots, double[][] tail) {
        int n = plan.sparse();
        int[] start = plan.start();
        int[] rows = plan.rows();
        double[] inverse = new double[values.length];
        double[] diagonal = new double[n];
        double[] sums = new double[64];
        for (int j = n - 1; j >= 0; j--) {
            int from = start[j];
            int count = start[j + 1] - from;
            if (sums.length < count) {
                sums = new double[2 * count];
            }
            Arrays.fill(sums, 0, count, 0);
            for (int a = 0; a < count; a++) {
                int row = rows[from + a];
                double value = values[from + a];
                double sum = sums[a];
                if (row >= n && tail.length == 0) {
                    break;
                } else if (row >= n) {
                    sum += tail[row - n][row - n] * value;
                    for (int b = a + 1; b < count; b++) {
                        double entry = tail[rows[from + b] - n][row - n];
                        sum += entry * values[from + b];
                        sums[b] += entry * value;
                    }
                } else {
                    sum += diagonal[row] * value;
                    int at = start[row];
                    for (int b = a + 1; b < count; b++) {
                        int wanted = rows[from + b];
                        while (rows[at] < wanted) {
                            at++;
                        }
                        sum += inverse[at] * values[from + b];
                        sums[b] += inverse[at] * value;
                    }
                }
                sums[a] = sum;
            }
            double last = 1 / pivots[j];
            for (int a = 0; a < count; a++) {
                inverse[from + a] = -sums[a] / pivots[j];
                last -= inverse[from + a] * values[from + a];
            }
            diagonal[j] = last / pivots[j];
        }
        return new SelectedInverse(plan, inverse, diagonal, tail);
    }

    /** The entry of two coefficients that meet in the factor; the core's inverse must be known. */
    double entry(int a, int b) {
        int n = plan.sparse();
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (low >= n) {
            return tail[high - n][low - n];
        }
        return low == high ? diagonal[low] : entries[(int) plan.target(low, high)];
    }

    /** The blocks that belong to one level each, by factor: level, row, column. */
    double[][] blocks() {
        int n = plan.sparse();
        double[][] blocks = new double[plan.data().factors().size()][];
        for (int k = 0; k < blocks.length; k++) {
            Factor factor = plan.data().factors().get(k);
            int q = factor.width();
            blocks[k] = new double[factor.levels() * q * q];
            for (int u = 0; u < factor.levels(); u++) {
                for (int a = 0; a < q; a++) {
                    int place = plan.position(k, u, a);
                    for (int b = a; b < q; b++) {
                        double value;
                        if (place >= n && tail.length == 0) {
                            value = 0;
                        } else if (place >= n) {
                            value = tail[place + b - a - n][place - n];
                        } else {
                            value = a == b ? diagonal[place] : entries[plan.start()[place] + b - a - 1];
                        }
                        blocks[k][(u * q + a) * q + b] = value;
                        blocks[k][(u * q + b) * q + a] = value;
                    }
                }
            }
        }
        return blocks;
    }
}
