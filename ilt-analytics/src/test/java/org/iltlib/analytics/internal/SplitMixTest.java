package org.iltlib.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    @Test
    void itsBitsAreThoseOfTheJdksGenerator() {
        SplitMix ours = SplitMix.of(42);
        SplittableRandom theirs = new SplittableRandom(42);
        for (int i = 0; i < 1000; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
    }

    @Test
    void itsNumbersAreUniformAndNormal() {
        SplitMix chance = SplitMix.of(1).split();
        int[] counts = new int[5];
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            counts[chance.nextInt(5)]++;
            double z = chance.nextGaussian();
            squares += z * z;
        }
        for (int count : counts) {
            assertThat(count).isBetween(19_400, 20_600);
        }
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
        assertThatThrownBy(() -> chance.nextInt(0)).hasMessageContaining("bound is 0");
    }
}
