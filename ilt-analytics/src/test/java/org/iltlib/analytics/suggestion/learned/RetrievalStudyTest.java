package org.iltlib.analytics.suggestion.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.analytics.suggestion.IndexDesign;
import org.iltlib.analytics.suggestion.SmallFramework;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.curriculum.StandardId;
import org.junit.jupiter.api.Test;

class RetrievalStudyTest {

    @Test
    void ranksAreThoseOfTheRightStandards() {
        TextIndex index = TextIndex.of(SmallFramework.of(), IndexDesign.withDefaults());
        RetrievalStudy study = RetrievalStudy.of(
                index,
                List.of(
                        new RetrievalCase(SuggestionQuery.of("Compare two fractions"), StandardId.of("s2")),
                        new RetrievalCase(SuggestionQuery.of("Compare two fractions"), StandardId.of("s2a")),
                        new RetrievalCase(SuggestionQuery.of("Compare two fractions"), StandardId.of("s4"))));
        assertThat(study.ranks()).containsExactly(1, 2, 0);
        assertThat(study.found(1)).isEqualTo(1);
        assertThat(study.recall(5).value().orElseThrow().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(study.meanReciprocalRank().orElse(0.0)).isCloseTo(0.5, within(1e-12));
        assertThat(study.method()).isEqualTo(index.method());
    }

    @Test
    void withoutCasesNothingIsKnown() {
        RetrievalStudy study = new RetrievalStudy("any", List.of());
        assertThat(study.recall(1).isReported()).isFalse();
        assertThat(study.meanReciprocalRank().isReported()).isFalse();
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> new RetrievalStudy("any", List.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrievalStudy("any", List.of(1)).found(101))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
