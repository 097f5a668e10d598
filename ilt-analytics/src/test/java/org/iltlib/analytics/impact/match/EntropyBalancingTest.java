package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.analytics.impact.SharedFiles;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Measured;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Against the vector {@code ebal} of {@code effects.json}, and against proofs that the test checks itself. */
class EntropyBalancingTest {
    private static final double[] LINE = {1, 2, 3, 4, 5, 6, 7, 8};

    private static double number(Node node) {
        return ((Node.Numeral) node).value().doubleValue();
    }

    @Test
    void weightsAndEffectAreThoseOfTheReference() {
        Lalonde lalonde = new Lalonde();
        BalancedGroups groups =
                EntropyBalancing.withDefaults().of(lalonde.candidates()).value().orElseThrow();
        assertThat(groups.effectiveOthers())
                .isCloseTo(number(SharedFiles.json("effects.json", "ebal", "ess")), within(1e-8));
        List<Node> head = ((Node.Items) SharedFiles.json("effects.json", "ebal", "w_head")).values();
        for (int i = 0; i < head.size(); i++) {
            assertThat(groups.weight(185 + i) / 429).isCloseTo(number(head.get(i)), within(1e-12));
        }
        Measured<TreatmentEffect> effect = AverageEffect.withDefaults().of(groups, lalonde.outcome());
        assertThat(effect.value().orElseThrow().points().value())
                .isCloseTo(number(SharedFiles.json("effects.json", "ebal", "att")), within(1e-8));
        for (BalanceLine line : groups.balance()) {
            assertThat(line.after().orElse(9.0)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void variancesAreBalancedIfAsked() {
        BalancedGroups groups = EntropyBalancing.withDefaults()
                .withVariances()
                .of(new Lalonde().candidates())
                .value()
                .orElseThrow();
        for (BalanceLine line : groups.balance()) {
            assertThat(line.after().orElse(9.0)).isCloseTo(0, within(1e-9));
            line.ratioAfter().value().ifPresent(ratio -> assertThat(ratio).isBetween(0.94, 1.01));
        }
        assertThat(groups.balance().get(0).ratioAfter().isReported()).isTrue();
    }

    @Test
    void whereNoWeightsBalanceACombinationProvesIt() {
        boolean[] treated = {true, true, true, true, false, false, false, false};
        double[] other = {0, 1, 0, 1, 1, 0, 0, 1};
        Candidates apart = Candidates.of(treated).with("score", LINE).with("other", other);
        assertThat(EntropyBalancing.withDefaults().of(apart).toString())
                .contains("no weights balance the groups", "score");
        SeparatingDirection proof =
                EntropyBalancing.withDefaults().findObstacle(apart).orElseThrow();
        for (int i = 4; i < 8; i++) {
            assertThat(proof.at(LINE[i], other[i])).isGreaterThan(proof.threshold());
        }
        assertThat(proof.at(2.5, 0.5)).isCloseTo(proof.threshold(), within(1e-9));
    }

    /** All others have the same value, and the treated another mean: no iteration is needed to see it. */
    @Test
    void aConstantInputOfTheOthersIsAnObstacleUnlessTheTreatedShareIt() {
        boolean[] treated = {true, true, true, true, false, false, false, false};
        double[] mixed = {1, 4, 2, 8, 3, 1, 9, 2};
        Candidates apart =
                Candidates.of(treated).with("mixed", mixed).with("enrolled", new double[] {1, 1, 0, 1, 1, 1, 1, 1});
        assertThat(EntropyBalancing.withDefaults()
                        .findObstacle(apart)
                        .orElseThrow()
                        .toString())
                .contains("enrolled");
        Candidates shared = Candidates.of(treated)
                .with("mixed", mixed)
                .with("enrolled", new double[] {1, 1, 1, 1, 1, 1, 1, 1})
                .with("twice", new double[] {2, 8, 4, 16, 6, 2, 18, 4});
        assertThat(EntropyBalancing.withDefaults().of(shared).isReported()).isTrue();
        assertThat(EntropyBalancing.withDefaults().findObstacle(shared)).isEmpty();
    }

    /** The treated mean is the largest value of the others: only those at the edge can carry weight. */
    @Test
    void atTheEdgeOnlyThoseAtTheEdgeCount() {
        boolean[] treated = {true, true, true, false, false, false, false};
        Candidates edge = Candidates.of(treated).with("married", new double[] {1, 1, 1, 1, 0, 1, 0});
        BalancedGroups groups = EntropyBalancing.withDefaults().of(edge).value().orElseThrow();
        assertThat(groups.weight(3)).isCloseTo(2, within(1e-6));
        assertThat(groups.weight(4)).isCloseTo(0, within(1e-6));
    }
}
