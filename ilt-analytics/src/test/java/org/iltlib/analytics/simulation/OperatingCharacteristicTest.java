package org.iltlib.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OperatingCharacteristicTest {
    private static final OperatingCharacteristic RULE = OperatingCharacteristic.ofMean(500, 68, 45);

    // pnorm((495-500)/(45/sqrt(68))); 500 + qnorm(.8)*45/sqrt(68)
    @Test
    void itsErrorRatesAreThoseOfTheNormalDistribution() {
        assertThat(RULE.passes(495)).isCloseTo(0.17976902191169528, within(1e-12));
        assertThat(RULE.fails(505)).isCloseTo(0.17976902191169528, within(1e-12));
        assertThat(RULE.passes(500)).isEqualTo(0.5);
        assertThat(RULE.trueMeanThatPasses(0.8)).isCloseTo(504.59277046839026, within(1e-9));
        assertThat(RULE.passes(RULE.trueMeanThatPasses(0.8))).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void itSaysThemInWords() {
        assertThat(RULE.explain(495, 505).toString())
                .startsWith(
                        "The verdict \"the mean reaches 500.00\" is a false alarm 18.0 % of the time and a miss 18.0 %.")
                .contains("45.00 ÷ √68 = 5.46");
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> OperatingCharacteristic.ofMean(500, 0, 45)).hasMessageContaining("students");
        assertThatThrownBy(() -> OperatingCharacteristic.ofMean(500, 3, 0)).hasMessageContaining("deviation");
        assertThatThrownBy(() -> RULE.trueMeanThatPasses(1)).hasMessageContaining("chance is 1.0");
    }
}
