package org.iltlib.analytics.growth.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.junit.jupiter.api.Test;

class LongScoresTest {
    private static final Subject MATH = Subject.MATHEMATICS;
    private static final Progression TWO_YEARS = Progression.yearly(MATH, 2025, GradeLevel.of(5), 2);

    private static LongScores.Builder whole(String student, String school, double... oldestFirst) {
        return whole(LongScores.builder(), student, school, oldestFirst);
    }

    private static LongScores.Builder whole(LongScores.Builder rows, String student, String school, double... oldest) {
        for (int i = 0; i < oldest.length; i++) {
            int back = oldest.length - 1 - i;
            rows.add(student, 2025 - back, GradeLevel.of(5 - back), MATH, school, oldest[i]);
        }
        return rows;
    }

    @Test
    void aStudentStandsInOneRowWithTheNewestScoreFirst() {
        GrowthCohort cohort = whole("s-1", "Maple", 310, 420, 530).build().cohort(TWO_YEARS);
        assertThat(cohort.size()).isEqualTo(1);
        assertThat(cohort.student(0)).isEqualTo("s-1");
        assertThat(cohort.findCurrent(0)).contains(530.0);
        assertThat(cohort.findPrior(0, 1)).contains(420.0);
        assertThat(cohort.findPrior(0, 2)).contains(310.0);
        assertThat(cohort.order(0)).isEqualTo(2);
        assertThat(cohort.schoolNames().get(cohort.school(0))).isEqualTo("Maple");
        assertThat(cohort.intake()).hasToString("3 of 3 rows, 1 of 1 students");
        assertThat(cohort).hasToString("mathematics, grade 3 in 2023 to grade 5 in 2025, 1 students");
    }

    @Test
    void everyRowLeftOutIsCountedUnderItsReasonAndTheCountsAddUp() {
        LongScores.Builder rows = whole("s-1", "Maple", 310, 420, 530);
        whole(rows, "s-2", "Maple", 311, 421, 531);
        rows.add("s-2", 2025, GradeLevel.of(5), MATH, "Oak", 540); // a second score in one year
        rows.add("s-3", 2025, GradeLevel.of(4), MATH, "Oak", 430); // repeats grade 4
        rows.add("s-3", 2024, GradeLevel.of(4), MATH, "Oak", 425);
        rows.addMissing("s-4", 2025, GradeLevel.of(5), MATH, "");
        rows.add("s-4", 2024, GradeLevel.of(4), MATH, "", 400);
        rows.add("s-5", 2025, GradeLevel.of(5), MATH, "", 500);
        rows.add("s-1", 2025, GradeLevel.of(5), Subject.READING, "Maple", 600);
        rows.add("s-1", 2021, GradeLevel.of(1), MATH, "Maple", 100);
        GrowthCohort cohort = rows.build().cohort(TWO_YEARS);
        Intake intake = cohort.intake();
        assertThat(intake.rows()).isEqualTo(14);
        assertThat(intake.otherSubject()).isEqualTo(1);
        assertThat(intake.otherYear()).isEqualTo(1);
        assertThat(intake.noScore()).isEqualTo(1);
        assertThat(intake.duplicates()).isEqualTo(2);
        assertThat(intake.otherGrade()).isEqualTo(1);
        assertThat(intake.taken()).isEqualTo(8);
        assertThat(intake.students()).isEqualTo(5);
        assertThat(intake.complete()).isEqualTo(1);
        assertThat(intake.withoutPrior()).isEqualTo(1); // s-5
        assertThat(intake.withoutCurrent()).isEqualTo(3); // s-2, s-3, s-4
        assertThat(intake.explanation().toString()).contains("Of 14 rows, 8 were taken");
    }

    @Test
    void aGapInTheEarlierScoresEndsTheOrder() {
        LongScores.Builder rows = LongScores.builder();
        rows.add("s-1", 2023, GradeLevel.of(3), MATH, "", 300);
        rows.add("s-1", 2025, GradeLevel.of(5), MATH, "", 500);
        GrowthCohort cohort = rows.build().cohort(TWO_YEARS);
        assertThat(cohort.order(0)).isZero();
        assertThat(cohort.allPrior(2)).containsExactly(300);
        assertThat(cohort.allPrior(1)).isEmpty();
        assertThat(cohort.school(0)).isEqualTo(GrowthCohort.NO_SCHOOL);
    }

    @Test
    void manyRowsAreKept() {
        LongScores.Builder rows = LongScores.builder();
        for (int i = 0; i < 3000; i++) {
            whole(rows, "s-" + i, "school " + i % 7, i, i + 1);
        }
        LongScores scores = rows.build();
        assertThat(scores).hasToString("6000 rows, 3000 students, 7 schools");
        assertThat(scores.years()).containsExactly(2024, 2025);
        assertThat(scores.subjects()).containsExactly(MATH);
        assertThat(scores.grades(MATH, 2025)).containsExactly(GradeLevel.of(5));
        GrowthCohort cohort = scores.cohort(Progression.yearly(MATH, 2025, GradeLevel.of(5), 1));
        assertThat(cohort.current(new int[] {2999})).containsExactly(3000);
        assertThat(cohort.prior(1, new int[] {2999})).containsExactly(2999);
        assertThat(cohort.allCurrent()).hasSize(3000);
    }

    @Test
    void anUnknownSubjectIsRefusedWithThoseThatThereAre() {
        LongScores scores = whole("s-1", "Maple", 1, 2).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.cohort(Progression.yearly(Subject.READING, 2025, GradeLevel.of(5), 1)))
                .withMessage("subject is \"reading\". Maybe one of [mathematics].");
        assertThat(scores.rows()).isEqualTo(2);
    }

    @Test
    void progressionsRunForwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Progression(MATH, List.of(new Step(2025, GradeLevel.of(5)))))
                .withMessageContaining("at least two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Progression(
                        MATH, List.of(new Step(2025, GradeLevel.of(5)), new Step(2024, GradeLevel.of(6)))))
                .withMessageContaining("oldest first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Progression(
                        MATH, List.of(new Step(2024, GradeLevel.of(6)), new Step(2025, GradeLevel.of(5)))))
                .withMessageContaining("no fall");
        assertThat(Progression.FORM.read(Progression.FORM.write(TWO_YEARS))).isEqualTo(TWO_YEARS);
    }

    @Test
    void arraysMustFitTogether() {
        double[] two = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthCohort.of(TWO_YEARS, two, List.of(two)))
                .withMessageContaining("Expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthCohort.of(TWO_YEARS, two, List.of(two, new double[] {1})))
                .withMessageContaining("Expected the same");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> GrowthCohort.of(TWO_YEARS, new double[] {1, Double.POSITIVE_INFINITY}, List.of(two, two)))
                .withMessageContaining("finite");
        GrowthCohort cohort = GrowthCohort.of(TWO_YEARS, two, List.of(new double[] {1, Double.NaN}, two));
        assertThat(cohort.student(1)).isEqualTo("2");
        assertThat(cohort.intake()).hasToString("5 of 6 rows, 1 of 2 students");
        assertThatIllegalArgumentException().isThrownBy(() -> cohort.withStudents(List.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> cohort.withSchools(new int[] {0, 1}, List.of("Maple")));
    }

    @Test
    void stackedCohortsKeepTheirStudentsAndYears() {
        GrowthCohort first = whole("s-1", "Maple", 310, 420, 530).build().cohort(TWO_YEARS);
        Progression later = Progression.yearly(MATH, 2026, GradeLevel.of(5), 2);
        GrowthCohort second = GrowthCohort.of(
                later, new double[] {531, 532}, List.of(new double[] {421, 422}, new double[] {311, Double.NaN}));
        GrowthCohort stacked = GrowthCohort.stacked(List.of(first, second));
        assertThat(stacked.years()).containsExactly(2025, 2026);
        assertThat(IntStream.range(0, 3).map(stacked::order)).containsExactly(2, 2, 1);
        assertThat(stacked.student(0)).isEqualTo("s-1");
        assertThat(stacked.allCurrent()).containsExactly(530, 531, 532);
        GrowthCohort other = GrowthCohort.of(
                Progression.yearly(MATH, 2026, GradeLevel.of(6), 2),
                new double[0],
                List.of(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthCohort.stacked(List.of(first, other)))
                .withMessageContaining("cannot stand above");
    }
}
