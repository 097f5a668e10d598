package org.iltlib.analytics.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusedIndexTest {
    private static final TextIndex GRAMS = TextIndex.of(SmallFramework.of(), IndexDesign.withDefaults());
    private static final TextIndex STEMS = TextIndex.of(SmallFramework.of(), IndexDesign.plainBm25());

    /** By hand: first in both lists is 1/61 + 1/61. */
    @Test
    void ranksAreAddedAsTheirReciprocals() {
        FusedIndex fused = FusedIndex.of(GRAMS, STEMS);
        Suggestions answer =
                fused.suggest(SuggestionQuery.of("Compare two fractions").withTop(2));
        assertThat(answer.listed()).extracting(Suggestion::label).containsExactly("3.NU.A.2", "3.NU.A.2.a");
        assertThat(answer.listed().get(0).score()).isCloseTo(2 / 61.0, within(1e-12));
        assertThat(answer.listed().get(1).score()).isCloseTo(2 / 62.0, within(1e-12));
        assertThat(fused.size()).isEqualTo(5);
        assertThat(fused.method()).contains("runs of four letters").contains("BM25");
    }

    @Test
    void whatOneIndexFindsIsFound() {
        Suggestions answer = FusedIndex.of(STEMS, GRAMS).suggest(SuggestionQuery.of("fracttions"));
        assertThat(answer.findFirst().orElseThrow().score()).isCloseTo(1 / 61.0, within(1e-12));
    }

    @Test
    void whereNoneFindsAnythingTheFirstSaysWhy() {
        assertThat(FusedIndex.of(GRAMS, STEMS).suggest(SuggestionQuery.of("")).abstention())
                .contains(Abstention.EMPTY_TEXT);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> FusedIndex.of(GRAMS)).isInstanceOf(IllegalArgumentException.class);
        TextIndex other = TextIndex.of(SmallFramework.of(List.of("one")), IndexDesign.withDefaults());
        assertThatThrownBy(() -> FusedIndex.of(GRAMS, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same standards");
    }
}
