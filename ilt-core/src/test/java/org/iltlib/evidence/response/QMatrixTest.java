package org.iltlib.evidence.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.evidence.EvidenceException;
import org.junit.jupiter.api.Test;

class QMatrixTest {
    private static final String CSV = """
            item,a,b
            i1,1,0
            i2,1,1
            i3,1,0
            """;

    private static QMatrix read(String csv) {
        return QMatrixReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMatrixIsReadFromCsvAndFromItsForm() {
        QMatrix q = read(CSV);
        assertThat(q).hasToString("3 items, 2 attributes");
        assertThat(q.mask(1)).isEqualTo(3);
        assertThat(q.asks(0, 1)).isFalse();
        assertThat(q.itemsOf(1)).containsExactly("i2");
        assertThat(q.place("i9")).isNegative();
        assertThat(QMatrix.FORM.read(QMatrix.FORM.write(q))).isEqualTo(q).hasSameHashCodeAs(q);
        assertThat(q.select(List.of("i3", "i1")).items()).containsExactly("i3", "i1");
        assertThat(q).isNotEqualTo(q.select(List.of("i1", "i2")));
    }

    @Test
    void whatItCannotTellIsToldInWords() {
        QMatrix q = read(CSV);
        assertThat(q.isComplete()).isFalse();
        assertThat(q.weaknesses())
                .containsExactly(
                        "No item asks for \"b\" alone: who lacks another attribute cannot show it.",
                        "Only 1 item asks for \"b\": three or more are needed to tell a slip from a gap.");
        QMatrix twins = QMatrix.builder(List.of("a", "b", "c"))
                .add("i1", List.of("a", "b"))
                .add("i2", List.of("a", "b"))
                .build();
        assertThat(twins.weaknesses())
                .anyMatch(words -> words.contains("cannot be told apart"))
                .anyMatch(words -> words.contains("No item asks for \"c\""));
        QMatrix.Builder good = QMatrix.builder(List.of("a"));
        IntStream.range(0, 3).forEach(i -> good.add("i" + i, List.of("a")));
        assertThat(good.build().weaknesses()).isEmpty();
        assertThat(good.build().isComplete()).isTrue();
    }

    @Test
    void aBadLineIsNamed() {
        assertThatThrownBy(() -> read("item,a\ni1,x\n"))
                .isInstanceOf(EvidenceException.class)
                .hasMessage("line 2, column \"a\": expected 0 or 1.");
        assertThatThrownBy(() -> read("item,a\ni1,1\ni2,1,1\n")).hasMessage("line 3 has 3 cells. Expected 2.");
        assertThatThrownBy(() -> read("item,a,b\ni1,0,0\n"))
                .hasMessage("line 2: the item asks for no attribute. Expected at least one.");
        assertThatThrownBy(() -> read("item,a\ni1,1\ni1,1\n"))
                .hasMessage("line 3 repeats an item. Expected each once.");
        assertThatThrownBy(() -> read("Jane Doe,4\nJane Roe,2\n"))
                .hasMessage("line 2, column \"column 2\": expected 0 or 1.");
        assertThatThrownBy(() -> read("item,a,a\ni1,1,1\n")).hasMessageContaining("column 3 repeats an attribute");
        assertThatThrownBy(() -> read("item,a,\ni1,1,1\n")).hasMessageContaining("column 3 has no name");
        assertThatThrownBy(() -> read("item,a\n,1\n")).hasMessage("line 2 has no item.");
        assertThatThrownBy(() -> read("item,a\n\0,1\n")).hasMessageContaining("no label");
        assertThatThrownBy(() -> read("item,a\n\n\"i1,1\ni2,1\n"))
                .hasMessageContaining("row 3: a quotation mark is never");
        assertThatThrownBy(() -> read("item" + ",a".repeat(31) + "\n")).hasMessageContaining("31 attributes");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("item\ni1\n")).hasMessageContaining("line 1: attributes is empty");
        assertThatThrownBy(() -> read("item,a\n")).hasMessageContaining("items is empty");
    }

    @Test
    void whatIsUnknownIsRefused() {
        QMatrix q = read(CSV);
        assertThatThrownBy(() -> q.select(List.of("i9"))).hasMessageContaining("Maybe one of [i1, i2, i3]");
        assertThatThrownBy(() -> QMatrix.builder(List.of("a")).add("i", List.of("b")))
                .hasMessageContaining("Maybe one of [a]");
        List<String> many = IntStream.range(0, 31).mapToObj(i -> "a" + i).toList();
        assertThatThrownBy(() -> QMatrix.builder(many)).hasMessageContaining("31 attributes");
    }
}
