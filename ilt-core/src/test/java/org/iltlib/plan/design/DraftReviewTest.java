package org.iltlib.plan.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.curriculum.version.CourseDiff;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class DraftReviewTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 12);
    private static final StakeholderGroup TEACHER = StakeholderGroup.TEACHER;
    private static final StakeholderGroup PARENT = StakeholderGroup.PARENT;
    private static final StakeholderGroup STUDENT = StakeholderGroup.STUDENT;

    private static final CourseDraft DRAFT = CourseDraft.builder()
            .id(EntryId.of("draft"))
            .course(EntryId.of("course-b"))
            .on(DAY)
            .reason("Half of the classes did not finish.")
            .addChanges(new ReasonedChange("u-1", "more days"))
            .addContributors(
                    new Contributor(PersonId.of("p-001"), TEACHER, ContributorRole.LEAD),
                    new Contributor(PersonId.of("p-002"), TEACHER, ContributorRole.AUTHOR),
                    new Contributor(PersonId.of("p-003"), STUDENT, ContributorRole.ADVISER))
            .addApprovers(TEACHER, PARENT)
            .build();

    private static DraftComment comment(String id, StakeholderGroup group, int after) {
        return DraftComment.builder()
                .id(EntryId.of(id))
                .draft(DRAFT.id())
                .group(group)
                .on(DAY.plusDays(after))
                .text("More time for letters.")
                .build();
    }

    private static CommentAnswer answer(String comment, int after, CommentResult result) {
        return CommentAnswer.builder()
                .id(EntryId.of("answer-" + comment + after))
                .comment(EntryId.of(comment))
                .on(DAY.plusDays(after))
                .by(PersonId.of("p-001"))
                .result(result)
                .reason("There is time.")
                .build();
    }

    private static DraftApproval word(StakeholderGroup group, int after, boolean approves) {
        DraftApproval.Builder word = DraftApproval.builder()
                .id(EntryId.of(group + "-" + after))
                .draft(DRAFT.id())
                .group(group)
                .on(DAY.plusDays(after))
                .approves(approves);
        return (approves ? word : word.condition("the list of books is missing")).build();
    }

    private static final CourseAdoption ADOPTION = CourseAdoption.builder()
            .id(EntryId.of("adoption"))
            .draft(DRAFT.id())
            .decision(EntryId.of("decision"))
            .on(DAY.plusDays(30))
            .starts(DAY.plusDays(200))
            .build();

    private static final DraftReview REVIEW = DraftReview.of(
            DRAFT,
            List.of(comment("c2", TEACHER, 6), comment("c1", PARENT, 5)),
            List.of(
                    answer("c1", 9, CommentResult.NOT_TAKEN_UP),
                    answer("c1", 12, CommentResult.TAKEN_UP_IN_PART),
                    answer("c2", 10, CommentResult.TAKEN_UP)),
            List.of(word(TEACHER, 8, true), word(PARENT, 8, false), word(PARENT, 14, true)),
            Optional.of(ADOPTION));

    private static LocalDate day(int after) {
        return DAY.plusDays(after);
    }

    @Test
    void aDraftGoesFromBeingPutForwardThroughReviewToReadyAndAdopted() {
        assertThat(REVIEW.stage(day(4))).isEqualTo(DraftStage.PUT_FORWARD);
        assertThat(REVIEW.stage(day(5))).isEqualTo(DraftStage.IN_REVIEW);
        assertThat(REVIEW.stage(day(13))).isEqualTo(DraftStage.IN_REVIEW);
        assertThat(REVIEW.stage(day(14))).isEqualTo(DraftStage.READY);
        assertThat(REVIEW.stage(day(30))).isEqualTo(DraftStage.ADOPTED);
        assertThat(ADOPTION.basedOn()).containsExactly(EntryId.of("draft"), EntryId.of("decision"));
    }

    @Test
    void openCommentsAndGroupsThatHaveNotApprovedStandInTheWay() {
        assertThat(REVIEW.obstacles(day(6)))
                .containsExactly(
                        "parents have not spoken",
                        "teachers have not spoken",
                        "comment \"c1\" is open",
                        "comment \"c2\" is open");
        assertThat(REVIEW.obstacles(day(9)))
                .containsExactly("parents do not approve: the list of books is missing", "comment \"c2\" is open");
        assertThat(REVIEW.explanation(day(9)).toString())
                .startsWith("The draft is in review.")
                .contains("parents: do not approve, the list of books is missing.")
                .contains("Comments: 2, of which 1 open; answered: {not taken up=1}.");
    }

    @Test
    void theLastWordOfAGroupAndTheLastAnswerCount() {
        assertThat(REVIEW.listMissingApprovals(day(13))).containsExactly(PARENT);
        assertThat(REVIEW.listMissingApprovals(day(14))).isEmpty();
        assertThat(REVIEW.results(day(12)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(CommentResult.TAKEN_UP, 1L, CommentResult.TAKEN_UP_IN_PART, 1L));
    }

    @Test
    void everyChangeNeedsAReason() {
        CourseDiff diff = new CourseDiff(
                EntryId.of("course-a"),
                DRAFT.course(),
                List.of(
                        new CourseDiff.Change("u-1", CourseDiff.Sort.REPACED, "12 → 15 days"),
                        new CourseDiff.Change("u-2", CourseDiff.Sort.MOVED, ""),
                        new CourseDiff.Change("u-2", CourseDiff.Sort.RENAMED, "a → b")));
        assertThat(REVIEW.listUnexplained(diff)).containsExactly("u-2");
        CourseDiff other = new CourseDiff(EntryId.of("course-b"), EntryId.of("course-c"), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> REVIEW.listUnexplained(other));
    }

    /** 2 writers and a comment of the teachers, a comment of the parents, none of the student: (3/4)/(5/10) and so on. */
    @Test
    void parityHoldsEachGroupAgainstItsNumbers() {
        ContributionParity parity = REVIEW.parity(Map.of(TEACHER, 5L, PARENT, 4L, STUDENT, 1L));
        assertThat(parity.ratios())
                .containsEntry(TEACHER, Rational.of(3, 2))
                .containsEntry(PARENT, Rational.of(5, 8))
                .containsEntry(STUDENT, Rational.ZERO);
        assertThat(parity.lowest()).contains(Rational.ZERO);
        assertThat(parity.silent()).containsExactly(STUDENT);
        assertThat(parity.listFromOutside()).isEmpty();
        assertThat(parity.explanation().toString()).contains("students: 1 people, 0 contributions.");
    }

    @Test
    void whoIsNotAtTheTableDoesNotCountInTheRatios() {
        ContributionParity parity = REVIEW.parity(Map.of(PARENT, 4L));
        assertThat(parity.ratios()).containsExactly(Map.entry(PARENT, Rational.ONE));
        assertThat(parity.listFromOutside()).containsExactly(TEACHER);
        ContributionParity none = new ContributionParity(new TreeMap<>(), new TreeMap<>(Map.of(PARENT, 4L)));
        assertThat(none.lowest()).isEmpty();
        assertThat(none.explanation().toString()).startsWith("Nobody at the table contributed.");
    }

    @Test
    void whatIsOfAnotherDraftIsRefused() {
        EntryId other = EntryId.of("other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DraftReview.of(
                        DRAFT,
                        List.of(comment("c1", PARENT, 1).toBuilder()
                                .draft(other)
                                .build()),
                        List.of(),
                        List.of(),
                        Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DraftReview.of(
                        DRAFT,
                        List.of(),
                        List.of(answer("c9", 1, CommentResult.TAKEN_UP)),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void aDraftHasALeadAnApprovalThatIsNoneAReasonAndAnAdoptionADecision() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DRAFT.toBuilder()
                        .contributors(List.of(new Contributor(PersonId.of("p-002"), TEACHER, ContributorRole.AUTHOR)))
                        .build())
                .withMessageContaining("in the lead");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> word(PARENT, 1, false).toBuilder()
                        .condition(Optional.empty())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADOPTION.toBuilder().decision(DRAFT.id()).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADOPTION.toBuilder().starts(DAY).build());
    }
}
