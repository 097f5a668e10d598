package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

/** Drawn studies with a known effect: the intervals hold it as often as they say, where plain means never would. */
class MatchCoverageTest {
    private static final int STUDIES = 1000;
    private static final int ROWS = 160;
    private static final double EFFECT = 0.5;

    @SuppressWarnings("ArrayRecordComponent") // never leaves the test
    private record Drawn(boolean[] treated, double[] first, double[] second, double[] outcome) {
        static Drawn of(SplitMix chance) {
            boolean[] treated = new boolean[ROWS];
            double[] first = new double[ROWS];
            double[] second = new double[ROWS];
            double[] outcome = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                first[i] = chance.nextGaussian();
                second[i] = chance.nextDouble() < 0.4 ? 1 : 0;
                treated[i] = chance.nextDouble() < 1 / (1 + StrictMath.exp(1.2 - 0.6 * first[i] - 0.5 * second[i]));
                outcome[i] = 2 * first[i] + second[i] + (treated[i] ? EFFECT : 0) + chance.nextGaussian();
            }
            return new Drawn(treated, first, second, outcome);
        }

        Candidates candidates() {
            return Candidates.of(treated).with("first", first).with("second", second);
        }
    }

    private static double covered(long seed, Function<Drawn, Measured<TreatmentEffect>> estimator) {
        List<Boolean> held = Replications.of(
                STUDIES,
                seed,
                Runnable::run,
                chance -> estimator
                        .apply(Drawn.of(chance))
                        .map(effect -> !effect.points().excludes(EFFECT))
                        .orElse(false));
        return held.stream().filter(one -> one).count() / (double) STUDIES;
    }

    @Test
    void balancedByEntropyTheIntervalHoldsTheEffect() {
        assertThat(covered(
                        1,
                        drawn -> EntropyBalancing.withDefaults()
                                .of(drawn.candidates())
                                .flatMap(groups ->
                                        AverageEffect.withDefaults().adjusted().of(groups, drawn.outcome()))))
                .isBetween(0.92, 0.97);
    }

    @Test
    void inAdjustedPairsTheIntervalHoldsTheEffect() {
        assertThat(covered(
                        2,
                        drawn -> Matching.nearest()
                                .of(drawn.candidates())
                                .flatMap(groups ->
                                        AverageEffect.withDefaults().adjusted().of(groups, drawn.outcome()))))
                .isBetween(0.93, 0.97);
    }

    /** All others with the same weight: the inputs make up the difference, and the interval misses. */
    @Test
    void theDesignIsOneInWhichPlainMeansFail() {
        assertThat(covered(
                        3,
                        drawn -> Matching.exact()
                                .of(drawn.candidates().exactly("all", new int[ROWS]))
                                .flatMap(groups -> AverageEffect.withDefaults()
                                        .clusteredBy(IntStream.range(0, ROWS).toArray())
                                        .of(groups, drawn.outcome()))))
                .isLessThan(0.5);
    }
}
