package org.iltlib.analytics.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.base.Term;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.iltlib.curriculum.pacing.PacingCalendar;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;
import org.junit.jupiter.api.Test;

/** One small course worked by hand: 15 days of instruction from 8 to 25 September 2026, one of them Saturday the 19th. */
class LayersTest {
    private static final StandardId S1 = StandardId.of("s1");
    private static final StandardId S2 = StandardId.of("s2");
    private static final StandardId S3 = StandardId.of("s3");
    private static final StandardId S4 = StandardId.of("s4");
    private static final StandardId S5 = StandardId.of("s5");
    private static final EntryId MATH = EntryId.of("math");

    private static LocalDate september(int day) {
        return LocalDate.of(2026, 9, day);
    }

    private static final SchoolCalendar YEAR = SchoolCalendar.builder()
            .id(EntryId.of("calendar"))
            .unit(OrgUnitId.of("school-1"))
            .term(Term.of(september(7), september(25)))
            .addClosed(september(7))
            .addExtra(september(19))
            .build();

    private static Unit unit(String id, int days, StandardId... standards) {
        return Unit.builder()
                .id(id)
                .title(id)
                .plannedDays(days)
                .addStandards(standards)
                .build();
    }

    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course"))
            .framework(MATH)
            .title("Mathematics 6")
            .subject("mathematics")
            .grade(GradeLevel.of(6))
            .addUnits(unit("a", 4, S1, S2), unit("b", 6, S3), unit("c", 5, S4))
            .build();
    private static final PacingCalendar PLAN = PacingCalendar.inOrder(EntryId.of("plan"), COURSE, YEAR);

    private static AlignmentJudgment judged(int rater, String item, int demand, StandardId... objectives) {
        return AlignmentJudgment.builder()
                .rater(PersonId.of("p-00" + rater))
                .role("teacher")
                .round(1)
                .item(item)
                .demand(demand)
                .primary(List.of(objectives).stream().findFirst())
                .addAllSecondary(List.of(objectives).stream().skip(1).toList())
                .build();
    }

    private static final Alignment TEST = Alignment.builder()
            .id(EntryId.of("alignment"))
            .framework(MATH)
            .assessment(EntryId.of("test"))
            .scale("DOK")
            .addJudgments(
                    judged(1, "i1", 1, S1),
                    judged(2, "i1", 1, S2),
                    judged(1, "i2", 2, S5),
                    judged(2, "i2", 2, S5),
                    judged(1, "i3", 2),
                    judged(2, "i3", 2, S3, S4))
            .build();

    private static CurriculumLayer tested(int day) {
        return Layers.assessed(List.of(new AssessedOn(TEST, 1, september(day))), MATH, september(25));
    }

    private static CurriculumLayer written(int day) {
        return Layers.written(COURSE, PLAN, YEAR, september(day));
    }

    @Test
    void plannedDaysOfAUnitAreSharedByItsStandards() {
        assertThat(written(25).shares())
                .isEqualTo(Measured.of(Map.of(
                        S1, Rational.of(2, 15), S2, Rational.of(2, 15), S3, Rational.of(2, 5), S4, Rational.of(1, 3))));
        assertThat(written(25).firstDays())
                .containsEntry(S1, september(8))
                .containsEntry(S3, september(14))
                .containsEntry(S4, september(21));
    }

    @Test
    void onlyDaysUpToTheDayAreWritten() {
        assertThat(written(15).shares())
                .isEqualTo(Measured.of(Map.of(S1, Rational.of(1, 3), S2, Rational.of(1, 3), S3, Rational.of(1, 3))));
        assertThat(written(7).shares().isReported()).isFalse();
    }

    /** Two raters and three items: 1/2, 1/2, 1, and of the third what one of them could code, 1/4 each. */
    @Test
    void anItemWeighsOneSharedByRatersAndObjectives() {
        assertThat(tested(10).shares())
                .isEqualTo(Measured.of(Map.of(
                        S1, Rational.of(1, 5),
                        S2, Rational.of(1, 5),
                        S3, Rational.of(1, 10),
                        S4, Rational.of(1, 10),
                        S5, Rational.of(2, 5))));
        assertThat(tested(10).total()).isEqualTo(Rational.of(5, 2));
        assertThat(tested(10).isRated()).isTrue();
        assertThat(Layers.assessed(List.of(new AssessedOn(TEST, 1, september(26))), MATH, september(25))
                        .standards())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.assessed(
                        List.of(new AssessedOn(TEST, 1, september(10))), EntryId.of("math-2"), september(25)))
                .withMessageContaining("Maybe carry the judgments");
    }

    @Test
    void theTwoSidesOfEachPairAreListed() {
        LayerComparison pair = LayerComparison.between(written(25), tested(15));
        assertThat(pair.overlap()).isEqualTo(Measured.of(Rational.of(7, 15)));
        assertThat(pair.overlapWithDemand().isReported()).isFalse();
        assertThat(pair.coverageOfFirst()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(pair.coverageOfSecond()).isEqualTo(Measured.of(Rational.of(4, 5)));
        assertThat(pair.weightOfFirstCovered()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(pair.weightOfSecondCovered()).isEqualTo(Measured.of(Rational.of(3, 5)));
        assertThat(pair.listOnlyInFirst()).isEmpty();
        assertThat(pair.listOnlyInSecond()).containsExactly(S5);
        assertThat(pair.gaps())
                .extracting(LayerGap::toString)
                .containsExactly(
                        "s5: 0 and 2/5",
                        "s3: 2/5 and 1/10",
                        "s4: 1/3 and 1/10",
                        "s1: 2/15 and 1/5",
                        "s2: 2/15 and 1/5");
        assertThat(pair.gaps().get(1).difference()).isEqualTo(Rational.of(-3, 10));
    }

    @Test
    void whatIsTaughtAfterItWasTestedIsListedWithBothDays() {
        LayerComparison pair = LayerComparison.between(written(25), tested(15));
        assertThat(pair.listFirstAfterSecond()).containsExactly(new LateStandard(S4, september(21), september(15)));
        assertThat(pair.listFirstAfterSecond().get(0).days()).isEqualTo(6);
        assertThat(pair.explanation(1).toString())
                .startsWith("The written and the assessed curriculum share 7/15.")
                .contains("Only assessed: [s5].")
                .contains("s5: 0 of the written, 2/5 of the assessed.")
                .doesNotContain("s3: 2/5")
                .contains("s4: written on 2026-09-21, assessed on 2026-09-15.");
    }

    private static TeachingLog log(int teacher, StandardId standard, int minutes) {
        return TeachingLog.builder()
                .id(EntryId.of("log-" + teacher))
                .course(COURSE.id())
                .section("6-" + teacher)
                .teacher(PersonId.of("p-00" + teacher))
                .scale("DOK")
                .addDays(
                        new LogDay(
                                september(9),
                                60,
                                List.of(TaughtTime.on(standard, minutes).toBuilder()
                                        .demand(2)
                                        .build())),
                        new LogDay(september(24), 60, List.of(TaughtTime.on(S5, 60))))
                .build();
    }

    private static List<TeachingLog> logs(int teachers) {
        List<TeachingLog> logs = new ArrayList<>();
        for (int i = 1; i <= teachers; i++) {
            logs.add(log(i, i == 1 ? S1 : S3, 30));
        }
        return logs;
    }

    @Test
    void whatFewerThanFiveTeachersLoggedIsWithheld() {
        Measured<CurriculumLayer> four = Layers.enacted(logs(4), MATH, september(25), SuppressionPolicy.ADULTS);
        assertThat(four).isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, SuppressionPolicy.ADULTS.name()));
        List<TeachingLog> twice = new ArrayList<>(logs(4));
        twice.add(log(4, S2, 30).toBuilder()
                .id(EntryId.of("second"))
                .section("6-9")
                .build());
        assertThat(Layers.enacted(twice, MATH, september(25), SuppressionPolicy.ADULTS)
                        .isReported())
                .isFalse();
        assertThat(Layers.enacted(List.of(), MATH, september(25), SuppressionPolicy.ADULTS))
                .isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "nobody logged"));
    }

    @Test
    void minutesOfFiveTeachersUpToADayAreShown() {
        CurriculumLayer taught = Layers.enacted(logs(5), MATH, september(23), SuppressionPolicy.ADULTS)
                .value()
                .orElseThrow();
        assertThat(taught.cellShares())
                .isEqualTo(Measured.of(
                        Map.of(new ContentCell(S1, 2), Rational.of(1, 5), new ContentCell(S3, 2), Rational.of(4, 5))));
        assertThat(Layers.own(log(1, S1, 30), MATH, september(25)).shares())
                .isEqualTo(Measured.of(Map.of(S1, Rational.of(1, 3), S5, Rational.of(2, 3))));
        TeachingLog bloom = log(6, S1, 30).toBuilder().scale("Bloom").build();
        List<TeachingLog> mixed = new ArrayList<>(logs(5));
        mixed.add(bloom);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.enacted(mixed, MATH, september(25), SuppressionPolicy.ADULTS))
                .withMessageContaining("[Bloom, DOK]");
    }

    @Test
    void theStandardsOfTheGradeAreIntendedAlike() {
        StandardsFramework framework = StandardsFramework.builder()
                .id(MATH)
                .title("Mathematics")
                .addItems(
                        standard("RP", Optional.empty()),
                        standard("s1", Optional.of("RP")),
                        standard("s3", Optional.of("RP")))
                .build();
        CurriculumLayer intended = Layers.intended(framework, GradeLevel.of(6));
        assertThat(intended.shares()).isEqualTo(Measured.of(Map.of(S1, Rational.of(1, 2), S3, Rational.of(1, 2))));
        assertThat(intended.isRated()).isFalse();
        assertThat(Layers.intended(framework, GradeLevel.of(6), DemandScale.DOK, Map.of(S1, 2, S3, 3))
                        .isRated())
                .isTrue();
        LayerComparison coarse = LayerComparison.between(
                intended.rolledUp(id -> StandardId.of("RP")), written(25).rolledUp(id -> StandardId.of("RP")));
        assertThat(coarse.overlap()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(written(25).rolledUp(id -> StandardId.of("RP")).firstDays())
                .containsExactly(Map.entry(StandardId.of("RP"), september(8)));
    }

    private static Standard standard(String id, Optional<String> parent) {
        return Standard.builder()
                .id(StandardId.of(id))
                .statement("Know " + id)
                .addGrades(GradeLevel.of(6))
                .parent(parent.map(StandardId::of))
                .build();
    }

    @Test
    void whatIsWithheldOfStudentsIsUnknownAndNeverZero() {
        CurriculumLayer attained = Layers.attained(
                Map.of(
                        S1, Measured.of(Fraction.of(3, 5)),
                        S2, Measured.of(Fraction.of(0, 5)),
                        S3, Measured.of(Fraction.of(1, 5)),
                        S4, Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10")),
                MATH,
                september(25));
        LayerComparison pair = LayerComparison.between(written(25), attained);
        assertThat(pair.listUnknown()).containsExactly(S4);
        assertThat(pair.listOnlyInFirst()).containsExactly(S2);
        assertThat(pair.gaps()).extracting(LayerGap::standard).doesNotContain(S4);
        assertThat(pair.first().shares())
                .isEqualTo(Measured.of(Map.of(S1, Rational.of(1, 5), S2, Rational.of(1, 5), S3, Rational.of(3, 5))));
        assertThat(pair.second().shares()).isEqualTo(Measured.of(Map.of(S1, Rational.of(3, 4), S3, Rational.of(1, 4))));
        assertThat(pair.explanation(9).toString()).contains("Left out, since not known or withheld: [s4].");
        CurriculumLayer coarse = attained.rolledUp(id -> id.equals(S1) ? S1 : S2);
        assertThat(coarse.unknown()).containsExactly(S2);
        assertThat(coarse.standards()).containsExactly(S1);
    }

    @Test
    void planCalendarAndCourseBelongTogether() {
        Course other = COURSE.toBuilder().id(EntryId.of("other")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> Layers.written(other, PLAN, YEAR, september(25)));
        Course shorter = COURSE.toBuilder().units(List.of()).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.written(shorter, PLAN, YEAR, september(25)))
                .withMessageContaining("no unit \"a\"");
    }

    @Test
    void theWeakestOfAllPairsIsNamedAndAWithheldCurriculumStaysWithheld() {
        CurriculumLayer attained = Layers.attained(Map.of(S5, Measured.of(Fraction.ONE)), MATH, september(25));
        FiveCurricula all = FiveCurricula.of(tested(10), written(25), attained);
        assertThat(all.listPairs()).hasSize(3);
        assertThat(all.weakestPair()).hasValueSatisfying(pair -> {
            assertThat(pair.first().name()).isEqualTo(LayerName.WRITTEN);
            assertThat(pair.second().name()).isEqualTo(LayerName.ATTAINED);
        });
        assertThat(all.explanation().toString())
                .startsWith("Furthest apart: written and attained.")
                .contains("written and assessed: 7/15.")
                .contains("assessed and attained: 2/5.");
        assertThat(all.compare(LayerName.ENACTED, LayerName.WRITTEN).isReported())
                .isFalse();
        FiveCurricula withheld = new FiveCurricula(Map.of(
                LayerName.ENACTED, Layers.enacted(logs(4), MATH, september(25), SuppressionPolicy.ADULTS),
                LayerName.WRITTEN, Measured.of(written(25))));
        assertThat(withheld.compare(LayerName.WRITTEN, LayerName.ENACTED))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, SuppressionPolicy.ADULTS.name()));
        assertThat(withheld.weakestPair()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> FiveCurricula.of(attained, attained));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiveCurricula(Map.of(LayerName.WRITTEN, Measured.of(attained))));
    }

    @Test
    void standardsOfTwoFrameworksAreNotCompared() {
        CurriculumLayer other = Layers.attained(Map.of(), EntryId.of("math-2"), september(25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerComparison.between(written(25), other))
                .withMessageContaining("Expected one framework");
    }
}
