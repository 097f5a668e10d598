package org.iltlib.analytics.quantile;

import java.util.List;
import org.iltlib.base.Checks;

/**
 * The fits of all quantiles that were asked for.
 *
 * @param fits in ascending order of the quantile
 * @param n the number of rows used
 */
public record QuantileModel(List<QuantileFit> fits, int n) {
    /** Copies. */
    public QuantileModel {
        fits = List.copyOf(fits);
    }

    /**
     * The fit of a quantile.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public QuantileFit fit(double tau) {
        for (QuantileFit fit : fits) {
            if (Math.abs(fit.tau() - tau) <= 1e-12) {
                return fit;
            }
        }
        Checks.require(false, "tau is %s, which was not fitted. Maybe ask for it with withTaus.", tau);
        throw new AssertionError();
    }
}
