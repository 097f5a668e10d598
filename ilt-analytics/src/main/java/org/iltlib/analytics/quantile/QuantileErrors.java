package org.iltlib.analytics.quantile;

/** How standard errors and intervals of the coefficients are found. */
public enum QuantileErrors {
    /** Not at all: coefficients and certificate alone. */
    NONE,
    /**
     * As if all residuals had one distribution: its density at the quantile from the residuals near zero. In R: {@code
     * summary(rq(...), se = "iid")}. Source: Koenker &amp; Bassett (1978), doi:10.2307/1913643; Hall &amp; Sheather
     * (1988).
     */
    IID,
    /**
     * Residuals may spread differently from row to row: the density of each row from the fits at a slightly lower and
     * a slightly higher quantile. In R: {@code summary(rq(...), se = "nid")}. Source: Hendricks &amp; Koenker (1992),
     * doi:10.1080/01621459.1992.10475175.
     */
    NID,
    /**
     * The spread of the coefficients over samples drawn again from the rows, or from the clusters, with a seed. In R:
     * {@code summary(rq(...), se = "boot", bsmethod = "xy")}.
     */
    BOOTSTRAP
}
