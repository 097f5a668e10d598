package org.iltlib.analytics.regression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.SerialShortfall;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Least squares for series whose errors carry the share ρ over to the next time: everything less ρ times the time before,
 * the first time of each series times √(1 − ρ²), with ρ from the residuals, until it settles. Classical errors of the
 * changed columns. Immutable options; {@link #of} computes, in O(N·p²) a step.
 *
 * <p>The residuals of short series show less autocorrelation than there is. Interval and p-value make up for that as those
 * of {@link NeweyWest} do; the standard error is the classical one.
 *
 * <p>In R: for a ρ that is known, {@code nlme::gls(y ~ x, correlation = corAR1(rho, fixed = TRUE))} has the same
 * coefficients. Source: Prais &amp; Winsten (1954), Cowles Commission Discussion Paper 383.
 */
public final class PraisWinsten {
    private static final int MOST_STEPS = 500;
    private static final double SETTLED = 1e-13;

    private final double level;
    private final String unit;

    private PraisWinsten(double level, String unit) {
        this.level = level;
        this.unit = unit;
    }

    /** 95 % intervals, the outcome in points. */
    public static PraisWinsten withDefaults() {
        return new PraisWinsten(0.95, "points");
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public PraisWinsten withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new PraisWinsten(newLevel, unit);
    }

    /** A copy that names the unit of the coefficients in words. */
    public PraisWinsten withUnit(String newUnit) {
        return new PraisWinsten(level, Checks.text(newUnit, "unit"));
    }

    /** As {@link #of(Design, int[], int[])}, for one series. */
    public Measured<SerialFit> of(Design design, int[] time) {
        return of(design, time, new int[time.length]);
    }

    /**
     * The fit; missing where {@link LinearRegression#of} refuses, where a series leaves a time out, or where ρ does not
     * settle below 1. Clusters of the design play no part.
     *
     * @param time when, one a row
     * @param series which series, one a row
     * @throws IllegalArgumentException if the lengths differ, a time stands twice in a series, or the design has weights
     *     or absorbed factors
     */
    public Measured<SerialFit> of(Design design, int[] time, int[] series) {
        Checks.require(
                !design.isWeighted() && design.absorbed().isEmpty(),
                "The design has weights or absorbed factors. Expected neither for errors along time.");
        UsableRows rows = UsableRows.of(design.clusteredBy(NeweyWest.places(design.rows())));
        SeriesOrder order = SeriesOrder.of(rows, design.rows(), time, series);
        Optional<Measured<SerialFit>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        double[] y = rows.outcome();
        List<double[]> columns = rows.columns();
        LeastSquares plain = rows.fit(y, columns, false);
        refusal = rows.refusal(plain, 0);
        if (refusal.isPresent()) {
            return refusal.get();
        } else if (order.hasGap()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "a series leaves a time out; Newey–West errors can do with that");
        }
        double[] residuals = plain.residuals();
        double rho = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = order.autocorrelation(residuals);
            if (!(Math.abs(next) < 1)) {
                break;
            }
            boolean settled = Math.abs(next - rho) <= SETTLED && step > 0;
            rho = next;
            double share = rho;
            LeastSquares fit = rows.fit(
                    order.transformed(y, share),
                    columns.stream()
                            .map(column -> order.transformed(column, share))
                            .toList(),
                    false);
            Optional<Measured<SerialFit>> late = rows.refusal(fit, 0);
            if (late.isPresent()) {
                return late.get();
            } else if (settled) {
                return Measured.of(new SerialFit(
                        result(design, rows, fit, rho, plain, order), rho, order.durbinWatson(plain.residuals())));
            }
            residuals = y.clone();
            for (int j = 0; j < columns.size(); j++) {
                for (int i = 0; i < residuals.length; i++) {
                    residuals[i] -= fit.coefficients()[j] * columns.get(j)[i];
                }
            }
        }
        return Measured.missing(MissingReason.UNDEFINED, "the autocorrelation of the errors does not settle below 1");
    }

    private static Sandwich sandwich(LeastSquares fit, double rho, LeastSquares plain, SeriesOrder order) {
        int n = order.time().length;
        if (n > SerialShortfall.MOST_ROWS) {
            return Sandwich.fixed(fit.classicalCovariance(), fit.residualDegrees());
        }
        double[][] change = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] one = new double[n];
            one[j] = 1;
            double[] column = order.transformed(one, rho);
            for (int i = 0; i < n; i++) {
                change[i][j] = column[i];
            }
        }
        SerialShortfall shortfall = SerialShortfall.of(plain, order.series(), order.time());
        return Sandwich.serial(
                fit.classicalCovariance(),
                fit.residualDegrees(),
                contrast -> shortfall.classical(fit, contrast, change));
    }

    private RegressionFit result(
            Design design, UsableRows rows, LeastSquares fit, double rho, LeastSquares plain, SeriesOrder order) {
        String name = String.format(Locale.ROOT, "Prais–Winsten, autocorrelation %.3f", rho);
        FitWords words = new FitWords(design.outcome(), name, name, unit, level, List.of(rows.n()));
        Sandwich errors = sandwich(fit, rho, plain, order);
        return new RegressionFit(rows, fit, errors, words);
    }
}
