package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
    /** In R 4.2.2: {@code round(c(0.15, 2.675, 0.285, 2.5, 1234.00005, -0.15), c(1, 2, 2, 0, 4, 1))}. */
    @Test
    void itRoundsAsRDoes() {
        assertThat(Rounding.to(1, 0.15)).isEqualTo(0.1);
        assertThat(Rounding.to(2, 2.675)).isEqualTo(2.67);
        assertThat(Rounding.to(2, 0.285)).isEqualTo(0.28);
        assertThat(Rounding.to(0, 2.5)).isEqualTo(2);
        assertThat(Rounding.to(4, 1234.00005)).isEqualTo(1234.0001);
        assertThat(Rounding.to(1, -0.15)).isEqualTo(-0.1);
    }

    /** In R 4.2.2: {@code round(3.5)} is 4 and {@code round(2.5)} is 2. */
    @Test
    void aTieGoesToTheEvenNeighbour() {
        assertThat(Rounding.to(0, 3.5)).isEqualTo(4);
        assertThat(Rounding.to(0, 2.5)).isEqualTo(2);
    }

    @Test
    void whatHasNoDecimalPlacesStaysAsItIs() {
        assertThat(Rounding.to(5, 1e12)).isEqualTo(1e12);
        assertThat(Rounding.to(3, 626)).isEqualTo(626);
    }
}
