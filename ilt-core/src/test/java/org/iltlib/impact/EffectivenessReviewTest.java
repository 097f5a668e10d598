package org.iltlib.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Direction;
import org.iltlib.finding.Measure;
import org.junit.jupiter.api.Test;

class EffectivenessReviewTest {
    private static final Rubric RUBRIC = Rubric.leadershipTeam(EntryId.of("rubric"));

    private static EffectivenessReview.Builder review(int month) {
        return EffectivenessReview.builder()
                .id(EntryId.of("review-" + month))
                .team(EntryId.of("team"))
                .rubric(RUBRIC.id())
                .on(LocalDate.of(2027, month, 10))
                .raters(9);
    }

    private static ConceptRating rating(String concept, int self, int derived) {
        return ConceptRating.builder()
                .concept(concept)
                .self(self)
                .derived(derived)
                .why(Explanation.of("18 meetings in 10 months."))
                .build();
    }

    private static ConceptRating self(String concept, int level) {
        return ConceptRating.builder().concept(concept).self(level).build();
    }

    @Test
    void theTemplateHasTenConceptsFourLevelsAndNoBorrowedDescriptor() {
        assertThat(RUBRIC.concepts())
                .hasSize(10)
                .allMatch(concept -> concept.descriptors().isEmpty());
        assertThat(RUBRIC.levels()).containsExactly("Not Evident", "Emerging", "Operational", "Exemplary");
        assertThat(RUBRIC.concepts().stream().flatMap(concept -> concept.readFrom().stream()))
                .containsExactlyInAnyOrder(RubricConcept.Log.values());
        assertThat(RUBRIC.placeOf("Operational")).isEqualTo(2);
        assertThatThrownBy(() -> RUBRIC.placeOf("Superb")).hasMessageContaining("no level \"Superb\"");
        assertThatThrownBy(() -> RUBRIC.getConcept("fun")).hasMessageContaining("no concept \"fun\"");
        assertThatThrownBy(() -> RUBRIC.toBuilder()
                        .addConcepts(RubricConcept.builder()
                                .id("x")
                                .name("X")
                                .addDescriptors("a", "b")
                                .build())
                        .build())
                .hasMessageContaining("has 2 descriptors for 4 levels");
    }

    /** Fixture: self-rating "Exemplary" on frequency, evidence "Operational". */
    @Test
    void aTeamThatThinksBetterOfItselfThanItsRecordSeesTheGapAndWhy() {
        EffectivenessReview review =
                review(6).addRatings(rating("frequency", 3, 2), self("data", 1)).build();
        assertThat(review.listOverrated()).extracting(ConceptRating::concept).containsExactly("frequency");
        assertThat(review.findRating("frequency").orElseThrow().gap()).hasValue(1);
        assertThat(review.findRating("frequency").orElseThrow().level()).isEqualTo(2);
        assertThat(review.findRating("data").orElseThrow().gap()).isEmpty();
        assertThat(review.findRating("data").orElseThrow().level()).isEqualTo(1);
        assertThat(review.explain(RUBRIC).toString())
                .contains("How often and what for it meets: self Exemplary, record Operational.")
                .contains("18 meetings in 10 months.")
                .contains("Working from evidence: self Emerging, record not rated.");
        assertThatThrownBy(() -> review.explain(
                        RUBRIC.toBuilder().id(EntryId.of("other")).build()))
                .hasMessageContaining("Maybe another rubric");
    }

    @Test
    void growthIsCountedByTheSameKindOfLevelOnBothSides() {
        EffectivenessReview january = review(1)
                .addRatings(rating("frequency", 3, 1), self("data", 1), self("roles", 2), self("leaders", 0))
                .build();
        EffectivenessReview june = review(6)
                .addRatings(rating("frequency", 3, 2), self("data", 3), rating("roles", 1, 1), self("purpose", 2))
                .follows(january.id())
                .addEvidence(EntryId.of("meeting"))
                .build();
        assertThat(june.growthSince(january))
                .containsOnlyKeys("frequency", "data", "roles")
                .containsEntry("frequency", 1)
                .containsEntry("data", 2)
                .containsEntry("roles", -1);
        assertThat(june.basedOn())
                .containsExactly(EntryId.of("team"), RUBRIC.id(), EntryId.of("meeting"), january.id());
        assertThatThrownBy(() -> january.growthSince(june)).hasMessageContaining("is later than");
        assertThatThrownBy(() -> june.growthSince(
                        january.toBuilder().rubric(EntryId.of("other")).build()))
                .hasMessageContaining("two rubrics are not compared");
    }

    @Test
    void aDerivedLevelHasAReasonAndASelfRatingARater() {
        assertThatThrownBy(() ->
                        ConceptRating.builder().concept("roles").derived(1).build())
                .hasMessageContaining("has a derived level and no reason");
        assertThatThrownBy(() -> ConceptRating.builder().concept("roles").build())
                .hasMessageContaining("neither a self-rating nor a derived level");
        assertThatThrownBy(() -> review(6).raters(0).addRatings(self("data", 1)).build())
                .hasMessageContaining("raters is 0");
    }

    @Test
    void threeRatingsCannotOffsetOneAnother() {
        QualityRatings ratings = QualityRatings.builder()
                .id(EntryId.of("ratings"))
                .about(EntryId.of("unit"))
                .on(LocalDate.of(2027, 2, 3))
                .addRatings(
                        SeparateRating.of("rigorous", 4, 3),
                        SeparateRating.of("engaging", 2, 3),
                        SeparateRating.of("inclusive", 1, 3))
                .build();
        assertThat(ratings.passes()).isFalse();
        assertThat(ratings.listFailing()).extracting(SeparateRating::aspect).containsExactly("inclusive", "engaging");
        assertThat(ratings.explain().toString()).isEqualTo("""
                        Of 3 ratings, some fall short, and none makes up for another.
                          inclusive: 1 of at least 3.
                          engaging: 2 of at least 3.""");
        QualityRatings fine = QualityRatings.builder()
                .id(EntryId.of("ratings"))
                .about(EntryId.of("unit"))
                .on(LocalDate.of(2027, 2, 3))
                .addRatings(SeparateRating.of("rigorous", 3, 3), SeparateRating.of("inclusive", 3, 3))
                .build();
        assertThat(fine.passes()).isTrue();
        assertThat(fine.explain().toString()).isEqualTo("Each of 2 ratings reaches its minimum.");
        assertThat(QualityRatings.CURRICULUM).hasSize(3);
        assertThat(fine.listMissing(QualityRatings.CURRICULUM)).containsExactly("engaging");
        assertThat(fine.passes(QualityRatings.CURRICULUM))
                .as("an aspect that nobody rated cannot pass")
                .isFalse();
        assertThat(fine.passes(List.of("rigorous", "inclusive"))).isTrue();
        assertThat(ratings.passes(QualityRatings.CURRICULUM)).isFalse();
        assertThatThrownBy(() -> QualityRatings.builder()
                        .id(EntryId.of("r"))
                        .about(EntryId.of("u"))
                        .on(LocalDate.of(2027, 2, 3))
                        .addRatings(SeparateRating.of("rigorous", 3, 3))
                        .build())
                .hasMessageContaining("Expected two or more");
    }

    @Test
    void aChainOfIndicatorsHangsTogetherAndStatesItsLag() {
        Measure support = Measure.of("support", "support", "points", Direction.HIGHER_IS_BETTER);
        Measure practice = Measure.of("practice", "practice", "share", Direction.HIGHER_IS_BETTER);
        Measure score = Measure.of("score", "score", "points", Direction.HIGHER_IS_BETTER);
        IndicatorChain chain = chain(IndicatorLink.of(support, practice, 1), IndicatorLink.of(practice, score, 2));
        assertThat(chain.lag()).isEqualTo(3);
        assertThatThrownBy(() -> chain(IndicatorLink.of(support, practice, 1), IndicatorLink.of(support, score, 2)))
                .hasMessage("Link 2 begins with support, the one before ends with practice. Expected the same.");
        assertThatThrownBy(() -> IndicatorLink.of(support, support, 1)).hasMessageContaining("leads to itself");
        assertThatThrownBy(() -> IndicatorLink.of(support, score, 0)).hasMessageContaining("lag is 0");
    }

    private static IndicatorChain chain(IndicatorLink... links) {
        return IndicatorChain.builder()
                .id(EntryId.of("chain"))
                .name("from support to learning")
                .period("term")
                .stated(LocalDate.of(2026, 9, 1))
                .addAllLinks(List.of(links))
                .build();
    }
}
