package org.iltlib.analytics.quantile;

import org.iltlib.analytics.stats.Distributions;

/** How wide a stretch of quantiles is used to estimate the density of the outcome at one of them. */
public enum Bandwidth {
    /** Shrinks as n to the power −1/3 and suits intervals. Source: Hall &amp; Sheather (1988). */
    HALL_SHEATHER,
    /** Shrinks as n to the power −1/5 and suits the density itself. Source: Bofinger (1975). */
    BOFINGER;

    /**
     * The half-width, as a share. In R: {@code quantreg::bandwidth.rq(tau, n, hs = TRUE or FALSE)}.
     *
     * @param tau the quantile, between 0 and 1
     * @param n the number of rows
     */
    public double halfWidth(double tau, int n) {
        double place = Distributions.normalQuantile(tau);
        double density = Math.exp(-place * place / 2) / Math.sqrt(2 * Math.PI);
        double curve = 2 * place * place + 1;
        return this == HALL_SHEATHER
                ? Math.cbrt(1.0 / n)
                        * Math.pow(Distributions.normalQuantile(0.975), 2.0 / 3)
                        * Math.cbrt(1.5 * density * density / curve)
                : Math.pow(n, -0.2) * Math.pow(4.5 * Math.pow(density, 4) / (curve * curve), 0.2);
    }
}
