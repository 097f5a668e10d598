package org.iltlib.analytics.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.analytics.alignment.Comprehensive;
import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.PersonId;
import org.iltlib.base.SuppressionReason;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.Alignment;
import org.iltlib.curriculum.AlignmentJudgment;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.DemandScale;
import org.iltlib.curriculum.ScaleCrosswalk;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.iltlib.learning.enacted.LogDay;
import org.iltlib.learning.enacted.TaughtTime;
import org.iltlib.learning.enacted.TeachingLog;
import org.junit.jupiter.api.Test;

/** Worked by hand: levels of two scales are not mixed, a whole and its parts are the same content, one teacher is not a group. */
class ScalesAndPartsTest {
    private static final EntryId MATH = EntryId.of("math");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
    private static final GradeLevel SIX = GradeLevel.of(6);
    private static final StandardId A = StandardId.of("a");

    private static AssessedOn test(String id, String scale, int demand) {
        return new AssessedOn(
                Alignment.builder()
                        .id(EntryId.of(id))
                        .framework(MATH)
                        .assessment(EntryId.of("test-" + id))
                        .scale(scale)
                        .addJudgments(AlignmentJudgment.builder()
                                .rater(PersonId.of("p-1"))
                                .role("teacher")
                                .round(1)
                                .item("i")
                                .primary(A)
                                .demand(demand)
                                .build())
                        .build(),
                1,
                DAY);
    }

    private static TeachingLog log(int teacher, LocalDate day) {
        return TeachingLog.builder()
                .id(EntryId.of("log-" + teacher))
                .course(EntryId.of("course"))
                .section("c" + teacher)
                .teacher(PersonId.of("p-" + teacher))
                .scale("SEC mathematics")
                .addDays(new LogDay(
                        day,
                        45,
                        List.of(TaughtTime.on(A, 45).toBuilder().demand(4).build())))
                .build();
    }

    private static CurriculumLayer assessed(String scale) {
        return Layers.assessed(List.of(test("one", scale, 4)), MATH, DAY);
    }

    private static final ScaleCrosswalk TO_DOK = ScaleCrosswalk.builder()
            .source(DemandScale.SEC_MATHEMATICS)
            .target(DemandScale.DOK)
            .putLevels("memorise", "recall")
            .putLevels("perform procedures", "recall")
            .putLevels("demonstrate understanding", "skill or concept")
            .putLevels("conjecture, generalise, prove", "strategic")
            .putLevels("solve non-routine, make connections", "extended")
            .provenance("a panel")
            .build();

    @Test
    void levelsOfTwoScalesAreNotComparedWithoutACrosswalk() {
        CurriculumLayer taught = Layers.own(log(1, DAY), MATH, DAY);
        LayerComparison pair = LayerComparison.between(taught, assessed("DOK"));
        assertThat(pair.overlap()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(pair.overlapWithDemand())
                .hasToString("not applicable: demand is rated on \"SEC mathematics\" and on \"DOK\";"
                        + " maybe translate one by a declared crosswalk");
        assertThat(LayerComparison.between(taught, assessed("SEC mathematics")).overlapWithDemand())
                .isEqualTo(Measured.of(Rational.ONE));
        CurriculumLayer translated = taught.translated(TO_DOK);
        assertThat(translated.weights()).containsOnlyKeys(new ContentCell(A, 3));
        assertThat(LayerComparison.between(translated, assessed("DOK")).overlapWithDemand())
                .isEqualTo(Measured.of(Rational.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translated.translated(TO_DOK))
                .withMessageContaining("Expected \"DOK\"");
    }

    @Test
    void testsOnTwoScalesMakeNoOneCurriculum() {
        List<AssessedOn> two = List.of(test("one", "DOK", 4), test("two", "SEC mathematics", 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.assessed(two, MATH, DAY))
                .withMessageContaining("[DOK, SEC mathematics]")
                .withMessageContaining("declared crosswalk");
        assertThat(Layers.assessed(two, MATH, DAY.minusDays(1)).standards()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurriculumLayer.builder()
                        .name(LayerName.INTENDED)
                        .framework(MATH)
                        .unit("days")
                        .putWeights(new ContentCell(A, 2), Rational.ONE)
                        .build())
                .withMessageContaining("no scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Layers.intended(framework(), SIX, DemandScale.DOK, Map.of(A, 5)))
                .withMessageContaining("Expected 1 to 4");
    }

    /** Twelve teachers, and only one has taught by the day: what is shown would be that teacher's log. */
    @Test
    void whoHasNotLoggedByTheDayIsNobodysCompany() {
        List<TeachingLog> logs = new ArrayList<>();
        for (int teacher = 1; teacher <= 12; teacher++) {
            logs.add(log(teacher, teacher == 1 ? DAY : DAY.plusDays(30)));
        }
        SuppressionPolicy ten = new SuppressionPolicy("fewer than 10", DAY, 10);
        assertThat(Layers.enacted(logs, MATH, DAY, ten))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10"));
        assertThat(Layers.enacted(logs, MATH, DAY.plusDays(30), ten).isReported())
                .isTrue();
        assertThat(Layers.enacted(logs, MATH, DAY.minusDays(1), ten)).hasToString("not collected: nobody logged");
    }

    private static Standard standard(String id, String parent) {
        return Standard.builder()
                .id(StandardId.of(id))
                .statement("Know " + id)
                .addGrades(SIX)
                .parent(Optional.of(parent).filter(one -> !one.isEmpty()).map(StandardId::of))
                .build();
    }

    /** A heading with a standard of two parts and one without. */
    private static StandardsFramework framework() {
        return StandardsFramework.builder()
                .id(MATH)
                .title("Mathematics")
                .addItems(
                        standard("h", ""),
                        standard("w", "h"),
                        standard("w-1", "w"),
                        standard("w-2", "w"),
                        standard("a", "h"))
                .build();
    }

    private static CurriculumLayer layer(LayerName name, String... standards) {
        CurriculumLayer.Builder layer =
                CurriculumLayer.builder().name(name).framework(MATH).unit("days");
        for (String standard : standards) {
            layer.putWeights(ContentCell.of(StandardId.of(standard)), Rational.ONE);
            layer.putFirstDays(StandardId.of(standard), DAY);
        }
        return layer.build();
    }

    /** The course names the whole, as people do: it covers the parts, and both readings of coverage say the same. */
    @Test
    void aCourseThatNamesTheWholeTeachesItsParts() {
        CurriculumLayer intended = Layers.intended(framework(), SIX);
        LayerComparison pair = LayerComparison.between(intended, layer(LayerName.WRITTEN, "w", "a"));
        assertThat(pair.coverageOfFirst()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(pair.coverageOfSecond()).isEqualTo(Measured.of(Rational.ONE));
        assertThat(pair.listOnlyInFirst()).isEmpty();
        assertThat(pair.listOnlyInSecond()).isEmpty();
        assertThat(pair.second().shares())
                .isEqualTo(Measured.of(Map.of(
                        StandardId.of("w-1"),
                        Rational.of(1, 4),
                        StandardId.of("w-2"),
                        Rational.of(1, 4),
                        A,
                        Rational.of(1, 2))));
        assertThat(pair.overlap()).isEqualTo(Measured.of(Rational.of(5, 6)));
        assertThat(pair.second().firstDays()).containsOnlyKeys(A, StandardId.of("w-1"), StandardId.of("w-2"));
        Course course = Course.builder()
                .id(EntryId.of("c"))
                .framework(MATH)
                .title("Mathematics 6")
                .subject("mathematics")
                .grade(SIX)
                .addUnits(Unit.builder()
                        .id("u")
                        .title("U")
                        .plannedDays(10)
                        .addStandards(StandardId.of("w"), A)
                        .build())
                .build();
        assertThat(Comprehensive.of(framework(), List.of(course), List.of(List.of(SIX)), any -> "d", 180)
                        .bands()
                        .get(0)
                        .coverage())
                .isEqualTo(Measured.of(Ratio.ONE));
    }

    /** The plan names the whole and the test its part; which parts there are is known from the intended curriculum. */
    @Test
    void allFiveKnowThePartsFromOne() {
        CurriculumLayer written = layer(LayerName.WRITTEN, "w");
        CurriculumLayer taught = layer(LayerName.ENACTED, "w-1");
        assertThat(LayerComparison.between(written, taught).overlap())
                .as("without a framework they are different names")
                .isEqualTo(Measured.of(Rational.ZERO));
        FiveCurricula all = FiveCurricula.of(Layers.intended(framework(), SIX), written, taught);
        assertThat(all.compare(LayerName.WRITTEN, LayerName.ENACTED).map(LayerComparison::overlap))
                .isEqualTo(Measured.of(Measured.of(Rational.of(1, 2))));
        LayerComparison own = LayerComparison.between(
                written.toBuilder()
                        .addAllWholes(Layers.wholes(framework(), SIX))
                        .build(),
                taught);
        assertThat(own.listOnlyInFirst()).containsExactly(StandardId.of("w-2"));
        assertThat(own.coverageOfSecond()).isEqualTo(Measured.of(Rational.ONE));
    }

    /** Three of five students attained the whole, so three of five attained each part; a whole unknown leaves both unknown. */
    @Test
    void whatIsAttainedOfAWholeIsAttainedOfEachPart() {
        CurriculumLayer attained = Layers.attained(
                Map.of(StandardId.of("w"), Measured.of(Fraction.of(3, 5)), A, Measured.of(Fraction.of(3, 5))),
                MATH,
                DAY);
        LayerComparison pair = LayerComparison.between(Layers.intended(framework(), SIX), attained);
        assertThat(pair.overlap()).isEqualTo(Measured.of(Rational.ONE));
        CurriculumLayer dark = Layers.attained(
                Map.of(
                        StandardId.of("w"),
                        Measured.suppressed(SuppressionReason.SMALL_GROUP, "fewer than 10"),
                        A,
                        Measured.of(Fraction.ONE)),
                MATH,
                DAY);
        assertThat(LayerComparison.between(Layers.intended(framework(), SIX), dark)
                        .listUnknown())
                .containsExactly(StandardId.of("w-1"), StandardId.of("w-2"));
    }
}
