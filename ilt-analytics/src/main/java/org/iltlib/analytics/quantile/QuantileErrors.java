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
    BOOTSTRAP,
    /**
     * No errors but intervals: the values that a rank test does not reject, as if all residuals had one distribution.
     * They need no density, and may be uneven. With ties, those of an outcome shaken by less than a thousand-millionth
     * of its range. In R: {@code summary(rq(...), se = "rank", alpha = 1 - level)}, which may differ where columns take
     * few values: there it interpolates between vertices at which the statistic stays the same. Source: Koenker (1994),
     * doi:10.1007/978-3-642-57984-4_29.
     */
    RANK_IID,
    /**
     * As {@link #RANK_IID}, but residuals may spread differently from row to row. In R: {@code summary(rq(...), se =
     * "rank", iid = FALSE, alpha = 1 - level)}. Source: Koenker &amp; Machado (1999),
     * doi:10.1080/01621459.1999.10473882.
     */
    RANK_NID
}
