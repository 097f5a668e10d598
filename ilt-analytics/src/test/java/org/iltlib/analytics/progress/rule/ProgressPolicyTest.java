package org.iltlib.analytics.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.analytics.progress.Slopes;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.evidence.AimLine;
import org.iltlib.evidence.PhaseCause;
import org.iltlib.evidence.PhaseLine;
import org.iltlib.evidence.Probe;
import org.iltlib.evidence.ProgressSeries;
import org.iltlib.impact.Fidelity;
import org.junit.jupiter.api.Test;

/** One student, from 35 to 60 in twelve weeks; after eight probes growth is too slow by every rule. */
class ProgressPolicyTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 7);
    private static final double[] SCORES = {35, 36, 38, 37, 38, 39, 40, 41};
    private static final Measured<Double> ENOUGH = Measured.of(0.82);
    private static final ProgressPolicy POLICY = ProgressPolicy.withDefaults();

    private static ProgressSeries series(double... scores) {
        ProgressSeries.Builder series = ProgressSeries.builder()
                .id(EntryId.of("progress-p-101"))
                .measure("Oral reading fluency")
                .unit("words read correctly in a minute")
                .addBaseline(Probe.of(START, 34), Probe.of(START, 35), Probe.of(START, 36))
                .goal(Probe.of(START.plusWeeks(12), 60));
        for (int week = 0; week < scores.length; week++) {
            series.addProbes(Probe.of(START.plusWeeks(week), scores[week]));
        }
        return series.build();
    }

    private static PhaseLine line(int week, PhaseCause cause) {
        return PhaseLine.builder()
                .on(START.plusWeeks(week))
                .cause(cause)
                .reason("As agreed")
                .build();
    }

    @Test
    void theKnownStudentGrowsTooSlowlyByEveryRuleAndEachVerdictTellsItsErrorRates() {
        assertThat(Slopes.leastSquares(SCORES)).isCloseTo(0.7857, Offset.offset(5.1e-5));
        assertThat(Slopes.theilSen(SCORES)).isCloseTo(0.8452, Offset.offset(5.1e-5));
        assertThat(series().aim().perWeek()).isCloseTo(2.0833, Offset.offset(5.1e-5));
        for (ProgressRule rule : ProgressRules.all()) {
            ProgressVerdict verdict =
                    POLICY.withRule(rule).of(series(SCORES), ENOUGH).value().orElseThrow();
            assertThat(verdict.advice()).as(rule.name()).isEqualTo(Advice.INTENSIFY);
            assertThat(verdict.rule()).isEqualTo(rule.name());
            assertThat(verdict.probes()).isEqualTo(8);
            assertThat(verdict.on()).isEqualTo(START.plusWeeks(7));
            assertThat(verdict.rates().value()).isPresent();
        }
        ProgressVerdict four = POLICY.withRule(ProgressRules.FOUR_IN_A_ROW)
                .of(series(SCORES), ENOUGH)
                .value()
                .orElseThrow();
        assertThat(four.why().toString())
                .contains("The last 7 probe(s) in a row lie behind the aim line")
                .contains("an aim of +2.08 a week")
                .contains("A person decides.");
    }

    /** Of seven counted weeks with fair signs, four in a row: 20 of 128 sequences, counted by hand as (7 − 4)·2² + 2³. */
    @Test
    void theVerdictOfFourInARowStatesItsExactFalseAlarmRate() {
        ProgressVerdict four = POLICY.withRule(ProgressRules.FOUR_IN_A_ROW)
                .of(series(SCORES), ENOUGH)
                .value()
                .orElseThrow();
        Chance falseAlarm = four.rates().value().orElseThrow().falseAlarm();
        assertThat(falseAlarm).isEqualTo(Chance.exact(20 / 128.0));
        assertThat(four.why().toString()).contains("15.6 %");
        ProgressVerdict bound = POLICY.of(series(SCORES), ENOUGH).value().orElseThrow();
        assertThat(bound.rates().value().orElseThrow().falseAlarm().probability())
                .isCloseTo(0.1, Offset.offset(1e-9));
        assertThat(bound.rates().value().orElseThrow().miss().probability()).isLessThan(0.01);
    }

    @Test
    void withFidelityOf45PercentDeliveryIsFixedFirst() {
        ProgressVerdict verdict =
                POLICY.of(series(SCORES), Measured.of(0.45)).value().orElseThrow();
        assertThat(verdict.advice()).isEqualTo(Advice.FIX_DELIVERY_FIRST);
        assertThat(verdict.why().toString())
                .startsWith("Advice: fix delivery first.")
                .contains("45 % was delivered; it is judged from 60 % on");
        Fidelity half = Fidelity.builder()
                .adherence(0.5)
                .dosage(0.4)
                .quality(0.5)
                .responsiveness(0.4)
                .reach(1)
                .build();
        assertThat(POLICY.of(series(SCORES), half)).isEqualTo(Measured.of(verdict));
        assertThat(POLICY.of(series(SCORES), Measured.missing(MissingReason.NOT_COLLECTED))
                        .value()
                        .orElseThrow()
                        .advice())
                .isEqualTo(Advice.CHECK_DELIVERY_FIRST);
        assertThat(POLICY.of(series(SCORES), Measured.of(0.6))
                        .value()
                        .orElseThrow()
                        .advice())
                .as("the criterion itself is enough")
                .isEqualTo(Advice.INTENSIFY);
    }

    @Test
    void aPersonConfirmsAndTheSupportChangesOnlyWhenThatIsTheAdvice() {
        PersonId principal = PersonId.of("p-001");
        ProgressVerdict verdict = POLICY.of(series(SCORES), ENOUGH).value().orElseThrow();
        PhaseLine line = verdict.confirm(principal, START.plusWeeks(8), "Groups of three instead of six");
        assertThat(line.confirmedBy()).contains(principal);
        assertThat(line.cause()).isEqualTo(PhaseCause.SUPPORT);
        assertThat(series(SCORES).with(line).phases()).hasSize(2);
        assertThatThrownBy(() -> verdict.confirm(principal, START, "Too early"))
                .hasMessageContaining("Expected 2026-10-26 or later");
        ProgressVerdict fix =
                POLICY.of(series(SCORES), Measured.of(0.45)).value().orElseThrow();
        assertThatThrownBy(() -> fix.confirm(principal, START.plusWeeks(8), "More"))
                .hasMessageContaining("The advice is to fix delivery first. Expected intensify");
    }

    @Test
    void fastGrowthRaisesTheGoalAndGrowthAsNeededGoesOn() {
        double[] fast = {36, 40, 43, 48, 51, 54, 59, 62};
        double[] asNeeded = {35, 38, 38, 42, 42, 46, 47, 50};
        assertThat(POLICY.of(series(fast), ENOUGH).value().orElseThrow().advice())
                .isEqualTo(Advice.RAISE_GOAL);
        assertThat(POLICY.withRule(ProgressRules.THREE_IN_A_ROW)
                        .of(series(fast), ENOUGH)
                        .value()
                        .orElseThrow()
                        .advice())
                .isEqualTo(Advice.RAISE_GOAL);
        assertThat(POLICY.of(series(asNeeded), ENOUGH).value().orElseThrow().advice())
                .isEqualTo(Advice.CONTINUE);
        assertThat(Advice.CONTINUE.asksForChange()).isFalse();
    }

    /** Four probes 7, 6, 10, 9 ahead in weeks 0, 1, 3, 4: the slope is 0.8 and so is its reach, to the last digit. */
    @Test
    void aBoundExactlyOnTheAimIsNoReasonToChange() {
        RuleTracker tracker = BoundRule.withDefaults().withMinimum(4).start();
        tracker.add(0, 7);
        tracker.add(1, 6);
        tracker.add(3, 10);
        tracker.add(4, 9);
        assertThat(tracker.advice()).isEqualTo(Advice.CONTINUE);
        assertThat(tracker.why().toString()).contains("the aim is within");
    }

    @Test
    void tooFewProbesAndABrokenSeriesHaveNoVerdict() {
        assertThat(POLICY.of(series(35, 36, 37, 38, 39), ENOUGH))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "5 probe(s) in this phase, the rule needs 6"));
        ProgressSeries broken =
                series(SCORES).with(line(8, PhaseCause.INSTRUMENT)).with(Probe.of(START.plusWeeks(8), 320));
        assertThat(POLICY.of(broken, ENOUGH).toString()).contains("the instrument changed and there is no aim line");
    }

    @Test
    void anotherInstrumentWithAnAimOfItsOwnIsJudgedByThatAlone() {
        LocalDate again = START.plusWeeks(8);
        ProgressSeries other = series(SCORES)
                .with(PhaseLine.builder()
                        .on(again)
                        .cause(PhaseCause.INSTRUMENT)
                        .reason("Another test")
                        .aim(AimLine.of(Probe.of(again, 300), Probe.of(again.plusWeeks(10), 320)))
                        .build());
        for (int week = 0; week < 6; week++) {
            other = other.with(Probe.of(again.plusWeeks(week), 300 + 3 * week + week % 2));
        }
        ProgressVerdict verdict = POLICY.of(other, ENOUGH).value().orElseThrow();
        assertThat(verdict.probes()).isEqualTo(6);
        assertThat(verdict.advice()).isEqualTo(Advice.RAISE_GOAL);
    }

    @Test
    void scoresExactlyOnTheLineAreNeitherBehindNorAheadAndShowNoNoise() {
        double[] exact = new double[8];
        for (int week = 0; week < exact.length; week++) {
            exact[week] = 35 + week * 25 / 12.0;
        }
        for (ProgressRule rule : ProgressRules.all()) {
            ProgressVerdict verdict =
                    POLICY.withRule(rule).of(series(exact), ENOUGH).value().orElseThrow();
            assertThat(verdict.advice()).as(rule.name()).isEqualTo(Advice.CONTINUE);
            assertThat(verdict.rates().isReported()).isFalse();
            assertThat(verdict.why().toString()).contains("the scores show no noise");
            assertThat(POLICY.withRule(rule)
                            .withNoise(Noise.normal(3))
                            .of(series(exact), ENOUGH)
                            .value()
                            .orElseThrow()
                            .rates()
                            .isReported())
                    .isTrue();
        }
    }

    @Test
    void aResultTriggersTheRuleAtOnceAndTheDaysUntilSomethingChangedAreCounted() {
        ProgressPolicy four = POLICY.withRule(ProgressRules.FOUR_IN_A_ROW);
        ProgressMonitor monitor = four.monitor(series());
        List<Optional<Advice>> told = new ArrayList<>();
        for (int week = 0; week < SCORES.length; week++) {
            told.add(monitor.feed(Probe.of(START.plusWeeks(week), SCORES[week])).value());
        }
        assertThat(told.indexOf(Optional.of(Advice.INTENSIFY)))
                .as("week 4 is the fourth behind")
                .isEqualTo(4);
        ProgressSeries changed =
                series(SCORES).with(line(9, PhaseCause.SUPPORT)).with(Probe.of(START.plusWeeks(9), 43));
        List<SignalResponse> responses = SignalResponse.of(four, changed);
        assertThat(responses).containsExactly(new SignalResponse(START.plusWeeks(4), Optional.of(START.plusWeeks(9))));
        assertThat(responses.get(0).days()).hasValue(35);
        assertThat(SignalResponse.medianDays(responses)).isEqualTo(Measured.of(35.0));
        List<SignalResponse> open = SignalResponse.of(four, series(SCORES));
        assertThat(open.get(0).change()).isEmpty();
        assertThat(SignalResponse.medianDays(open).isReported()).isFalse();
        assertThat(SignalResponse.of(POLICY, series())).isEmpty();
    }

    @Test
    void aProbeThatComesLateOrAShareThatIsAPercentageIsRefused() {
        ProgressMonitor monitor = POLICY.monitor(series(SCORES));
        assertThatThrownBy(() -> monitor.feed(Probe.of(START, 35)))
                .hasMessageContaining("A probe is of 2026-09-07. Expected a day after 2026-10-26");
        assertThatThrownBy(() -> monitor.feed(line(1, PhaseCause.SUPPORT))).hasMessageContaining("A phase begins on");
        assertThatThrownBy(() -> monitor.verdict(Measured.of(45.0))).hasMessageContaining("Maybe it is a percentage");
        assertThatThrownBy(() -> ProgressPolicy.builder().criterion(60).build()).hasMessageContaining("criterion");
        assertThatThrownBy(() -> ProgressPolicy.builder().runs(1).build()).hasMessageContaining("runs is 1");
    }

    private static ProgressSeries behindAfterALine(Optional<AimLine> aim) {
        PhaseLine.Builder line = PhaseLine.builder()
                .on(START.plusWeeks(8))
                .cause(PhaseCause.SUPPORT)
                .reason("Groups of three");
        aim.ifPresent(line::aim);
        ProgressSeries series = series(SCORES).with(line.build());
        for (int week = 8; week < 15; week++) {
            series = series.with(Probe.of(START.plusWeeks(week), 41 + 2 * (week - 8) + week % 2));
        }
        return series;
    }

    /** The student starts ten words behind the line: "four in a row behind" is all but sure, and no matter of chance. */
    @Test
    void noErrorRateIsToldWhereAnOldAimLineGoesOnUnlessTheRuleLooksAtGrowthAlone() {
        ProgressPolicy four = POLICY.withRule(ProgressRules.FOUR_IN_A_ROW);
        ProgressVerdict old =
                four.of(behindAfterALine(Optional.empty()), ENOUGH).value().orElseThrow();
        assertThat(old.rates().isReported()).isFalse();
        assertThat(old.why().toString()).contains("the old aim line goes on");
        LocalDate again = START.plusWeeks(8);
        AimLine aim = AimLine.of(Probe.of(again, 41), Probe.of(again.plusWeeks(10), 61));
        assertThat(four.of(behindAfterALine(Optional.of(aim)), ENOUGH)
                        .value()
                        .orElseThrow()
                        .rates()
                        .isReported())
                .isTrue();
        for (ProgressRule rule : List.of(ProgressRules.UPPER_BOUND, ProgressRules.THEIL_SEN)) {
            assertThat(POLICY.withRule(rule)
                            .of(behindAfterALine(Optional.empty()), ENOUGH)
                            .value()
                            .orElseThrow()
                            .rates()
                            .isReported())
                    .as("%s: growth alone", rule.name())
                    .isTrue();
        }
    }

    @Test
    void theVerdictSaysThatItsRatesAreOfOneLook() {
        assertThat(POLICY.of(series(SCORES), ENOUGH).value().orElseThrow().why().toString())
                .contains("These rates are of one look after these probes");
        assertThat(ProgressPolicy.builder()
                        .looks(Looks.AFTER_EVERY_PROBE)
                        .build()
                        .of(series(SCORES), ENOUGH)
                        .value()
                        .orElseThrow()
                        .why()
                        .toString())
                .contains("These rates are of a look after every probe");
    }
}
