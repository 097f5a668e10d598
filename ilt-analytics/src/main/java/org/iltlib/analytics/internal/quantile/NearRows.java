package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Picks rows to pass a fit through: the nearest to a given fit that are independent of each other. */
final class NearRows {
    private static final double[] CLEAR = {0.05, 1e-3, 1e-5, 1e-8};

    private NearRows() {}

    /**
     * As many independent rows as there are columns, among the nearest if they will do; null if the rows have no full
     * rank.
     *
     * @param residuals of the fit
     * @param scales the size of each column
     */
    static int @Nullable [] of(Rows rows, double[] residuals, double[] scales) {
        int[] order = nearest(residuals, Math.min(rows.count(), 20 * rows.columns()));
        int[] found = independent(rows, order, scales, CLEAR[0]);
        if (found == null) {
            order = nearest(residuals, rows.count());
            for (int i = 0; i < CLEAR.length && found == null; i++) {
                found = independent(rows, order, scales, CLEAR[i]);
            }
        }
        return found;
    }

    private static int[] nearest(double[] residuals, int count) {
        double[] sizes = new double[residuals.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(residuals[i]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double limit = sorted[count - 1];
        long[] keys = new long[sizes.length];
        int kept = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] <= limit) {
                long rank = Arrays.binarySearch(sorted, sizes[i]);
                keys[kept++] = (rank << 32) | i;
            }
        }
        Arrays.sort(keys, 0, kept);
        int[] order = new int[kept];
        for (int i = 0; i < kept; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static int @Nullable [] independent(Rows rows, int[] order, double[] scales, double least) {
        int p = rows.columns();
        double[] echelon = new double[p * p];
        int[] lead = new int[p];
        int[] found = new int[p];
        int rank = 0;
        double[] row = rows.coefficients();
        for (int i : order) {
            rows.row(i, row);
            for (int j = 0; j < p; j++) {
                row[j] /= scales[j];
            }
            double whole = largest(row, p);
            for (int k = 0; k < rank; k++) {
                double factor = row[lead[k]];
                if (factor != 0) {
                    for (int j = 0; j < p; j++) {
                        row[j] -= factor * echelon[k * p + j];
                    }
                    row[lead[k]] = 0;
                }
            }
            double left = largest(row, p);
            if (left > least * whole) {
                int column = 0;
                while (Math.abs(row[column]) < left) {
                    column++;
                }
                for (int j = 0; j < p; j++) {
                    echelon[rank * p + j] = row[j] / row[column];
                }
                lead[rank] = column;
                found[rank++] = i;
                if (rank == p) {
                    return found;
                }
            }
        }
        return null;
    }

    private static double largest(double[] row, int p) {
        double largest = 0;
        for (int j = 0; j < p; j++) {
            largest = Math.max(largest, Math.abs(row[j]));
        }
        return largest;
    }
}
