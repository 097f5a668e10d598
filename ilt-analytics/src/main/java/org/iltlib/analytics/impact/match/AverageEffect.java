package org.iltlib.analytics.impact.match;

import java.util.Arrays;
import java.util.Optional;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.analytics.regression.LinearRegression;
import org.iltlib.analytics.regression.RegressionFit;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The average effect on the treated who have a peer: the weighted difference of the outcome between groups that were made
 * alike, with errors that go together within sets (or within clusters, such as schools). Immutable options.
 *
 * <p>It is the coefficient of the treatment in a weighted least-squares fit, with the inputs beside it if asked. By sets,
 * the variance is the cluster sandwich times G(N − 1)/((G − 1)(N − p)), the interval Student's t with G − 1 degrees of
 * freedom. By clusters that the caller gives, it is CR2 with Satterthwaite's degrees of freedom ({@link LinearRegression}),
 * of which at least four are needed: schools are few, and few of them may be treated. In R: {@code m <- lm(y ~ treated,
 * weights = w); sandwich::vcovCL(m, cluster = ~subclass)}, and {@code clubSandwich::coef_test(m, vcov = "CR2", cluster =
 * school)}.
 *
 * <p>Where there are no sets, as after matching with replacement and entropy balancing, every row is a set of its own, and
 * the error does not know that the inputs were made alike: unadjusted, it may be twice too large where the inputs explain
 * much of the outcome. {@link #adjusted()} takes that part out of the error too, without moving the effect where the
 * inputs are balanced exactly. The weights count as known.
 */
public final class AverageEffect {
    private static final int FEWEST_CLUSTERS = 5;
    private static final String TREATED = "treated";

    private final double level;
    private final String unit;
    private final boolean adjusted;
    private final Optional<int[]> clusters;

    private AverageEffect(double level, String unit, boolean adjusted, Optional<int[]> clusters) {
        this.level = level;
        this.unit = unit;
        this.adjusted = adjusted;
        this.clusters = clusters;
    }

    /** The plain weighted difference, 95 % intervals, the outcome in points, errors together within sets. */
    public static AverageEffect withDefaults() {
        return new AverageEffect(0.95, "points", false, Optional.empty());
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public AverageEffect withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new AverageEffect(newLevel, unit, adjusted, clusters);
    }

    /** A copy that names the unit of the outcome in words. */
    public AverageEffect withUnit(String newUnit) {
        return new AverageEffect(level, Checks.text(newUnit, "unit"), adjusted, clusters);
    }

    /** A copy that holds the inputs equal as well, for what difference matching has left. */
    public AverageEffect adjusted() {
        return new AverageEffect(level, unit, true, clusters);
    }

    /** A copy in which the errors of a cluster go together, such as a school's, instead of a set's; one code a row. */
    public AverageEffect clusteredBy(int[] codes) {
        return new AverageEffect(level, unit, adjusted, Optional.of(codes.clone()));
    }

    /**
     * The effect; missing, with the reason, if fewer than five compared rows have an outcome, or none on one side, fewer
     * than five clusters, fewer than four degrees of freedom over given clusters, a constant outcome, or inputs that determine who was treated.
     *
     * @param groups the groups, made alike
     * @param outcome one number a row of the candidates, {@code NaN} where unknown; a row without is left out, its peers
     *     are not, so that many unknown outcomes ask for matching anew
     * @throws IllegalArgumentException if there is not one outcome (and one cluster) a row, or one is infinite
     */
    public Measured<TreatmentEffect> of(BalancedGroups groups, double[] outcome) {
        Inputs inputs = groups.inputs();
        Checks.require(
                outcome.length == groups.rows()
                        && clusters.map(codes -> codes.length == groups.rows()).orElse(true),
                "There are %s outcomes and %s clusters for %s rows. Expected one each a row.",
                outcome.length,
                clusters.map(codes -> codes.length).orElse(groups.rows()),
                groups.rows());
        int[] used = used(groups, outcome);
        double[] y = new double[used.length];
        double[] weights = new double[used.length];
        int[] codes = new int[used.length];
        double[][] columns = new double[adjusted ? inputs.columns().length + 1 : 1][used.length];
        Moments treated = Moments.EMPTY;
        Moments others = Moments.EMPTY;
        for (int i = 0; i < used.length; i++) {
            int place = used[i];
            int row = inputs.rows()[place];
            y[i] = outcome[row];
            weights[i] = groups.weights()[place];
            int set = groups.sets()[place];
            codes[i] = clusters.map(given -> given[row]).orElse(set < 0 ? inputs.n() + place : set);
            columns[0][i] = inputs.treated()[place] ? 1 : 0;
            for (int j = 1; j < columns.length; j++) {
                columns[j][i] = inputs.columns()[j - 1][place];
            }
            treated = inputs.treated()[place] ? treated.with(y[i]) : treated;
            others = inputs.treated()[place] ? others : others.with(y[i]);
        }
        GroupCodes groupCodes = GroupCodes.of(codes);
        Optional<String> lack = lack(treated, others, groupCodes.count());
        if (lack.isPresent()) {
            return Measured.missing(MissingReason.TOO_FEW, lack.get());
        } else if (!(treated.merge(others).squares() > 0) || !(treated.squares() + others.squares() > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the outcome does not vary within the groups");
        }
        Design design = Design.of("outcome", y).weightedBy(weights).clusteredBy(codes);
        for (int j = 0; j < columns.length; j++) {
            design = design.with(j == 0 ? TREATED : "input " + j, columns[j]);
        }
        Measured<RegressionFit> fit = LinearRegression.withDefaults()
                .withErrors(clusters.isPresent() ? ErrorRule.CR2 : ErrorRule.CR1S)
                .of(design);
        if (!fit.isReported()) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the inputs determine each other, or who was treated, among the compared");
        }
        Moments ofTreated = treated;
        Moments ofOthers = others;
        int count = groupCodes.count();
        return fit.flatMap(found -> spread(found.getCoefficient(TREATED), count)
                .map(error -> result(
                        groups,
                        ofTreated,
                        ofOthers,
                        count,
                        found.getCoefficient(TREATED).value(),
                        error)));
    }

    private Measured<Spread> spread(Coefficient found, int count) {
        if (clusters.isPresent()) {
            Spread error = new Spread(found.standardError(), found.degreesOfFreedom(), "CR2");
            return found.estimate().map(any -> error);
        }
        return found.standardError() > 0
                ? Measured.of(new Spread(found.standardError(), count - 1.0, "sandwich"))
                : Measured.missing(MissingReason.UNDEFINED, "no cluster differs from the others: no standard error");
    }

    /** A standard error, its degrees of freedom, and what it is. */
    private record Spread(double standard, double degrees, String words) {}

    private static int[] used(BalancedGroups groups, double[] outcome) {
        int[] used = new int[groups.weights().length];
        int kept = 0;
        for (int i = 0; i < used.length; i++) {
            double value = outcome[groups.inputs().rows()[i]];
            Checks.require(!Double.isInfinite(value), "An outcome is %s. Expected a number, or NaN.", value);
            if (groups.weights()[i] > 0 && !Double.isNaN(value)) {
                used[kept++] = i;
            }
        }
        return Arrays.copyOf(used, kept);
    }

    private static Optional<String> lack(Moments treated, Moments others, int clusters) {
        if (treated.n() + others.n() < Inputs.FEWEST) {
            return Optional.of(treated.n() + others.n() + " compared rows have an outcome");
        } else if (treated.n() == 0 || others.n() == 0) {
            return Optional.of("nobody with an outcome on one side");
        }
        return clusters < FEWEST_CLUSTERS
                ? Optional.of(clusters + " clusters; at least " + FEWEST_CLUSTERS + " needed for a standard error")
                : Optional.empty();
    }

    private TreatmentEffect result(
            BalancedGroups groups, Moments treated, Moments others, int count, double effect, Spread found) {
        double error = found.standard();
        double degrees = found.degrees();
        double reach = Distributions.studentQuantile(degrees, 0.5 + level / 2) * error;
        long n = treated.n() + others.n();
        double pooled = Math.sqrt((treated.squares() + others.squares()) / (n - 2.0));
        double scale = HedgesG.smallSampleFactor((double) n) / pooled;
        Estimate points = Estimate.builder()
                .value(effect)
                .lower(effect - reach)
                .upper(effect + reach)
                .level(level)
                .standardError(error)
                .n(n)
                .unit(unit)
                .method("weighted difference after " + groups.method() + (adjusted ? ", adjusted for the inputs" : ""))
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
                .statistic(effect / error)
                .degreesOfFreedom(degrees)
                .pValue(Math.min(1, 2 * Distributions.studentProbability(degrees, -Math.abs(effect / error))))
                .treated(treated.n())
                .control(others.n())
                .leftOut(groups.rows() - n)
                .strata(sets(groups))
                .clusters(count)
                .intraclassCorrelation(Measured.missing(MissingReason.NOT_APPLICABLE, "rows were chosen and weighted"))
                .why(why(groups, points, count, found))
                .build();
    }

    private static int sets(BalancedGroups groups) {
        return Math.max(1, (int)
                Arrays.stream(groups.sets()).filter(set -> set >= 0).distinct().count());
    }

    private Explanation why(BalancedGroups groups, Estimate points, int count, Spread found) {
        Explanation why = Explanation.of(
                        "Treated rows with a peer differ from their peers by %.4g %s, with %.0f %% confidence between"
                                + " %.4g and %.4g [%s].",
                        points.value(), unit, 100 * level, points.lower(), points.upper(), groups.rung(adjusted))
                .because(groups.why())
                .because(
                        "Standard error %.4g (%s over %d clusters), %.1f degrees of freedom.",
                        found.standard(), found.words(), count, found.degrees());
        for (String assumption : groups.assumptions()) {
            why = why.because("It must be true: " + assumption);
        }
        return why;
    }
}
