package org.iltlib.evidence.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemMapTest {
    private static final ItemMap MAP = new ItemMap(
            Map.of("q1", List.of("equivalence"), "q2", List.of("equivalence", "addition")),
            Map.of("q2", Map.of("B", "adds numerators and denominators")));

    @Test
    void itemsTellConceptsAndWrongOptionsTellMisconceptions() {
        assertThat(MAP.conceptsOf("q2")).containsExactly("equivalence", "addition");
        assertThat(MAP.conceptsOf("q9")).isEmpty();
        assertThat(MAP.itemsOf("addition")).containsExactly("q2");
        assertThat(MAP.findMisconception("q2", "B")).contains("adds numerators and denominators");
        assertThat(MAP.findMisconception("q2", "C")).isEmpty();
        assertThat(MAP.findMisconception("q1", "B")).isEmpty();
        ResponseTable table = ResponseTable.builder(List.of("q2", "q3", "q1")).build();
        assertThat(MAP.listUnmapped(table)).containsExactly("q3");
        assertThat(MAP.listConcepts()).containsExactly("addition", "equivalence");
        assertThat(MAP.matrix(table)).isDeepEqualTo(new boolean[][] {{true, true}, {false, false}, {false, true}});
    }

    @Test
    void aMapThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ItemMap.of(Map.of("q1", List.of())))
                .hasMessageContaining("concepts of \"q1\" is empty");
        assertThatThrownBy(() -> ItemMap.of(Map.of("q1", List.of("a", "a")))).hasMessageContaining("twice");
        assertThatThrownBy(() -> new ItemMap(Map.of("q1", List.of("a")), Map.of("q2", Map.of("A", "x"))))
                .hasMessageContaining("item \"q2\" has misconceptions but no concepts. Maybe one of [q1]");
    }
}
