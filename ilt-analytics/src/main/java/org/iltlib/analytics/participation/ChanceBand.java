package org.iltlib.analytics.participation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.iltlib.base.Checks;

/**
 * The Gini coefficients that arise by chance when every member is equally likely to take each turn.
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
        Checks.require(members >= 2, "members is %s. Expected at least 2.", members);
        Checks.positive(turns, "turns");
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        SplittableRandom random = new SplittableRandom(seed);
        double[] ginis = new double[draws];
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            int[] counts = new int[members];
            for (int t = 0; t < turns; t++) {
                counts[random.nextInt(members)]++;
            }
            ginis[d] = Turns.of(counts).gini();
            sum += ginis[d];
        }
        Arrays.sort(ginis);
        return new ChanceBand(sum / draws, ginis[(int) (0.05 * (draws - 1))], ginis[(int) (0.95 * (draws - 1))]);
    }
}
