package org.iltlib.evidence.fitness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Subject;
import org.iltlib.evidence.Assessment;
import org.iltlib.evidence.AssessmentPurpose;
import org.junit.jupiter.api.Test;

class AssessmentBalanceTest {
    private static Assessment.Builder given(String id, AssessmentPurpose purpose, String... standards) {
        return Assessment.builder()
                .id(EntryId.of(id))
                .name(id)
                .subject(Subject.MATHEMATICS)
                .addGrades(GradeLevel.of(5))
                .purpose(purpose)
                .year(SchoolYear.startingIn(2026))
                .date(LocalDate.of(2026, 10, 5))
                .scale("points")
                .addStandards(standards);
    }

    private static final Assessment EXIT_1 = given("exit-1", AssessmentPurpose.FORMATIVE, "5.NF.A.1")
            .minutes(10)
            .resultsOn(LocalDate.of(2026, 10, 6))
            .build();
    private static final Assessment EXIT_2 = given("exit-2", AssessmentPurpose.FORMATIVE, "5.NF.A.1", "5.NBT.A.1")
            .minutes(15)
            .resultsOn(LocalDate.of(2026, 10, 5))
            .build();
    private static final Assessment STATE = given("state", AssessmentPurpose.SUMMATIVE, "5.NF.A.1", "5.MD.A.1")
            .minutes(180)
            .build();

    @Test
    void purposesStandardsMinutesAndDaysAreCounted() {
        AssessmentBalance balance = new AssessmentBalance(List.of(EXIT_1, EXIT_2, STATE));
        assertThat(balance.byPurpose())
                .isEqualTo(Map.of(AssessmentPurpose.FORMATIVE, 2L, AssessmentPurpose.SUMMATIVE, 1L));
        assertThat(balance.share(AssessmentPurpose.FORMATIVE)).isEqualTo(Measured.of(Fraction.of(2, 3)));
        assertThat(balance.share(AssessmentPurpose.SCREENING)).isEqualTo(Measured.of(Fraction.of(0, 3)));
        assertThat(balance.byStandard().get("5.NF.A.1"))
                .isEqualTo(Map.of(AssessmentPurpose.FORMATIVE, 2L, AssessmentPurpose.SUMMATIVE, 1L));
        assertThat(balance.listNever(AssessmentPurpose.FORMATIVE, List.of("5.MD.A.1", "5.NF.A.1", "5.G.A.1")))
                .containsExactly("5.MD.A.1", "5.G.A.1");
        assertThat(balance.minutes(GradeLevel.of(5))).isEqualTo(Measured.of(205L));
        assertThat(balance.minutes(GradeLevel.of(4))).isEqualTo(Measured.of(0L));
        assertThat(balance.turnaroundDays(AssessmentPurpose.FORMATIVE)).containsExactly(0L, 1L);
        assertThat(balance.turnaroundDays(AssessmentPurpose.SUMMATIVE)).isEmpty();
    }

    @Test
    void minutesThatNobodyStatedAreNotTakenForNone() {
        Assessment silent = given("silent", AssessmentPurpose.INTERIM).build();
        assertThat(new AssessmentBalance(List.of(EXIT_1, silent)).minutes(GradeLevel.of(5)))
                .isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "1 of 2 do not say how long they take"));
        assertThat(new AssessmentBalance(List.of())
                        .share(AssessmentPurpose.INTERIM)
                        .isReported())
                .isFalse();
        assertThatThrownBy(() -> new AssessmentBalance(List.of(silent, silent))).hasMessageContaining("twice");
        assertThatThrownBy(() -> given("x", AssessmentPurpose.INTERIM)
                        .resultsOn(LocalDate.of(2026, 10, 4))
                        .build())
                .hasMessageContaining("resultsOn is 1 days before date");
    }
}
