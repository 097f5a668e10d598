package org.iltlib.analytics.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.analytics.progress.XmrChart;
import org.iltlib.analytics.progress.control.ControlSignal.Rule;
import org.junit.jupiter.api.Test;

class ControlWatchTest {
    private static final double[] BASELINE = {62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65};
    private static final double[] AFTER = {72, 73, 71, 74, 75, 73};
    private static final XmrChart SIMPLE = new XmrChart(0, 3 / 2.66); // limits at 3, thirds at 1 and 2

    private static List<ControlSignal> signals(Rule rule, double... values) {
        ControlWatch watch = ControlRules.of(rule).watch(SIMPLE);
        List<ControlSignal> signals = new ArrayList<>();
        for (double value : values) {
            signals.addAll(watch.feed(value));
        }
        assertThat(watch.signals()).isEqualTo(signals);
        return signals;
    }

    @Test
    void theFirstSignalOfTheKnownWeeksIsAtWeek13() {
        ControlWatch watch = ControlRules.withDefaults().of(BASELINE);
        assertThat(watch.signals()).isEmpty();
        XmrChart limits = watch.limits().value().orElseThrow();
        assertThat(limits.mean()).isCloseTo(62.1667, Offset.offset(5.1e-5));
        assertThat(limits.lower()).isCloseTo(53.2194, Offset.offset(5.1e-5));
        assertThat(limits.upper()).isCloseTo(71.1139, Offset.offset(5.1e-5));
        List<ControlSignal> first = watch.feed(AFTER[0]);
        assertThat(first).containsExactly(new ControlSignal(Rule.POINT_OUTSIDE, 13, 13));
        assertThat(first.get(0)).hasToString("a point outside the limits, at point 13");
        for (int i = 1; i < AFTER.length; i++) {
            watch.feed(AFTER[i]);
        }
        assertThat(watch.signals())
                .filteredOn(signal -> signal.rule() == Rule.POINT_OUTSIDE)
                .extracting(ControlSignal::to)
                .as("71 is inside")
                .containsExactly(13, 14, 16, 17, 18);
        assertThat(watch.limits().value().orElseThrow()).as("frozen").isEqualTo(limits);
    }

    @Test
    void eachRuleSpeaksAtThePointThatCompletesIt() {
        assertThat(signals(Rule.POINT_OUTSIDE, 2.9, -3.1, 3, 3.01))
                .extracting(ControlSignal::to)
                .containsExactly(2, 4);
        assertThat(signals(Rule.EIGHT_ON_ONE_SIDE, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
                .containsExactly(new ControlSignal(Rule.EIGHT_ON_ONE_SIDE, 2, 9));
        assertThat(signals(Rule.EIGHT_ON_ONE_SIDE, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1))
                .as("a point on the centre ends a row")
                .isEmpty();
        assertThat(signals(Rule.TWO_OF_THREE_OUTER, 2.5, 0, 2.1, 0, 0, -2.2, 2.2, -2.2))
                .containsExactly(
                        new ControlSignal(Rule.TWO_OF_THREE_OUTER, 1, 3),
                        new ControlSignal(Rule.TWO_OF_THREE_OUTER, 6, 8));
        assertThat(signals(Rule.TWO_OF_THREE_OUTER, 2.5, 0, 0, 2.5)).isEmpty();
        double[] quiet = new double[16];
        quiet[15] = 0.5;
        assertThat(signals(Rule.FIFTEEN_INNER, quiet)).containsExactly(new ControlSignal(Rule.FIFTEEN_INNER, 1, 15));
        assertThat(signals(Rule.TREND_OF_SIX, 0, -1, -0.5, 0, 0.1, 0.2, 0.3, 0.4))
                .containsExactly(new ControlSignal(Rule.TREND_OF_SIX, 2, 7));
        assertThat(signals(Rule.TREND_OF_SIX, 3, 2, 1, 0, -1, -2)).hasSize(1);
        assertThat(signals(Rule.TREND_OF_SIX, 0, 1, 2, 2, 3, 4, 5))
                .as("a tie ends it")
                .isEmpty();
        assertThat(signals(Rule.RANGE_OUTSIDE, 0, 3.7, 0, 3.6))
                .as("3.268 times 3/2.66 is 3.686")
                .containsExactly(
                        new ControlSignal(Rule.RANGE_OUTSIDE, 1, 2), new ControlSignal(Rule.RANGE_OUTSIDE, 2, 3));
    }

    /** In R: v = c(10, 11, ..., 30); r = abs(diff(v)); mean(r[r at most 3.5 * mean(r)]). */
    @Test
    void aLargeStepIsLeftOutOfScreenedLimits() {
        double[] values = {10, 11, 10, 12, 11, 30, 31, 30, 29, 31, 30, 31, 29, 30};
        assertThat(XmrChart.of(values).meanRange()).isCloseTo(2.61538461538462, Offset.offset(1e-9));
        assertThat(XmrChart.screened(values).meanRange()).isCloseTo(1.25, Offset.offset(1e-9));
        assertThat(XmrChart.screened(values).mean()).isCloseTo(23.2142857142857, Offset.offset(1e-9));
        ControlWatch watch = ControlRules.of(Rule.POINT_OUTSIDE)
                .withBaseline(14)
                .withScreening()
                .of(values);
        assertThat(watch.limits().value()).contains(XmrChart.screened(values));
        assertThat(watch.signals())
                .as("the first five lie below")
                .extracting(ControlSignal::to)
                .startsWith(1, 2, 3, 4, 5);
        assertThat(XmrChart.screened(5, 5, 5).meanRange()).isZero();
    }

    @Test
    void aVerdictTellsHowOftenItIsWrong() {
        double[] all = DoubleStream.concat(Arrays.stream(BASELINE), Arrays.stream(AFTER))
                .toArray();
        ControlVerdict verdict = ControlRules.withDefaults().judge(all).value().orElseThrow();
        assertThat(verdict.isQuiet()).isFalse();
        assertThat(verdict.signals().get(0)).isEqualTo(new ControlSignal(Rule.POINT_OUTSIDE, 13, 13));
        assertThat(verdict.rates())
                .isEqualTo(ControlChances.of(ControlRules.withDefaults(), ControlPlan.watching(6))
                        .rates());
        assertThat(verdict.explain().toString())
                .startsWith("The process has changed.")
                .contains("limits 53.22 to 71.11")
                .contains("a point outside the limits, at point 13")
                .contains("20000 simulated runs");
        assertThat(ControlRules.withDefaults().judge(BASELINE).toString())
                .isEqualTo("too few values: 12 value(s), the baseline takes 12 and one must follow");
        assertThat(ControlRules.of(Rule.POINT_OUTSIDE)
                        .withBaseline(3)
                        .judge(1, 2, 1, 2)
                        .value()
                        .orElseThrow()
                        .explain()
                        .toString())
                .startsWith("The process is what it was.");
    }

    @Test
    void limitsWithoutWidthTellEveryOtherValueApart() {
        ControlWatch watch = ControlRules.of(Rule.POINT_OUTSIDE).withBaseline(3).of(5, 5, 5, 5, 6);
        assertThat(watch.signals()).containsExactly(new ControlSignal(Rule.POINT_OUTSIDE, 5, 5));
    }

    @Test
    void aPhaseHasABaselineOfItsOwnAndAMissedWeekKeepsTheNumbers() {
        ControlWatch watch = ControlRules.of(Rule.POINT_OUTSIDE).withBaseline(3).of(1, 2, 1);
        watch.skip();
        watch.restart();
        assertThat(watch.limits().toString()).isEqualTo("too few values: 0 point(s) in this phase, the limits need 3");
        watch.feed(51);
        watch.feed(52);
        watch.feed(51);
        assertThat(watch.signals()).as("each phase by its own limits").isEmpty();
        assertThat(watch.feed(90)).containsExactly(new ControlSignal(Rule.POINT_OUTSIDE, 8, 8));
        watch.restart(SIMPLE);
        assertThat(watch.feed(4)).hasSize(1);
        assertThat(watch.signals()).hasSize(2);
    }

    /** In R, 200,000 times: limits of rnorm(12), then any of six more outside: 0.0926; inside after a step of 1: 0.7505. */
    @Test
    void limitsOfAShortBaselineAlarmAsOftenAsInR() {
        ControlChances chances = ControlChances.of(ControlRules.of(Rule.POINT_OUTSIDE), ControlPlan.watching(6));
        assertThat(chances.rates().falseAlarm().probability()).isCloseTo(0.0926, Offset.offset(0.008));
        assertThat(chances.rates().miss().probability()).isCloseTo(0.7505, Offset.offset(0.012));
        assertThat(ControlChances.of(ControlRules.withDefaults(), ControlPlan.watching(6))
                        .falseAlarm()
                        .probability())
                .as("more rules, more alarms")
                .isGreaterThan(0.15);
        ControlPlan together = ControlPlan.watching(6).toBuilder()
                .noise(Noise.autocorrelated(1, 0.6))
                .build();
        assertThat(ControlChances.of(ControlRules.of(Rule.POINT_OUTSIDE), together)
                        .falseAlarm()
                        .probability())
                .as("what hangs together alarms more")
                .isGreaterThan(0.2);
    }

    @Test
    void theSameSeedGivesTheSameSharesOnAnyNumberOfThreads() {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            ControlRules rules = ControlRules.withDefaults();
            ControlPlan plan =
                    ControlPlan.watching(8).toBuilder().seed(3).runs(6_000).build();
            Chance together = ControlChances.of(rules, plan).on(four).falseAlarm();
            Chance alone = ControlChances.of(
                            rules.withBaseline(12), plan.toBuilder().runs(6_001).build())
                    .falseAlarm();
            assertThat(alone.probability() * 6_001 - together.probability() * 6_000)
                    .as("one more run, the others the same")
                    .isBetween(-1e-6, 1 + 1e-6);
        } finally {
            four.shutdown();
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> ControlRules.builder().build()).hasMessageContaining("rules is empty");
        assertThatThrownBy(() -> ControlRules.withDefaults().withBaseline(1)).hasMessageContaining("baseline is 1");
        assertThatThrownBy(() -> ControlRules.withDefaults().of(1, Double.NaN)).hasMessageContaining("value is NaN");
        assertThatThrownBy(() -> ControlPlan.watching(0)).hasMessageContaining("watched is 0");
        assertThatThrownBy(() -> ControlPlan.watching(5).toBuilder().runs(1).build())
                .hasMessageContaining("runs is 1");
        assertThatThrownBy(() ->
                        ControlPlan.watching(5).toBuilder().change(Double.NaN).build())
                .hasMessageContaining("change is NaN");
    }

    /** The sum of fourteen times 92.3, divided by fourteen, misses 92.3 by one bit. */
    @Test
    void aFlatProcessIsWhatItWasAndRoundingIsNoSignal() {
        double[] flat = new double[14];
        Arrays.fill(flat, 92.3);
        ControlVerdict verdict =
                ControlRules.of(Rule.POINT_OUTSIDE).judge(flat).value().orElseThrow();
        assertThat(verdict.isQuiet()).isTrue();
        assertThat(verdict.baselineSignals()).isEmpty();
        XmrChart missed = new XmrChart(Math.nextUp(92.3), 0);
        assertThat(missed.isOutside(92.3)).isFalse();
        assertThat(missed.isOutside(92.31)).isTrue();
        assertThat(ControlRules.of(Rule.POINT_OUTSIDE, Rule.RANGE_OUTSIDE)
                        .watch(missed)
                        .feed(92.3))
                .isEmpty();
        assertThat(ControlRules.of(Rule.POINT_OUTSIDE, Rule.RANGE_OUTSIDE)
                        .withBaseline(3)
                        .of(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2)
                        .signals())
                .isEmpty();
    }

    @Test
    void anUnsteadyBaselineIsToldApartAndIsNoChangeOfTheProcess() {
        ControlVerdict verdict = ControlRules.of(Rule.POINT_OUTSIDE)
                .withBaseline(12)
                .judge(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 20, 2, 1)
                .value()
                .orElseThrow();
        assertThat(verdict.baselineSignals()).containsExactly(new ControlSignal(Rule.POINT_OUTSIDE, 12, 12));
        assertThat(verdict.signals()).isEmpty();
        assertThat(verdict.isQuiet()).isTrue();
        assertThat(verdict.explain().toString())
                .startsWith("The process is what it was.")
                .contains("The baseline itself is not steady")
                .contains("a point outside the limits, at point 12");
    }

    /** Of 2,000 series of noise, as many are called changed as the quoted rate says, four standard errors allowed. */
    @Test
    void theQuotedFalseAlarmIsThatOfTheVerdictWhateverTheBaselineShows() {
        ControlRules rules = ControlRules.withDefaults().withBaseline(24);
        double quoted =
                ControlChances.of(rules, ControlPlan.watching(2)).falseAlarm().probability();
        int changed = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] values = Noise.normal(1).draw(26, 99, run);
            changed += rules.judge(values).value().orElseThrow().isQuiet() ? 0 : 1;
        }
        assertThat(changed / 2_000.0).isCloseTo(quoted, Offset.offset(0.021));
    }
}
