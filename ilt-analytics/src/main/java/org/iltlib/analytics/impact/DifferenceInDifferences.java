package org.iltlib.analytics.impact;

import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;

/**
 * How much more the treated units changed than the others. Immutable options; {@link #of} takes two groups before and
 * after, {@link #ofPanel} any panel in which all treated units start at the same time.
 *
 * <p>It stands on parallel trends: without the treatment both would have changed alike. Where units start at different
 * times the two-way form mixes comparisons of early with late starters (Goodman-Bacon 2021,
 * doi:10.1016/j.jeconom.2021.03.014) and should not be used. Errors are clustered by unit. The result's treated are the
 * rows under treatment, its standard deviation is pooled over those and all others.
 *
 * <p>In R: {@code lm(y ~ group * after)} or {@code lm(y ~ treated + factor(unit) + factor(period))}, with {@code
 * clubSandwich::coef_test(m, vcov = "CR2", cluster = unit)}.
 */
public final class DifferenceInDifferences {
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
     * {@link FixedEffectsComparison#of} refuses, such as when one of the four cells is empty.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param group whether the row belongs to a unit that is treated at some time
     * @param after whether the row is from after the start
     * @param unit the unit, such as a school, whose errors go together
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<TreatmentEffect> of(double[] outcome, boolean[] group, boolean[] after, int[] unit) {
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
        return comparer.of(Comparison.of(outcome, now)
                .clusteredBy(unit)
                .adjustedFor("treated group", inGroup)
                .adjustedFor("after", isAfter));
    }

    /**
     * A panel, with a fixed effect for every unit and every period. Missing where {@link FixedEffectsComparison#of}
     * refuses, such as when the units and periods determine who is under treatment.
     *
     * @param outcome one number a row, {@code NaN} where unknown
     * @param treatedNow whether the row is under treatment
     * @param unit the unit, such as a school
     * @param period the period, such as a year
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<TreatmentEffect> ofPanel(double[] outcome, boolean[] treatedNow, int[] unit, int[] period) {
        Comparison panel = Comparison.of(outcome, treatedNow).within(unit).clusteredBy(unit);
        Checks.require(
                period.length == outcome.length,
                "There are %s outcomes and %s periods. Expected one each a row.",
                outcome.length,
                period.length);
        boolean[] known = new boolean[outcome.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = !Double.isNaN(outcome[i]);
        }
        GroupCodes periods = GroupCodes.of(period);
        boolean first = true;
        for (int p = 0; p < periods.count(); p++) {
            double[] dummy = new double[outcome.length];
            boolean seen = false;
            for (int i = 0; i < dummy.length; i++) {
                dummy[i] = periods.get(i) == p ? 1 : 0;
                seen |= periods.get(i) == p && known[i];
            }
            if (seen && !first) {
                panel = panel.adjustedFor("period " + periods.original(p), dummy);
            }
            first &= !seen;
        }
        return comparer.of(panel);
    }
}
