package org.iltlib.plan.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.Prediction;
import org.iltlib.plan.PhaseModel;
import org.junit.jupiter.api.Test;

class CycleCourseTest {
    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final EntryId NOTES = id("notes");

    private static EntryId id(String text) {
        return EntryId.of(text);
    }

    private static Prediction atLeast(double limit) {
        return Prediction.builder()
                .measure("exit-ticket-share")
                .unit("percent")
                .claim(Prediction.Claim.AT_LEAST)
                .limit(limit)
                .confidence(0.7)
                .by(LocalDate.of(2026, 12, 15))
                .build();
    }

    private static InquiryCycle.Builder bare(String id, PhaseModel model) {
        return InquiryCycle.builder()
                .id(id(id))
                .model(model)
                .aim("Exit tickets reach 70 percent")
                .addGrounds(id("goal"))
                .on(START);
    }

    private static InquiryCycle pdsa(String id) {
        return bare(id, PhaseModel.PDSA).prediction(atLeast(70)).build();
    }

    private static CycleStep step(InquiryCycle cycle, String phase, int day, EntryId... met) {
        return CycleStep.enter(id(cycle.id() + "/" + phase), cycle, phase, START.plusDays(day), met);
    }

    private static List<CycleStep> all(InquiryCycle cycle) {
        return List.of(step(cycle, "do", 7, NOTES), step(cycle, "study", 40, NOTES), step(cycle, "act", 50, NOTES));
    }

    private static CycleEnd end(InquiryCycle cycle, CycleOutcome outcome, int day) {
        return CycleEnd.builder()
                .id(id(cycle.id() + "/end"))
                .cycle(cycle.id())
                .decision(id("d"))
                .outcome(outcome)
                .on(START.plusDays(day))
                .observed(71)
                .reason("seen")
                .build();
    }

    private static void assertRefused(InquiryCycle cycle, List<CycleStep> steps, String message) {
        assertThatThrownBy(() -> CycleCourse.of(cycle, steps, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aCycleWalksThroughItsPhasesAndEndsWithADecision() {
        InquiryCycle cycle = pdsa("c");
        CycleCourse course = CycleCourse.of(cycle, all(cycle), List.of(end(cycle, CycleOutcome.ADOPT, 60)));
        assertThat(course.phase().name()).isEqualTo("act");
        assertThat(course.isCompleted()).isTrue();
        assertThat(course.cycleTime()).isEqualTo(Measured.of(60L));
        assertThat(course.daysInPhase(START.plusDays(500))).isEqualTo(10);
        assertThat(course.cameTrue()).isEqualTo(Measured.of(true));
        assertThat(course.explanation()).hasToString("""
                        PDSA: Exit tickets reach 70 percent, ended with adopt.
                          plan from 2026-10-01 on.
                          do from 2026-10-08 on.
                          study from 2026-11-10 on.
                          act from 2026-11-20 on.""");
    }

    @Test
    void aPhaseIsNeitherLeftOutNorEnteredAgainNorLeftWithoutEvidence() {
        InquiryCycle cycle = pdsa("c");
        assertRefused(cycle, List.of(step(cycle, "study", 9, NOTES)), "goes from \"plan\" to \"study\"");
        assertRefused(cycle, List.of(step(cycle, "plan", 9, NOTES)), "enters \"plan\" again");
        assertRefused(
                cycle,
                List.of(step(cycle, "do", 9)),
                "leaves \"plan\" without showing that question, prediction, and who does what by when");
        assertRefused(
                cycle, List.of(step(cycle, "do", 9, NOTES), step(cycle, "plan", 10, NOTES)), "Expected the phase");
        assertRefused(cycle, List.of(step(cycle, "do", -1, NOTES)), "before 2026-10-01");
        assertThatThrownBy(() -> step(cycle, "nap", 1)).hasMessageContaining("phase is \"nap\"");
    }

    @Test
    void thePredictionCanBePutAnewUntilDoingBeginsAndNeverAfter() {
        InquiryCycle cycle = bare("c", PhaseModel.PDSA).build();
        CycleStep said =
                step(cycle, "plan", 2).toBuilder().prediction(atLeast(75)).build();
        CycleStep onEntering =
                step(cycle, "do", 7, NOTES).toBuilder().prediction(atLeast(80)).build();
        CycleCourse course = CycleCourse.of(cycle, List.of(said, onEntering), List.of());
        assertThat(course.prediction()).contains(atLeast(80));
        assertThat(course.isFrozen()).isTrue();
        assertThat(CycleCourse.of(cycle, List.of(said), List.of()).isFrozen()).isFalse();
        CycleStep later =
                step(cycle, "do", 8).toBuilder().prediction(atLeast(60)).build();
        assertRefused(cycle, List.of(onEntering, later), "It is frozen from \"do\" on. Maybe begin another cycle.");
        CycleStep withStudy = step(cycle, "study", 9, NOTES).toBuilder()
                .prediction(atLeast(60))
                .build();
        assertRefused(cycle, List.of(onEntering, withStudy), "It is frozen");
    }

    @Test
    void doingDoesNotBeginWithoutAPrediction() {
        InquiryCycle cycle = bare("c", PhaseModel.PDSA).build();
        assertRefused(cycle, List.of(step(cycle, "do", 7, NOTES)), "begins \"do\" without a prediction");
        PhaseModel doing = new PhaseModel("try", PhaseModel.PDSA.phases().subList(1, 4), "do");
        assertThatThrownBy(() -> bare("c", doing).build()).hasMessageContaining("has no prediction");
    }

    @Test
    void beforeItsLastPhaseACycleCanOnlyBeAbandoned() {
        InquiryCycle cycle = pdsa("c");
        List<CycleStep> steps = List.of(step(cycle, "do", 7, NOTES));
        assertThat(CycleCourse.of(cycle, steps, List.of(end(cycle, CycleOutcome.ABANDON, 9)))
                        .isCompleted())
                .isFalse();
        for (CycleOutcome outcome : List.of(CycleOutcome.ADOPT, CycleOutcome.ADAPT)) {
            assertThatThrownBy(() -> CycleCourse.of(cycle, steps, List.of(end(cycle, outcome, 9))))
                    .hasMessageContaining("before, it can only be abandoned");
        }
        assertThatThrownBy(() -> CycleCourse.of(cycle, steps, List.of(end(cycle, CycleOutcome.ABANDON, 6))))
                .hasMessageContaining("before 2026-10-08");
        CycleEnd end = end(cycle, CycleOutcome.ABANDON, 9);
        assertThatThrownBy(() -> CycleCourse.of(cycle, steps, List.of(end, end)))
                .hasMessageContaining("2 ends");
    }

    /** By hand: of four cycles three reached their last phase, two were decided on, after 60 and 81 days. */
    @Test
    void cyclesAreCountedStartedCompletedAndClosed() {
        InquiryCycle a = pdsa("a");
        InquiryCycle b = pdsa("b");
        InquiryCycle undecided = pdsa("c");
        InquiryCycle young = pdsa("d");
        CycleCounts counts = CycleCounts.of(List.of(
                CycleCourse.of(a, all(a), List.of(end(a, CycleOutcome.ADOPT, 60), end(b, CycleOutcome.ADAPT, 81))),
                CycleCourse.of(b, all(b), List.of(end(b, CycleOutcome.ADAPT, 81))),
                CycleCourse.of(undecided, all(undecided), List.of()),
                CycleCourse.of(young, all(a), List.of())));
        assertThat(counts.started()).isEqualTo(4);
        assertThat(counts.completed()).isEqualTo(3);
        assertThat(counts.closed()).isEqualTo(2);
        assertThat(counts.outcomes())
                .containsEntry(CycleOutcome.ADOPT, 1)
                .containsEntry(CycleOutcome.ADAPT, 1)
                .containsEntry(CycleOutcome.ABANDON, 0);
        assertThat(counts.listUndecided()).containsExactly(id("c"));
        assertThat(counts.medianCycleTime()).isEqualTo(Measured.of(Rational.of(141, 2)));
        assertThat(counts.explanation().claim())
                .isEqualTo("4 cycles were started, 3 completed, 2 closed with a decision.");
        CycleCourse open = counts.courses().get(3);
        assertThat(open.cycleTime().isReported()).isFalse();
        assertThat(open.cameTrue().isReported()).isFalse();
        assertThat(open.explanation().claim()).endsWith("in \"plan\".");
        assertThat(CycleCounts.of(List.of()).medianCycleTime().isReported()).isFalse();
    }

    @Test
    void everyModelCanBeWalkedFromItsFirstPhaseToItsLast() {
        for (PhaseModel model : List.of(
                PhaseModel.PDSA,
                PhaseModel.DATA_WISE,
                PhaseModel.ROCI,
                PhaseModel.FIVE_STEP,
                PhaseModel.NINETY_DAY,
                PhaseModel.ROUNDS)) {
            InquiryCycle cycle = bare("c", model).prediction(atLeast(70)).build();
            List<CycleStep> steps = model.phases().stream()
                    .skip(1)
                    .map(phase -> step(cycle, phase.name(), 1, NOTES))
                    .toList();
            assertThat(CycleCourse.of(cycle, steps, List.of(end(cycle, CycleOutcome.ADAPT, 1)))
                            .visits())
                    .as(model.name())
                    .hasSameSizeAs(model.phases());
        }
        assertThat(PhaseModel.DATA_WISE.phases()).hasSize(8);
    }
}
