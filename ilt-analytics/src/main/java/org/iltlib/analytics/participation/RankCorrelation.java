package org.iltlib.analytics.participation;

import java.util.SplittableRandom;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Kendall's tau-b of two lists, ties allowed, with the probability that chance alone brings one as far from zero:
 * exact over all orders for up to nine pairs, else from random orders by (hits + 1) ÷ (draws + 1). Immutable. Sources:
 * M. G. Kendall (1945), doi:10.1093/biomet/33.3.239; Phipson and Smyth (2010), doi:10.2202/1544-6115.1585.
 *
 * @param tau tau-b, −1 to 1
 * @param probability two-sided
 * @param exact whether all orders were counted
 */
public record RankCorrelation(double tau, double probability, boolean exact) {
    private static final int MOST = 9;

    /**
     * The correlation. Time: n! × n² for up to nine pairs, else draws × n².
     *
     * @param first finite numbers
     * @param second as many
     * @param draws how many random orders if there are more than nine pairs, at least 100
     * @param seed the seed of chance
     * @return missing if there are fewer than two pairs or all numbers of a list are equal
     */
    public static Measured<RankCorrelation> of(double[] first, double[] second, int draws, long seed) {
        Checks.require(
                first.length == second.length,
                "There are %s and %s numbers. Expected as many.",
                first.length,
                second.length);
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        for (int i = 0; i < first.length; i++) {
            Checks.finite(first[i], "first");
            Checks.finite(second[i], "second");
        }
        double norm = Math.sqrt((double) untied(first) * untied(second));
        if (norm == 0) {
            return Measured.missing(MissingReason.UNDEFINED, "fewer than two different values");
        }
        long score = score(first, second);
        double tau = score / norm;
        boolean exact = first.length <= MOST;
        double probability = exact ? exact(first, second, score) : simulated(first, second, score, draws, seed);
        return Measured.of(new RankCorrelation(tau, probability, exact));
    }

    /** Concordant less discordant pairs. */
    private static long score(double[] first, double[] second) {
        long score = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                score += (long) Integer.signum(Double.compare(first[i], first[j]))
                        * Integer.signum(Double.compare(second[i], second[j]));
            }
        }
        return score;
    }

    private static long untied(double[] numbers) {
        long pairs = 0;
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs += numbers[i] == numbers[j] ? 0 : 1;
            }
        }
        return pairs;
    }

    private static double exact(double[] first, double[] second, long score) {
        long[] counts = new long[2];
        permute(first, second.clone(), 0, Math.abs(score), counts);
        return (double) counts[0] / counts[1];
    }

    private static void permute(double[] first, double[] order, int at, long reach, long[] counts) {
        if (at == order.length) {
            counts[0] += Math.abs(score(first, order)) >= reach ? 1 : 0;
            counts[1]++;
            return;
        }
        for (int i = at; i < order.length; i++) {
            swap(order, at, i);
            permute(first, order, at + 1, reach, counts);
            swap(order, at, i);
        }
    }

    private static double simulated(double[] first, double[] second, long score, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] order = second.clone();
        long hits = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int i = order.length - 1; i > 0; i--) {
                swap(order, i, random.nextInt(i + 1));
            }
            hits += Math.abs(score(first, order)) >= Math.abs(score) ? 1 : 0;
        }
        return (hits + 1.0) / (draws + 1.0);
    }

    private static void swap(double[] order, int i, int j) {
        double kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
