package org.iltlib.examples.maple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.iltlib.analytics.progress.Slopes;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.analytics.progress.control.ControlRules;
import org.iltlib.analytics.progress.control.ControlSignal;
import org.iltlib.analytics.progress.rule.Advice;
import org.iltlib.analytics.progress.rule.ProgressPolicy;
import org.iltlib.analytics.progress.rule.ProgressRules;
import org.iltlib.analytics.progress.rule.ProgressVerdict;
import org.iltlib.analytics.progress.runs.RunReading;
import org.iltlib.analytics.progress.runs.RunRules;
import org.iltlib.analytics.progress.runs.RunSignal;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.evidence.Probe;
import org.iltlib.evidence.ProgressSeries;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/** Chapter 7: exit tickets week by week, and one student who is helped and does not grow fast enough. */
record Monitoring(Story story, Stars stars, long seed) {
    private static final int STUDENTS = 84;
    private static final int PROBES = 10;
    private static final double[] FALL = {62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65};
    private static final double[] AFTER = {72, 73, 71, 74, 75, 73};
    private static final double[] STUDENT = {35, 36, 38, 37, 38, 39, 40, 41};
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 14);
    private static final int WEEKS = 12;
    private static final double DELIVERED = 0.45;

    void tell() {
        story.chapter("Week by week");
        XmrChart limits = XmrChart.of(FALL);
        stars.check("mean of twelve weeks", "62.1667", limits.mean());
        stars.check("lower limit", "53.2194", limits.lower());
        stars.check("upper limit", "71.1139", limits.upper());
        double[] all = Arrays.copyOf(FALL, FALL.length + AFTER.length);
        System.arraycopy(AFTER, 0, all, FALL.length, AFTER.length);
        int first =
                ControlRules.of(ControlSignal.Rule.POINT_OUTSIDE).withBaseline(FALL.length).of(all).signals().stream()
                        .mapToInt(ControlSignal::to)
                        .min()
                        .orElse(0);
        stars.check("week of the first signal", 13, first);
        double median = RunRules.median(FALL);
        stars.check("median of twelve weeks", "62", median);
        RunReading run = RunRules.ofShift(6).against(median, all);
        stars.check(
                "week in which the shift is complete",
                17,
                run.signals().stream().mapToInt(RunSignal::to).min().orElse(0));
        run.signals().forEach(signal -> story.item("%s", signal));
        student();
    }

    private void student() {
        stars.check("slope, least squares", "0.7857", Slopes.leastSquares(STUDENT));
        stars.check("slope, Theil and Sen", "0.8452", Slopes.theilSen(STUDENT));
        ProgressSeries series = series(301, STUDENT);
        stars.check(
                "growth a week that the aim asks for", "2.0833", series.aim().perWeek());
        ProgressPolicy policy = ProgressPolicy.withDefaults().withRule(ProgressRules.FOUR_IN_A_ROW);
        ProgressVerdict slow = policy.of(series, Measured.of(1.0)).value().orElseThrow();
        stars.check("four below the aim line in a row", Advice.INTENSIFY, slow.advice());
        story.why(slow.why());
        ProgressVerdict real = policy.of(series, Measured.of(DELIVERED)).value().orElseThrow();
        stars.check("but 45 per cent was delivered", Advice.FIX_DELIVERY_FIRST, real.advice());
        everybody();
    }

    /** Eighty-four students, ten probes each; most grow more slowly than the aim asks for. */
    private void everybody() {
        Random random = new Random(seed);
        int probes = 0;
        int slow = 0;
        for (int student = 0; student < STUDENTS; student++) {
            double[] scores = new double[PROBES + 1];
            for (int week = 0; week < scores.length; week++) {
                scores[week] = 35 + (student % 3) * week + Math.round(2 * random.nextGaussian());
            }
            ProgressSeries series = series(401 + student, scores);
            probes += series.probes().size();
            boolean tooSlow = ProgressPolicy.withDefaults()
                    .of(series, Measured.of(1.0))
                    .map(verdict -> verdict.advice() == Advice.INTENSIFY)
                    .orElse(false);
            slow += tooSlow ? 1 : 0;
        }
        stars.check("probes of all who are helped", 840, probes);
        story.say("%d of %d grow too slowly by the default rule.", slow, STUDENTS);
    }

    /** A series whose baseline is 35, with one score a week from then on; the first of the scores is the baseline's. */
    private static ProgressSeries series(int student, double... scores) {
        ProgressSeries.Builder series = ProgressSeries.builder();
        series.id(EntryId.of("series-" + student))
                .measure("words read correctly")
                .unit("words a minute")
                .student(Grove.person(student))
                .goal(Probe.of(FIRST.plusWeeks(WEEKS), 60));
        for (int probe = 0; probe < 3; probe++) {
            series.addBaseline(Probe.of(FIRST, 34 + probe));
        }
        for (int week = 1; week < scores.length; week++) {
            series.addProbes(Probe.of(FIRST.plusWeeks(week), scores[week]));
        }
        return series.build();
    }
}
