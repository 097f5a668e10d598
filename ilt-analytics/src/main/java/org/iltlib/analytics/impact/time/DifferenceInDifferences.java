package org.iltlib.analytics.impact.time;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.impact.ClaimRung;

/**
 * How much more the treated units changed than the others. Immutable options; {@link #of(double[], boolean[], boolean[],
 * int[])} takes two groups before and after, {@link #of(Panel)} a panel.
 *
 * <p>It stands on parallel trends: without the treatment both would have changed alike. Where units start at different
 * times the two-way form mixes comparisons of early with late starters (Goodman-Bacon 2021,
 * doi:10.1016/j.jeconom.2021.03.014): the result then says which and with what weights, and {@link GroupTimeEffects}
 * should be used. Errors are clustered by unit. The result's treated are the rows under treatment, its standard deviation
 * is pooled over those and all others.
 *
 * <p>In R: {@code lm(y ~ group * after)} or {@code lm(y ~ treated + factor(unit) + factor(period))}, with {@code
 * clubSandwich::coef_test(m, vcov = "CR2", cluster = unit)}.
 */
public final class DifferenceInDifferences {
    static final String PARALLEL =
            "Without the treatment, the treated units would have changed as the others did (parallel trends).";
    static final String NO_ANTICIPATION = "Nothing changed because of the treatment before it started.";
    static final String NO_SPILLOVER = "The treatment of some units did not reach the others.";
    static final String SAME_UNITS = "The make-up of the units did not change in step with the treatment.";
    static final double REJECTED = 0.05;

    private static final List<String> ASSUMPTIONS = List.of(PARALLEL, NO_ANTICIPATION, NO_SPILLOVER, SAME_UNITS);

    private final FixedEffectsComparison comparer;

    private DifferenceInDifferences(FixedEffectsComparison comparer) {
        this.comparer = comparer;
    }

    /** CR2 errors, 95 % intervals, the outcome in points. */
    public static DifferenceInDifferences withDefaults() {
        return new DifferenceInDifferences(FixedEffectsComparison.withDefaults());
    }

    /** A copy that computes errors, interval and unit in this way. */
    public DifferenceInDifferences withComparison(FixedEffectsComparison newComparer) {
        return new DifferenceInDifferences(newComparer);
    }

    /**
     * Two groups, before and after: (treated after − treated before) − (others after − others before). Missing where
     * {@link FixedEffectsComparison#of} refuses, such as when one of the four cells is empty. The claim is no more than
     * compared: two points in time do not show whether the groups had been on parallel courses.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param group whether the row belongs to a unit that is treated at some time
     * @param after whether the row is from after the start
     * @param unit the unit, such as a school, whose errors go together
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<DifferenceResult> of(double[] outcome, boolean[] group, boolean[] after, int[] unit) {
        Checks.require(
                group.length == outcome.length && after.length == outcome.length,
                "There are %s outcomes, %s group marks and %s time marks. Expected one each a row.",
                outcome.length,
                group.length,
                after.length);
        boolean[] now = new boolean[outcome.length];
        double[] inGroup = new double[outcome.length];
        double[] isAfter = new double[outcome.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = group[i] && after[i];
            inGroup[i] = group[i] ? 1 : 0;
            isAfter[i] = after[i] ? 1 : 0;
        }
        Comparison comparison = Comparison.of(outcome, now)
                .clusteredBy(unit)
                .adjustedFor("treated group", inGroup)
                .adjustedFor("after", isAfter);
        return comparer.of(comparison)
                .map(effect -> DifferenceResult.builder()
                        .effect(effect)
                        .rung(ClaimRung.COMPARED)
                        .assumptions(ASSUMPTIONS)
                        .comparisons(Measured.missing(MissingReason.NOT_APPLICABLE, "before and after, no panel"))
                        .why(why(effect, ClaimRung.COMPARED)
                                .because(
                                        "Two points in time cannot show whether the courses had been parallel before."))
                        .build());
    }

    /**
     * A panel, with a fixed effect for every unit and every period. Missing where nobody is untreated, nobody starts,
     * there is no period before the start, or where {@link FixedEffectsComparison#of} refuses.
     */
    public Measured<DifferenceResult> of(Panel panel) {
        NavigableSet<Integer> starts = panel.starts();
        NavigableSet<Integer> periods = panel.periods();
        if (starts.isEmpty() || periods.isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no unit starts within the periods");
        } else if (starts.last() <= periods.first()) {
            return Measured.missing(MissingReason.TOO_FEW, "no period before the start");
        } else if (!panel.isStaggered() && !panel.hasUntreated()) {
            return Measured.missing(MissingReason.TOO_FEW, "no untreated unit");
        }
        Comparison comparison = Comparison.of(panel.outcomes(), panel.treatedNow())
                .within(panel.units())
                .clusteredBy(panel.units());
        for (int period : periods.tailSet(periods.first(), false)) {
            double[] dummy = new double[panel.rows()];
            for (int i = 0; i < dummy.length; i++) {
                dummy[i] = panel.periodCodes()[i] == period ? 1 : 0;
            }
            comparison = comparison.adjustedFor("period " + period, dummy);
        }
        return comparer.of(comparison).map(effect -> result(panel, effect));
    }

    private static DifferenceResult result(Panel panel, TreatmentEffect effect) {
        Panel.Cells cells = panel.cells();
        Measured<List<BaconComparison>> comparisons = cells.balanced()
                ? Measured.of(BaconWeights.of(cells))
                : Measured.missing(MissingReason.NOT_APPLICABLE, "the panel is not balanced");
        if (panel.isStaggered()) {
            String warning = warning(comparisons);
            return DifferenceResult.builder()
                    .effect(effect)
                    .rung(ClaimRung.COMPARED)
                    .assumptions(ASSUMPTIONS)
                    .addAssumptions(
                            "The effect is the same for all units and does not change with time since the start.")
                    .comparisons(comparisons)
                    .warning(warning)
                    .why(why(effect, ClaimRung.COMPARED).because(warning))
                    .build();
        }
        Measured<EventStudyResult> leads = EventStudy.withDefaults().of(panel);
        ClaimRung rung = leads.value().map(EventStudyResult::rung).orElse(ClaimRung.COMPARED);
        String course = leads.value()
                .map(study -> study.courseBefore())
                .orElse("The course before the start could not be looked at: " + leads + ".");
        return DifferenceResult.builder()
                .effect(effect)
                .rung(rung)
                .assumptions(ASSUMPTIONS)
                .comparisons(comparisons)
                .why(why(effect, rung).because(course))
                .build();
    }

    private static String warning(Measured<List<BaconComparison>> comparisons) {
        String start = "Units start at different times, so the two-way estimate mixes comparisons; ";
        Optional<Double> share = comparisons
                .value()
                .map(list -> list.stream()
                        .filter(each -> each.against() == BaconComparison.Against.ALREADY_TREATED)
                        .mapToDouble(BaconComparison::weight)
                        .sum());
        return start
                + share.map(found -> String.format(
                                Locale.ROOT, "%.0f %% of it holds units against others treated already. ", 100 * found))
                        .orElse("how much is not known for a panel that is not balanced. ")
                + "Use group-time effects instead.";
    }

    private static Explanation why(TreatmentEffect effect, ClaimRung rung) {
        Explanation why = Explanation.of(
                        "The treated changed by %.2f %s more than the others [%s].",
                        effect.points().value(), effect.points().unit(), rung)
                .because(effect.why());
        for (String assumption : ASSUMPTIONS) {
            why = why.because("Assumed: %s", assumption);
        }
        return why;
    }
}
