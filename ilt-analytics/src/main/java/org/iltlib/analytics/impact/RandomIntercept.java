package org.iltlib.analytics.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.mixed.CrossProducts;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Fits outcome ~ treatment + covariates + (1 | stratum): the strata's levels are draws from a normal distribution rather
 * than constants to be estimated one by one. Immutable options; {@link #of(Comparison)} fits.
 *
 * <p>The likelihood is profiled to one ratio of variances and maximised to full precision from sums by stratum, in
 * O(N·p² + G·p²) for N rows, p columns and G strata; {@link org.iltlib.analytics.multilevel.MixedModel} fits several
 * terms by the same means. In R: {@code lme4::lmer(y ~ small + (1 | school))}. Source: Bates,
 * Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01.
 */
public final class RandomIntercept {
    /** The name of the first coefficient. */
    public static final String INTERCEPT = "(Intercept)";

    /** The name of the treatment's coefficient. */
    public static final String TREATMENT = "treatment";

    private static final double NOTHING = 1e-14;
    private static final double NOTHING_WITHIN = 1e-8;

    private final boolean restricted;
    private final double level;
    private final String unit;

    private RandomIntercept(boolean restricted, double level, String unit) {
        this.restricted = restricted;
        this.level = level;
        this.unit = unit;
    }

    /** REML, 95 % intervals, the outcome in points. */
    public static RandomIntercept withDefaults() {
        return new RandomIntercept(true, 0.95, "points");
    }

    /** A copy that maximises the plain likelihood, as for comparing models that differ in fixed effects. */
    public RandomIntercept withMaximumLikelihood() {
        return new RandomIntercept(false, level, unit);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public RandomIntercept withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new RandomIntercept(restricted, newLevel, unit);
    }

    /** A copy that names the unit of the outcome in words. */
    public RandomIntercept withUnit(String newUnit) {
        return new RandomIntercept(restricted, level, Checks.text(newUnit, "unit"));
    }

    /**
     * The model, with the strata of the comparison as groups; its clusters play no part. Missing, with the reason, if
     * there are fewer than five students, fewer than two strata, no stratum with two students, nobody in one group, a
     * constant outcome, or columns that determine each other.
     */
    public Measured<RandomInterceptModel> of(Comparison comparison) {
        CompleteRows rows = comparison.complete();
        Optional<Measured<RandomInterceptModel>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<String> names = new ArrayList<>(rows.names());
        names.add(TREATMENT);
        return fit(rows.outcome(), names, rows.design(), rows.strata());
    }

    /**
     * The model without a treatment: outcome ~ columns + (1 | group). Missing for the same reasons.
     *
     * @param outcome one finite number a row
     * @param names the columns' names; may be empty for the model with nothing but an intercept
     * @param columns the columns, finite, in the order of the names
     * @param groups one code a row
     * @throws IllegalArgumentException if the lengths differ or a number is not finite
     */
    public Measured<RandomInterceptModel> of(
            double[] outcome, List<String> names, List<double[]> columns, int[] groups) {
        Checks.require(
                names.size() == columns.size(), "There are %s names for %s columns.", names.size(), columns.size());
        finite(outcome, outcome.length, "outcome");
        for (int j = 0; j < names.size(); j++) {
            finite(columns.get(j), outcome.length, names.get(j));
        }
        Checks.require(
                groups.length == outcome.length,
                "groups has %s codes for %s outcomes. Expected one a row.",
                groups.length,
                outcome.length);
        return fit(outcome, names, columns.toArray(new double[0][]), GroupCodes.of(groups));
    }

    private Measured<RandomInterceptModel> fit(double[] y, List<String> names, double[][] columns, GroupCodes groups) {
        if (y.length < CompleteRows.FEWEST_STUDENTS || y.length <= columns.length + 1) {
            return Measured.missing(MissingReason.TOO_FEW, y.length + " students for " + columns.length + " columns");
        } else if (groups.count() < 2 || groups.count() == y.length) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "groups: " + groups.count() + " of " + y.length + " students; no two levels");
        }
        CrossProducts sums = sums(y, columns, groups);
        OptionalInt deficient = MixedEngine.deficientColumn(sums);
        if (deficient.isPresent()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "\"" + names.get(deficient.getAsInt() - 1) + "\" is determined by what stands before it");
        }
        double[] squares = MixedEngine.squares(sums);
        if (squares[0] > NOTHING * squares[1]) {
            MixedEngine fit = MixedEngine.of(sums, restricted, 0, Runnable::run);
            if (fit.reached() && fit.variance() > NOTHING_WITHIN * squares[0] / y.length) {
                return Measured.of(model(fit, y.length, names, groups));
            }
        }
        return Measured.missing(MissingReason.UNDEFINED, "nothing varies within groups");
    }

    static CrossProducts sums(double[] y, double[][] columns, GroupCodes groups) {
        double[] centre = new double[columns.length + 2];
        for (int j = 0; j < columns.length; j++) {
            centre[j + 1] = mean(columns[j]);
        }
        centre[columns.length + 1] = mean(y);
        int[] codes = new int[y.length];
        Arrays.setAll(codes, groups::get);
        Factor strata = Factor.of(groups.count(), codes, new double[][] {{}}, true);
        return CrossProducts.of(y, columns, List.of(strata), new double[0], centre);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private RandomInterceptModel model(MixedEngine fit, int n, List<String> names, GroupCodes groups) {
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
        RandomInterceptModel.Builder model = RandomInterceptModel.builder();
        double between = fit.covariance(0)[0][0];
        double within = fit.variance();
        Explanation why = Explanation.of(
                        "%.1f %% of the variance lies between %d groups: %.2f ÷ (%.2f + %.2f).",
                        100 * between / (between + within), groups.count(), between, between, within)
                .because("%d students; mixed model with one random intercept, %s.", n, method());
        double[] beta = fit.coefficients();
        double[][] covariance = fit.covariance();
        for (int j = 0; j < beta.length; j++) {
            String name = j == 0 ? INTERCEPT : names.get(j - 1);
            double error = Math.sqrt(covariance[j][j]);
            model.addCoefficients(new RandomInterceptModel.Coefficient(name, estimate(beta[j], error, z, n)));
            why = why.because(
                    "%s: %.3f, standard error %.3f; the interval reaches %.2f times as far to either side.",
                    name, beta[j], error, z);
        }
        for (int g = 0; g < groups.count(); g++) {
            model.addEffects(new RandomInterceptModel.GroupEffect(
                    groups.original(g),
                    estimate(fit.effect(0, g)[0], Math.sqrt(fit.effectCovariance(0, g)[0][0]), z, groups.size(g))));
        }
        return model.betweenVariance(between)
                .withinVariance(within)
                .criterion(fit.criterion())
                .n(n)
                .why(why)
                .build();
    }

    private String method() {
        return restricted ? "REML" : "maximum likelihood";
    }

    private Estimate estimate(double value, double error, double z, long n) {
        return Estimate.builder()
                .value(value)
                .lower(value - z * error)
                .upper(value + z * error)
                .level(level)
                .standardError(error)
                .n(n)
                .unit(unit)
                .method("random intercept, " + method())
                .build();
    }

    private static void finite(double[] values, int length, String name) {
        Checks.require(values.length == length, "%s has %s values. Expected %s.", name, values.length, length);
        for (double value : values) {
            Checks.finite(value, name);
        }
    }
}
