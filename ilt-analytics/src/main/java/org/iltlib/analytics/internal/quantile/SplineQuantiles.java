package org.iltlib.analytics.internal.quantile;

import java.util.OptionalInt;
import java.util.concurrent.Executor;

/**
 * Exact fits of several quantiles on a {@link SplineDesign}, each proved.
 *
 * <p>Where several fits are best, the one is given that is best for the outcomes shaken by less than a thousand-millionth
 * of their range, by an amount that depends on the place of the row alone: it does not depend on the other quantiles
 * asked for or on the number of threads. A quantile whose proof does not close is tried again, shaken a hundredth as much and
 * a hundred times as much, and the fit with the best proof is given.
 */
public final class SplineQuantiles {
    private SplineQuantiles() {}

    /**
     * The first column of the design that follows from those before it, for example because no score falls under a
     * function of the spline; empty if all can be told apart.
     */
    public static OptionalInt deficientColumn(SplineDesign design) {
        return design.rows() < design.columns()
                ? OptionalInt.of(design.rows())
                : QuantileSweep.deficientColumn(SplineRows.of(design));
    }

    /**
     * Fits. Ask for the {@linkplain QuantileProcess#gap gap}: it is wide where rounding keeps the best fit from being found.
     *
     * @param design with independent columns, see {@link #deficientColumn}
     * @param taus ascending, each between 0 and 1, both excluded
     * @param executor works on fixed blocks of neighbouring quantiles; this method waits for them
     * @throws IllegalArgumentException if the columns depend on each other or a quantile lies outside
     */
    public static QuantileProcess of(SplineDesign design, double[] taus, Executor executor) {
        for (int t = 0; t < taus.length; t++) {
            if (!(taus[t] > 0 && taus[t] < 1)) {
                throw new IllegalArgumentException("Expected quantiles between 0 and 1, but got " + taus[t] + ".");
            }
            if (t > 0 && taus[t] <= taus[t - 1]) {
                throw new IllegalArgumentException(
                        "Expected ascending quantiles, but " + taus[t] + " follows " + taus[t - 1] + ".");
            }
        }
        return QuantileSweep.of(SplineRows.of(design), taus.clone(), executor);
    }
}
