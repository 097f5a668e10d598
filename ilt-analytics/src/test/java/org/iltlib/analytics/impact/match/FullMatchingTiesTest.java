package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.internal.SplitMix;
import org.junit.jupiter.api.Test;

/** Full matching where many rows have the same inputs: 200 rows with three values of one input. */
class FullMatchingTiesTest {
    private static final int ROWS = 200;

    private final double[] x = new double[ROWS];
    private final double[] y = new double[ROWS];
    private final boolean[] treated = new boolean[ROWS];

    FullMatchingTiesTest() {
        SplitMix chance = SplitMix.of(1);
        for (int i = 0; i < ROWS; i++) {
            x[i] = Math.floor(3 * chance.nextDouble());
            treated[i] = i % 2 == 0;
            y[i] = x[i] + chance.nextGaussian();
        }
    }

    private BalancedGroups groups(int[] order) {
        double[] ordered = new double[ROWS];
        boolean[] marks = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            ordered[i] = x[order[i]];
            marks[i] = treated[order[i]];
        }
        return Matching.full()
                .of(Candidates.of(marks).with("x", ordered))
                .value()
                .orElseThrow();
    }

    private TreatmentEffect effect(int[] order) {
        double[] outcome = new double[ROWS];
        Arrays.setAll(outcome, i -> y[order[i]]);
        return AverageEffect.withDefaults().of(groups(order), outcome).value().orElseThrow();
    }

    /** Within each value of the input the others weigh alike: the effect is that of exact matching, to the last bits. */
    @Test
    void theEffectIsThatOfExactMatchingWhateverTheOrderOfRows() {
        int[] codes = Arrays.stream(x).mapToInt(value -> (int) value).toArray();
        double expected = AverageEffect.withDefaults()
                .clusteredBy(arange())
                .of(
                        Matching.exact()
                                .of(Candidates.of(treated).exactly("x", codes))
                                .value()
                                .orElseThrow(),
                        y)
                .value()
                .orElseThrow()
                .points()
                .value();
        int[] order = arange();
        SplitMix chance = SplitMix.of(2);
        for (int run = 0; run < 20; run++) {
            assertThat(effect(order).points().value()).isCloseTo(expected, within(1e-9));
            chance.shuffle(order, ROWS);
        }
    }

    private static int[] arange() {
        int[] order = new int[ROWS];
        Arrays.setAll(order, i -> i);
        return order;
    }

    @Test
    void tiesAreSpreadOverManySmallSets() {
        BalancedGroups found = groups(arange());
        long sets = IntStream.range(0, ROWS)
                .map(row -> found.findSet(row).orElseThrow())
                .distinct()
                .count();
        assertThat(sets).isGreaterThan(80);
        assertThat(found.effectiveOthers()).isGreaterThan(90);
        assertThat(found.distance().orElseThrow()).isCloseTo(0, within(1e-12));
    }
}
