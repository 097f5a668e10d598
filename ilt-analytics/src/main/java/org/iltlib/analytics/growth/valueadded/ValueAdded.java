package org.iltlib.analytics.growth.valueadded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iltlib.analytics.growth.summary.RankBand;
import org.iltlib.analytics.multilevel.FixedEffect;
import org.iltlib.analytics.multilevel.MixedFit;
import org.iltlib.analytics.multilevel.RandomEffect;
import org.iltlib.analytics.multilevel.TermVariance;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;

/**
 * The effects of teachers and schools by one model, with what the model says of all together. Immutable.
 *
 * <p>Intervals are those of {@link MixedFit#predictions}: fixed effects and the variance between units count as estimates.
 * Ranks go by {@link MixedFit#comparisons}.
 */
public final class ValueAdded {
    /** The name of the teachers' term in the model. */
    public static final String TEACHER = "teacher";

    /** The name of the schools' term in the model. */
    public static final String SCHOOL = "school";

    private final MixedFit fit;
    private final Explanation why;
    private final List<UnitEffect> teachers;
    private final List<UnitEffect> schools;
    private final long leftOut;

    private ValueAdded(
            MixedFit fit, Explanation why, List<UnitEffect> teachers, List<UnitEffect> schools, long leftOut) {
        this.fit = fit;
        this.why = why;
        this.teachers = teachers;
        this.schools = schools;
        this.leftOut = leftOut;
    }

    static ValueAdded of(MixedFit fit, Explanation why, Withheld withheld, String policy, long leftOut) {
        return new ValueAdded(
                fit,
                why,
                effects(fit, TEACHER, withheld, policy),
                withheld.hasSchools() ? effects(fit, SCHOOL, withheld, policy) : List.of(),
                leftOut);
    }

    private static List<UnitEffect> effects(MixedFit fit, String term, Withheld withheld, String policy) {
        boolean teachers = term.equals(TEACHER);
        List<UnitEffect> effects = new ArrayList<>();
        Measured<List<RandomEffect>> predictions = fit.predictions(term);
        Measured<List<RandomEffect>> comparisons = fit.comparisons(term);
        int place = 0;
        for (RandomEffect effect : fit.effects(term)) {
            String code = effect.group();
            int at = place++;
            if (teachers ? withheld.teacher(code) : withheld.school(code)) {
                effects.add(new UnitEffect(code, few(policy), few(policy), few(policy), few(policy)));
            } else {
                double students = withheld.students(code, teachers);
                effects.add(new UnitEffect(
                        code,
                        predictions.map(all -> of(all.get(at).estimate(), students)),
                        Measured.of(students),
                        reliability(fit.getComponent(term).variance(effect.column()), effect.estimate()),
                        comparisons.map(all -> of(all.get(at).estimate(), students))));
            }
        }
        return List.copyOf(effects);
    }

    /** In points, of so many students. */
    private static Estimate of(Estimate prediction, double students) {
        return prediction.toBuilder()
                .n((long) Math.floor(students + 1e-9))
                .unit("points")
                .build();
    }

    private static <T> Measured<T> few(String policy) {
        return Measured.suppressed(SuppressionReason.SMALL_GROUP, policy);
    }

    private static Measured<Double> reliability(double between, Estimate effect) {
        double error = effect.standardError().orElse(0.0);
        return between > 0
                ? Measured.of(Math.max(0, Math.min(1, 1 - error * error / between)))
                : Measured.missing(MissingReason.UNDEFINED, "the model finds no difference between units");
    }

    /** The teachers, in the order of their codes; empty if the model has none. */
    public List<UnitEffect> teachers() {
        return teachers;
    }

    /** The schools, in the order of their codes; empty if the model has none. */
    public List<UnitEffect> schools() {
        return schools;
    }

    /** The fixed effects of the model, the intercept first. */
    public List<FixedEffect> fixedEffects() {
        return fit.fixedEffects();
    }

    /**
     * The fixed effect of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FixedEffect getFixedEffect(String name) {
        return fit.getFixedEffect(name);
    }

    /** How much each random term varies: teachers, schools, students. The model itself would tell of units withheld. */
    public List<TermVariance> components() {
        return fit.components();
    }

    /**
     * How much a random term varies, such as {@link #TEACHER}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TermVariance getComponent(String term) {
        return fit.getComponent(term);
    }

    /** The residual variance, in squared points. */
    public double residualVariance() {
        return fit.residualVariance();
    }

    /** Minus twice the logarithm of the restricted likelihood. */
    public double criterion() {
        return fit.criterion();
    }

    /** How many rows were left out because something of them was missing. */
    public long leftOut() {
        return leftOut;
    }

    /** What may be said: that scores go with a teacher or school. */
    public ClaimRung rung() {
        return ClaimRung.ASSOCIATED;
    }

    /** The model in words and arithmetic, and what it does not say. */
    public Explanation why() {
        return why;
    }

    /**
     * The ranks that each unit may hold, the largest effect first; missing where the effect is withheld. In the order of
     * the units. O(units²).
     */
    public static List<Measured<RankBand>> bands(List<UnitEffect> units) {
        List<Estimate> shown = shown(units);
        return units.stream()
                .map(unit -> unit.comparison().map(ours -> RankBand.of(ours, shown)))
                .toList();
    }

    /**
     * The teachers from the largest effect to the smallest, if no two neighbours' intervals overlap; if they do, a reason
     * instead, for then nobody knows the order.
     */
    public Measured<List<UnitEffect>> ranked() {
        return ranked(teachers.isEmpty() ? schools : teachers);
    }

    /** As {@link #ranked()}, of any units; of those whose effect is withheld nothing is said. */
    public static Measured<List<UnitEffect>> ranked(List<UnitEffect> units) {
        List<UnitEffect> order = units.stream()
                .filter(unit -> unit.comparison().isReported())
                .sorted(Comparator.comparingDouble(
                                (UnitEffect unit) -> -value(unit).value())
                        .thenComparing(UnitEffect::unit))
                .toList();
        if (order.isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no unit has an effect that is shown");
        }
        int overlaps = 0;
        for (int i = 1; i < order.size(); i++) {
            overlaps += value(order.get(i)).upper() >= value(order.get(i - 1)).lower() ? 1 : 0;
        }
        return overlaps == 0
                ? Measured.of(order)
                : Measured.missing(
                        MissingReason.UNDEFINED,
                        "the intervals of " + overlaps + " of " + (order.size() - 1)
                                + " neighbours overlap, so nobody knows the order");
    }

    private static List<Estimate> shown(List<UnitEffect> units) {
        return units.stream()
                .flatMap(unit -> unit.comparison().value().stream())
                .toList();
    }

    private static Estimate value(UnitEffect unit) {
        return unit.comparison().value().orElseThrow();
    }

    /**
     * The unit of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static UnitEffect get(List<UnitEffect> units, String code) {
        return units.stream()
                .filter(unit -> unit.unit().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no unit \"" + code + "\" among "
                        + units.size() + ". "
                        + (units.isEmpty() ? "" : "One is \"" + units.get(0).unit() + "\".")));
    }

    /** How much of the differences between units is left after shrinking: the mean reliability of those shown. */
    public static Measured<Double> meanReliability(List<UnitEffect> units) {
        double sum = 0;
        int count = 0;
        for (UnitEffect unit : units) {
            if (unit.reliability().value().isPresent()) {
                sum += unit.reliability().value().orElseThrow();
                count++;
            }
        }
        return count == 0
                ? Measured.missing(MissingReason.UNDEFINED, "no unit has a reliability")
                : Measured.of(Checks.share(sum / count, "reliability"));
    }
}
