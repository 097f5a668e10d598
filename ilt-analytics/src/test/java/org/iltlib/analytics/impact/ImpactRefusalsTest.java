package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

class ImpactRefusalsTest {
    private static final double[] SCORES = {3, 5, 4, 8, 6, 9};
    private static final boolean[] SECOND_HALF = {false, false, false, true, true, true};
    private static final boolean[] ALTERNATING = {false, true, false, true, false, true};

    private static Measured<TreatmentEffect> effect(Comparison comparison) {
        return FixedEffectsComparison.withDefaults().of(comparison);
    }

    @Test
    void fewerThanFiveStudentsGiveNoEffect() {
        assertThat(effect(Comparison.of(
                        new double[] {1, 2, Double.NaN, 3, 4}, new boolean[] {true, false, true, false, true})))
                .hasToString("too few values: 4 students with all values; at least 5 needed");
    }

    @Test
    void nobodyInOneGroupGivesNoEffect() {
        assertThat(effect(Comparison.of(SCORES, new boolean[6])))
                .hasToString("too few values: nobody in the treated group");
        assertThat(effect(Comparison.of(SCORES, new boolean[] {true, true, true, true, true, true})))
                .hasToString("too few values: nobody in the other group");
    }

    @Test
    void oneClusterGivesNoEffect() {
        assertThat(effect(Comparison.of(SCORES, SECOND_HALF).clusteredBy(new int[6])))
                .asString()
                .contains("one cluster");
    }

    @Test
    void aConstantOutcomeGivesNoEffect() {
        assertThat(effect(Comparison.of(new double[] {2, 2, 2, 2, 2, 2}, SECOND_HALF)))
                .hasToString("undefined: the outcome is the same for everybody");
    }

    @Test
    void aTreatmentThatNeverVariesWithinAStratumGivesNoEffect() {
        Comparison comparison = Comparison.of(SCORES, SECOND_HALF).within(new int[] {1, 1, 1, 2, 2, 2});
        assertThat(effect(comparison)).asString().contains("does not vary within strata");
        assertThat(RandomizationTest.withDefaults().of(comparison)).asString().contains("does not vary within strata");
    }

    @Test
    void columnsThatDetermineEachOtherGiveNoEffect() {
        Comparison twice = Comparison.of(SCORES, SECOND_HALF)
                .adjustedFor("age", new double[] {1, 2, 3, 1, 2, 4})
                .adjustedFor("months", new double[] {12, 24, 36, 12, 24, 48});
        assertThat(effect(twice)).asString().contains("the covariate \"months\" is determined");
        assertThat(RandomizationTest.withDefaults().of(twice)).asString().contains("\"months\"");
    }

    @Test
    void aPerfectFitAndASaturatedOneGiveNoEffect() {
        assertThat(effect(Comparison.of(new double[] {1, 1, 1, 2, 2, 2}, SECOND_HALF)))
                .asString()
                .contains("without rest");
        assertThat(effect(Comparison.of(new double[] {3, 5, 4, 8, 6}, new boolean[] {false, true, true, true, true})
                        .within(new int[] {1, 1, 2, 3, 4})))
                .asString()
                .contains("as many strata and covariates as students");
    }

    @Test
    void noSpreadWithinTheScalesGivesNoEffect() {
        int[] scales = {1, 2, 3, 4, 5, 6};
        assertThat(effect(Comparison.of(SCORES, ALTERNATING).onScales(scales)))
                .asString()
                .contains("no spread");
    }

    @Test
    void twoClustersAreTooFewToConclude() {
        assertThat(effect(Comparison.of(SCORES, ALTERNATING).clusteredBy(new int[] {1, 1, 1, 2, 2, 2})))
                .asString()
                .contains("degrees of freedom, at least 4 needed");
    }

    @Test
    void wholeClustersThatWereNotDealtWholeAreRefused() {
        assertThat(RandomizationTest.withDefaults()
                        .withWholeClusters()
                        .of(Comparison.of(SCORES, ALTERNATING).clusteredBy(new int[] {1, 1, 1, 2, 2, 2})))
                .asString()
                .contains("holds both treated and others");
        assertThat(RandomizationTest.withDefaults().of(Comparison.of(new double[2], new boolean[2])))
                .asString()
                .contains("2 students");
    }

    @Test
    void misuseIsToldWithTheName() {
        Comparison comparison = Comparison.of(SCORES, SECOND_HALF);
        assertThatThrownBy(() -> Comparison.of(SCORES, new boolean[2]))
                .hasMessageContaining("treated has 2 values for 6");
        assertThatThrownBy(() -> Comparison.of(new double[] {1 / 0.0}, new boolean[1]))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> comparison.within(new int[1])).hasMessageContaining("strata has 1");
        assertThatThrownBy(() -> comparison.clusteredBy(new int[1])).hasMessageContaining("clusters has 1");
        assertThatThrownBy(() -> comparison.adjustedFor("age", SCORES).adjustedFor("age", SCORES))
                .hasMessageContaining("\"age\" already");
        assertThatThrownBy(() -> FixedEffectsComparison.withDefaults().withLevel(95))
                .hasMessageContaining("level is 95");
        assertThatThrownBy(() -> FixedEffectsComparison.withDefaults().withUnit(" "))
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> RandomizationTest.withDefaults().withDraws(0)).hasMessageContaining("draws");
        assertThat(comparison.treated(5)).isTrue();
        assertThat(comparison.rows()).isEqualTo(6);
    }
}
