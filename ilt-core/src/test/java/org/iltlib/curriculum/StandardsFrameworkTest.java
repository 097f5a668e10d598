package org.iltlib.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class StandardsFrameworkTest {
    private static final GradeLevel FIRST = GradeLevel.of(1);

    private static Standard standard(String id) {
        return Standard.builder()
                .id(StandardId.of(id))
                .code("c" + id)
                .statement("Know " + id)
                .addGrades(FIRST)
                .build();
    }

    private static Standard standard(String id, String parent) {
        return standard(id).toBuilder().parent(StandardId.of(parent)).build();
    }

    private static final StandardsFramework MATH = StandardsFramework.builder()
            .id(EntryId.of("framework/math"))
            .title("Mathematics")
            .version("2026")
            .addItems(standard("a"), standard("b", "a"), standard("c", "b"), standard("d", "a"))
            .addAssociations(Association.builder()
                    .id("p1")
                    .type(AssociationType.PRECEDES)
                    .origin(StandardId.of("c"))
                    .destination(StandardId.of("elsewhere"))
                    .sequence(1)
                    .build())
            .build();

    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course/1"))
            .framework(MATH.id())
            .title("Mathematics 1")
            .subject("mathematics")
            .grade(FIRST)
            .addUnits(Unit.builder()
                    .id("u1")
                    .title("Counting")
                    .plannedDays(12)
                    .addStandards(StandardId.of("c"))
                    .addLessons(new Lesson("Ten", List.of(StandardId.of("c")), 45))
                    .build())
            .build();

    private static final AlignmentJudgment JUDGMENT = AlignmentJudgment.builder()
            .rater(PersonId.of("p-1"))
            .role("teacher")
            .round(1)
            .item("7")
            .primary(StandardId.of("c"))
            .addSecondary(StandardId.of("d"))
            .demand(2)
            .rationale("asks for tens")
            .confidence(0.8)
            .build();

    private static final Alignment ALIGNMENT = Alignment.builder()
            .id(EntryId.of("alignment/1"))
            .framework(MATH.id())
            .assessment(EntryId.of("assessment/1"))
            .scale("DOK")
            .addJudgments(JUDGMENT)
            .build();

    @Test
    void everyKindIsWrittenAndReadBack() {
        for (Recordable one : List.of(MATH, COURSE, ALIGNMENT)) {
            String json = CanonicalJson.write(one.kind().write(one));
            assertThat(one.kind().read(1, CanonicalJson.read(json))).isEqualTo(one);
        }
        assertThat(MATH.toBuilder().replaces(EntryId.of("old")).build().basedOn())
                .containsExactly(EntryId.of("old"));
        assertThat(COURSE.basedOn()).containsExactly(MATH.id());
        assertThat(ALIGNMENT.basedOn()).containsExactly(MATH.id(), EntryId.of("assessment/1"));
    }

    @Test
    void standardsAreFoundByIdCodeAndPlace() {
        assertThat(MATH.listByCode("cb")).containsExactly(standard("b", "a"));
        assertThat(MATH.listByCode("none")).isEmpty();
        assertThat(MATH.listRoots()).containsExactly(standard("a"));
        assertThat(MATH.listAncestors(StandardId.of("c")))
                .extracting(Standard::label)
                .containsExactly("cb", "ca");
        assertThat(MATH.listChildren(StandardId.of("a")))
                .extracting(Standard::label)
                .containsExactly("cb", "cd");
        assertThat(MATH.listLeaves(FIRST)).extracting(Standard::label).containsExactly("cc", "cd");
        assertThatThrownBy(() -> MATH.getStandard(StandardId.of("x")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("Maybe it is a code");
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        assertThatThrownBy(() -> StandardsFramework.builder()
                        .id(EntryId.of("f"))
                        .title("f")
                        .addItems(standard("z", "b"), standard("b", "c"), standard("c", "b"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cb > cc > cb");
    }

    @Test
    void aParentElsewhereOrOneselfIsRefused() {
        assertThatThrownBy(() ->
                        MATH.toBuilder().addItems(standard("e", "nowhere")).build())
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> standard("e", "e")).hasMessageContaining("its own parent");
        assertThatThrownBy(() -> MATH.toBuilder().addItems(standard("a")).build())
                .hasMessageContaining("twice");
    }

    @Test
    void associationTypesAreThoseOfCaseOrExtensions() {
        assertThat(AssociationType.of("precedes")).isEqualTo(AssociationType.PRECEDES);
        assertThat(AssociationType.of("ext:builds.on").isExtension()).isTrue();
        assertThatThrownBy(() -> AssociationType.of("child")).hasMessageContaining("isChildOf");
    }

    @Test
    void aCourseKnowsItsDaysAndStandards() {
        assertThat(COURSE.plannedDays()).isEqualTo(12);
        assertThat(COURSE.listStandards()).containsExactly(StandardId.of("c"));
        assertThat(COURSE.findUnit("u1")).isPresent();
        assertThat(COURSE.findUnit("u2")).isEmpty();
    }

    @Test
    void aJudgmentWithoutPrimaryObjectiveIsUncodable() {
        assertThat(JUDGMENT.uncodable()).isFalse();
        assertThatThrownBy(() -> AlignmentJudgment.builder()
                        .rater(PersonId.of("p"))
                        .role("coach")
                        .round(1)
                        .item("1")
                        .addSecondary(StandardId.of("c"))
                        .build())
                .hasMessageContaining("no primary");
        assertThatThrownBy(() -> ALIGNMENT.toBuilder().addJudgments(JUDGMENT).build())
                .hasMessageContaining("twice");
        assertThat(ALIGNMENT.listRaters()).containsExactly(PersonId.of("p-1"));
        assertThat(ALIGNMENT.listRound(2)).isEmpty();
    }
}
