package org.iltlib.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.examples.benchmark.Duel.Side;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.junit.jupiter.api.Test;

class DuelTest {
    private final List<String> events = new ArrayList<>();

    private Side side(String name, long bytes) {
        return () -> {
            events.add("prepare " + name);
            return () -> {
                events.add("run " + name);
                return new Done(7, bytes);
            };
        };
    }

    @Test
    void theTwoTakeTurnsAndWarmUpsDoNotCount() throws Exception {
        Duel duel = Duel.measure(1, 2, side("a", 3), side("b", 3));
        assertThat(events).hasSize(12).startsWith("prepare a", "run a", "prepare b", "run b", "prepare a");
        assertThat(duel.ratio()).isPositive();
    }

    @Test
    void twoThatDoNotDoTheSameAreNotCompared() {
        assertThatThrownBy(() -> Duel.measure(0, 1, side("a", 3), side("b", 4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not do the same");
    }

    @Test
    void theMedianIsTheOneInTheMiddleOrHalfwayBetweenTwo() {
        assertThat(Duel.median(3, 1, 2)).isEqualTo(2);
        assertThat(Duel.median(4, 1, 2, 3)).isEqualTo(2.5);
    }

    @Test
    void aRatioReachesFromBelowAndATimeFromAbove() {
        Duel duel = new Duel(0.7, 1, 1);
        assertThat(Row.of("x", 0.7, duel, "bare").isReached()).isTrue();
        assertThat(Row.of("x", 0.8, duel, "bare").isReached()).isFalse();
        assertThat(new Row("x", 9.9, 10, "ms", "").isReached()).isTrue();
        assertThat(new Row("x", 10, 10, "ms", "").isReached()).isFalse();
    }

    @Test
    void bodiesHaveTheSizeOfRealOnesAndAreSealedAsTheEntryDocuments() throws Exception {
        TeamRecord record = Bodies.grow(TeamRecord.empty(Bodies.key("team")), 40);
        assertThat(record.verify().holds()).isTrue();
        for (Entry entry : record.entries()) {
            assertThat(entry.text().length()).isBetween(300, 900);
            assertThat(VerifyRow.bytes(record.key(), entry)).isNotEmpty();
        }
        assertThat(record.trace(Bodies.decision(20)).upstream()).hasSize(5);
        assertThat(record.trace(Bodies.decision(20)).downstream()).hasSize(18);
    }
}
