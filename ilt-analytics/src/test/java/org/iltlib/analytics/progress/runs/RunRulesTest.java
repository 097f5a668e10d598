package org.iltlib.analytics.progress.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.analytics.progress.runs.RunSignal.Rule;
import org.junit.jupiter.api.Test;

class RunRulesTest {
    private static final double[] BASELINE = {62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65};
    private static final double[] AFTER = {72, 73, 71, 74, 75, 73};

    @Test
    void theShiftOfTheKnownWeeksCompletesInWeek17() {
        double median = RunRules.median(BASELINE);
        assertThat(median).isEqualTo(62);
        RunWatch watch = RunRules.ofShift(6).watch(median);
        for (double week : BASELINE) {
            assertThat(watch.feed(week)).isEmpty();
        }
        List<RunSignal> signals = new ArrayList<>();
        for (double week : AFTER) {
            signals.addAll(watch.feed(week));
        }
        assertThat(signals).containsExactly(new RunSignal(Rule.SHIFT, 12, 17));
        assertThat(signals.get(0)).hasToString("shift, complete at point 17 (from 12)");
        assertThat(watch.reading().points()).isEqualTo(18);
        assertThat(watch.reading().useful())
                .as("weeks 1 and 10 are on the line")
                .isEqualTo(16);
        assertThat(watch.reading().longestRun()).isEqualTo(7);
    }

    @Test
    void aPointOnTheLineNeitherCountsNorBreaksAndAPointBeyondItBreaks() {
        assertThat(RunRules.ofShift(4).against(5, 6, 7, 5, 6, 5, 8).signals())
                .containsExactly(new RunSignal(Rule.SHIFT, 1, 6));
        assertThat(RunRules.ofShift(4).against(5, 6, 7, 4, 6, 6, 8).isQuiet()).isTrue();
    }

    @Test
    void equalNeighboursOfATrendCountOnce() {
        assertThat(RunRules.ofTrend(5).against(0, 3, 1, 1, 2, 3, 3, 3, 4, 5, 6).signals())
                .as("1, 2, 3, 4, 5: complete at the ninth point")
                .containsExactly(new RunSignal(Rule.TREND, 2, 9));
        assertThat(RunRules.ofTrend(5).against(0, 9, 8, 8, 7, 5, 5, 4).signals())
                .containsExactly(new RunSignal(Rule.TREND, 1, 7));
        assertThat(RunRules.ofTrend(5).against(0, 1, 2, 3, 4, 3, 4, 5, 6).isQuiet())
                .isTrue();
    }

    /** With five above and five below, in R: 2 of choose(10, 5) = 252 orders have two runs, 2 have ten, 8 have three. */
    @Test
    void theNumberOfRunsIsHeldAgainstItsExactDistribution() {
        RunRules runs = RunRules.builder().runsLevel(0.05).build();
        assertThat(RunCounts.exactly(2, 5, 5)).isCloseTo(2 / 252.0, Offset.offset(1e-12));
        assertThat(RunCounts.atMost(3, 5, 5)).isCloseTo(10 / 252.0, Offset.offset(1e-12));
        assertThat(RunCounts.atLeast(10, 5, 5)).isCloseTo(2 / 252.0, Offset.offset(1e-12));
        assertThat(RunCounts.atMost(10, 5, 5)).isCloseTo(1, Offset.offset(1e-12));
        assertThat(RunCounts.exactly(1, 5, 0)).isEqualTo(1);
        assertThat(RunCounts.exactly(1, 5, 5)).isZero();
        assertThat(runs.against(0, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1).signals())
                .containsExactly(new RunSignal(Rule.TOO_FEW_RUNS, 1, 10));
        assertThat(runs.against(0, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1).signals())
                .containsExactly(new RunSignal(Rule.TOO_MANY_RUNS, 1, 10));
        assertThat(runs.against(0, 1, 1, 1, 1, -1, -1, -1, -1, -1).isQuiet())
                .as("nine points are too few")
                .isTrue();
    }

    /** Swed and Eisenhart's table of 1943: with ten above and ten below, 6 runs or fewer, 16 or more, at 2.5 % each. */
    @Test
    void theCriticalNumbersOfRunsAreThoseOfTheTables() {
        assertThat(RunCounts.atMost(6, 10, 10)).isLessThanOrEqualTo(0.025);
        assertThat(RunCounts.atMost(7, 10, 10)).isGreaterThan(0.025);
        assertThat(RunCounts.atLeast(16, 10, 10)).isLessThanOrEqualTo(0.025);
        assertThat(RunCounts.atLeast(15, 10, 10)).isGreaterThan(0.025);
    }

    @Test
    void anhojSignalsARunLongerThanTheLimitAndTooFewCrossings() {
        double[] values = {1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 9, 8, 9};
        RunReading reading = RunRules.anhoj().of(values).value().orElseThrow();
        assertThat(reading.centre()).isEqualTo(8);
        assertThat(reading.signals()).extracting(RunSignal::rule).containsExactly(Rule.FEW_CROSSINGS);
        RunReading fixed = RunRules.anhoj().against(5, values);
        assertThat(fixed.longestRun()).isEqualTo(9);
        assertThat(fixed.crossings()).isEqualTo(1);
        assertThat(fixed.signals())
                .containsExactly(new RunSignal(Rule.LONG_RUN, 7, 15), new RunSignal(Rule.FEW_CROSSINGS, 1, 15));
        assertThat(fixed.explain().toString())
                .contains("Something other than chance")
                .contains("longest run 9, 1 crossings");
        assertThat(RunRules.anhoj().against(5, 1).explain().toString()).startsWith("Nothing that chance");
    }

    @Test
    void aPhaseStartsRunsAfreshAndAMissedWeekKeepsTheNumbers() {
        RunWatch watch = RunRules.ofShift(4).watch(5);
        watch.feed(6);
        watch.feed(6);
        watch.skip();
        watch.feed(6);
        watch.restart(5.5);
        assertThat(watch.feed(6)).isEmpty();
        watch.feed(6);
        watch.skip();
        watch.feed(7);
        assertThat(watch.feed(7)).containsExactly(new RunSignal(Rule.SHIFT, 5, 9));
        assertThat(watch.reading().points()).isEqualTo(4);
    }

    @Test
    void aVerdictTellsHowOftenItIsWrong() {
        double[] all = DoubleStream.concat(Arrays.stream(BASELINE), Arrays.stream(AFTER))
                .toArray();
        RunPlan plan = RunPlan.baseline(12, 18).toBuilder()
                .noise(Noise.normal(3))
                .change(6)
                .build();
        RunVerdict verdict = RunRules.ofShift(6).judge(plan, all);
        assertThat(verdict.reading().signals()).containsExactly(new RunSignal(Rule.SHIFT, 12, 17));
        assertThat(verdict.rates().falseAlarm().probability()).isBetween(0.02, 0.2);
        assertThat(verdict.rates().miss().probability()).isBetween(0.02, 0.5);
        assertThat(verdict.explain().toString())
                .contains("Of 18 points without any change")
                .contains("After a change of 6.00, from point 13 on")
                .contains("simulated runs");
        RunVerdict known = RunRules.ofShift(6).judge(RunPlan.known(18), 62, all);
        assertThat(known.rates().falseAlarm().isExact()).isTrue();
        assertThat(RunRules.anhoj().judge(RunPlan.own(18), all).reading().centre())
                .isEqualTo(RunRules.median(all));
        assertThatThrownBy(() -> RunRules.perla().judge(RunPlan.known(18), all))
                .hasMessageContaining("Maybe give the line as well");
        assertThatThrownBy(() -> RunRules.perla().judge(RunPlan.own(17), all))
                .hasMessageContaining("There are 18 value(s) and the plan has 17 point(s)");
    }

    @Test
    void valuesThatAreNoNumbersAreRefusedAndNoneAreMissing() {
        assertThat(RunRules.perla().of().isReported()).isFalse();
        assertThatThrownBy(() -> RunRules.perla().watch(Double.NaN)).hasMessageContaining("centre is NaN");
        assertThatThrownBy(() -> RunRules.perla().watch(1).feed(Double.POSITIVE_INFINITY))
                .hasMessageContaining("value is Infinity");
        assertThatThrownBy(() -> RunRules.perla().of(1, Double.NaN)).hasMessageContaining("value is NaN");
        assertThatThrownBy(RunRules::median).hasMessageContaining("There is no value");
    }
}
