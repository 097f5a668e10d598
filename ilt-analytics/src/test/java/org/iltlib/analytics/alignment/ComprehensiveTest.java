package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

/** Expected values by hand from the definitions. */
class ComprehensiveTest {
    private static final GradeLevel THIRD = GradeLevel.of(3);
    private static final GradeLevel FOURTH = GradeLevel.of(4);

    private static Standard standard(String name, Optional<String> parent, GradeLevel... grades) {
        return Standard.builder()
                .id(StandardId.of(name))
                .statement(name)
                .parent(parent.map(StandardId::of))
                .addGrades(grades)
                .build();
    }

    private static StandardsFramework framework() {
        return StandardsFramework.builder()
                .id(EntryId.of("f"))
                .title("f")
                .addItems(
                        standard("N", Optional.empty(), THIRD, FOURTH),
                        standard("N3", Optional.of("N"), THIRD),
                        standard("N4", Optional.of("N"), FOURTH),
                        standard("G", Optional.empty(), THIRD, FOURTH),
                        standard("G3", Optional.of("G"), THIRD, FOURTH))
                .build();
    }

    private static Course course(GradeLevel grade, int days, String... standards) {
        Unit.Builder unit = Unit.builder().id("u").title("u").plannedDays(days);
        for (String standard : standards) {
            unit.addStandards(StandardId.of(standard));
        }
        return Course.builder()
                .id(EntryId.of("c" + grade.code()))
                .framework(EntryId.of("f"))
                .title("Mathematics " + grade.code())
                .subject("mathematics")
                .grade(grade)
                .addUnits(unit.build())
                .build();
    }

    private static Comprehensive read(Course... courses) {
        return Comprehensive.of(
                framework(),
                List.of(courses),
                List.of(List.of(THIRD, FOURTH)),
                standard -> standard.id().value().substring(0, 1),
                180);
    }

    @Test
    void whatNoCourseOfTheRightGradeTeachesIsOpen() {
        Comprehensive.Band band = read(course(THIRD, 181, "N3", "N4"), course(FOURTH, 180, "N3"))
                .bands()
                .get(0);
        assertThat(band.coverage()).isEqualTo(Measured.of(Ratio.of(1, 3)));
        assertThat(band.open().uncovered()).extracting(Standard::label).containsExactly("N4", "G3");
        assertThat(band.listMissingDomains()).containsExactly("G");
        assertThat(band.open().overruns()).containsExactly(new Comprehensive.Overrun("Mathematics 3", 181, 180));
        assertThat(band.whole()).isFalse();
    }

    @Test
    void aUnitThatNamesAHeadingTeachesWhatIsBelowIt() {
        Comprehensive whole = read(course(THIRD, 180, "N"), course(FOURTH, 10, "N4", "G3"));
        assertThat(whole.bands().get(0).whole()).isTrue();
        assertThat(whole.explanation().claim()).isEqualTo("The curriculum is whole.");
        assertThat(read(course(THIRD, 181, "N")).explanation().toString())
                .contains("not whole", "Domains of which nothing is taught: [G]", "plans 181 days of 180");
    }

    @Test
    void aBandWithoutStandardsIsNotWhole() {
        Comprehensive none =
                Comprehensive.of(framework(), List.of(), List.of(List.of(GradeLevel.of(9))), Standard::label, 180);
        assertThat(none.bands().get(0).coverage().isReported()).isFalse();
        assertThat(none.bands().get(0).whole()).isFalse();
        Course other = Course.builder()
                .id(EntryId.of("c"))
                .framework(EntryId.of("g"))
                .title("t")
                .subject("s")
                .grade(THIRD)
                .build();
        assertThatThrownBy(() -> read(other)).hasMessageContaining("newer version");
    }

    private static AssignmentCount count(String group, long students, long assignments, long onGrade) {
        return AssignmentCount.builder()
                .group(group)
                .grade(THIRD)
                .students(students)
                .assignments(assignments)
                .onGrade(onGrade)
                .build();
    }

    @Test
    void theShareOnGradeLevelIsToldByGroupAndSmallGroupsAreWithheld() {
        OnGrade shares = OnGrade.of(
                List.of(count("a", 40, 400, 100), count("b", 30, 300, 240), count("c", 30, 0, 0)),
                SuppressionPolicy.NCES_2011_603);
        assertThat(shares.lines())
                .extracting(line -> line.share().toString())
                .startsWith("1/4", "4/5")
                .element(2)
                .asString()
                .contains("no assignment was counted");
        OnGrade small = OnGrade.of(
                List.of(count("a", 40, 400, 100), count("b", 30, 300, 240), count("d", 3, 30, 1)),
                SuppressionPolicy.NCES_2011_603);
        assertThat(small.lines())
                .filteredOn(line -> line.share() instanceof Measured.Suppressed)
                .hasSize(2);
        assertThatThrownBy(() ->
                        OnGrade.of(List.of(count("a", 1, 1, 1), count("a", 1, 1, 1)), SuppressionPolicy.PUBLIC_DATA))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> count("a", 1, 1, 2)).hasMessageContaining("swapped");
    }
}
