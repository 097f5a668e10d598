package org.iltlib.analytics.participation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.iltlib.base.Checks;

/**
 * What a measure of turns comes to by chance when every member is equally likely to take each turn: the Gini coefficient
 * unless another is named.
 *
 * <pre>{@code
 * ChanceBand band = ChanceBand.exact(Turns::evenness, 6, 40);      // expected 0.964, low 0.920
 * }</pre>
 *
 * @param expected the mean
 * @param low the 5th percentile
 * @param high the 95th percentile
 */
public record ChanceBand(double expected, double low, double high) {
    /**
     * Simulates the band; the same arguments give the same band everywhere. Time is draws × (turns + members log members).
     *
     * @param members at least two
     * @param turns at least one
     * @param draws the number of meetings to simulate, at least 100
     * @param seed the seed of chance
     */
    public static ChanceBand simulate(int members, int turns, int draws, long seed) {
        return simulate(Turns::gini, members, turns, draws, seed);
    }

    /**
     * As {@link #simulate(int, int, int, long)}, of another measure.
     *
     * @param measure the measure: {@code Turns::evenness}, {@code Turns::concentration}, {@code Turns::silent}
     */
    public static ChanceBand simulate(ToDoubleFunction<Turns> measure, int members, int turns, int draws, long seed) {
        Checks.require(members >= 2, "members is %s. Expected at least 2.", members);
        Checks.positive(turns, "turns");
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            int[] counts = new int[members];
            for (int t = 0; t < turns; t++) {
                counts[random.nextInt(members)]++;
            }
            values[d] = measure.applyAsDouble(Turns.of(counts));
            sum += values[d];
        }
        Arrays.sort(values);
        return new ChanceBand(sum / draws, values[(int) (0.05 * (draws - 1))], values[(int) (0.95 * (draws - 1))]);
    }

    /**
     * The band over all ways in which the turns can fall, weighed by their probability. The percentiles are the least
     * values that are reached with a probability of 0.05 and 0.95.
     *
     * @param measure a measure that does not depend on who is who
     * @param members at least two
     * @param turns at least one
     * @throws IllegalArgumentException if there are more than two million ways: 8 members and 100 turns are within it,
     *     10 and 90 beyond; simulate it then
     */
    public static ChanceBand exact(ToDoubleFunction<Turns> measure, int members, int turns) {
        Checks.require(members >= 2, "members is %s. Expected at least 2.", members);
        Checks.positive(turns, "turns");
        return Partitions.band(measure, members, turns);
    }
}
