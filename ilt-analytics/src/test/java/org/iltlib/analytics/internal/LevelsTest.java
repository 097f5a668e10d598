package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void levelsAreTheDifferentNumbersAscending() {
        Levels levels = Levels.of(new double[] {3, 1, Double.NaN, 3, -0.0, 0.0, 2});
        assertThat(levels.toArray()).containsExactly(0.0, 1, 2, 3);
        assertThat(levels.size()).isEqualTo(4);
        assertThat(levels.get(3)).isEqualTo(3);
        assertThat(Levels.of(new double[] {Double.NaN}).toArray()).isEmpty();
        assertThat(Levels.of(new double[0]).size()).isZero();
    }

    @Test
    void aNumberIsFoundAtItsPlaceAndZeroWhateverItsSign() {
        Levels levels = Levels.of(new double[] {-0.0, 1, 2, 3});
        assertThat(levels.place(0.0)).isZero();
        assertThat(levels.place(-0.0)).isZero();
        assertThat(levels.place(3)).isEqualTo(3);
        assertThat(levels.counts(new double[] {3, 3, Double.NaN, 0})).containsExactly(1, 0, 0, 2);
    }

    @Test
    void fewLevelsAndManyAreFoundAlike() {
        SplitMix chance = SplitMix.of(1);
        for (int different : new int[] {10, 4096, 4097, 20000}) {
            double[] numbers = new double[50000];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (i < different ? i : chance.nextInt(different)) / 10.0 - 100;
            }
            Levels levels = Levels.of(numbers);
            assertThat(levels.size()).isEqualTo(different);
            for (double number : numbers) {
                assertThat(levels.get(levels.place(number)) == number).isTrue();
            }
            for (int place = 1; place < different; place++) {
                assertThat(levels.get(place) > levels.get(place - 1)).isTrue();
            }
        }
    }
}
