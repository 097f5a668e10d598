package org.iltlib.evidence.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 3);
    private static final ScoreLayout LAYOUT = ScoreLayout.builder()
            .student("id")
            .unit("school")
            .grade("grade")
            .putScores("math", Subject.MATHEMATICS)
            .putMissing("abs", MissingReason.ABSENT)
            .putMissing("ex", MissingReason.EXEMPT)
            .build();

    static ScoreTable table(String rows) {
        return ScoreTableReader.of(LAYOUT)
                .read(new ByteArrayInputStream(("id,school,grade,math\n" + rows).getBytes(StandardCharsets.UTF_8)))
                .table();
    }

    static Enrolment enrolled(String student, String unit, int grade) {
        return Enrolment.builder()
                .student(student)
                .unit(OrgUnitId.of(unit))
                .grade(GradeLevel.of(grade))
                .firstDay(LocalDate.of(2026, 9, 1))
                .putGroups("language", student.hashCode() % 2 == 0 ? "learner" : "other")
                .build();
    }

    /** 1,000 students in 10 schools and grades 1 to 5, 20 each; grade 2 of four schools with 22, 22, 23, 23 not loaded. */
    @Test
    void aGradeThatWasNotLoadedLowersTheCoverageAndIsNoZero() {
        List<Enrolment> enrolments = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        int[] unloaded = {22, 22, 23, 23};
        for (int i = 0; i < 1000; i++) {
            int school = i < 90 ? (i < 22 ? 0 : i < 44 ? 1 : i < 67 ? 2 : 3) : i % 10;
            int grade = i < 90 ? 2 : 1 + i % 5;
            if (grade == 2 && i >= 90 && school < 4) {
                grade = 3;
            }
            enrolments.add(enrolled("s" + i, "school-" + school, grade));
            if (i >= 90) {
                rows.append("s")
                        .append(i)
                        .append(",school-")
                        .append(school)
                        .append(',')
                        .append(grade)
                        .append(",500\n");
            }
        }
        Coverage coverage =
                ExpectedPopulation.of(enrolments, DAY).coverage(table(rows.toString()), Subject.MATHEMATICS);
        assertThat(coverage.all()).hasToString("910 of 1000 reported; 90 not loaded");
        assertThat(coverage.all().share()).isEqualTo(Measured.of(Fraction.of(91, 100)));
        assertThat(coverage.unit(OrgUnitId.of("school-2")).missing(MissingReason.NOT_LOADED))
                .isEqualTo(unloaded[2]);
        assertThat(coverage.worst(10))
                .hasValueSatisfying(cell -> assertThat(cell.by()).isEqualTo("grade"));
        assertThat(coverage.worst(10).orElseThrow()).hasToString("grade 2: 91 of 181 reported; 90 not loaded");
        assertThat(coverage.worst(2000)).isEmpty();
        assertThat(CoverageRule.NINETY_FIVE_PERCENT.note(coverage.all()))
                .contains("not to be read as the whole: 910 of 1000 reported; 90 not loaded"
                        + " (ninety-five percent: at least 19/20)");
        assertThat(CoverageRule.NINETY_FIVE_PERCENT.note(coverage.grade(GradeLevel.of(1))))
                .isEmpty();
        assertThat(CoverageRule.NINETY_FIVE_PERCENT.isMetBy(StatusCounts.NONE)).isFalse();
        assertThat(StatusCounts.NONE.share()).isEqualTo(Measured.missing(MissingReason.NO_STUDENTS));
    }

    @Test
    void everyStatusIsToldAndWhoIsNotEnrolledIsUnexpected() {
        ExpectedPopulation expected = ExpectedPopulation.of(
                List.of(enrolled("a", "x", 1), enrolled("b", "x", 1), enrolled("c", "x", 10), enrolled("d", "y", 2)),
                DAY);
        ScoreTable table = table("a,x,1,7\nb,x,1,abs\nc,x,10,ex\nd,y,3,9\ne,y,2,9\n");
        Coverage coverage = expected.coverage(table, Subject.MATHEMATICS, MissingReason.NOT_COLLECTED);
        assertThat(coverage)
                .hasToString("1 of 4 reported; 1 not collected; 1 absent; 1 exempt; 2 rows of nobody who was expected");
        assertThat(coverage.unexpected()).isEqualTo(2);
        assertThat(coverage.unit(OrgUnitId.of("y"))).hasToString("0 of 1 reported; 1 not collected");
        assertThat(coverage.group("language", "nobody")).isEqualTo(StatusCounts.NONE);
        assertThat(coverage.list().stream()
                        .filter(cell -> cell.by().equals("grade"))
                        .map(CoverageCell::label))
                .containsExactly("1", "2", "10");
        assertThat(expected).hasToString("4 students on 2027-05-03");
        assertThat(expected.size()).isEqualTo(4);
        assertThat(expected.day()).isEqualTo(DAY);
        assertThat(expected.list()).hasSize(4).first().hasToString("a student of x, grade 1");
    }

    @Test
    void aTestOfWhichNothingWasAnsweredIsMissingForItsReason() {
        byte none = ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);
        byte absent = ResponseTable.codeOf(MissingReason.ABSENT);
        ResponseTable table = ResponseTable.builder(List.of("q1", "q2"))
                .add("a", none, (byte) 0)
                .add("b", absent, absent)
                .add("c", none, absent)
                .add("z", none, none)
                .build();
        Coverage coverage = ExpectedPopulation.of(
                        List.of(
                                enrolled("a", "x", 1),
                                enrolled("b", "x", 1),
                                enrolled("c", "x", 1),
                                enrolled("d", "x", 1)),
                        DAY)
                .coverage(table, MissingReason.NOT_LOADED);
        assertThat(coverage)
                .hasToString("1 of 4 reported; 1 not loaded; 1 absent; 1 unknown; 1 rows of nobody who was expected");
    }

    @Test
    void onlyWhoIsEnrolledOnTheDayIsExpectedAndNobodyTwice() {
        Enrolment first = Enrolment.builder()
                .student("a")
                .unit(OrgUnitId.of("x"))
                .grade(GradeLevel.of(1))
                .firstDay(DAY)
                .lastDay(DAY)
                .build();
        assertThat(ExpectedPopulation.of(List.of(first), DAY).size()).isEqualTo(1);
        assertThat(ExpectedPopulation.of(List.of(first), DAY.plusDays(1)).size())
                .isZero();
        assertThat(ExpectedPopulation.of(List.of(first), DAY.minusDays(1)).size())
                .isZero();
        assertThatThrownBy(() -> ExpectedPopulation.of(List.of(first, enrolled("a", "y", 1)), DAY))
                .hasMessage("On 2027-05-03 a student of x, grade 1 is a student of y, grade 1 as well."
                        + " Expected one enrolment. Maybe the first has no last day.");
        assertThatThrownBy(() -> Enrolment.builder()
                        .student("a")
                        .unit(OrgUnitId.of("x"))
                        .grade(GradeLevel.of(1))
                        .firstDay(DAY)
                        .lastDay(DAY.minusDays(1))
                        .build())
                .hasMessageContaining("lastDay is 2027-05-02, before firstDay, 2027-05-03. Maybe the two are swapped.");
        assertThatThrownBy(() -> new StatusCounts(1, Map.of(MissingReason.ABSENT, -1L)))
                .hasMessageContaining("absent is -1");
        assertThat(StatusCounts.of(Optional.of(MissingReason.ABSENT)).plus(StatusCounts.of(Optional.empty())))
                .hasToString("1 of 2 reported; 1 absent");
    }
}
