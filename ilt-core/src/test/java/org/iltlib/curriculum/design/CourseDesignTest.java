package org.iltlib.curriculum.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Lesson;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

/** What a course teaches, and for whom. */
class CourseDesignTest {
    private static StandardId id(String id) {
        return StandardId.of(id);
    }

    private static Standard standard(String id, int grade) {
        return Standard.builder()
                .id(id(id))
                .statement("Know " + id)
                .addGrades(GradeLevel.of(grade))
                .build();
    }

    private static Standard standard(String id, int grade, String parent) {
        return standard(id, grade).toBuilder().parent(id(parent)).build();
    }

    private static final StandardsFramework MATH = StandardsFramework.builder()
            .id(EntryId.of("math"))
            .title("Mathematics")
            .addItems(
                    standard("RP", 6),
                    standard("RP.1", 6, "RP"),
                    standard("RP.2", 6, "RP"),
                    standard("SP", 6),
                    standard("SP.1", 6, "SP"),
                    standard("NF.1", 5),
                    standard("alone", 6))
            .build();

    private static Unit unit(String id, List<Lesson> lessons, String... standards) {
        return Unit.builder()
                .id(id)
                .title("Unit " + id)
                .plannedDays(5)
                .addAllLessons(lessons)
                .addAllStandards(List.of(standards).stream().map(StandardId::of).toList())
                .build();
    }

    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course"))
            .framework(MATH.id())
            .title("Mathematics 6")
            .subject("mathematics")
            .grade(GradeLevel.of(6))
            .addUnits(
                    unit(
                            "ratios",
                            List.of(
                                    new Lesson("Mixing paint", List.of(id("RP.2")), 45),
                                    new Lesson("Fair", List.of(), 45)),
                            "RP.1",
                            "NF.1"),
                    unit("data", List.of(), "SP", "SP.01"),
                    unit("games", List.of()))
            .build();

    @Test
    void uncoveredStandardsAndUnalignedPartsAreBothListed() {
        CourseCoverage coverage = CourseCoverage.of(MATH, COURSE);
        assertThat(coverage.covered()).extracting(Standard::id).containsExactly(id("RP.1"), id("RP.2"));
        assertThat(coverage.uncovered()).extracting(Standard::id).containsExactly(id("SP.1"), id("alone"));
        assertThat(coverage.unaligned()).containsExactly("ratios: Fair", "games");
        assertThat(coverage.share()).isEqualTo(Measured.of(Fraction.HALF));
        assertThat(coverage.explanation().toString())
                .startsWith("2 of 4 standards of the grade are taught.")
                .contains("Not taught: [SP.1, alone].");
    }

    @Test
    void aHeadingCoversNothingBelowItAndAWrongCodeIsNoStandard() {
        CourseCoverage coverage = CourseCoverage.of(MATH, COURSE);
        assertThat(coverage.outsideOfGrade()).extracting(Standard::id).containsExactly(id("NF.1"), id("SP"));
        assertThat(coverage.unknown()).containsExactly(id("SP.01"));
        assertThat(coverage.domainsMissing()).extracting(Standard::id).containsExactly(id("SP"), id("alone"));
    }

    @Test
    void withoutStandardsForTheGradeThereIsNoShare() {
        Course ninth = COURSE.toBuilder().grade(GradeLevel.of(9)).build();
        assertThat(CourseCoverage.of(MATH, ninth).share().isReported()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CourseCoverage.of(
                        MATH.toBuilder().id(EntryId.of("math-2")).build(), COURSE))
                .withMessageContaining("Maybe a newer version");
    }

    private static UnitSupport support(String unit, SupportSort sort, String... profiles) {
        return UnitSupport.builder()
                .unit(unit)
                .sort(sort)
                .addAllProfiles(
                        List.of(profiles).stream().map(LearnerProfile::of).toList())
                .what("something")
                .build();
    }

    private static final UnitSupports SUPPORTS = UnitSupports.builder()
            .id(EntryId.of("supports"))
            .course(COURSE.id())
            .addProfiles(LearnerProfile.of("newcomer"), LearnerProfile.of("low vision"))
            .addSupports(
                    support("ratios", SupportSort.LANGUAGE, "newcomer"),
                    support("ratios", SupportSort.ACCESSIBILITY, "low vision", "ready for more"),
                    support("data", SupportSort.LANGUAGE, "newcomer"),
                    support("data", SupportSort.EXTENSION, "newcomer"))
            .build();

    @Test
    void everyUnitIsHeldAgainstEveryExpectedProfile() {
        SupportCoverage coverage = SupportCoverage.of(COURSE, SUPPORTS);
        assertThat(coverage.cells()).isEqualTo(6);
        assertThat(coverage.share()).isEqualTo(Fraction.HALF);
        assertThat(coverage.listGaps())
                .containsExactly(
                        new SupportCoverage.Gap("data", LearnerProfile.of("low vision")),
                        new SupportCoverage.Gap("games", LearnerProfile.of("low vision")),
                        new SupportCoverage.Gap("games", LearnerProfile.of("newcomer")));
        assertThat(coverage.listUnitsWithout(LearnerProfile.of("newcomer"))).containsExactly("games");
        assertThat(coverage.explanation().toString())
                .startsWith("3 of 6 units and profiles have a support.")
                .contains("data has nothing for low vision.");
    }

    @Test
    void supportsAreOfUnitsOfTheCourse() {
        UnitSupports stray = SUPPORTS.toBuilder()
                .addSupports(support("gone", SupportSort.LANGUAGE, "newcomer"))
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> SupportCoverage.of(COURSE, stray));
        UnitSupports other = SUPPORTS.toBuilder().course(EntryId.of("other")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> SupportCoverage.of(COURSE, other));
        Course empty = COURSE.toBuilder().units(List.of()).build();
        assertThat(SupportCoverage.of(
                                empty, SUPPORTS.toBuilder().supports(List.of()).build())
                        .share())
                .isEqualTo(Fraction.ONE);
    }
}
