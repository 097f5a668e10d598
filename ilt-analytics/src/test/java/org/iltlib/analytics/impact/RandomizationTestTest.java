package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.iltlib.base.Explanation;
import org.junit.jupiter.api.Test;

class RandomizationTestTest {

    /** Of the choose(6, 3) = 20 lots, two give a difference as large as the best against the worst: p is near 0.1. */
    @Test
    void itEstimatesTheExactPValue() {
        Comparison comparison =
                Comparison.of(new double[] {1, 2, 3, 4, 5, 6}, new boolean[] {false, false, false, true, true, true});
        RandomizationResult result = RandomizationTest.withDefaults()
                .withDraws(20_000)
                .withSeed(11)
                .of(comparison)
                .value()
                .orElseThrow();
        assertThat(result.difference()).isCloseTo(3, within(1e-12));
        assertThat(result.pValue()).isCloseTo(0.1, within(4 * Math.sqrt(0.09 / 20_000)));
    }

    @Test
    void smallClassesMadeADifferenceThatNoLotMade() {
        StarRows rows = StarRows.all();
        Comparison math = rows.small("math");
        RandomizationResult students =
                RandomizationTest.withDefaults().of(math).value().orElseThrow();
        assertThat(students.difference()).isCloseTo(9.445563079941302, within(1e-9));
        assertThat(students.pValue()).isEqualTo(0.001);
        StarRows kindergarten = rows.grade("K");
        RandomizationResult classes = RandomizationTest.withDefaults()
                .withWholeClusters()
                .of(kindergarten.small("math").clusteredBy(kindergarten.codes("tch")))
                .value()
                .orElseThrow();
        assertThat(classes.difference()).isCloseTo(8.79152483149657, within(1e-9));
        assertThat(classes.pValue()).isLessThan(0.01);
        assertThat(classes.why().toString()).contains("whole clusters dealt anew within their strata");
    }

    @Test
    void theSameSeedGivesTheSameResultAndAnotherSeedAnother() {
        Comparison comparison = Comparison.of(
                new double[] {4, 2, 6, 4, 3, 6, 5, 1},
                new boolean[] {false, true, false, true, true, false, true, false});
        RandomizationTest test = RandomizationTest.withDefaults().withSeed(3);
        assertThat(test.of(comparison)).isEqualTo(test.of(comparison));
        assertThat(test.withSeed(4).of(comparison)).isNotEqualTo(test.of(comparison));
    }

    @Test
    void anImpossibleCountIsRefused() {
        assertThatThrownBy(() -> new RandomizationResult(1, 10, 11, Explanation.of("No.")))
                .hasMessageContaining("asExtreme is 11");
    }
}
