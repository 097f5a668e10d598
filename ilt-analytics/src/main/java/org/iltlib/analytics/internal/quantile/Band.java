package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows close to a fit, whose side may change, and the sum of all others. */
final class Band {
    private static final int SAMPLE = 4_096;

    private final Sides sides;
    private final int[] rows;
    private final Rows inside;
    private final double[] spans;
    private final double width;
    private final double[] outside;

    /**
     * About so many rows, the nearest.
     *
     * @param all with their residuals
     * @param spans how far each row counts as near, compared with the others
     * @param far rows that are always here
     * @param reach the greatest span of the other rows
     * @param tau the quantile: a side on which few rows can be is here whole
     * @param sides brought up to date
     */
    Band(Rows all, double[] residuals, double[] spans, int[] far, double reach, double tau, int about, Sides sides) {
        this.sides = sides;
        int n = residuals.length;
        width = reach(residuals, spans, about);
        double above = (1 - tau) * n <= about || about >= n ? Double.POSITIVE_INFINITY : width;
        double below = tau * n <= about || about >= n ? Double.POSITIVE_INFINITY : width;
        int[] found = new int[Math.min(n, 2 * about + 64)];
        int count = 0;
        byte[] known = sides.all();
        for (int i = 0; i < n; i++) {
            double residual = residuals[i];
            if (known[i] * residual < 0) {
                sides.put(i, residual >= 0 ? 1 : -1);
            }
            if (residual <= above * reach
                    && residual >= -below * reach
                    && residual <= above * spans[i]
                    && residual >= -below * spans[i]) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, (int) Math.min(n, 2L * count));
                }
                found[count++] = i;
            }
        }
        rows = merged(found, count, far);
        count = rows.length;
        inside = all.select(rows, count);
        this.spans = Rows.select(spans, rows, count);
        outside = sides.sum(tau);
        double[] factors = new double[count];
        for (int i = 0; i < count; i++) {
            factors[i] = -inside.weight(i) * (known[rows[i]] > 0 ? tau : tau - 1);
        }
        inside.addAll(factors, outside);
    }

    private static int[] merged(int[] found, int count, int[] far) {
        int[] merged = new int[count + far.length];
        int size = 0;
        int next = 0;
        for (int i = 0; i < count; i++) {
            while (next < far.length && far[next] <= found[i]) {
                if (far[next] < found[i]) {
                    merged[size++] = far[next];
                }
                next++;
            }
            merged[size++] = found[i];
        }
        while (next < far.length) {
            merged[size++] = far[next++];
        }
        return Arrays.copyOf(merged, size);
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

    /** The rows here. */
    Rows inside() {
        return inside;
    }

    /** Their spans. */
    double[] spans() {
        return spans;
    }

    /** The sum of the rows outside, each times its weight and tau, less its weight if it is below. */
    double[] outside() {
        return outside;
    }

    /** How far the rows here are from the fit at most, but for those that are always here. */
    double width() {
        return width;
    }

    /** Adds rows that stand outside of these and of the next wider ones. */
    void beyond(double[] sum) {
        for (int j = 0; j < outside.length; j++) {
            outside[j] += sum[j];
        }
    }

    /** Where those rows stand here; null if one is outside. */
    int @Nullable [] places(int[] basis) {
        int[] places = new int[basis.length];
        for (int k = 0; k < basis.length; k++) {
            places[k] = Arrays.binarySearch(rows, basis[k]);
            if (places[k] < 0) {
                return null;
            }
        }
        return places;
    }

    /** What those rows here are called by all, ascending. */
    int[] global(int[] places) {
        int[] basis = new int[places.length];
        for (int k = 0; k < basis.length; k++) {
            basis[k] = rows[places[k]];
        }
        Arrays.sort(basis);
        return basis;
    }

    /** Puts the rows here on those sides, and says whether every row is where its residual is. */
    boolean holds(byte[] here, double[] residuals) {
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (here[i] != 0) {
                sides.put(row, here[i]);
                residuals[row] = here[i] * Math.abs(residuals[row]);
            } else {
                residuals[row] = 0;
            }
        }
        byte[] known = sides.all();
        boolean holds = true;
        for (int i = 0; i < known.length; i++) {
            holds &= known[i] * residuals[i] >= 0;
        }
        return holds;
    }
}
