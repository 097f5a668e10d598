package org.iltlib.analytics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.WildDraws;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The wild cluster bootstrap for few clusters: the residuals of the fit under the null hypothesis get new signs and sizes,
 * whole clusters at a time, and the t statistic is computed anew (restricted, with Webb's six weights and CR1 errors).
 * The interval holds the hypotheses that are not rejected. Immutable options; {@link #of} computes.
 *
 * <p>Draws go by the clusters' codes in ascending order and by the seed, so that neither the order of rows nor the number
 * of threads matters. O(draws·G·p) after one fit; about a hundred times that for the interval. Source: Cameron, Gelbach
 * &amp; Miller (2008), doi:10.1162/rest.90.3.414; Webb (2023), doi:10.1111/caje.12661.
 */
public final class WildBootstrap {
    private static final int FEWEST_CLUSTERS = 4;
    private static final int HALVINGS = 40;
    private static final int DOUBLINGS = 8;

    private final int draws;
    private final long seed;
    private final double level;
    private final String unit;
    private final boolean inverting;
    private final Executor executor;

    private WildBootstrap(int draws, long seed, double level, String unit, boolean inverting, Executor executor) {
        this.inverting = inverting;
        this.draws = draws;
        this.seed = seed;
        this.level = level;
        this.unit = unit;
        this.executor = executor;
    }

    /** 1,999 draws, seed 1, 95 % intervals, the outcome in points, on the caller's thread. */
    public static WildBootstrap withDefaults() {
        return new WildBootstrap(1999, 1, 0.95, "points", true, Runnable::run);
    }

    /** A copy with so many draws, at least 1. */
    public WildBootstrap withDraws(int number) {
        return new WildBootstrap((int) Checks.positive(number, "draws"), seed, level, unit, inverting, executor);
    }

    /** A copy with another seed. */
    public WildBootstrap withSeed(long newSeed) {
        return new WildBootstrap(draws, newSeed, level, unit, inverting, executor);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public WildBootstrap withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new WildBootstrap(draws, seed, newLevel, unit, inverting, executor);
    }

    /** A copy that names the unit of the coefficient in words. */
    public WildBootstrap withUnit(String newUnit) {
        return new WildBootstrap(draws, seed, level, Checks.text(newUnit, "unit"), inverting, executor);
    }

    /** A copy that tests and leaves the costly interval out. */
    public WildBootstrap withoutInterval() {
        return new WildBootstrap(draws, seed, level, unit, false, executor);
    }

    /** A copy that draws on that executor; the results are the same on any. */
    public WildBootstrap withExecutor(Executor newExecutor) {
        return new WildBootstrap(draws, seed, level, unit, inverting, newExecutor);
    }

    /**
     * The result for one column; missing, with the reason, where {@link LinearRegression#of} refuses, with fewer than four
     * clusters, or where more than 500 absorbed levels are spread over several clusters.
     *
     * @throws IllegalArgumentException if there is no such column, or clusters of two kinds
     */
    public Measured<WildBootstrapResult> of(Design design, String column) {
        UsableRows rows = UsableRows.of(design);
        int place = rows.names().indexOf(column);
        Checks.require(place >= 0, "There is no column \"%s\". Expected one of %s.", column, rows.names());
        Checks.require(rows.clusters().size() == 1, "The bootstrap draws clusters of one kind, not of two.");
        Optional<Measured<WildBootstrapResult>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        GroupCodes clusters = rows.clusters().get(0);
        if (clusters.count() < FEWEST_CLUSTERS) {
            return Measured.missing(
                    MissingReason.TOO_FEW, clusters.count() + " clusters; at least " + FEWEST_CLUSTERS + " needed");
        }
        boolean asColumns = !rows.absorbedLiesWithin(clusters);
        if (asColumns && rows.leading(true) > LinearRegression.MOST_LEVELS) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    rows.leading(true) + " absorbed levels spread over clusters; at most "
                            + LinearRegression.MOST_LEVELS);
        }
        List<double[]> columns = new ArrayList<>(rows.columns());
        columns.add(columns.remove(place));
        LeastSquares fit = rows.fit(rows.outcome(), columns, asColumns);
        if (fit.deficientColumn().isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "some columns, \"" + column + "\" maybe, determine each other");
        }
        refusal = rows.refusal(fit, rows.leading(asColumns));
        return refusal.orElseGet(() -> result(rows, column, fit, WildDraws.of(fit, clusters), clusters.count()));
    }

    private Measured<WildBootstrapResult> result(
            UsableRows rows, String column, LeastSquares fit, WildDraws wild, int clusters) {
        double value = fit.coefficients()[fit.columns() - 1];
        double shrink = Math.sqrt((clusters - 1.0) / clusters);
        double statistic = wild.statistic(0) * shrink;
        if (!Double.isFinite(statistic)) {
            return Measured.missing(MissingReason.UNDEFINED, "the clusters' scores do not vary");
        }
        int extreme = wild.asExtreme(0, draws, seed, executor);
        Measured<Estimate> interval = interval(rows, wild, value, clusters);
        Explanation why = Explanation.of(
                        "%s: %.4g; with new signs for whole clusters, a t as large as %.3f came %d times in %d (p = %.4f).",
                        column, value, statistic, extreme, draws, (extreme + 1.0) / (draws + 1.0))
                .because("%d clusters, Webb's six weights, null hypothesis imposed, seed %d.", clusters, seed)
                .because("p = (%d + 1) ÷ (%d + 1): what happened is one of the draws.", extreme, draws)
                .because("Interval of hypotheses that are not rejected: %s.", interval);
        return Measured.of(WildBootstrapResult.builder()
                .value(value)
                .statistic(statistic)
                .draws(draws)
                .asExtreme(extreme)
                .interval(interval)
                .why(why)
                .build());
    }

    private Measured<Estimate> interval(UsableRows rows, WildDraws wild, double value, int clusters) {
        if (!inverting) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no interval asked for");
        }
        double error = wild.standardError() * Math.sqrt(clusters / (clusters - 1.0));
        double lower = end(wild, value, -error);
        double upper = end(wild, value, error);
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            return Measured.missing(MissingReason.UNDEFINED, "the hypotheses that are not rejected have no end");
        }
        return Measured.of(Estimate.builder()
                .value(value)
                .lower(lower)
                .upper(upper)
                .level(level)
                .standardError(error)
                .n(rows.n())
                .unit(unit)
                .method("wild cluster bootstrap, Webb weights, inverted test")
                .build());
    }

    /** The last hypothesis in that direction that is not rejected, or NaN. */
    private double end(WildDraws wild, double value, double step) {
        double inside = 0;
        double outside = 2;
        for (int i = 0; accepted(wild, value + outside * step); i++) {
            if (i == DOUBLINGS) {
                return Double.NaN;
            }
            inside = outside;
            outside *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (accepted(wild, value + middle * step)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return value + inside * step;
    }

    private boolean accepted(WildDraws wild, double hypothesis) {
        return (wild.asExtreme(hypothesis, draws, seed, executor) + 1.0) / (draws + 1.0) > 1 - level;
    }
}
