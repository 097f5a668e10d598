package org.iltlib.analytics.regression;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.SerialCovariance;
import org.iltlib.analytics.internal.robust.SerialShortfall;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * Ordinary least squares whose errors may go together with those of the last few times of the same series: Newey and
 * West's covariance with Bartlett's weights, no prewhitening. Immutable options; {@link #of} computes.
 *
 * <p>In short series that variance is too small on average and uncertain itself. Interval and p-value make up for it with
 * up to 250 rows: under errors that carry a share ρ over to the next time, ρ being what residuals so autocorrelated speak
 * for, the variance is multiplied until it is right on average (never divided), and Student's t has Satterthwaite's degrees
 * of freedom, at most N − p; with fewer than four there is neither. The standard error itself is Newey and West's. The joint
 * test knows no such correction.
 *
 * <p>Times are whole numbers; a pair counts by how far apart it is, so that gaps do no harm. In R: {@code
 * sandwich::NeweyWest(m, lag = 2, prewhite = FALSE, adjust = TRUE)}. Source: Newey &amp; West (1987), doi:10.2307/1913610.
 */
public final class NeweyWest {
    private final int lag;
    private final boolean adjusted;
    private final double level;
    private final String unit;
    private final boolean textbook;

    private NeweyWest(int lag, boolean adjusted, double level, String unit, boolean textbook) {
        this.lag = lag;
        this.adjusted = adjusted;
        this.level = level;
        this.unit = unit;
        this.textbook = textbook;
    }

    /**
     * Errors that reach that far, with the variance times n/(n − p), 95 % intervals, the outcome in points.
     *
     * @throws IllegalArgumentException if the lag is below zero
     */
    public static NeweyWest withLag(int lag) {
        return new NeweyWest((int) Checks.notNegative(lag, "lag"), true, 0.95, "points", false);
    }

    /** A copy without the factor n/(n − p). */
    public NeweyWest withoutAdjustment() {
        return new NeweyWest(lag, false, level, unit, textbook);
    }

    /**
     * A copy with the textbook's interval and p-value, Student's t on N − p whatever the length: too many false alarms in
     * short series, one in five with twelve times.
     */
    public NeweyWest withTextbookDegrees() {
        return new NeweyWest(lag, adjusted, level, unit, true);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public NeweyWest withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new NeweyWest(lag, adjusted, newLevel, unit, textbook);
    }

    /** A copy that names the unit of the coefficients in words. */
    public NeweyWest withUnit(String newUnit) {
        return new NeweyWest(lag, adjusted, level, Checks.text(newUnit, "unit"), textbook);
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
                new RegressionFit(rows, fit, sandwich(fit, order, covariance, factor), words),
                order.autocorrelation(residuals),
                order.durbinWatson(residuals)));
    }

    private Sandwich sandwich(LeastSquares fit, SeriesOrder order, double[][] covariance, double factor) {
        int degrees = fit.residualDegrees();
        if (textbook || order.time().length > SerialShortfall.MOST_ROWS) {
            return Sandwich.fixed(covariance, degrees);
        }
        SerialShortfall shortfall = SerialShortfall.of(fit, order.series(), order.time());
        return Sandwich.serial(covariance, degrees, contrast -> shortfall.neweyWest(fit, contrast, lag, factor));
    }

    static int[] places(int rows) {
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++) {
            places[i] = i;
        }
        return places;
    }
}
