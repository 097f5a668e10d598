package org.iltlib.analytics.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.robust.ClusterRobust;
import org.iltlib.analytics.internal.robust.ClusterRobust.Power;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The effect of a treatment within strata, by least squares with a fixed effect for every stratum and cluster-robust
 * errors. Immutable options; {@link #of(Comparison)} computes.
 *
 * <p>The effect is the coefficient of the treatment in outcome ~ treatment + covariates + stratum: a mean of the
 * differences in the strata, each weighted by n₁n₀/(n₁+n₀). Strata are absorbed, which is exact, and they count in the
 * leverage of a cluster even where clusters are parts of strata. Interval and p-value use Student's t with
 * Satterthwaite's degrees of freedom (with N − p for {@link ErrorRule#CLASSICAL}). Time O(N·p² + G·(p+s)³) for N rows, p
 * columns, G clusters that share s strata with others.
 *
 * <p>In R: {@code m <- lm(y ~ small + factor(stratum)); clubSandwich::coef_test(m, vcov = "CR2", cluster = school)}.
 * Source: Pustejovsky &amp; Tipton (2018), doi:10.1080/07350015.2016.1247004; effect size as in the What Works
 * Clearinghouse Procedures Handbook 4.1, appendix E.
 */
public final class FixedEffectsComparison {
    private final ErrorRule rule;
    private final double level;
    private final String unit;

    private FixedEffectsComparison(ErrorRule rule, double level, String unit) {
        this.rule = rule;
        this.level = level;
        this.unit = unit;
    }

    /** CR2 errors, 95 % intervals, the outcome in points. */
    public static FixedEffectsComparison withDefaults() {
        return new FixedEffectsComparison(ErrorRule.CR2, 0.95, "points");
    }

    /** A copy with another rule for the standard error. */
    public FixedEffectsComparison withErrors(ErrorRule newRule) {
        return new FixedEffectsComparison(newRule, level, unit);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public FixedEffectsComparison withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new FixedEffectsComparison(rule, newLevel, unit);
    }

    /** A copy that names the unit of the outcome in words. */
    public FixedEffectsComparison withUnit(String newUnit) {
        return new FixedEffectsComparison(rule, level, Checks.text(newUnit, "unit"));
    }

    /**
     * The effect; missing, with the reason, if there are fewer than five students, fewer than two clusters, nobody in
     * one group, fewer than two clusters with treated or with other students (where errors go by cluster: what a single
     * cluster has of its own cannot be told from the effect), fewer than four degrees of freedom (Tipton 2015,
     * doi:10.1037/met0000011), a constant outcome, a treatment that never varies within a stratum, or columns that determine each
     * other.
     */
    public Measured<TreatmentEffect> of(Comparison comparison) {
        CompleteRows rows = comparison.complete();
        Optional<Measured<TreatmentEffect>> refusal = rows.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LeastSquares fit = LeastSquares.of(rows.outcome(), rows.design(), rows.strata());
        if (fit.deficientColumn().isPresent()) {
            return rows.deficient(fit.deficientColumn().getAsInt());
        } else if (fit.residualDegrees() <= 0) {
            return Measured.missing(MissingReason.TOO_FEW, "as many strata and covariates as students");
        } else if (fit.residualSquares() <= 1e-20 * (fit.withinSquares() + 1)) {
            return Measured.missing(MissingReason.UNDEFINED, "strata and columns explain the outcome without rest");
        }
        Optional<String> alone = rule == ErrorRule.CLASSICAL ? Optional.empty() : rows.alone(together(rows));
        if (alone.isPresent()) {
            return Measured.missing(MissingReason.TOO_FEW, alone.get());
        }
        double effect = fit.coefficients()[fit.columns() - 1];
        ClusterRobust.Outcome error = error(rows, fit);
        double degrees = error.degreesOfFreedom();
        if (!(error.variance() > 0) || !(degrees > 0)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the clusters are too few for this design to have a standard error");
        } else if (degrees < TreatmentEffect.FEWEST_DEGREES) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    String.format(
                            Locale.ROOT,
                            "%.1f degrees of freedom, at least %.0f needed: too few clusters carry the comparison",
                            degrees,
                            TreatmentEffect.FEWEST_DEGREES));
        }
        Arms arms = Arms.of(rows);
        if (!(arms.pooledDeviation() > 0) || !Double.isFinite(arms.pooledDeviation())) {
            return Measured.missing(MissingReason.UNDEFINED, "nobody differs within the groups of a scale: no spread");
        }
        PlainError plain = new PlainError(
                Math.sqrt(fit.classicalCovariance()[fit.columns() - 1][fit.columns() - 1]), fit.residualDegrees());
        return Measured.of(result(rows, arms, effect, Math.sqrt(error.variance()), degrees, plain));
    }

    private GroupCodes together(CompleteRows rows) {
        return rule.isByRow() ? rows.students() : rows.clusters();
    }

    private ClusterRobust.Outcome error(CompleteRows rows, LeastSquares fit) {
        int column = fit.columns() - 1;
        if (rule == ErrorRule.CLASSICAL) {
            return new ClusterRobust.Outcome(fit.classicalCovariance()[column][column], fit.residualDegrees());
        }
        GroupCodes together = together(rows);
        ClusterRobust.Outcome plain = ClusterRobust.of(fit, together, column, Power.ofExponent(rule.exponent()));
        double factor = rule.factor(together.count(), rows.n(), rows.n() - fit.residualDegrees());
        return new ClusterRobust.Outcome(factor * plain.variance(), plain.degreesOfFreedom());
    }

    private TreatmentEffect result(
            CompleteRows rows, Arms arms, double effect, double error, double degrees, PlainError plain) {
        TDistribution t = new TDistribution(degrees);
        double reach = t.inverseCumulativeProbability(0.5 + level / 2) * error;
        double statistic = effect / error;
        double scale = HedgesG.smallSampleFactor(arms.n()) / arms.pooledDeviation();
        Estimate points = Estimate.builder()
                .value(effect)
                .lower(effect - reach)
                .upper(effect + reach)
                .level(level)
                .standardError(error)
                .n(rows.n())
                .unit(unit)
                .method("least squares within strata, " + rule)
                .build();
        return TreatmentEffect.builder()
                .points(points)
                .standardized(points.toBuilder()
                        .value(effect * scale)
                        .lower((effect - reach) * scale)
                        .upper((effect + reach) * scale)
                        .standardError(error * scale)
                        .unit("standard deviations")
                        .method("Hedges' g of " + points.method())
                        .build())
                .statistic(statistic)
                .degreesOfFreedom(degrees)
                .pValue(Math.min(1, 2 * t.cumulativeProbability(-Math.abs(statistic))))
                .treated(rows.treatedCount())
                .control(rows.controlCount())
                .leftOut(rows.leftOut())
                .strata(rows.strata().count())
                .clusters(rows.clusters().count())
                .intraclassCorrelation(correlation(rows))
                .plainError(plain)
                .why(why(rows, arms, points, scale, degrees))
                .build();
    }

    private static Measured<Double> correlation(CompleteRows rows) {
        GroupCodes clusters = rows.clusters();
        if (clusters.count() == rows.n()) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "every student is a cluster");
        }
        int[] codes = new int[rows.n()];
        Arrays.setAll(codes, clusters::get);
        return RandomIntercept.withDefaults()
                .of(rows.outcome(), List.of(RandomIntercept.TREATMENT), List.of(rows.treatment()), codes)
                .map(RandomInterceptModel::intraclassCorrelation);
    }

    private Explanation why(CompleteRows rows, Arms arms, Estimate points, double scale, double degrees) {
        double error = points.standardError().orElse(0.0);
        return Explanation.of(
                        "Treated students differ from the others by %.2f %s, with %.0f %% confidence between %.2f and"
                                + " %.2f.",
                        points.value(), unit, 100 * level, points.lower(), points.upper())
                .because(
                        "%d treated and %d other students with all values; %d rows left out for lack of one.",
                        rows.treatedCount(), rows.controlCount(), rows.leftOut())
                .because(
                        "Means before any adjustment: %.2f and %.2f; students spread by %.2f within the groups.",
                        arms.treatedMean(), arms.controlMean(), arms.pooledDeviation())
                .because(
                        "Compared only within the same stratum (%d strata)%s.",
                        rows.strata().count(),
                        rows.names().isEmpty() ? "" : ", with these held equal: " + String.join(", ", rows.names()))
                .because(
                        "Standard error %.3f (%s, %d clusters); with %.1f degrees of freedom the interval reaches %.2f"
                                + " times as far to either side.",
                        error, rule, rows.clusters().count(), degrees, (points.upper() - points.value()) / error)
                .because(
                        "In standard deviations: %.2f × %.4f ÷ %.2f = %.3f (Hedges' g; What Works Clearinghouse 4.1).",
                        points.value(),
                        HedgesG.smallSampleFactor(arms.n()),
                        arms.pooledDeviation(),
                        points.value() * scale);
    }
}
