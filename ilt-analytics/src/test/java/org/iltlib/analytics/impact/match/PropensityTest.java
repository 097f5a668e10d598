package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.impact.match.Matching.Distance;
import org.iltlib.analytics.impact.match.Matching.Order;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

/** Against R 4.2.2: {@code glm(treat ~ …, binomial, lalonde, control = glm.control(epsilon = 1e-15, maxit = 100))}. */
class PropensityTest {
    private static final boolean[] HALF = {true, true, true, true, false, false, false, false};
    private static final double[] LINE = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final double[] MIXED = {1, 4, 2, 8, 3, 1, 9, 2};

    @Test
    void itEqualsGlm() {
        Propensity fit = Propensity.of(new Lalonde().candidates()).value().orElseThrow();
        double[] values = {
            -4.728649338704101,
            0.01577707101755065,
            0.16130687737426100,
            -0.8321132753500857,
            0.7072968813837833,
            -0.07177668643845056,
            0.05344644707134277,
            3.065367740971351,
            0.9836336209700628
        };
        double[] errors = {
            1.0170692313006424,
            0.01357705047819466,
            0.06512644125873615,
            0.29032915232578743,
            0.33766826837630720,
            0.02874803936275207,
            0.04634884095841244,
            0.2865261912808469,
            0.42566397581383580
        };
        for (int j = 0; j < values.length; j++) {
            assertThat(fit.coefficients().get(j).value()).isCloseTo(values[j], within(1e-11));
            assertThat(fit.coefficients().get(j).standardError()).isCloseTo(errors[j], within(1e-7));
        }
        assertThat(fit.coefficients().get(7).name()).isEqualTo("black");
        assertThat(fit.deviance()).isCloseTo(487.8439313104981, within(1e-10));
        assertThat(fit.shares().get(2).orElseThrow()).isCloseTo(0.6782438800616402, within(1e-12));
        assertThat(fit.iterations()).isLessThan(12);
    }

    @Test
    void anInputThatTellsTheGroupsApartIsNamedWithItsThreshold() {
        Candidates apart = Candidates.of(HALF).with("mixed", MIXED).with("line", LINE);
        assertThat(Propensity.of(apart).toString()).contains("separate the treated from the others", "line");
        SeparatingDirection proof = Propensity.findSeparation(apart).orElseThrow();
        for (int i = 0; i < 8; i++) {
            assertThat(proof.at(MIXED[i], LINE[i]) > proof.threshold()).isEqualTo(HALF[i]);
        }
    }

    /** Nobody without the mark was treated; with it, either may be: the likelihood has no maximum. */
    @Test
    void separationWithTiesIsSeenToo() {
        double[] mark = {1, 1, 1, 1, 0, 1, 0, 0};
        Candidates apart = Candidates.of(HALF).with("mixed", MIXED).with("mark", mark);
        SeparatingDirection proof = Propensity.findSeparation(apart).orElseThrow();
        int strict = 0;
        for (int i = 0; i < 8; i++) {
            double over = proof.at(MIXED[i], mark[i]) - proof.threshold();
            assertThat(HALF[i] ? over : -over).isGreaterThan(-1e-4);
            strict += Math.abs(over) > 0.01 ? 1 : 0;
        }
        assertThat(strict).isPositive();
        assertThat(Propensity.of(apart).isReported()).isFalse();
    }

    @Test
    void whatCannotBeFittedIsRefusedWithItsReason() {
        assertThat(Propensity.of(Candidates.of(HALF)))
                .isEqualTo(missing(MissingReason.NOT_COLLECTED, "no input to find peers by"));
        assertThat(Propensity.of(Candidates.of(new boolean[8]).with("line", LINE))
                        .toString())
                .contains("nobody in the treated group");
        assertThat(Propensity.of(Candidates.of(new boolean[] {true, false}).with("line", new double[] {1, 2}))
                        .toString())
                .contains("2 rows with every input");
        Candidates doubled =
                Candidates.of(HALF).with("mixed", MIXED).with("twice", new double[] {2, 8, 4, 16, 6, 2, 18, 4});
        assertThat(Propensity.of(doubled).toString()).contains("\"twice\"", "determined");
        assertThat(Matching.nearest().by(Distance.MAHALANOBIS).of(doubled).toString())
                .contains("\"twice\"");
        assertThat(Matching.nearest().of(doubled).isReported()).isFalse();
        assertThat(Propensity.findSeparation(Candidates.of(HALF))).isEmpty();
    }

    private static Measured<Propensity> missing(MissingReason reason, String detail) {
        return Measured.missing(reason, detail);
    }

    @Test
    void misuseIsToldWithWhatWasExpected() {
        Candidates candidates = Candidates.of(HALF).with("mixed", MIXED);
        assertThatThrownBy(() -> candidates.with("mixed", MIXED)).hasMessageContaining("already");
        assertThatThrownBy(() -> candidates.with("short", new double[3])).hasMessageContaining("one a row");
        assertThatThrownBy(() -> candidates.with("wild", new double[] {1, 2, 3, 4, 5, 6, 7, 1 / 0.0}))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Matching.full().withRatio(2)).hasMessageContaining("nearest or optimal");
        assertThatThrownBy(() -> Matching.optimal().withReplacement()).hasMessageContaining("nearest");
        assertThatThrownBy(() -> Matching.nearest().withCaliper(0)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> Matching.exact().of(candidates)).hasMessageContaining("exactly");
        assertThatThrownBy(() -> Matching.nearest()
                        .by(Distance.MAHALANOBIS)
                        .inOrder(Order.LARGEST, 1)
                        .of(candidates))
                .hasMessageContaining("GIVEN");
    }

    @Test
    void unknownInputsAndOutcomesLeaveRowsOut() {
        double[] mixed = MIXED.clone();
        mixed[0] = Double.NaN;
        Candidates candidates = Candidates.of(HALF).with("mixed", mixed);
        BalancedGroups groups =
                Matching.nearest().by(Distance.LOG_ODDS).of(candidates).value().orElseThrow();
        assertThat(groups.leftOut()).isEqualTo(1);
        assertThat(groups.weight(0)).isZero();
        assertThat(groups.findSet(0)).isEmpty();
        Measured<TreatmentEffect> effect = AverageEffect.withDefaults().of(groups, LINE);
        assertThat(effect.toString()).contains("3 clusters");
        double[] few = {Double.NaN, Double.NaN, 1, 2, 3, 4, Double.NaN, Double.NaN};
        assertThat(AverageEffect.withDefaults().of(groups, few).toString()).contains("compared rows have an outcome");
        assertThat(AverageEffect.withDefaults().of(groups, new double[8]).toString())
                .contains("3 clusters");
        BalancedGroups weighted =
                EntropyBalancing.withDefaults().of(candidates).value().orElseThrow();
        assertThat(AverageEffect.withDefaults().of(weighted, new double[8]).toString())
                .contains("does not vary");
        assertThat(AverageEffect.withDefaults()
                        .withUnit("words")
                        .of(weighted, LINE)
                        .toString())
                .contains("words");
        assertThatThrownBy(() -> AverageEffect.withDefaults().of(groups, new double[3]))
                .hasMessageContaining("3 outcomes");
        assertThatThrownBy(() -> AverageEffect.withDefaults().withLevel(1)).hasMessageContaining("level");
    }
}
