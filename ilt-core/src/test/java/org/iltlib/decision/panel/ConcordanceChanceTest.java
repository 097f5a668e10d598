package org.iltlib.decision.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.decision.panel.Concordance.Partial;
import org.junit.jupiter.api.Test;

class ConcordanceChanceTest {
    private static final List<Integer> UP = List.of(1, 2, 3, 4);
    private static final List<Integer> DOWN = List.of(4, 3, 2, 1);
    private static final List<List<Integer>> TIED =
            List.of(List.of(1, 2, 2, 4), List.of(1, 1, 3, 4), List.of(2, 1, 3, 3));

    private static Measured<Rational> exact(List<List<Integer>> ratings) {
        return ConcordanceChance.exact(ratings);
    }

    /**
     * R, all 576 orders of the second and third rater (perms is a loop over all orders, rows are ranked by rank):
     * the sum of squared rank sums is reached in 1, 524 and 24 of them.
     */
    @Test
    void theExactProbabilityIsThatOfAllOrders() {
        assertThat(exact(List.of(UP, UP, UP))).isEqualTo(Measured.of(Rational.of(1, 576)));
        assertThat(exact(List.of(UP, UP, DOWN))).isEqualTo(Measured.of(Rational.of(524, 576)));
        assertThat(exact(TIED)).isEqualTo(Measured.of(Rational.of(24, 576)));
        List<Integer> three = List.of(1, 2, 3);
        assertThat(exact(List.of(three, three, three))).isEqualTo(Measured.of(Rational.of(1, 36)));
    }

    /** R: friedman.test(rbind(c(1,2,2,4), c(1,1,3,4), c(2,1,3,3)))$statistic is 7.4444444444444446 = 67/9. */
    @Test
    void chiSquareIsThatOfFriedman() {
        assertThat(Concordance.chiSquare(TIED)).isEqualTo(Measured.of(Rational.of(67, 9)));
        assertThat(Concordance.chiSquare(List.of(UP, UP, DOWN))).isEqualTo(Measured.of(Rational.ONE));
        assertThat(Concordance.chiSquare(List.of(UP))).isInstanceOf(Measured.Missing.class);
    }

    @Test
    void aSimulationComesNearTheExactProbabilityAndIsRepeatable() {
        double exact = 24.0 / 576;
        Measured<Rational> simulated = ConcordanceChance.simulated(TIED, 20_000, 7);
        assertThat(simulated.map(Rational::doubleValue).orElse(9.0)).isCloseTo(exact, within(0.006));
        assertThat(ConcordanceChance.simulated(TIED, 20_000, 7)).isEqualTo(simulated);
        assertThat(ConcordanceChance.simulated(List.of(UP), 100, 7)).isInstanceOf(Measured.Missing.class);
        assertThatThrownBy(() -> ConcordanceChance.simulated(TIED, 99, 7)).hasMessageContaining("draws is 99");
    }

    @Test
    void whatIsTooMuchToEnumerateIsMissingAndSaysSo() {
        List<Integer> eight = List.of(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(exact(List.of(eight, eight)).toString()).contains("simulate it");
        List<Integer> seven = List.of(1, 2, 3, 4, 5, 6, 7);
        assertThat(exact(Collections.nCopies(6, seven)).toString()).contains("simulate it");
        assertThat(exact(Collections.nCopies(37, seven)).toString()).contains("simulate it");
        assertThat(exact(List.of(seven, seven))).isEqualTo(Measured.of(Rational.of(1, 5040)));
        assertThat(exact(List.of(List.of(3, 3), List.of(3, 3))).toString()).contains("all rate all items equally");
        assertThat(exact(List.of(UP)).toString()).contains("one rater alone always agrees");
    }

    /** By hand: of a, b, c both rank a and c, alike; c shares nothing when b is put last. */
    @Test
    void whatHappensToItemsLeftOutIsNamedByTheCaller() {
        List<Map<String, Integer>> rankings = List.of(Map.of("a", 1, "b", 2, "c", 3), Map.of("a", 1, "c", 2));
        assertThat(Concordance.ofRankings(rankings, Partial.COMMON_ITEMS)).isEqualTo(Measured.of(Rational.ONE));
        // places 1 2 3 and 1 3 2: rank sums 2, 5, 5; (12 · 54 − 3 · 4 · 3 · 16) / (4 · 3 · 8) = 72/96
        assertThat(Concordance.ofRankings(rankings, Partial.SHARE_THE_LAST_PLACES))
                .isEqualTo(Measured.of(Rational.of(3, 4)));
        // a, then b and c share places 2 and 3; rank sums 2, 4.5, 5.5; T = 6: (12 · 54.5 − 576) / (96 − 12)
        assertThat(Concordance.ofRankings(
                        List.of(Map.of("a", 1, "b", 2, "c", 3), Map.of("a", 1)), Partial.SHARE_THE_LAST_PLACES))
                .isEqualTo(Measured.of(Rational.of(78, 84)));
        assertThat(Concordance.ofRankings(List.of(Map.of("a", 1), Map.of("b", 1)), Partial.COMMON_ITEMS))
                .isInstanceOf(Measured.Missing.class);
    }

    /** R: quantile(x, c(.25, .5, .75), type = 2, 6 and 7). */
    @Test
    void quartilesAreThoseOfTheirType() {
        List<Integer> seven = List.of(2, 3, 5, 5, 8, 9, 9);
        List<Integer> four = List.of(1, 4, 6, 9);
        List<Integer> two = List.of(3, 8);
        assertThat(quartiles(QuantileType.TYPE_2, seven)).containsExactly(3.0, 5.0, 9.0);
        assertThat(quartiles(QuantileType.TYPE_6, seven)).containsExactly(3.0, 5.0, 9.0);
        assertThat(quartiles(QuantileType.TYPE_7, seven)).containsExactly(4.0, 5.0, 8.5);
        assertThat(quartiles(QuantileType.TYPE_2, four)).containsExactly(2.5, 5.0, 7.5);
        assertThat(quartiles(QuantileType.TYPE_6, four)).containsExactly(1.75, 5.0, 8.25);
        assertThat(quartiles(QuantileType.TYPE_7, four)).containsExactly(3.25, 5.0, 6.75);
        assertThat(quartiles(QuantileType.TYPE_2, two)).containsExactly(3.0, 5.5, 8.0);
        assertThat(quartiles(QuantileType.TYPE_6, two)).containsExactly(3.0, 5.5, 8.0);
        assertThat(quartiles(QuantileType.TYPE_7, two)).containsExactly(4.25, 5.5, 6.75);
        for (QuantileType type : QuantileType.values()) {
            assertThat(quartiles(type, List.of(4))).containsExactly(4.0, 4.0, 4.0);
        }
    }

    private static List<Double> quartiles(QuantileType type, List<Integer> rising) {
        return List.of(
                type.first(rising).doubleValue(),
                type.median(rising).doubleValue(),
                type.third(rising).doubleValue());
    }

    @Test
    void aSpreadIsReadOffByTheTypeItNames() {
        List<Integer> answers = List.of(5, 6, 8, 9);
        Rational three = Rational.of(3);
        assertThat(new ConsensusRule.Spread(three).on(answers, 1, 9)).isEqualTo(ConsensusRule.Verdict.IN);
        assertThat(new ConsensusRule.Spread(three, QuantileType.TYPE_6).on(answers, 1, 9))
                .isEqualTo(ConsensusRule.Verdict.OPEN);
        assertThat(new ConsensusRule.Spread(three).words()).isEqualTo("quartiles at most 3 apart (type 7)");
    }

    /** As stated: 2 outside of 8 to 10, 3 of 11 to 13, 4 of 14 to 16. */
    @Test
    void howManyMayStandOutsideGoesWithTheSizeOfThePanel() {
        ConsensusRule rule = new ConsensusRule.FewOutsideBySize();
        for (int size = 1; size <= 20; size++) {
            int allowed = size < 8 || size > 16 ? -1 : size <= 10 ? 2 : size <= 13 ? 3 : 4;
            for (int outside = 0; outside <= Math.min(size, 6); outside++) {
                List<Integer> answers = new ArrayList<>(Collections.nCopies(outside, 5));
                answers.addAll(Collections.nCopies(size - outside, 9));
                assertThat(rule.on(answers, 1, 9))
                        .as("%s outside of %s", outside, size)
                        .isEqualTo(outside <= allowed ? ConsensusRule.Verdict.IN : ConsensusRule.Verdict.OPEN);
            }
        }
        assertThat(rule.words()).contains("3 of 11 to 13");
    }
}
