package org.iltlib.analytics.internal;

import java.util.Arrays;

/**
 * The basis of cubic splines on given knots, without its first function, as {@code splines::bs} in R: a partition of
 * unity between the boundary knots, continued beyond them by the polynomial of the outermost interval. Immutable.
 *
 * <p>At any place at most four functions differ from zero. Source: C. de Boor (1972), doi:10.1016/0021-9045(72)90080-9.
 */
public final class CubicSpline {
    /** How many functions may differ from zero at one place. */
    public static final int WIDTH = 4;

    private final double[] knots;
    private final int intervals;

    private CubicSpline(double[] knots, int intervals) {
        this.knots = knots;
        this.intervals = intervals;
    }

    /** The basis on those inner knots, ascending, between those boundary knots, the lower less than the upper. */
    public static CubicSpline of(double[] inner, double lower, double upper) {
        double[] knots = new double[inner.length + 8];
        Arrays.fill(knots, 0, 4, lower);
        System.arraycopy(inner, 0, knots, 4, inner.length);
        Arrays.fill(knots, inner.length + 4, knots.length, upper);
        return new CubicSpline(knots, inner.length + 1);
    }

    /** The number of functions: inner knots and three. */
    public int columns() {
        return intervals + 2;
    }

    /**
     * Writes four values from {@code offset} on and returns the first function to which they belong, counted from 0. In
     * the first interval the last of the four is zero, because the first function is left out.
     */
    public int evaluate(double x, double[] into, int offset) {
        int last = 3;
        while (last < intervals + 2 && knots[last + 1] <= x) {
            last++;
        }
        double[] basis = {1, 0, 0, 0};
        for (int degree = 1; degree <= 3; degree++) {
            double saved = 0;
            for (int r = 0; r < degree; r++) {
                double right = knots[last + r + 1];
                double left = knots[last + 1 - degree + r];
                double share = right > left ? basis[r] / (right - left) : 0;
                basis[r] = saved + (right - x) * share;
                saved = (x - left) * share;
            }
            basis[degree] = saved;
        }
        boolean first = last == 3;
        for (int r = 0; r < WIDTH; r++) {
            into[offset + r] = !first ? basis[r] : r < 3 ? basis[r + 1] : 0;
        }
        return first ? 0 : last - 4;
    }

    /** All functions at a place. */
    public double[] row(double x) {
        double[] four = new double[WIDTH];
        int start = evaluate(x, four, 0);
        double[] row = new double[columns()];
        System.arraycopy(four, 0, row, start, Math.min(WIDTH, row.length - start));
        return row;
    }
}
