package org.iltlib.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

class FidelityGateTest {
    @Test
    void whatIsNoShareIsRefused() {
        for (Rational wrong : new Rational[] {Rational.of(7, 2), Rational.of(-1, 2)}) {
            assertThatThrownBy(() -> FidelityGate.DEFAULT.passes(() -> wrong)).hasMessageContaining("between 0 and 1");
            assertThatThrownBy(() -> FidelityGate.DEFAULT.explain(() -> wrong)).hasMessageContaining("between 0 and 1");
        }
        assertThat(FidelityGate.DEFAULT.passes(() -> Rational.ONE)).isTrue();
        assertThat(FidelityGate.DEFAULT.passes(() -> Rational.ZERO)).isFalse();
    }

    @Test
    void aShareJustBelowIsShownBelow() {
        FidelityGate gate = FidelityGate.DEFAULT;
        assertThat(gate.explain(() -> Rational.of(5999, 10000)).toString()).startsWith("Implementation is 0.5999, ");
        assertThat(gate.explain(() -> Rational.of(3, 5)).toString()).startsWith("Implementation is 0.60, ");
        assertThat(gate.explain(() -> Rational.of(1, 2)).toString()).startsWith("Implementation is 0.50, ");
    }
}
