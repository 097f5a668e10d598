package org.iltlib.decision.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.decision.panel.StabilityRule.Answers;
import org.junit.jupiter.api.Test;

class StabilityRuleTest {
    private static List<Answers> pairs(List<Integer> before, List<Integer> now) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> new Answers(before.get(i), now.get(i)))
                .toList();
    }

    @Test
    void onlyWhoAnsweredTwiceIsPaired() {
        assertThat(Answers.pair(Map.of("a", 1, "b", 2), Map.of("b", 3, "c", 4))).containsExactly(new Answers(2, 3));
    }

    /** By hand: 3 of 20 is 15 %. */
    @Test
    void fifteenPercentThatChangeAreStable() {
        StabilityRule rule = new StabilityRule.ChangedAtMost(Fraction.percent(15));
        List<Answers> twenty = IntStream.range(0, 20)
                .mapToObj(i -> new Answers(5, i < 3 ? 6 : 5))
                .toList();
        assertThat(rule.isStable(twenty)).isTrue();
        assertThat(rule.isStable(twenty.subList(0, 19))).isFalse();
        assertThat(rule.isStable(List.of())).isFalse();
        assertThat(rule.words()).isEqualTo("at most 3/20 change their answer");
    }

    @Test
    void theMedianMayStayWhileAnswersMove() {
        StabilityRule rule = new StabilityRule.SameMedian(QuantileType.TYPE_7);
        assertThat(rule.isStable(pairs(List.of(1, 5, 9), List.of(4, 5, 6)))).isTrue();
        assertThat(rule.isStable(pairs(List.of(1, 5, 9), List.of(6, 5, 9)))).isFalse();
        assertThat(rule.isStable(List.of())).isFalse();
        assertThat(rule.words()).isEqualTo("the median does not change");
    }

    /**
     * By hand: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no of 50: observed 0.7, by chance 0.5, so kappa is 0.4.
     */
    @Test
    void kappaIsAgreementBeyondChance() {
        List<Answers> fifty = IntStream.range(0, 50)
                .mapToObj(i -> new Answers(i < 25 ? 1 : 0, i < 20 || (i >= 25 && i < 35) ? 1 : 0))
                .toList();
        assertThat(new StabilityRule.KappaAtLeast(Fraction.of(2, 5)).isStable(fifty))
                .isTrue();
        assertThat(new StabilityRule.KappaAtLeast(Fraction.of(41, 100)).isStable(fifty))
                .isFalse();
        StabilityRule rule = new StabilityRule.KappaAtLeast(Fraction.ONE);
        assertThat(rule.isStable(pairs(List.of(5, 5), List.of(5, 5)))).isTrue();
        assertThat(rule.isStable(pairs(List.of(5, 5), List.of(6, 6)))).isFalse();
        assertThat(rule.isStable(List.of())).isFalse();
        assertThat(rule.words()).contains("kappa");
    }

    @Test
    void aPanelStopsByTheRuleOfStabilityThatItNames() {
        ConsensusRule rule = ConsensusRule.bands(new Fraction(7, 10), new Fraction(3, 20));
        PanelRound first = round(1, Map.of("a", 1, "b", 5, "c", 9));
        PanelRound second = round(2, Map.of("a", 4, "b", 5, "c", 6));
        List<PanelRound> rounds = List.of(first, second);
        assertThat(Delphi.of(rule).assess(rounds).items().get(0).isStable()).isFalse();
        PanelResult still = Delphi.of(rule)
                .withStability(new StabilityRule.SameMedian(QuantileType.TYPE_2))
                .assess(rounds);
        assertThat(still.items().get(0).isStable()).isTrue();
        assertThat(still.why().toString()).contains("Stability: the median does not change.", "no longer move");
    }

    private static PanelRound round(int number, Map<String, Integer> answers) {
        PanelRound.Builder round = PanelRound.builder()
                .id(EntryId.of("panel-round/" + number))
                .question(EntryId.of("proposal/1"))
                .round(number)
                .addItems("item");
        answers.forEach((panelist, answer) -> round.putRatings(panelist, Map.of("item", answer)));
        return round.build();
    }
}
