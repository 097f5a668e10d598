package org.iltlib.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.iltlib.base.EntryId;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class ProgressSeriesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 7);
    private static final Offset<Double> DIGITS = Offset.offset(5.1e-5);

    private static ProgressSeries.Builder series() {
        return ProgressSeries.builder()
                .id(EntryId.of("progress-p-101"))
                .measure("Oral reading fluency")
                .unit("words read correctly in a minute")
                .addBaseline(Probe.of(START, 41), Probe.of(START, 35), Probe.of(START, 33))
                .goal(Probe.of(START.plusWeeks(12), 60));
    }

    private static PhaseLine.Builder line(int week, PhaseCause cause) {
        return PhaseLine.builder().on(START.plusWeeks(week)).cause(cause).reason("As agreed");
    }

    /** Twelve weeks from 35 to 60: 25/12 a week, and the values that follow from it by hand. */
    @Test
    void theAimLineRisesFromTheMedianOfTheBaselineToTheGoal() {
        AimLine aim = series().build().aim();
        assertThat(aim.from().score()).isEqualTo(35);
        assertThat(aim.perWeek()).isCloseTo(2.0833, DIGITS);
        double[] known = {35.00, 37.08, 39.17, 41.25, 43.33, 45.42, 47.50, 49.58};
        for (int week = 0; week < known.length; week++) {
            assertThat(aim.at(START.plusWeeks(week))).isCloseTo(known[week], Offset.offset(0.0051));
        }
        assertThat(aim.rises()).isTrue();
        ProgressSeries four = series().addBaseline(Probe.of(START, 38)).build();
        assertThat(four.aim().from().score())
                .as("the mean of the two in the middle")
                .isEqualTo(36.5);
    }

    @Test
    void aPhaseLineEndsOnePhaseAndItsOwnDayBelongsToTheNext() {
        ProgressSeries told = series().build()
                .with(Probe.of(START, 35))
                .with(Probe.of(START.plusWeeks(1), 36))
                .with(line(2, PhaseCause.SUPPORT).build())
                .with(Probe.of(START.plusWeeks(2), 37))
                .with(Probe.of(START.plusWeeks(4), 39));
        assertThat(told.phases()).hasSize(2);
        assertThat(told.phases().get(0).probes()).extracting(Probe::score).containsExactly(35.0, 36.0);
        assertThat(told.currentPhase().probes()).extracting(Probe::score).containsExactly(37.0, 39.0);
        assertThat(told.currentPhase().aim()).as("the old goal goes on").contains(told.aim());
    }

    @Test
    void anotherInstrumentBreaksTheSeriesAndItsAim() {
        ProgressSeries told =
                series().addPhaseLines(line(2, PhaseCause.INSTRUMENT).build()).build();
        assertThat(told.currentPhase().aim()).isEmpty();
        AimLine fresh = AimLine.of(Probe.of(START.plusWeeks(3), 310), Probe.of(START.plusWeeks(12), 340));
        ProgressSeries again =
                told.with(line(3, PhaseCause.INSTRUMENT).aim(fresh).build());
        assertThat(again.currentPhase().aim()).contains(fresh);
        assertThat(again.phases()).hasSize(3);
    }

    @Test
    void aSeriesRestsOnWhatItContinuesItsEvidenceAndTheDecisionsBehindItsLines() {
        EntryId decision = EntryId.of("decision-1");
        ProgressSeries told = series().continues(EntryId.of("progress-before"))
                .addEvidence(EntryId.of("assessment-1"))
                .addPhaseLines(
                        line(1, PhaseCause.SUPPORT).decision(decision).build(),
                        line(2, PhaseCause.SUPPORT).decision(decision).build())
                .build();
        assertThat(told.basedOn()).containsExactly(EntryId.of("progress-before"), EntryId.of("assessment-1"), decision);
        assertThat(ProgressSeries.FORM.read(CanonicalJson.read(CanonicalJson.write(ProgressSeries.FORM.write(told)))))
                .isEqualTo(told);
    }

    @Test
    void whatIsOutOfOrderOrTooFewIsRefusedByName() {
        assertThatThrownBy(() -> series().baseline(List.of(Probe.of(START, 3))).build())
                .hasMessageContaining("baseline has 1 probe(s). Expected at least 3");
        assertThatThrownBy(() ->
                        series().addBaseline(Probe.of(START.minusDays(1), 3)).build())
                .hasMessageContaining("2026-09-06 follows one of 2026-09-07");
        assertThatThrownBy(() ->
                        series().addProbes(Probe.of(START.minusDays(1), 3)).build())
                .hasMessageContaining("A probe is of 2026-09-06. Expected a day after 2026-09-06");
        Probe twice = Probe.of(START, 3);
        assertThatThrownBy(() -> series().addProbes(twice, twice).build()).hasMessageContaining("a day is twice");
        assertThatThrownBy(() -> Probe.of(START, Double.NaN)).hasMessageContaining("score is NaN");
        assertThatThrownBy(() -> AimLine.of(twice, twice)).hasMessageContaining("Expected a later goal");
        assertThatThrownBy(() -> AimLine.of(twice, Probe.of(START.plusDays(1), 3)))
                .hasMessageContaining("both 3.0");
        assertThatThrownBy(() -> line(1, PhaseCause.GOAL).build()).hasMessageContaining("no new aim line");
        assertThatThrownBy(() -> series().unit(" ").build()).hasMessageContaining("unit is blank");
    }

    @Test
    void aGoalBelowTheBaselineMakesALineThatFalls() {
        AimLine aim = series().goal(Probe.of(START.plusWeeks(10), 15)).build().aim();
        assertThat(aim.rises()).isFalse();
        assertThat(aim.perWeek()).isEqualTo(-2);
        assertThat(Probe.of(START, 41)).hasToString("41.0 on 2026-09-07");
    }
}
