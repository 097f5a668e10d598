package org.iltlib.curriculum.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.base.TeamId;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

class TransitionTest {
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 1);

    private static StandardId id(String id) {
        return StandardId.of(id);
    }

    private static final TransitionPoint POINT = TransitionPoint.builder()
            .id(EntryId.of("five-six"))
            .framework(EntryId.of("math"))
            .fromSchool(OrgUnitId.of("school-1"))
            .fromGrade(GradeLevel.of(5))
            .toSchool(OrgUnitId.of("school-9"))
            .toGrade(GradeLevel.of(6))
            .addPrerequisites(id("a"), id("b"), id("c"), id("d"))
            .build();
    private static final HandOff GIVEN = HandOff.builder()
            .id(EntryId.of("given"))
            .transition(POINT.id())
            .by(TeamId.of("lower"))
            .to(TeamId.of("upper"))
            .on(JUNE)
            .due(JUNE.plusDays(10))
            .cohort("grade 5 of 2026-27")
            .addReady(ReadyShare.of(id("a"), Fraction.percent(80)))
            .addReady(ReadyShare.of(id("b"), Fraction.percent(50)))
            .addReady(new ReadyShare(id("c"), Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10")))
            .addReady(ReadyShare.of(id("elsewhere"), Fraction.percent(10)))
            .addConcerns("long problems", "fractions")
            .build();
    private static final HandOffReceipt TAKEN = HandOffReceipt.builder()
            .id(EntryId.of("taken"))
            .handOff(GIVEN.id())
            .by(TeamId.of("upper"))
            .on(JUNE.plusDays(12))
            .addAnswered("fractions")
            .build();

    @Test
    void aHandOffWaitsUntilTheReceivingTeamHasAcknowledgedIt() {
        Transition transition = Transition.of(POINT, List.of(GIVEN), List.of(TAKEN));
        assertThat(transition.listWaiting(JUNE.minusDays(1))).isEmpty();
        assertThat(transition.listWaiting(JUNE.plusDays(11))).containsExactly(GIVEN);
        assertThat(transition.listOverdue(JUNE.plusDays(10))).isEmpty();
        assertThat(transition.listOverdue(JUNE.plusDays(11))).containsExactly(GIVEN);
        assertThat(transition.listWaiting(JUNE.plusDays(12))).isEmpty();
        assertThat(transition.daysToAcknowledge(GIVEN)).isEqualTo(Measured.of(12L));
        assertThat(Transition.of(POINT, List.of(GIVEN), List.of())
                        .daysToAcknowledge(GIVEN)
                        .isReported())
                .isFalse();
    }

    @Test
    void theFirstReceiptCounts() {
        HandOffReceipt later =
                TAKEN.toBuilder().id(EntryId.of("later")).on(JUNE.plusDays(20)).build();
        assertThat(Transition.of(POINT, List.of(GIVEN), List.of(later, TAKEN)).daysToAcknowledge(GIVEN))
                .isEqualTo(Measured.of(12L));
    }

    @Test
    void concernsThatNobodyTakesUpAndPrerequisitesOfWhichNothingIsToldAreListed() {
        Transition transition = Transition.of(POINT, List.of(GIVEN), List.of(TAKEN));
        assertThat(transition.listUnanswered(GIVEN)).containsExactly("long problems");
        assertThat(transition.listUntold(GIVEN)).containsExactly(id("d"));
    }

    @Test
    void theWeakestPrerequisitesComeFirstAndWithheldOnesAreLeftOut() {
        Transition transition = Transition.of(POINT, List.of(GIVEN), List.of());
        assertThat(transition.listWeakest(GIVEN, 3))
                .extracting(ReadyShare::standard)
                .containsExactly(id("b"), id("a"));
        assertThat(transition.listWeakest(GIVEN, 1))
                .extracting(ReadyShare::standard)
                .containsExactly(id("b"));
        assertThat(transition.explanation(JUNE).toString())
                .startsWith("From grade 5 to grade 6 at another school: 0 of 1 hand-offs are acknowledged.")
                .contains("waiting since 2027-06-01")
                .contains("b: 1/2 are ready.")
                .contains("Not taken up: long problems.");
    }

    @Test
    void aReceiptIsByTheTeamToWhichItWasGivenAfterItWasGivenOnConcernsThatItHas() {
        for (HandOffReceipt wrong : List.of(
                TAKEN.toBuilder().by(TeamId.of("lower")).build(),
                TAKEN.toBuilder().on(JUNE.minusDays(1)).build(),
                TAKEN.toBuilder().addAnswered("weather").build(),
                TAKEN.toBuilder().handOff(EntryId.of("other")).build())) {
            assertThatIllegalArgumentException().isThrownBy(() -> Transition.of(POINT, List.of(GIVEN), List.of(wrong)));
        }
        HandOff other = GIVEN.toBuilder().transition(EntryId.of("other")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> Transition.of(POINT, List.of(other), List.of()));
    }

    @Test
    void studentsMoveToALaterGradeOrAnotherSchool() {
        assertThat(POINT.changesSchool()).isTrue();
        assertThat(POINT.toBuilder().toSchool(POINT.fromSchool()).build().changesSchool())
                .isFalse();
        assertThat(POINT.toBuilder().toGrade(GradeLevel.of(5)).build().changesSchool())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POINT.toBuilder()
                        .toGrade(GradeLevel.of(5))
                        .toSchool(POINT.fromSchool())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POINT.toBuilder().toGrade(GradeLevel.of(4)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GIVEN.toBuilder().due(JUNE.minusDays(1)).build());
    }
}
