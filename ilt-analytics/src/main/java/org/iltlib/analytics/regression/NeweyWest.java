package org.iltlib.analytics.regression;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.SerialCovariance;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * Ordinary least squares whose errors may go together with those of the last few times of the same series: Newey and
 * West's covariance with Bartlett's weights, no prewhitening, Student's t on N − p. Immutable options; {@link #of}
 * computes.
 *
 * <p>Times are whole numbers; a pair counts by how far apart it is, so that gaps do no harm. In R: {@code
 * sandwich::NeweyWest(m, lag = 2, prewhite = FALSE, adjust = TRUE)}. Source: Newey &amp; West (1987), doi:10.2307/1913610.
 */
public final class NeweyWest {
    private final int lag;
    private final boolean adjusted;
    private final double level;
    private final String unit;

    private NeweyWest(int lag, boolean adjusted, double level, String unit) {
        this.lag = lag;
        this.adjusted = adjusted;
        this.level = level;
        this.unit = unit;
    }

    /**
     * Errors that reach that far, with the variance times n/(n − p), 95 % intervals, the outcome in points.
     *
     * @throws IllegalArgumentException if the lag is below zero
     */
    public static NeweyWest withLag(int lag) {
        return new NeweyWest((int) Checks.notNegative(lag, "lag"), true, 0.95, "points");
    }

    /** A copy without the factor n/(n − p). */
    public NeweyWest withoutAdjustment() {
        return new NeweyWest(lag, false, level, unit);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public NeweyWest withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new NeweyWest(lag, adjusted, newLevel, unit);
    }

    /** A copy that names the unit of the coefficients in words. */
    public NeweyWest withUnit(String newUnit) {
        return new NeweyWest(lag, adjusted, level, Checks.text(newUnit, "unit"));
    }

    /** As {@link #of(Design, int[], int[])}, for one series. */
    public Measured<SerialFit> of(Design design, int[] time) {
        return of(design, time, new int[time.length]);
    }

    /**
     * The fit; missing where {@link LinearRegression#of} refuses. Clusters of the design play no part.
     *
     * @param time when, one a row
     * @param series which series, one a row
     * @throws IllegalArgumentException if the lengths differ, a time stands twice in a series, or the design has weights
     */
    public Measured<SerialFit> of(Design design, int[] time, int[] series) {
        Checks.require(!design.isWeighted(), "The design has weights. Expected none for errors along time.");
        UsableRows rows = UsableRows.of(design.clusteredBy(places(design.rows())));
        SeriesOrder order = SeriesOrder.of(rows, design.rows(), time, series);
        Optional<Measured<SerialFit>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LeastSquares fit = rows.fit(rows.outcome(), rows.columns(), false);
        refusal = rows.refusal(fit, rows.leading(false));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        double factor = adjusted ? (double) rows.n() / fit.residualDegrees() : 1;
        double[][] covariance = Sandwich.scaled(SerialCovariance.of(fit, order.series(), order.time(), lag), factor);
        String name = "Newey–West error, lag " + lag + (adjusted ? ", n/(n − p)" : "");
        FitWords words = new FitWords(design.outcome(), name, "least squares, " + name, unit, level, List.of(rows.n()));
        double[] residuals = fit.residuals();
        return Measured.of(new SerialFit(
                new RegressionFit(rows, fit, Sandwich.fixed(covariance, fit.residualDegrees()), words),
                order.autocorrelation(residuals),
                order.durbinWatson(residuals)));
    }

    static int[] places(int rows) {
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++) {
            places[i] = i;
        }
        return places;
    }
}
