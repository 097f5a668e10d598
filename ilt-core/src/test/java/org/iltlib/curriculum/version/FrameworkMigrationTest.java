package org.iltlib.curriculum.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.curriculum.Association;
import org.iltlib.curriculum.AssociationType;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Lesson;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.Unit;
import org.junit.jupiter.api.Test;

class FrameworkMigrationTest {
    private static StandardId id(String id) {
        return StandardId.of(id);
    }

    private static Standard standard(String id, String statement) {
        return Standard.builder().id(id(id)).statement(statement).build();
    }

    private static Association replaced(String id, String by) {
        return Association.builder()
                .id(id + by)
                .type(AssociationType.REPLACED_BY)
                .origin(id(id))
                .destination(id(by))
                .build();
    }

    private static final StandardsFramework BEFORE = StandardsFramework.builder()
            .id(EntryId.of("math-2010"))
            .title("Mathematics")
            .addItems(standard("a", "Count to 20"), standard("b", "Add and subtract"), standard("c", "Tell halves"))
            .build();
    private static final StandardsFramework AFTER = StandardsFramework.builder()
            .id(EntryId.of("math-2026"))
            .title("Mathematics")
            .addItems(standard("a", "Count to 20"), standard("b1", "Add"), standard("b2", "Subtract"))
            .addAssociations(replaced("b", "b1"), replaced("b", "b2"))
            .build();
    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course"))
            .framework(BEFORE.id())
            .title("Mathematics 1")
            .subject("mathematics")
            .grade(GradeLevel.of(1))
            .addUnits(Unit.builder()
                    .id("u1")
                    .title("Numbers")
                    .plannedDays(10)
                    .addStandards(id("a"), id("b"))
                    .addLessons(new Lesson("Halves", List.of(id("b"), id("c")), 45))
                    .build())
            .build();
    private static final FrameworkMigration ACCOUNT = FrameworkMigration.of(
            EntryId.of("account"),
            Migration.of(Succession.between(BEFORE, AFTER, CodePolicy.EXACT)),
            List.of(id("a"), id("b"), id("b"), id("c")));

    private static LinkResolution word(String standard, String... successors) {
        return LinkResolution.builder()
                .standard(id(standard))
                .addAllSuccessors(
                        List.of(successors).stream().map(StandardId::of).toList())
                .by(PersonId.of("p-001"))
                .on(LocalDate.of(2026, 8, 14))
                .reason("As the unit has it.")
                .build();
    }

    @Test
    void everyLinkIsInTheAccountOnceWithItsMark() {
        assertThat(ACCOUNT.links()).hasSize(3);
        assertThat(ACCOUNT.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        CarriedLink.Mark.CARRIED, 1L,
                        CarriedLink.Mark.SPLIT, 1L,
                        CarriedLink.Mark.NEEDS_REVIEW, 1L));
        assertThat(ACCOUNT.listOpen()).extracting(CarriedLink::standard).containsExactly(id("b"), id("c"));
        assertThat(ACCOUNT.successors(id("a"))).contains(List.of(id("a")));
        assertThat(ACCOUNT.successors(id("b"))).isEmpty();
        assertThat(ACCOUNT.successors(id("z"))).isEmpty();
    }

    @Test
    void aCourseIsCarriedAsFarAsTheAccountGoesAndNothingIsLost() {
        CarriedCourse carried = CarriedCourse.of(COURSE, ACCOUNT, EntryId.of("course-2026"));
        assertThat(carried.course().framework()).isEqualTo(AFTER.id());
        assertThat(carried.course().replaces()).contains(COURSE.id());
        assertThat(carried.course().basedOn()).containsExactly(AFTER.id(), COURSE.id());
        assertThat(carried.course().listStandards()).containsExactly(id("a"));
        assertThat(carried.open())
                .containsExactly(
                        new CarriedCourse.OpenLink("u1", id("b")),
                        new CarriedCourse.OpenLink("u1: Halves", id("b")),
                        new CarriedCourse.OpenLink("u1: Halves", id("c")));
    }

    @Test
    void aPersonsWordClosesALinkAndALaterWordTakesItsPlace() {
        FrameworkMigration said = ACCOUNT.with(EntryId.of("account-2"), word("b", "b1", "b2"))
                .with(EntryId.of("account-3"), word("c"))
                .with(EntryId.of("account-4"), word("b", "b2"));
        assertThat(said.listOpen()).isEmpty();
        assertThat(said.resolutions()).hasSize(2);
        assertThat(said.successors(id("c"))).contains(List.of());
        CarriedCourse carried = CarriedCourse.of(COURSE, said, EntryId.of("course-2026"));
        assertThat(carried.open()).isEmpty();
        assertThat(carried.course().listStandards()).containsExactly(id("a"), id("b2"));
        assertThat(carried.course().units().get(0).lessons().get(0).standards()).containsExactly(id("b2"));
    }

    @Test
    void aWordOnALinkThatIsNotListedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCOUNT.with(EntryId.of("account-2"), word("z")))
                .withMessageContaining("no such link is listed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACCOUNT.toBuilder().after(BEFORE.id()).build());
        Course other = COURSE.toBuilder().framework(AFTER.id()).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarriedCourse.of(other, ACCOUNT, EntryId.of("course-2026")));
    }

    @Test
    void aCourseDoesNotReplaceItselfOrItsFramework() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COURSE.toBuilder().replaces(COURSE.id()).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COURSE.toBuilder().replaces(BEFORE.id()).build());
        assertThat(COURSE.toBuilder().version("2026.1").build().version()).contains("2026.1");
    }
}
