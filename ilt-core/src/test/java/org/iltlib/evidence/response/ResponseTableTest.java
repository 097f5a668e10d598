package org.iltlib.evidence.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

class ResponseTableTest {
    private static final byte NOT_SHOWN = ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED);
    private static final byte OMITTED = ResponseTable.codeOf(MissingReason.OMITTED);

    private final ResponseTable table = ResponseTable.builder(List.of("q1", "q2", "q3"))
            .add("s-001", (byte) 1, (byte) 0, NOT_SHOWN)
            .add("s-002", (byte) 3, OMITTED, (byte) 1)
            .build();

    @Test
    void aResponseIsPointsOrTheReasonWhyThereAreNone() {
        assertThat(table.measured(0, 0)).isEqualTo(Measured.of(1));
        assertThat(table.score(0, 1)).isZero();
        assertThat(table.measured(0, 2)).isEqualTo(Measured.missing(MissingReason.NOT_ADMINISTERED));
        assertThat(table.findMissing(1, 1)).contains(MissingReason.OMITTED);
        assertThat(table.findMissing(1, 2)).isEmpty();
        assertThat(table.missing()).isEqualTo(Map.of(MissingReason.NOT_ADMINISTERED, 1L, MissingReason.OMITTED, 1L));
        assertThat(table.isComplete()).isFalse();
        assertThat(table.largest(0)).isEqualTo(3);
        assertThat(table.present(2)).isEqualTo(1);
        assertThat(table).hasToString("2 students, 3 items");
        assertThatIllegalArgumentException().isThrownBy(() -> table.score(0, 2)).withMessageContaining("isPresent");
    }

    @Test
    void theSameColumnsMakeTheSameTable() {
        ResponseTable columns = ResponseTable.of(
                List.of("s-001", "s-002"), List.of("q1", "q2", "q3"), new byte[][] {{1, 3}, {0, OMITTED}, {NOT_SHOWN, 1}
                });

        assertThat(columns).isEqualTo(table).hasSameHashCodeAs(table);
        assertThat(table.selectItems(List.of("q3")).codes(0)).containsExactly(NOT_SHOWN, 1);
        assertThat(table.select(row -> row == 1).student(0)).isEqualTo("s-002");
        assertThat(table.selectItems(List.of("q3"))).isNotEqualTo(table);
    }

    @Test
    void anOmittedItemMayBeScoredWrongAndOneThatWasNotShownNever() {
        assertThat(table.scoredZero(Set.of(MissingReason.OMITTED)).score(1, 1)).isZero();
        assertThat(table.scoredZero(Set.of(MissingReason.OMITTED)).isPresent(0, 2))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.scoredZero(Set.of(MissingReason.NOT_ADMINISTERED)))
                .withMessageContaining("not wrong");
    }

    @Test
    void whatIsNoResponseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTable.builder(List.of("q1")).add("s-001", (byte) 1, (byte) 1))
                .withMessage("there are 2 responses. Expected 1, one to each item.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTable.builder(List.of("q1")).add("s-001", (byte) -100))
                .withMessageContaining("code is -100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTable.builder(List.of("q1"))
                        .add("s-001", (byte) 1)
                        .add("s-001", (byte) 1))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTable.of(List.of("s-001"), List.of("q1"), new byte[][] {{1, 0}}))
                .withMessageContaining("\"q1\" has 2 responses");
        assertThatIllegalArgumentException().isThrownBy(() -> ResponseTable.builder(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.getItem("q9"))
                .withMessageContaining("q9");
    }
}
