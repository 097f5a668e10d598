package org.iltlib.plan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.finding.NeedArea;
import org.iltlib.finding.StudentGroup;
import org.junit.jupiter.api.Test;

class SupportServiceTest {
    private static final LocalDate START = InterventionTest.START;

    private static LearnerNeed need(String id, String student, LocalDate seenOn, String... language) {
        LearnerNeed.Builder builder = LearnerNeed.builder();
        for (String level : language) {
            builder.addGroups(StudentGroup.of("home language", level));
        }
        builder.id(InterventionTest.id(id))
                .student(PersonId.of(student))
                .area(NeedArea.ACADEMIC)
                .skill("reading aloud")
                .seenOn(seenOn)
                .addEvidence(InterventionTest.id("scores"));
        return builder.build();
    }

    /** By hand: n1 waited 7 days, n2 and n3 wait; the intervention that names n2 is for another student. */
    @Test
    void aNeedIsServedByAnInterventionThatCitesItAndHasItsStudent() {
        List<LearnerNeed> needs = List.of(
                need("n1", "s-1", START.minusDays(7)),
                need("n2", "s-2", START.minusDays(3)),
                need("n3", "s-3", START.minusDays(9)),
                need("n4", "s-4", START.plusDays(20)));
        List<Intervention> groups = List.of(
                InterventionTest.group("i", "n1", "s-1").build(),
                InterventionTest.group("j", "n2", "s-1").build(),
                InterventionTest.group("k", "n3", "s-3")
                        .startsOn(START.plusDays(30))
                        .build());
        SupportService service = SupportService.of(needs, groups, START.plusDays(10));
        assertThat(service.shareServed()).isEqualTo(Measured.of(Fraction.of(1, 3)));
        assertThat(service.medianDays()).isEqualTo(Measured.of(Rational.of(7)));
        assertThat(service.waitlist()).extracting(one -> one.id().value()).containsExactly("n3", "n2");
        assertThat(service.explanation().toString())
                .contains("1 of 3 needs are served on 2026-10-15.")
                .doesNotContain("s-1");
        SupportService later = SupportService.of(needs, groups, START.plusDays(30));
        assertThat(later.medianDays()).isEqualTo(Measured.of(Rational.of(23)));
        assertThat(SupportService.of(List.of(), groups, START).shareServed().isReported())
                .isFalse();
        assertThat(SupportService.of(List.of(), groups, START).medianDays().isReported())
                .isFalse();
    }

    @Test
    void supportThatWasThereBeforeTheNeedTookNoTime() {
        SupportService service = SupportService.of(
                List.of(need("n1", "s-1", START.plusDays(2))),
                List.of(InterventionTest.group("i", "n1", "s-1").build()),
                START.plusDays(2));
        assertThat(service.medianDays()).isEqualTo(Measured.of(Rational.ZERO));
    }

    @Test
    void aSmallCountOnTheWaitingListIsWithheldWithAnotherSoThatItCannotBeWorkedOut() {
        List<LearnerNeed> needs = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            needs.add(need("n" + i, "s-" + i, START, i < 3 ? "A" : i < 13 ? "B" : "C"));
        }
        needs.add(need("n99", "s-99", START));
        Map<StudentGroup, Measured<Long>> shown =
                SupportService.of(needs, List.of(), START).waitlistBy("home language", 10);
        assertThat(shown)
                .containsEntry(
                        StudentGroup.of("home language", "A"),
                        Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10"))
                .containsEntry(
                        StudentGroup.of("home language", "B"),
                        Measured.suppressed(SuppressionReason.PROTECTS_ANOTHER, "fewer than 10"))
                .containsEntry(StudentGroup.of("home language", "C"), Measured.of(20L));
        assertThat(SupportService.of(needs, List.of(), START).waitlistBy("home language", 3))
                .containsEntry(StudentGroup.of("home language", "A"), Measured.of(3L));
    }

    @Test
    void aNeedOfTeachersOrTwoLabelsInOneColumnAreRefused() {
        LearnerNeed need = need("n1", "s-1", START, "A");
        assertThatThrownBy(() -> need.toBuilder().area(NeedArea.WORKLOAD).build())
                .hasMessageContaining("a need of teachers");
        assertThatThrownBy(() -> need.toBuilder()
                        .addGroups(StudentGroup.of("home language", "B"))
                        .build())
                .hasMessageContaining("groups");
    }
}
