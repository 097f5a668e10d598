package org.iltlib.curriculum.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.OrgUnitId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;

class MaterialReviewTest {
    private static final ReviewRubric RUBRIC = Panels.rubric();

    @Test
    void whoDeclaresAConflictIsNotCounted() {
        MaterialReview review = Panels.review(RUBRIC, "a")
                .addReviewers(
                        Reviewer.of(Panels.AUTHOR, StakeholderGroup.EXTERNAL).withConflict("wrote it"))
                .addIndependent(
                        CriterionRating.of(Panels.AUTHOR, "g1-a", 2),
                        CriterionRating.of(Panels.TEACHER, "g1-a", 1),
                        CriterionRating.of(Panels.PARENT, "g1-a", 0))
                .build();
        ReviewResult result = ReviewResult.of(RUBRIC, review);
        assertThat(review.listCounted("g1-a"))
                .extracting(CriterionRating::points)
                .containsExactly(1, 0);
        assertThat(result.panel().excluded()).extracting(Reviewer::person).containsExactly(Panels.AUTHOR);
        assertThat(result.agreement().pairs()).isEqualTo(1);
        assertThat(result.explain().toString())
                .contains("One external partner is not counted: wrote it.")
                .doesNotContain("p-003");
    }

    @Test
    void aPanelThatIsNotCompleteRatesNothing() {
        ReviewRubric needsStudent = RUBRIC.toBuilder()
                .panel(PanelRule.of(2, StakeholderGroup.TEACHER, StakeholderGroup.STUDENT))
                .build();
        ReviewResult result = ReviewResult.of(needsStudent, Panels.agreed(needsStudent, "a", 2, 2, 2, 2, 4, 4));
        assertThat(result.panel().missingRoles()).containsExactly(StakeholderGroup.STUDENT);
        assertThat(result.gates()).noneMatch(GateResult::isRated);
        assertThat(result.explain().toString()).contains("There is no student who counts.");
        assertThat(result.findFailed()).as("not rated is not failed").isEmpty();
    }

    @Test
    void aConsensusWithoutEnoughIndependentRatingsIsNotARating() {
        MaterialReview review = Panels.review(RUBRIC, "a")
                .addIndependent(
                        CriterionRating.of(Panels.TEACHER, "g1-a", 2),
                        CriterionRating.of(Panels.PARENT, "g1-a", 2),
                        CriterionRating.of(Panels.TEACHER, "g1-b", 2))
                .addConsensus(ConsensusRating.of("g1-a", 2, "unit 1"), ConsensusRating.of("g1-b", 2, "unit 2"))
                .build();
        assertThat(ReviewResult.of(RUBRIC, review).getGate("g1").points())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "1 rated g1-b alone, 2 are needed"));
    }

    @Test
    void aGateWithACriterionLeftOutIsNotRatedAndNeitherIsTheNext() {
        MaterialReview review = Panels.agreed(RUBRIC, "a", 2);
        ReviewResult result = ReviewResult.of(RUBRIC, review);
        assertThat(Panels.gates(result))
                .containsExactly(
                        "g1: not rated, not collected: the panel gives nothing for g1-b",
                        "g2: not rated, not applicable: g1 is not rated, \"partially meets\" is needed");
    }

    @Test
    void weightsAreAppliedExactlyAndOnlyAfterTheGates() {
        // (3*2 + 1*4) / (3*4 + 1*4) = 10/16, by hand.
        ReviewResult eligible = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "a", 2, 2, 1, 1, 2, 4));
        assertThat(eligible.weightedShare()).isEqualTo(Measured.of(Fraction.of(5, 8)));
        ReviewResult failed = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "b", 2, 2, 1, 0, 4, 4));
        assertThat(failed.weightedShare())
                .isEqualTo(Measured.missing(MissingReason.NOT_APPLICABLE, "not eligible: g2: 1 of 4, does not meet"));
        ReviewResult unweighed = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "c", 2, 2, 1, 1, 2));
        assertThat(unweighed.isEligible()).isTrue();
        assertThat(unweighed.weightedShare().isReported()).isFalse();
    }

    @Test
    void aPanelThatLeavesTheRangeOfItsMembersIsNamed() {
        MaterialReview review = Panels.review(RUBRIC, "a")
                .addIndependent(
                        CriterionRating.of(Panels.TEACHER, "g1-a", 0),
                        CriterionRating.of(Panels.PARENT, "g1-a", 1),
                        CriterionRating.of(Panels.TEACHER, "g1-b", 0),
                        CriterionRating.of(Panels.PARENT, "g1-b", 2))
                .addConsensus(ConsensusRating.of("g1-a", 2, "unit 1"), ConsensusRating.of("g1-b", 1, "unit 2"))
                .build();
        assertThat(ReviewResult.of(RUBRIC, review).listMoved())
                .extracting(ConsensusRating::criterion)
                .containsExactly("g1-a");
    }

    @Test
    void agreementIsTheShareOfPairsThatGaveTheSame() {
        // Pairs by hand: x 1 1 2 -> 1 of 3 the same, 3 of 3 within one; y 0 2 -> 0 of 1, 0 of 1; z alone.
        ReviewerAgreement agreement =
                ReviewerAgreement.of(Map.of("x", List.of(1, 1, 2), "y", List.of(0, 2), "z", List.of(1)));
        assertThat(agreement.pairs()).isEqualTo(4);
        assertThat(agreement.same()).isEqualTo(Measured.of(Fraction.of(1, 4)));
        assertThat(agreement.within(1)).isEqualTo(Measured.of(Fraction.of(3, 4)));
        assertThat(agreement.byCriterion().keySet()).containsExactly("y", "x");
        assertThat(ReviewerAgreement.of(Map.of("z", List.of(1))).same().isReported())
                .isFalse();
    }

    @Test
    void materialsAreComparedGateByGateAndNotOnAverage() {
        ReviewResult strong = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "strong", 2, 2, 1, 1, 4, 4));
        ReviewResult even = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "even", 1, 1, 2, 2, 4, 4));
        ReviewResult behind = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "behind", 1, 1, 1, 1, 4, 4));
        ReviewResult failed = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "failed", 2, 2, 1, 0, 4, 4));
        MaterialComparison all = MaterialComparison.of(List.of(failed, behind, even, strong));
        assertThat(all.listNotEligible()).containsExactly(failed);
        assertThat(all.listUnsurpassed()).containsExactlyInAnyOrder(strong, even);
        assertThat(all.isAhead(strong, even)).isFalse();
        assertThat(all.isAhead(even, strong)).isFalse();
        assertThat(all.isAhead(strong, behind)).isTrue();
        assertThat(all.isAhead(behind, failed)).isTrue();
        assertThat(all.isAhead(failed, behind)).isFalse();
        assertThat(all.citations())
                .extracting(EntryId::value)
                .containsExactly("review-failed", "review-behind", "review-even", "review-strong");
        assertThat(all.explain().claim()).contains("Of 4 materials 3 are eligible");
    }

    @Test
    void whatWasNotWeighedIsNotBehindWhatWas() {
        ReviewResult weighed = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "weighed", 1, 1, 1, 1, 0, 1));
        ReviewResult open = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "open", 1, 1, 1, 1));
        MaterialComparison both = MaterialComparison.of(List.of(weighed, open));
        assertThat(both.isAhead(weighed, open)).isFalse();
        assertThat(both.listUnsurpassed()).containsExactly(weighed, open);
    }

    @Test
    void whatIsNotRatedToTheEndIsNotBehindEither() {
        ReviewResult eligible = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "a", 1, 1, 1, 1, 4, 4));
        ReviewResult open = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "b", 2, 2));
        assertThat(MaterialComparison.of(List.of(eligible, open)).isAhead(eligible, open))
                .isFalse();
    }

    @Test
    void reviewsByTwoRubricsAreNotCompared() {
        ReviewRubric other = RUBRIC.toBuilder().version("2").build();
        ReviewResult one = ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "a", 2));
        ReviewResult two = ReviewResult.of(other, Panels.agreed(other, "b", 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaterialComparison.of(List.of(one, two)))
                .withMessageContaining("Points of two rubrics are not compared");
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialComparison.of(List.of(one, one)));
        assertThatIllegalArgumentException().isThrownBy(() -> MaterialComparison.of(List.of()));
    }

    @Test
    void aReviewCitesItsRubricItsTrialsAndTheReviewBefore() {
        MaterialReview review = Panels.review(RUBRIC, "a")
                .addTrials(MaterialTrial.builder()
                        .unit(OrgUnitId.of("maple"))
                        .classes(2)
                        .weeks(6)
                        .seen("It was used.")
                        .addEvidence(EntryId.of("finding"))
                        .build())
                .follows(EntryId.of("before"))
                .build();
        assertThat(review.basedOn()).extracting(EntryId::value).containsExactly("rubric", "finding", "before");
    }

    @Test
    void aReviewThatCannotBeIsRefusedInWords() {
        refused(
                () -> Panels.review(RUBRIC, "a")
                        .addReviewers(Panels.two().get(0))
                        .build(),
                "twice");
        refused(
                () -> Panels.review(RUBRIC, "a")
                        .addIndependent(CriterionRating.of(Panels.AUTHOR, "g1-a", 1))
                        .build(),
                "p-003 rates g1-a and is not on the panel");
        refused(
                () -> Panels.review(RUBRIC, "a")
                        .addIndependent(
                                CriterionRating.of(Panels.TEACHER, "g1-a", 1),
                                CriterionRating.of(Panels.TEACHER, "g1-a", 2))
                        .build(),
                "twice");
        refused(() -> ConsensusRating.of("g1-a", 1), "no evidence");
        refused(
                () -> ReviewResult.of(RUBRIC, Panels.agreed(RUBRIC, "a", 3)),
                "The criterion g1-a is given 3 points. Expected 0 to 2.");
        refused(
                () -> ReviewResult.of(
                        RUBRIC,
                        Panels.review(RUBRIC, "a")
                                .addConsensus(ConsensusRating.of("g9", 1, "unit 1"))
                                .build()),
                "There is no criterion \"g9\"");
        refused(
                () -> ReviewResult.of(
                        RUBRIC.toBuilder().id(EntryId.of("other")).build(), Panels.agreed(RUBRIC, "a", 1)),
                "Maybe another rubric");
    }

    @Test
    void aHostileRubricIsRefusedInWords() {
        refused(() -> RUBRIC.toBuilder().gates(List.of()).build(), "gates is empty");
        refused(
                () -> RUBRIC.toBuilder()
                        .gates(List.of(Panels.gate("g1", GateNeed.of("g2", Band.MEETS)), Panels.gate("g2")))
                        .build(),
                "The gate g1 needs g2, which does not stand before it");
        refused(
                () -> RUBRIC.toBuilder()
                        .gates(List.of(Panels.gate("g1", GateNeed.of("g1", Band.MEETS))))
                        .build(),
                "which does not stand before it");
        refused(
                () -> RUBRIC.toBuilder()
                        .gates(List.of(Panels.gate("g1"), Panels.gate("g1")))
                        .build(),
                "twice");
        refused(() -> Panels.gate("g1").toBuilder().partially(4).build(), "Maybe the two are swapped");
        refused(() -> Panels.gate("g1").toBuilder().meets(5).build(), "of 4 points");
        refused(() -> Panels.gate("g1").toBuilder().partially(0).build(), "Expected 1 or more");
        refused(() -> ReviewCriterion.of("a", "words", Integer.MAX_VALUE), "2147483647 points. Expected 1 to 1000");
        refused(() -> ReviewCriterion.of("a", "words", 0), "leave it out");
        refused(() -> WeightedCriterion.of(ReviewCriterion.of("a", "words", 1), -3), "weighs -3");
        refused(
                () -> RUBRIC.toBuilder()
                        .addWeighted(WeightedCriterion.of(ReviewCriterion.of("w3", "words", 5), 1))
                        .build(),
                "can earn [4, 5] points");
        refused(() -> RUBRIC.toBuilder().eligible(Band.DOES_NOT_MEET).build(), "What meets no gate");
        refused(() -> PanelRule.of(0), "least is 0");
    }

    @Test
    void aHostileFileIsRefusedInWords() {
        String json = CanonicalJson.write(ReviewRubric.FORM.write(RUBRIC));
        for (String broken : List.of(
                json.replace("\"meets\":4", "\"meets\":1"),
                json.replace("\"PARTIALLY_MEETS\"", "\"GREAT\""),
                json.replace("\"g1\"", "\"g2\""),
                json.replace("\"weight\":3", "\"weight\":3000000000"),
                json.replace("\"gates\"", "\"doors\""))) {
            assertThat(broken).isNotEqualTo(json);
            assertThatExceptionOfType(FormException.class)
                    .isThrownBy(() -> ReviewRubric.FORM.read(CanonicalJson.read(broken)));
        }
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(words);
    }
}
