package org.iltlib.analytics.internal.joint;

import java.util.Arrays;

/**
 * The weighted sum of squares and products of sparse rows. Within one prior the weights are added by score first;
 * between the first prior and the others rows of one score are added first; so a row costs some ten operations a prior
 * beyond the first and sixteen a pair of those.
 */
final class RowGram {
    private static final int WIDTH = ScoreTables.WIDTH;

    private RowGram() {}

    /**
     * Sums into a square of {@link ScoreTables#columns} a side.
     *
     * @param codes for each prior the score of each row, the first prior's ascending
     * @param weights one a row
     * @param rows how many
     */
    static double[] of(ScoreTables tables, int[][] codes, double[] weights, int rows) {
        int stride = tables.stride;
        int priors = tables.priors;
        double[] gram = new double[stride * stride];
        double[][] sums = tables.sums();
        double[] line = new double[stride];
        int[] lead = codes[0];
        int i = 0;
        while (i < rows) {
            int score = lead[i];
            Arrays.fill(line, 0);
            int end = i;
            while (end < rows && lead[end] == score) {
                end++;
            }
            double total = 0;
            for (int r = i; r < end; r++) {
                total += weights[r];
            }
            for (int l = 1; l < priors; l++) {
                single(tables, l, codes[l], weights, i, end, line, sums[l]);
                for (int m = l + 1; m < priors; m++) {
                    pair(tables, l, m, codes, weights, i, end, gram);
                }
            }
            sums[0][score] += total;
            double[] b = tables.values[0];
            int start = tables.starts[0][score];
            for (int k = 0; k < WIDTH; k++) {
                double value = b[score * WIDTH + k];
                int to = (start + k) * stride;
                for (int c = 0; c < stride; c++) {
                    gram[to + c] += value * line[c];
                }
            }
            i = end;
        }
        return finish(tables, gram, sums);
    }

    private static void single(
            ScoreTables tables, int l, int[] code, double[] weights, int from, int end, double[] line, double[] sums) {
        double[] b = tables.values[l];
        int[] starts = tables.starts[l];
        for (int r = from; r < end; r++) {
            double q = weights[r];
            int score = code[r];
            int at = score * WIDTH;
            int start = starts[score];
            sums[score] += q;
            line[start] += q * b[at];
            line[start + 1] += q * b[at + 1];
            line[start + 2] += q * b[at + 2];
            line[start + 3] += q * b[at + 3];
        }
    }

    private static void pair(
            ScoreTables tables, int l, int m, int[][] codes, double[] weights, int from, int end, double[] gram) {
        double[] b = tables.values[l];
        double[] e = tables.values[m];
        int[] rowStarts = tables.starts[l];
        int[] columnStarts = tables.starts[m];
        int[] rowCodes = codes[l];
        int[] columnCodes = codes[m];
        int stride = tables.stride;
        for (int r = from; r < end; r++) {
            int s = rowCodes[r];
            int t = columnCodes[r];
            int v = t * WIDTH;
            double e0 = e[v] * weights[r];
            double e1 = e[v + 1] * weights[r];
            double e2 = e[v + 2] * weights[r];
            double e3 = e[v + 3] * weights[r];
            int to = rowStarts[s] * stride + columnStarts[t];
            for (int k = s * WIDTH; k < s * WIDTH + WIDTH; k++) {
                double value = b[k];
                gram[to] += value * e0;
                gram[to + 1] += value * e1;
                gram[to + 2] += value * e2;
                gram[to + 3] += value * e3;
                to += stride;
            }
        }
    }

    private static double[] finish(ScoreTables tables, double[] gram, double[][] sums) {
        int stride = tables.stride;
        double total = 0;
        for (double sum : sums[0]) {
            total += sum;
        }
        gram[0] = total;
        for (int l = 0; l < tables.priors; l++) {
            double[] b = tables.values[l];
            for (int s = 0; s < sums[l].length; s++) {
                double q = sums[l][s];
                if (q == 0) {
                    continue;
                }
                int start = tables.starts[l][s];
                int at = s * WIDTH;
                for (int k = 0; k < WIDTH; k++) {
                    double value = q * b[at + k];
                    gram[start + k] += value;
                    for (int c = k; c < WIDTH; c++) {
                        gram[(start + k) * stride + start + c] += value * b[at + c];
                    }
                }
            }
        }
        int columns = tables.columns;
        double[] square = new double[columns * columns];
        for (int r = 0; r < columns; r++) {
            for (int c = r; c < columns; c++) {
                square[r * columns + c] = gram[r * stride + c];
                square[c * columns + r] = gram[r * stride + c];
            }
        }
        return square;
    }
}
