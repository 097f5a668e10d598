package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;

/** The rows close to a fit, whose side may change, and the sides of all others. */
final class Band {
    private static final int SAMPLE = 4_096;

    private final byte[] sides;
    private final int[] rows;
    private final double width;

    /**
     * About so many rows, the nearest.
     *
     * @param spans how far each row counts as near, compared with the others
     * @param far rows whose span is greater are always here
     * @param tau the quantile: a side on which few rows can be is here whole
     * @param sides room for the sides: 1 above the fit, −1 below, 0 here
     */
    Band(double[] residuals, double[] spans, double far, double tau, int about, byte[] sides) {
        this.sides = sides;
        int n = residuals.length;
        width = reach(residuals, spans, about);
        double above = (1 - tau) * n <= about || about >= n ? Double.POSITIVE_INFINITY : width;
        double below = tau * n <= about || about >= n ? Double.POSITIVE_INFINITY : width;
        int[] found = new int[Math.min(n, 2 * about + 64)];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double residual = residuals[i];
            sides[i] = (byte) (residual >= 0 ? 1 : -1);
            if ((residual <= above * spans[i] && residual >= -below * spans[i]) || spans[i] > far) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.min(n, 2 * count));
                }
                sides[i] = 0;
                found[count++] = i;
            }
        }
        rows = Arrays.copyOf(found, count);
    }

    private static double reach(double[] residuals, double[] spans, int about) {
        int n = residuals.length;
        int stride = Math.max(1, n / SAMPLE);
        double[] sample = new double[(n + stride - 1) / stride];
        for (int i = 0, s = 0; i < n; i += stride, s++) {
            sample[s] = Math.abs(residuals[i]) / spans[i];
        }
        Arrays.sort(sample);
        return sample[Math.min(sample.length - 1, (int) ((double) about / n * sample.length))];
    }

    /** The sum of the rows outside, each times its weight and tau, less its weight if it is below. */
    double[] outside(Rows all, double tau) {
        double[] factors = new double[sides.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = sides[i] == 0 ? 0 : all.weight(i) * (sides[i] > 0 ? tau : tau - 1);
        }
        double[] sum = all.coefficients();
        all.addAll(factors, sum);
        return sum;
    }

    /** How far the rows here are from the fit at most. */
    double width() {
        return width;
    }

    /** The rows here, ascending. */
    int[] rows() {
        return rows;
    }

    /** How many rows are here. */
    int count() {
        return rows.length;
    }

    /** Where those rows stand here; null if one is outside. */
    int[] places(int[] basis) {
        int[] places = new int[basis.length];
        for (int k = 0; k < basis.length; k++) {
            places[k] = Arrays.binarySearch(rows, basis[k]);
            if (places[k] < 0) {
                return null;
            }
        }
        return places;
    }

    /** What those rows here are called by all. */
    int[] global(int[] places) {
        int[] basis = new int[places.length];
        for (int k = 0; k < basis.length; k++) {
            basis[k] = rows[places[k]];
        }
        return basis;
    }

    /** Whether every row outside is still on its side. */
    boolean holds(double[] residuals) {
        for (int i = 0; i < residuals.length; i++) {
            if (sides[i] * residuals[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Fills in the sides of the rows here. */
    void sides(byte[] here) {
        for (int i = 0; i < rows.length; i++) {
            sides[rows[i]] = here[i];
        }
    }
}
