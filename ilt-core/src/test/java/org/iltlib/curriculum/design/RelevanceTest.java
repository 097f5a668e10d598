package org.iltlib.curriculum.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Unit;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private static final LocalDate MAY = LocalDate.of(2027, 5, 20);

    private static Unit unit(String id) {
        return Unit.builder().id(id).title(id).plannedDays(5).build();
    }

    private static final Course COURSE = Course.builder()
            .id(EntryId.of("course"))
            .framework(EntryId.of("ela"))
            .title("Reading 2")
            .subject("reading")
            .grade(GradeLevel.of(2))
            .addUnits(unit("fables"), unit("letters"))
            .build();

    private static RelevanceRating rating(StakeholderGroup group, LocalDate on, int... answers) {
        return RelevanceRating.builder()
                .id(EntryId.of(group + "-" + on))
                .course(COURSE.id())
                .group(group)
                .on(on)
                .question("It has to do with life here.")
                .addAnswers(answers)
                .relevantFrom(3)
                .build();
    }

    private static final RelevanceRating STUDENTS = rating(StakeholderGroup.STUDENT, MAY, 3, 6, 21, 17);
    private static final RelevanceRating TEACHERS = rating(StakeholderGroup.TEACHER, MAY, 0, 2, 8, 0);
    private static final RelevanceRating COMMUNITY = rating(StakeholderGroup.COMMUNITY, MAY, 1, 3, 6, 2);
    private static final CourseReview REVIEW = CourseReview.builder()
            .id(EntryId.of("review"))
            .course(COURSE.id())
            .on(MAY)
            .addGroups(StakeholderGroup.TEACHER)
            .result(ReviewResult.STANDS)
            .reasons("Still asked for.")
            .addLinks(
                    new ContextLink("fables", ContextSort.COMMUNITY, "tales of the neighbourhood"),
                    new ContextLink("letters", ContextSort.PATHWAY, "the writing course of grade 3"))
            .build();
    private static final RelevanceRule RULE = RelevanceRule.withDefaults();

    private static Relevance relevance(RelevanceRating... ratings) {
        return RULE.of(COURSE, List.of(ratings), List.of(REVIEW), MAY.plusMonths(26));
    }

    @Test
    void aCourseIsRelevantIfEachGroupSaysSoAndItWasReviewedAndItsUnitsAreTiedToSomething() {
        Relevance all = relevance(STUDENTS, TEACHERS, COMMUNITY);
        assertThat(all.shares())
                .containsEntry(StakeholderGroup.STUDENT, Measured.of(Fraction.of(38, 47)))
                .containsEntry(StakeholderGroup.TEACHER, Measured.of(Fraction.of(4, 5)))
                .containsEntry(StakeholderGroup.COMMUNITY, Measured.of(Fraction.TWO_THIRDS));
        assertThat(all.obstacles()).isEmpty();
        assertThat(all.monthsSinceReview()).isEqualTo(Measured.of(26L));
        assertThat(all.explanation().toString()).startsWith("The course is relevant by the rule.");
    }

    @Test
    void noGroupMakesUpForAnother() {
        RelevanceRating many = rating(StakeholderGroup.TEACHER, MAY, 0, 0, 0, 1000);
        RelevanceRating few = rating(StakeholderGroup.STUDENT, MAY, 2, 3, 9, 0);
        Relevance one = relevance(few, many, COMMUNITY);
        assertThat(one.listFailing()).containsExactly(StakeholderGroup.STUDENT);
        assertThat(one.obstacles()).containsExactly("students: 9/14, at least 2/3 needed");
    }

    @Test
    void aGroupThatWasNotAskedOrIsTooSmallIsNoYes() {
        Relevance some = relevance(
                STUDENTS,
                rating(StakeholderGroup.TEACHER, MAY, 0, 0, 9, 0),
                rating(StakeholderGroup.PARENT, MAY, 20, 0, 0, 0));
        assertThat(some.listFailing()).containsExactly(StakeholderGroup.COMMUNITY, StakeholderGroup.TEACHER);
        assertThat(some.shares().get(StakeholderGroup.TEACHER)).hasToString("suppressed (fewer than 10 answers)");
        assertThat(some.shares().get(StakeholderGroup.COMMUNITY))
                .hasToString("not collected: community members were not asked");
        assertThat(some.shares()).containsEntry(StakeholderGroup.PARENT, Measured.of(Fraction.of(0, 20)));
        assertThat(some.explanation().toString()).contains("parents: 0/1 find it relevant.");
    }

    @Test
    void theLastRatingUpToTheDayCounts() {
        RelevanceRating earlier = rating(StakeholderGroup.STUDENT, MAY.minusYears(1), 0, 0, 0, 50);
        RelevanceRating tomorrow = rating(StakeholderGroup.STUDENT, MAY.plusMonths(27), 50, 0, 0, 0);
        RelevanceRating elsewhere = rating(StakeholderGroup.STUDENT, MAY.plusDays(1), 50, 0, 0, 0).toBuilder()
                .course(EntryId.of("other"))
                .build();
        assertThat(relevance(earlier, tomorrow, STUDENTS, elsewhere).shares())
                .containsEntry(StakeholderGroup.STUDENT, Measured.of(Fraction.of(38, 47)));
    }

    @Test
    void aCourseIsTooOldOnTheDayOnWhichTheYearsAreOver() {
        List<RelevanceRating> ratings = List.of(STUDENTS, TEACHERS, COMMUNITY);
        LocalDate over = MAY.plusYears(5);
        assertThat(RULE.of(COURSE, ratings, List.of(REVIEW), over.minusDays(1)).isTooOld())
                .isFalse();
        assertThat(RULE.of(COURSE, ratings, List.of(REVIEW), over).obstacles())
                .containsExactly("not reviewed for 5 years");
    }

    @Test
    void aReviewThatWantsARevisionAndAUnitThatIsTiedToNothingStandAgainstIt() {
        CourseReview harsh = REVIEW.toBuilder()
                .result(ReviewResult.TO_BE_REVISED)
                .links(List.of(new ContextLink("fables", ContextSort.CIVIC, "rules that are fair")))
                .build();
        assertThat(RULE.of(COURSE, List.of(STUDENTS, TEACHERS, COMMUNITY), List.of(harsh), MAY)
                        .obstacles())
                .containsExactly("the last review says: to be revised", "tied to nothing: letters");
    }

    @Test
    void withoutAReviewEverythingIsOpen() {
        Relevance none = RULE.of(COURSE, List.of(), List.of(), MAY);
        assertThat(none.monthsSinceReview().isReported()).isFalse();
        assertThat(none.isTooOld()).isTrue();
        assertThat(none.listUnitsWithoutContext()).containsExactly("fables", "letters");
        assertThat(none.explanation().toString()).startsWith("The course is not relevant by the rule.");
    }

    @Test
    void aRatingHasAnAnswerBelowRelevant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STUDENTS.toBuilder().relevantFrom(1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STUDENTS.toBuilder().relevantFrom(5).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STUDENTS.toBuilder().answers(List.of(3)).build());
        assertThat(relevance(rating(StakeholderGroup.STUDENT, MAY, 0, 0, 0, 0)).shares())
                .hasEntrySatisfying(
                        StakeholderGroup.STUDENT,
                        share -> assertThat(share).hasToString("not collected: nobody answered"));
    }
}
