package org.iltlib.analytics.multilevel;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.logistic.FixedPart;
import org.iltlib.analytics.internal.logistic.LogisticEngine;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.WeightedFactor;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Logistic mixed models: the log odds of a success are Xβ + Zb with b normal, by maximum likelihood. Immutable options;
 * {@link #of(BinomialDesign)} fits. Random effects may be nested, crossed, of several memberships, with slopes; in R:
 * {@code lme4::glmer(passed ~ prior + (1 | teacher) + (1 | school), family = binomial)}.
 *
 * <p>The random effects are integrated out by Laplace's approximation, or, for one coefficient a group, by adaptive
 * Gauss–Hermite quadrature. Their modes are found by penalised reweighted least squares for each β and θ, which are
 * climbed together with an exact gradient; standard errors come from the curvature at the top, in β and θ jointly.
 * An evaluation costs a few sparse factorisations: O(N) for nested groups, O(m³) for m levels that all meet by crossing.
 *
 * <p>Sources: Breslow &amp; Clayton (1993), doi:10.1080/01621459.1993.10594284; Pinheiro &amp; Chao (2006),
 * doi:10.1198/106186006X96962; Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01. The results do not
 * depend on the order of rows but for rounding, and on threads not at all.
 */
public final class LogisticMixedModel {
    /** With fewer rows no model is fitted. */
    public static final int FEWEST_ROWS = MixedModel.FEWEST_ROWS;

    /** More points of quadrature are refused. */
    public static final int MOST_POINTS = 25;

    /** More coefficients that all meet by crossing are refused. */
    public static final int LARGEST_CORE = 6_000;

    private final int points;
    private final double level;
    private final Executor executor;

    private LogisticMixedModel(int points, double level, Executor executor) {
        this.points = points;
        this.level = level;
        this.executor = executor;
    }

    /** Laplace's approximation, 95 % intervals, on the caller's thread. */
    public static LogisticMixedModel withDefaults() {
        return new LogisticMixedModel(1, 0.95, Runnable::run);
    }

    /**
     * A copy that integrates by adaptive Gauss–Hermite quadrature, for designs with one coefficient a group; one point
     * is Laplace's approximation.
     *
     * @param count of points, 1 to {@value #MOST_POINTS}; odd numbers are usual
     * @throws IllegalArgumentException if it is another number
     */
    public LogisticMixedModel withQuadraturePoints(int count) {
        Checks.require(
                count >= 1 && count <= MOST_POINTS,
                "There are %s points of quadrature. Expected 1 to %s.",
                count,
                MOST_POINTS);
        return new LogisticMixedModel(count, level, executor);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public LogisticMixedModel withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new LogisticMixedModel(points, newLevel, executor);
    }

    /** A copy that works on the threads of that executor; results are the same on any. */
    public LogisticMixedModel withExecutor(Executor newExecutor) {
        return new LogisticMixedModel(points, level, newExecutor);
    }

    /**
     * The fit. Missing, with the reason: fewer than {@value #FEWEST_ROWS} rows or no more rows than columns, one group,
     * as many random coefficients of a term as trials, no success or no failure at all, a column that the columns before
     * it determine, columns that separate successes from failures, a slope whose column does not vary within any group,
     * no top of the likelihood (as where groups answer all alike), more than {@value #LARGEST_CORE} coefficients that
     * meet by crossing; with several points of quadrature also more than one coefficient a group.
     *
     * @throws IllegalArgumentException if the design has no random term
     */
    public Measured<LogisticMixedFit> of(BinomialDesign design) {
        Checks.notEmpty(design.terms(), "terms");
        int n = design.rows();
        int columns = design.names().size();
        if (n < FEWEST_ROWS || n <= columns + 1) {
            return Measured.missing(MissingReason.TOO_FEW, n + " rows for " + columns + " columns");
        }
        for (RandomTerm term : design.terms()) {
            long coefficients = (long) term.groups() * term.columns().size();
            if (term.groups() < 2) {
                return Measured.missing(MissingReason.TOO_FEW, "\"" + term.name() + "\" has one group");
            } else if (coefficients >= design.trials()) {
                return Measured.missing(
                        MissingReason.TOO_FEW,
                        "\"%s\" has %s random coefficients for %s trials"
                                .formatted(term.name(), coefficients, design.trials()));
            } else if (!term.constantSlope().isEmpty()) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "\"" + term.constantSlope() + "\" does not vary within any group of \"" + term.name() + "\"");
            }
        }
        if (design.successes() == 0 || design.successes() == design.trials()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    design.successes() == 0 ? "there is no success at all" : "there is no failure at all");
        }
        RandomTerm first = design.terms().get(0);
        boolean scalar = design.terms().size() == 1
                && first.columns().size() == 1
                && first.grouping().isSingle();
        if (points > 1 && !scalar) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    "quadrature is for one random coefficient a group; maybe Laplace's approximation");
        }
        return fit(design);
    }

    private Measured<LogisticMixedFit> fit(BinomialDesign design) {
        FixedPart fixed = FixedPart.of(design.outcome(), design.columns());
        OptionalInt deficient = fixed.deficientColumn();
        if (deficient.isPresent()) {
            String name = design.names().get(Math.max(0, deficient.getAsInt() - 1));
            return Measured.missing(MissingReason.UNDEFINED, "\"" + name + "\" is determined by the columns before it");
        } else if (fixed.isSeparated()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the columns separate successes from failures, wholly or but for ties");
        }
        List<Factor> factors = design.terms().stream().map(RandomTerm::factor).toList();
        int core = WeightedFactor.core(factors, design.rows());
        if (core > LARGEST_CORE) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE,
                    core + " coefficients meet by crossing. Expected up to " + LARGEST_CORE);
        }
        LogisticEngine engine = LogisticEngine.of(fixed, factors, points, executor);
        if (!engine.reached()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "the likelihood has no top in " + engine.evaluations()
                            + " evaluations; maybe there are too few groups, or each answers all alike");
        }
        return Measured.of(new LogisticMixedFit(this, design, engine));
    }

    double level() {
        return level;
    }

    String method() {
        return points == 1 ? "Laplace's approximation" : "adaptive Gauss–Hermite quadrature with " + points + " points";
    }
}
