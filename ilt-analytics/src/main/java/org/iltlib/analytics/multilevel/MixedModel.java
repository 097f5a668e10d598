package org.iltlib.analytics.multilevel;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.mixed.CrossProducts;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.MixedEngine;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Linear mixed models, y = Xβ + Zb + ε with b and ε normal, by restricted or plain maximum likelihood. Immutable options;
 * {@link #of(MixedDesign)} fits. Random effects may be nested, crossed, of several memberships, with slopes; in R:
 * {@code lme4::lmer(y ~ prior + (1 | teacher) + (1 | school))}.
 *
 * <p>One pass turns the data into cross-products by level and pair of levels; the likelihood, profiled to the ratios θ of
 * the terms' standard deviations to σ, is climbed from them by Newton steps on the average information, with an exact
 * gradient. Usually four to eight evaluations reach full precision. The largest term is eliminated level by level, the
 * others in an order that keeps the factor sparse, and what is left in dense blocks: O(N) for nested groups, O(m³) for
 * m levels that all meet each other by crossing.
 *
 * <p>Sources: Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01; Gilmour, Thompson &amp; Cullis
 * (1995), doi:10.2307/2533274. The results do not depend on the order of rows but for rounding, and on threads not at
 * all.
 */
public final class MixedModel {
    /** With fewer rows no model is fitted. */
    public static final int FEWEST_ROWS = 6;

    private static final double NOTHING = 1e-8;

    private final boolean restricted;
    private final double level;
    private final String unit;
    private final DegreesOfFreedom freedom;
    private final Executor executor;

    private MixedModel(boolean restricted, double level, String unit, DegreesOfFreedom freedom, Executor executor) {
        this.restricted = restricted;
        this.level = level;
        this.unit = unit;
        this.freedom = freedom;
        this.executor = executor;
    }

    /** REML, 95 % intervals with Satterthwaite degrees of freedom, the outcome in points, on the caller's thread. */
    public static MixedModel withDefaults() {
        return new MixedModel(true, 0.95, "points", DegreesOfFreedom.SATTERTHWAITE, Runnable::run);
    }

    /** A copy that maximises the plain likelihood, as for comparing models that differ in fixed effects. */
    public MixedModel withMaximumLikelihood() {
        return new MixedModel(false, level, unit, freedom, executor);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public MixedModel withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new MixedModel(restricted, newLevel, unit, freedom, executor);
    }

    /** A copy that names the unit of the outcome in words. */
    public MixedModel withUnit(String newUnit) {
        return new MixedModel(restricted, level, Checks.text(newUnit, "unit"), freedom, executor);
    }

    /** A copy with another rule for degrees of freedom. */
    public MixedModel withDegreesOfFreedom(DegreesOfFreedom rule) {
        return new MixedModel(restricted, level, unit, rule, executor);
    }

    /** A copy that works on the threads of that executor; results are the same on any. */
    public MixedModel withExecutor(Executor newExecutor) {
        return new MixedModel(restricted, level, unit, freedom, newExecutor);
    }

    /**
     * The fit. Missing, with the reason: fewer than {@value #FEWEST_ROWS} rows or no more rows than columns, one group,
     * as many random coefficients of a term as rows, an outcome that the columns determine, a column that the columns
     * before it determine, or a slope whose column does not vary within any group;
     * under Kenward and Roger's rule also maximum likelihood, known error variances, or too many random coefficients.
     *
     * @throws IllegalArgumentException if the design has no random term
     */
    public Measured<MixedFit> of(MixedDesign design) {
        Checks.notEmpty(design.terms(), "terms");
        int n = design.rows();
        int columns = design.names().size();
        if (n < FEWEST_ROWS || n <= columns + 1) {
            return Measured.missing(MissingReason.TOO_FEW, n + " rows for " + columns + " columns");
        }
        for (RandomTerm term : design.terms()) {
            if (term.groups() < 2) {
                return Measured.missing(MissingReason.TOO_FEW, "\"" + term.name() + "\" has one group");
            } else if ((long) term.groups() * term.columns().size() >= n) {
                return Measured.missing(
                        MissingReason.TOO_FEW,
                        "\"%s\" has %s random coefficients for %s rows"
                                .formatted(
                                        term.name(),
                                        (long) term.groups() * term.columns().size(),
                                        n));
            } else if (!term.constantSlope().isEmpty()) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "\"" + term.constantSlope() + "\" does not vary within any group of \"" + term.name() + "\"");
            }
        }
        String refusal = FixedErrors.refusal(this, design);
        return refusal.isEmpty() ? fit(design) : Measured.missing(MissingReason.NOT_APPLICABLE, refusal);
    }

    private Measured<MixedFit> fit(MixedDesign design) {
        CrossProducts data = products(design, design.weights());
        OptionalInt deficient = MixedEngine.deficientColumn(data);
        if (deficient.isPresent()) {
            String name = design.names().get(Math.max(0, deficient.getAsInt() - 1));
            return Measured.missing(MissingReason.UNDEFINED, "\"" + name + "\" is determined by the columns before it");
        }
        double[] squares = MixedEngine.squares(data);
        if (!(squares[1] > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the outcome is constant");
        } else if (!(squares[0] > 1e-12 * squares[1])) {
            return Measured.missing(MissingReason.UNDEFINED, "the columns determine the outcome");
        }
        boolean known = design.errorVariances().length > 0;
        double around = squares[0] / design.rows();
        MixedEngine engine = known
                ? KnownErrors.fit(design, restricted, executor, around)
                : MixedEngine.of(data, restricted, 0, executor);
        if (engine.variance() <= NOTHING * squares[0] / design.rows()) {
            return Measured.missing(MissingReason.UNDEFINED, "nothing varies within groups");
        } else if (!engine.reached()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "no convergence in " + engine.evaluations() + " evaluations; maybe there are too few groups");
        }
        return Measured.of(new MixedFit(this, design, engine, known && KnownErrors.isAtBound(engine, around)));
    }

    static CrossProducts products(MixedDesign design, double[] weights) {
        double[][] columns = design.columns();
        double[] centre = new double[columns.length + 2];
        for (int j = 0; j < columns.length; j++) {
            centre[j + 1] = mean(columns[j]);
        }
        centre[columns.length + 1] = mean(design.outcome());
        List<Factor> factors = design.terms().stream().map(RandomTerm::factor).toList();
        return CrossProducts.of(design.outcome(), columns, factors, weights, centre);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    boolean isRestricted() {
        return restricted;
    }

    double level() {
        return level;
    }

    String unit() {
        return unit;
    }

    DegreesOfFreedom freedom() {
        return freedom;
    }

    Executor executor() {
        return executor;
    }

    String method() {
        return restricted ? "REML" : "maximum likelihood";
    }
}
