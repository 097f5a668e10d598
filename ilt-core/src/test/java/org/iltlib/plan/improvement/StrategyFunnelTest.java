package org.iltlib.plan.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

class StrategyFunnelTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private static StrategyMove move(String strategy, StrategyStage to, int day) {
        StrategyMove.Builder builder = StrategyMove.builder();
        builder.id(EntryId.of(strategy + to + day))
                .strategy(EntryId.of(strategy))
                .to(to)
                .on(START.plusDays(day));
        if (to.needsDecision()) {
            builder.decision(EntryId.of("d"));
        }
        return builder.build();
    }

    /** By hand: trials of 30, 40 and 50 days; a is scaled, b given up, c is being tried again, d is an idea. */
    @Test
    void strategiesAreCountedAtEachStageWithTheTimeTheySpentThere() {
        List<StrategyMove> moves = List.of(
                move("a", StrategyStage.IDEA, 0),
                move("a", StrategyStage.PILOT, 10),
                move("b", StrategyStage.PILOT, 10),
                move("a", StrategyStage.ADOPTED, 40),
                move("b", StrategyStage.ABANDONED, 50),
                move("c", StrategyStage.PILOT, 10),
                move("c", StrategyStage.ADAPTED, 60),
                move("c", StrategyStage.PILOT, 70),
                move("a", StrategyStage.SCALED, 90),
                move("d", StrategyStage.IDEA, 90),
                move("d", StrategyStage.PILOT, 101));
        StrategyFunnel funnel = StrategyFunnel.of(moves, START.plusDays(100));
        assertThat(funnel.reached())
                .containsEntry(StrategyStage.IDEA, 2)
                .containsEntry(StrategyStage.PILOT, 3)
                .containsEntry(StrategyStage.SCALED, 1)
                .containsEntry(StrategyStage.ABANDONED, 1);
        assertThat(funnel.listIn(StrategyStage.PILOT)).containsExactly(EntryId.of("c"));
        assertThat(funnel.listIn(StrategyStage.IDEA)).containsExactly(EntryId.of("d"));
        assertThat(funnel.medianDaysIn(StrategyStage.PILOT)).isEqualTo(Measured.of(Rational.of(40)));
        assertThat(funnel.medianDaysIn(StrategyStage.SCALED).isReported()).isFalse();
        assertThat(funnel.explanation().toString()).contains("4 strategies", "PILOT: 3 came there, 1 are there");
    }

    @Test
    void aStrategyNeitherSkipsItsTrialNorComesBackFromTheDead() {
        List<StrategyMove> moves = new ArrayList<>(List.of(move("a", StrategyStage.IDEA, 0)));
        moves.add(move("a", StrategyStage.ADOPTED, 1));
        assertThatThrownBy(() -> StrategyFunnel.of(moves, START.plusDays(9)))
                .hasMessageContaining("goes from IDEA to ADOPTED, which does not follow");
        moves.set(1, move("a", StrategyStage.ABANDONED, 1));
        moves.add(move("a", StrategyStage.PILOT, 2));
        assertThatThrownBy(() -> StrategyFunnel.of(moves, START.plusDays(9))).hasMessageContaining("from ABANDONED");
        assertThatThrownBy(() -> StrategyFunnel.of(List.of(move("a", StrategyStage.SCALED, 1)), START.plusDays(9)))
                .hasMessageContaining("Expected as an idea or a trial");
        assertThatThrownBy(() -> StrategyFunnel.of(
                        List.of(move("a", StrategyStage.IDEA, 5), move("a", StrategyStage.PILOT, 4)),
                        START.plusDays(9)))
                .hasMessageContaining("before 2026-09-06");
    }

    @Test
    void adoptingTakesADecision() {
        assertThatThrownBy(() -> StrategyMove.builder()
                        .id(EntryId.of("m"))
                        .strategy(EntryId.of("a"))
                        .to(StrategyStage.ADOPTED)
                        .on(START)
                        .build())
                .hasMessageContaining("comes to ADOPTED without a decision");
    }
}
