package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows close to a fit, whose side may change, and the sum of all others. */
final class Band {
    private static final int SAMPLE = 4_096;

    private final Sides sides;
    private final int[] rows;
    private final Rows inside;
    private final double[] spans;
    private final double width;
    private final int whole;
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
     * @param whole how many rows there are in all
     */
    Band(
            Rows all,
            double[] residuals,
            double[] spans,
            int[] far,
            double reach,
            double tau,
            int about,
            Sides sides,
            int whole) {
        this.sides = sides;
        this.whole = whole;
        int n = residuals.length;
        width = reach(residuals, spans, about);
        double above = (1 - tau) * whole <= about || about >= n ? Double.POSITIVE_INFINITY : width;
        double below = tau * whole <= about || about >= n ? Double.POSITIVE_INFINITY : width;
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

    /**
     * Some of the rows here, close to a fit; the sum of all others takes in those that stand outside of these. Row
     * numbers of the narrower band are places here.
     *
     * @param residuals of the rows here
     */
    Band within(double[] residuals, double reach, double tau, int about) {
        double[] sum = inside.coefficients();
        double[] weights = new double[inside.count()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = inside.weight(i);
        }
        inside.addAll(weights, sum);
        int[] far =
                IntStream.range(0, spans.length).filter(i -> spans[i] > reach).toArray();
        Band narrow = new Band(inside, residuals, spans, far, reach, tau, about, new Sides(inside, sum), whole);
        for (int j = 0; j < sum.length; j++) {
            narrow.outside[j] += outside[j];
        }
        return narrow;
    }

    /** Puts the rows here on the sides that are known of them in a narrower band, and gives those of its rows names. */
    int[] take(Band narrow, byte[] here) {
        int[] names = new int[narrow.rows.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = rows[narrow.rows[i]];
            if (here[i] != 0) {
                narrow.sides.put(narrow.rows[i], here[i]);
            }
        }
        byte[] known = narrow.sides.all();
        for (int i = 0; i < rows.length; i++) {
            sides.put(rows[i], known[i]);
        }
        return names;
    }

    /** Puts the rows here on those sides, and says whether every row is where its residual is. */
    boolean holds(byte[] here, double[] residuals) {
        for (int i = 0; i < rows.length; i++) {
            if (here[i] != 0) {
                sides.put(rows[i], here[i]);
            }
        }
        return holds(sides, rows, here, residuals);
    }

    /**
     * Whether every row is where its residual is.
     *
     * @param named rows of which the side is known, however small the residual
     * @param here their sides, 0 where the fit passes through
     */
    static boolean holds(Sides sides, int[] named, byte[] here, double[] residuals) {
        for (int i = 0; i < named.length; i++) {
            residuals[named[i]] = here[i] * Math.abs(residuals[named[i]]);
        }
        byte[] known = sides.all();
        boolean holds = true;
        for (int i = 0; i < known.length; i++) {
            holds &= known[i] * residuals[i] >= 0;
        }
        return holds;
    }
}
