package org.iltlib.plan.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.plan.cycle.BarrierUpdate.Status;
import org.junit.jupiter.api.Test;

class BarrierLogTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    private static EntryId id(String text) {
        return EntryId.of(text);
    }

    private static Barrier barrier(String id) {
        return Barrier.builder()
                .id(id(id))
                .hampers(id("commitment"))
                .what("The books are late")
                .severity(Barrier.Severity.SLOWS)
                .owner(PersonId.of("p-001"))
                .raisedOn(DAY)
                .answerBy(DAY.plusDays(14))
                .build();
    }

    private static BarrierUpdate update(String barrier, Status status, int day) {
        return BarrierUpdate.builder()
                .id(id(barrier + status + day))
                .barrier(id(barrier))
                .on(DAY.plusDays(day))
                .status(status)
                .note("news")
                .addEvidence(id("e"))
                .build();
    }

    /** By hand: a answered on day 14 and resolved on 20, b answered on 15, c never, d lived with on day 3. */
    @Test
    void answersAreHeldAgainstTheAgreedTime() {
        List<Barrier> barriers = List.of(barrier("a"), barrier("b"), barrier("c"), barrier("d"));
        List<BarrierUpdate> news = List.of(
                update("a", Status.ANSWERED, 14),
                update("b", Status.ANSWERED, 15),
                update("d", Status.LIVED_WITH, 3),
                update("a", Status.RESOLVED, 20),
                update("a", Status.LIVED_WITH, 40));
        BarrierLog log = BarrierLog.of(barriers, news, DAY.plusDays(30));
        assertThat(log.listOpen()).extracting(b -> b.id().value()).containsExactly("b", "c");
        assertThat(log.listUnanswered()).extracting(b -> b.id().value()).containsExactly("c");
        assertThat(log.answeredInTime()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(log.medianDaysToAnswer()).isEqualTo(Measured.of(Rational.of(14)));
        assertThat(log.medianDaysToClose()).isEqualTo(Measured.of(Rational.of(23, 2)));
        assertThat(log.explanation().toString())
                .contains("2 of 4 barriers stand", "c waits for an answer since 2026-10-26");
    }

    @Test
    void whatStillHasTimeIsNeitherInTimeNorLate() {
        BarrierLog log = BarrierLog.of(List.of(barrier("a")), List.of(), DAY.plusDays(14));
        assertThat(log.answeredInTime().isReported()).isFalse();
        assertThat(log.listUnanswered()).isEmpty();
        BarrierLog later = BarrierLog.of(List.of(barrier("a")), List.of(), DAY.plusDays(15));
        assertThat(later.answeredInTime()).isEqualTo(Measured.of(Fraction.of(0, 1)));
        assertThat(later.medianDaysToAnswer().isReported()).isFalse();
        assertThat(BarrierLog.of(List.of(barrier("a")), List.of(), DAY.minusDays(1))
                        .cases())
                .isEmpty();
    }

    @Test
    void whatIsLivedWithAsksForAnAdaptationThatCitesIt() {
        BarrierLog log =
                BarrierLog.of(List.of(barrier("a")), List.of(update("a", Status.LIVED_WITH, 2)), DAY.plusDays(9));
        assertThat(log.listNotAdaptedTo(List.of())).hasSize(1);
        Adaptation adaptation = Adaptation.builder()
                .id(id("x"))
                .barrier(id("a"))
                .decision(id("d"))
                .on(DAY)
                .before("four blocks")
                .after("three blocks")
                .build();
        assertThat(adaptation.basedOn()).containsExactly(id("a"), id("d"));
        assertThat(log.listNotAdaptedTo(List.of(adaptation))).isEmpty();
    }

    @Test
    void newsOfAnUnknownBarrierOrFromBeforeItWasRaisedIsRefused() {
        assertThatThrownBy(() -> BarrierLog.of(List.of(), List.of(update("a", Status.ANSWERED, 1)), DAY))
                .hasMessageContaining("barrier \"a\", which is not among them");
        assertThatThrownBy(() -> BarrierLog.of(List.of(barrier("a")), List.of(update("a", Status.ANSWERED, -1)), DAY))
                .hasMessageContaining("before the barrier was raised");
    }

    @Test
    void aResolutionIsShownAndAnAnswerIsDueAfterTheRaising() {
        assertThatThrownBy(() -> BarrierUpdate.builder()
                        .id(id("u"))
                        .barrier(id("a"))
                        .on(DAY)
                        .status(Status.RESOLVED)
                        .note("gone")
                        .build())
                .hasMessageContaining("resolved without evidence");
        assertThatThrownBy(() ->
                        barrier("a").toBuilder().answerBy(DAY.minusDays(1)).build())
                .hasMessageContaining("Maybe the two are swapped");
    }

    @Test
    void aRootCauseIsAcceptedOnlyWithEvidenceAndInTheSchoolsControl() {
        RootCause cause = RootCause.builder()
                .id(id("r"))
                .problem(id("n"))
                .branch(RootCause.Branch.INSTRUCTION)
                .addWhys("students add denominators", "no lesson uses a number line")
                .addEvidence(id("walk"))
                .control(RootCause.Control.SCHOOL)
                .build();
        assertThat(cause.isAccepted()).isTrue();
        assertThat(cause.basedOn()).containsExactly(id("n"), id("walk"));
        assertThat(cause.toBuilder().evidence(List.of()).build().findObjection())
                .contains("No evidence shows that no lesson uses a number line.");
        for (RootCause.Control control : List.of(RootCause.Control.DISTRICT, RootCause.Control.OUTSIDE)) {
            assertThat(cause.toBuilder()
                            .control(control)
                            .build()
                            .findObjection()
                            .orElseThrow())
                    .contains("is not in the school's control");
        }
        assertThatThrownBy(() -> cause.toBuilder().addEvidence(id("n")).build())
                .hasMessageContaining("the problem \"n\" itself");
    }

    @Test
    void anAdjustmentTellsHowLongItTookFromTheSignal() {
        InstructionalAdjustment.Builder builder = InstructionalAdjustment.builder()
                .id(id("i"))
                .trigger(id("f"))
                .seenOn(DAY)
                .on(DAY.plusDays(5))
                .before("rules")
                .after("strips")
                .reason("drawing helped")
                .nextCheck(id("f2"));
        assertThat(builder.build().latencyDays()).isEqualTo(5);
        assertThat(builder.build().basedOn()).containsExactly(id("f"), id("f2"));
        assertThatThrownBy(() -> builder.seenOn(DAY.plusDays(6)).build()).hasMessageContaining("before its signal");
    }

    @Test
    void theEarliestDayClosesWhateverWasRecordedFirst() {
        BarrierLog log = BarrierLog.of(
                List.of(barrier("a")),
                List.of(update("a", Status.LIVED_WITH, 9), update("a", Status.RESOLVED, 4)),
                DAY.plusDays(20));
        assertThat(log.medianDaysToClose()).isEqualTo(Measured.of(Rational.of(4)));
    }
}
