package org.iltlib.analytics.quantile;

/**
 * The proof that a fit is the best there is: a dual solution whose value reaches the objective. Source: Koenker &amp;
 * Bassett (1978), doi:10.2307/1913643.
 *
 * @param gap how much better any other coefficients could be at most: the objective less the dual value, relative to the
 *     objective; zero but for rounding
 * @param violation how far the worst dual value lies outside its bounds; zero but for rounding
 * @param zeroResiduals the rows through which the fit passes; more than there are coefficients where scores tie
 */
public record FitCertificate(double gap, double violation, int zeroResiduals) {
    /** No fit is given whose gap is wider. */
    public static final double WIDEST = 1e-9;

    /** Whether gap and violation are no more than {@link #WIDEST}. */
    public boolean holds() {
        return gap <= WIDEST && violation <= WIDEST;
    }
}
