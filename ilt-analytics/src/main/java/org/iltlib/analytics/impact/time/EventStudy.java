package org.iltlib.analytics.impact.time;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.JointTest;
import org.iltlib.analytics.regression.LinearRegression;
import org.iltlib.analytics.regression.RegressionFit;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.impact.ClaimRung;

/**
 * Leads and lags of a treatment that all treated units start together: the difference between treated and others in each
 * period, less that in the last period before the start, with fixed effects for units and periods and errors clustered by
 * unit. Immutable options; {@link #of} computes.
 *
 * <p>Leads that differ from zero speak against parallel trends; leads that do not are weak evidence for them (Roth 2022,
 * doi:10.1257/aeri.20210236). In R: {@code lm(y ~ treated:factor(period) + factor(unit) + factor(period))}, with {@code
 * clubSandwich::Wald_test(m, ..., vcov = "CR2", test = "HTZ")} for the leads.
 */
public final class EventStudy {
    private final LinearRegression regression;

    private EventStudy(LinearRegression regression) {
        this.regression = regression;
    }

    /** CR2 errors, 95 % intervals, the outcome in points. */
    public static EventStudy withDefaults() {
        return new EventStudy(LinearRegression.withDefaults());
    }

    /** A copy that computes errors, intervals and unit in this way. */
    public EventStudy withRegression(LinearRegression newRegression) {
        return new EventStudy(newRegression);
    }

    /**
     * The leads and lags. Missing where units start at different times (see {@link GroupTimeEffects}), nobody starts, all
     * units do, there is no period before the start, or where {@link LinearRegression#of} refuses.
     */
    public Measured<EventStudyResult> of(Panel panel) {
        if (panel.starts().isEmpty()) {
            return Measured.missing(MissingReason.TOO_FEW, "no unit starts within the periods");
        } else if (panel.isStaggered()) {
            return Measured.missing(
                    MissingReason.NOT_APPLICABLE, "units start at different times; see the group-time effects");
        }
        Panel.Cells cells = panel.cells();
        int start = cells.place(panel.starts().first());
        boolean[] ever = panel.everTreated();
        if (start == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "no period before the start");
        } else if (!panel.hasUntreated()) {
            return Measured.missing(MissingReason.TOO_FEW, "no untreated unit");
        }
        Design design = Design.of("outcome", panel.outcomes())
                .absorbing("unit", panel.units())
                .absorbing("period", panel.periodCodes())
                .clusteredBy(panel.units());
        TreeMap<Integer, String> names = new TreeMap<>();
        for (int t = 0; t < cells.times().length; t++) {
            if (t != start - 1) {
                boolean[] marks = new boolean[ever.length];
                for (int i = 0; i < marks.length; i++) {
                    marks[i] = ever[i] && panel.periodCodes()[i] == cells.times()[t];
                }
                names.put(cells.times()[t] - cells.times()[start], "period " + cells.times()[t]);
                design = design.with("period " + cells.times()[t], marks);
            }
        }
        return regression.of(design).map(fit -> result(fit, names, cells.gaps()));
    }

    private static EventStudyResult result(
            RegressionFit fit, NavigableMap<Integer, String> names, Optional<String> gaps) {
        List<EventStudyResult.Moment> moments = new ArrayList<>();
        names.forEach((time, name) -> moments.add(new EventStudyResult.Moment(time, fit.getCoefficient(name))));
        String[] leads = names.headMap(0, false).values().toArray(new String[0]);
        Measured<JointTest> test = leads.length == 0
                ? Measured.missing(MissingReason.TOO_FEW, "one period before the start")
                : fit.jointTest(leads);
        boolean parallel = test.value()
                .map(found -> found.pValue() >= DifferenceInDifferences.REJECTED)
                .orElse(false);
        ClaimRung rung = parallel ? ClaimRung.QUASI_EXPERIMENTAL : ClaimRung.COMPARED;
        Explanation why = Explanation.of(
                "Differences between treated and others, period by period, against the last before the start [%s].",
                rung);
        for (EventStudyResult.Moment moment : moments) {
            Coefficient found = moment.difference();
            why = why.because("%+d: %.3f, standard error %.3f.", moment.time(), found.value(), found.standardError());
        }
        if (gaps.isPresent()) {
            why = why.because("Mind the gap: %s.", gaps.get());
        }
        EventStudyResult result = EventStudyResult.builder()
                .moments(moments)
                .preTrend(test)
                .rung(rung)
                .addAssumptions(
                        DifferenceInDifferences.PARALLEL,
                        DifferenceInDifferences.NO_ANTICIPATION,
                        DifferenceInDifferences.NO_SPILLOVER,
                        DifferenceInDifferences.SAME_UNITS)
                .why(why)
                .build();
        return EventStudyResult.builder()
                .from(result)
                .why(why.because(result.courseBefore()))
                .build();
    }
}
