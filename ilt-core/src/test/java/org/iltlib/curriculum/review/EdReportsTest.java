package org.iltlib.curriculum.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.iltlib.curriculum.review.Band.DOES_NOT_MEET;
import static org.iltlib.curriculum.review.Band.MEETS;
import static org.iltlib.curriculum.review.Band.PARTIALLY_MEETS;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.people.StakeholderGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands as EdReports publishes them for its review tools, version 1.5. */
class EdReportsTest {
    private static final ReviewRubric MATHEMATICS = EdReports.k8Mathematics(EntryId.of("rubric-math"));
    private static final ReviewRubric ENGLISH = EdReports.englishLanguageArts6To8(EntryId.of("rubric-english"));

    @ParameterizedTest
    @CsvSource({"gate-1, 14, 0, 7, 8, 11, 12", "gate-2, 18, 0, 10, 11, 15, 16", "gate-3, 38, 0, 22, 23, 30, 31"})
    void mathematicsOfK8HasThePublishedBands(
            String gate, int points, int none, int noneTo, int part, int partTo, int meets) {
        hasBands(MATHEMATICS.getGate(gate), points, none, noneTo, part, partTo, meets);
    }

    @ParameterizedTest
    @CsvSource({"gate-1, 36, 0, 17, 18, 31, 32", "gate-2, 32, 0, 15, 16, 27, 28", "gate-3, 34, 0, 23, 24, 29, 30"})
    void englishOfGrades6To8HasThePublishedBands(
            String gate, int points, int none, int noneTo, int part, int partTo, int meets) {
        hasBands(ENGLISH.getGate(gate), points, none, noneTo, part, partTo, meets);
    }

    private static void hasBands(ReviewGate gate, int points, int none, int noneTo, int part, int partTo, int meets) {
        assertThat(gate.points()).isEqualTo(points);
        for (int sum = 0; sum <= points; sum++) {
            Band expected = sum >= meets ? MEETS : sum >= part ? PARTIALLY_MEETS : DOES_NOT_MEET;
            assertThat(gate.bandOf(sum)).as("%s points", sum).isEqualTo(expected);
        }
        assertThat(List.of(none, noneTo + 1, partTo + 1)).isEqualTo(List.of(0, part, meets));
        assertThatIllegalArgumentException().isThrownBy(() -> gate.bandOf(points + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> gate.bandOf(-1));
    }

    @Test
    void whatFailsTheFirstGateIsNotRatedAtTheOthersWhateverItHasThere() {
        ReviewResult result = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "a", 7, 18, 38));
        assertThat(result.getGate("gate-1").band()).isEqualTo(Measured.of(DOES_NOT_MEET));
        assertThat(result.getGate("gate-2").points())
                .isEqualTo(Measured.missing(
                        MissingReason.NOT_APPLICABLE, "gate-1 does not meet, \"partially meets\" is needed"));
        assertThat(result.getGate("gate-2").band().isReported()).isFalse();
        assertThat(result.getGate("gate-3").points().isReported()).isFalse();
        assertThat(result.isEligible()).isFalse();
        assertThat(result.findFailed()).contains(result.getGate("gate-1"));
        assertThat(result.explain().toString()).contains("gate-2: not rated").doesNotContain("0 of 18");
    }

    @Test
    void whatMeetsTheFirstGateInPartGoesOnToTheSecondAndNotToTheThird() {
        ReviewResult result = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "a", 8, 16, 38));
        assertThat(Panels.gates(result))
                .containsExactly(
                        "gate-1: 8 of 14, partially meets",
                        "gate-2: 16 of 18, meets",
                        "gate-3: not rated, not applicable: gate-1 partially meets, \"meets\" is needed");
    }

    /** 10 of 14 closes the third gate for good, so the material is out, and one that meets all gates is ahead of it. */
    @Test
    void whatClosesALaterGateHasFailed() {
        ReviewResult partly = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "a", 10, 17, 35));
        ReviewResult whole = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "b", 13, 17, 35));
        assertThat(partly.findFailed()).contains(partly.getGate("gate-1"));
        assertThat(partly.explain().toString()).contains("not eligible, gate-1 partially meets");
        assertThat(whole.findFailed()).isEmpty();
        assertThat(whole.isEligible()).isTrue();
        MaterialComparison both = MaterialComparison.of(List.of(partly, whole));
        assertThat(both.isAhead(whole, partly)).isTrue();
        assertThat(both.listUnsurpassed()).containsExactly(whole);
        ReviewResult second = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "c", 13, 12, 35));
        assertThat(second.findFailed()).contains(second.getGate("gate-2"));
        ReviewResult open = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "d", 13, 17));
        assertThat(open.findFailed()).as("not rated to the end is not failed").isEmpty();
    }

    /** A parent must be on the panel, sits there and gives nothing: the gate is not rated. */
    @Test
    void aRoleThatMustBeThereMustRate() {
        ReviewRubric rubric = MATHEMATICS.toBuilder()
                .panel(PanelRule.of(2, StakeholderGroup.TEACHER, StakeholderGroup.PARENT))
                .build();
        PersonId other = PersonId.of("p-009");
        MaterialReview review = Panels.review(rubric, "a")
                .addReviewers(Reviewer.of(other, StakeholderGroup.TEACHER))
                .addIndependent(CriterionRating.of(Panels.TEACHER, "1-all", 13), CriterionRating.of(other, "1-all", 13))
                .addConsensus(ConsensusRating.of("1-all", 13, "unit 1"))
                .build();
        assertThat(ReviewResult.of(rubric, review).getGate("gate-1").points())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "nobody of [parent] rated 1-all alone"));
        assertThat(ReviewResult.of(rubric, Panels.agreed(rubric, "a", 13))
                        .getGate("gate-1")
                        .isRated())
                .isTrue();
    }

    @Test
    void whatMeetsBothIsRatedAtTheThird() {
        ReviewResult result = ReviewResult.of(MATHEMATICS, Panels.agreed(MATHEMATICS, "a", 12, 16, 30));
        assertThat(result.getGate("gate-3").band()).isEqualTo(Measured.of(PARTIALLY_MEETS));
        assertThat(result.isEligible()).isTrue();
    }

    @Test
    void aGateTakesCriteriaThatMakeAsManyPointsAndNoOthers() {
        List<ReviewCriterion> six = List.of(
                ReviewCriterion.of("1a", "own words", 2),
                ReviewCriterion.of("1b", "own words", 4),
                ReviewCriterion.of("1c", "own words", 8));
        assertThat(MATHEMATICS.withCriteria("gate-1", six).getGate("gate-1").criteria())
                .isEqualTo(six);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATHEMATICS.withCriteria("gate-1", six.subList(0, 2)))
                .withMessageContaining("make 6 points. Expected 14");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MATHEMATICS.withCriteria("gate-4", six))
                .withMessageContaining("[gate-1, gate-2, gate-3]");
    }

    @Test
    void aRubricIsWrittenAndReadAsItIs() {
        for (ReviewRubric rubric : List.of(MATHEMATICS, ENGLISH, Panels.rubric())) {
            String json = CanonicalJson.write(ReviewRubric.FORM.write(rubric));
            assertThat(ReviewRubric.FORM.read(CanonicalJson.read(json))).isEqualTo(rubric);
        }
    }
}
