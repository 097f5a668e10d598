package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void levelsAreTheDifferentNumbersAscending() {
        assertThat(Levels.of(new double[] {3, 1, Double.NaN, 3, -0.0, 0.0, 2})).containsExactly(-0.0, 1, 2, 3);
        assertThat(Levels.of(new double[] {Double.NaN})).isEmpty();
        assertThat(Levels.of(new double[0])).isEmpty();
    }

    @Test
    void aNumberIsFoundAtItsPlaceAndZeroWhateverItsSign() {
        double[] levels = {-0.0, 1, 2, 3};
        assertThat(Levels.place(levels, 0.0)).isZero();
        assertThat(Levels.place(levels, -0.0)).isZero();
        assertThat(Levels.place(levels, 3)).isEqualTo(3);
        assertThat(Levels.place(levels, 2.5)).isEqualTo(3);
        assertThat(Levels.place(levels, 4)).isEqualTo(4);
    }
}
