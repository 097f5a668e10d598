package org.iltlib.analytics.impact.doubt;

import java.util.Arrays;
import org.iltlib.analytics.internal.NormalCurve;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How far matched pairs may have been unlike in something that nobody measured before their difference could be chance:
 * bounds on the p-value of Wilcoxon's signed-rank test when, within a pair, one may have been Γ times as likely to be
 * treated as the other. Immutable.
 *
 * <p>The bound is that of ranks that come up positive with probability Γ/(1 + Γ), exact up to {@value #EXACT} pairs (ties
 * share their mean rank; pairs without a difference are left out), normal beyond. O(n³) once for the exact distribution.
 * Source: Rosenbaum (2002), Observational Studies, section 4.3.
 */
public final class RosenbaumBounds {
    private static final int EXACT = 60;
    private static final int FEWEST = 5;

    private final long[] doubledRanks;
    private final long doubledStatistic;

    private RosenbaumBounds(long[] doubledRanks, long doubledStatistic) {
        this.doubledRanks = doubledRanks;
        this.doubledStatistic = doubledStatistic;
    }

    /**
     * Of the differences of pairs, treated less peer; missing if fewer than five pairs differ.
     *
     * @throws IllegalArgumentException if a difference is not finite
     */
    public static Measured<RosenbaumBounds> of(double[] differences) {
        for (double difference : differences) {
            Checks.finite(difference, "difference");
        }
        double[] sizes = Arrays.stream(differences)
                .filter(difference -> difference != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        if (sizes.length < FEWEST) {
            return Measured.missing(
                    MissingReason.TOO_FEW, sizes.length + " pairs differ; at least " + FEWEST + " needed");
        }
        long[] ranks = new long[sizes.length];
        long statistic = 0;
        int filled = 0;
        for (double difference : differences) {
            if (difference != 0) {
                long rank = doubledRank(sizes, Math.abs(difference));
                ranks[filled++] = rank;
                statistic += difference > 0 ? rank : 0;
            }
        }
        Arrays.sort(ranks);
        return Measured.of(new RosenbaumBounds(ranks, statistic));
    }

    /** Twice the mean of the places, from 1, that the size takes. */
    private static long doubledRank(double[] sorted, double size) {
        int first = 0;
        while (sorted[first] != size) {
            first++;
        }
        int last = first;
        while (last + 1 < sorted.length && sorted[last + 1] == size) {
            last++;
        }
        return first + last + 2L;
    }

    /** The number of pairs that differ. */
    public int pairs() {
        return doubledRanks.length;
    }

    /** The sum of the ranks of positive differences. */
    public double statistic() {
        return doubledStatistic / 2.0;
    }

    /**
     * The largest that the one-sided p-value against a positive effect can be; with 1, the p-value of the plain test.
     *
     * @param gamma how much likelier one of a pair may have been treated, 1 or more
     */
    public double upperPValue(double gamma) {
        Checks.require(Checks.finite(gamma, "gamma") >= 1, "gamma is %s. Expected 1 or more.", gamma);
        double chance = gamma / (1 + gamma);
        return doubledRanks.length <= EXACT ? exact(chance) : normal(chance);
    }

    private double exact(double chance) {
        int most = (int) Arrays.stream(doubledRanks).sum();
        double[] probability = new double[most + 1];
        probability[0] = 1;
        int reached = 0;
        for (long rank : doubledRanks) {
            reached += (int) rank;
            for (int sum = reached; sum >= 0; sum--) {
                double with = sum >= rank ? probability[sum - (int) rank] : 0;
                probability[sum] = (1 - chance) * probability[sum] + chance * with;
            }
        }
        double tail = 0;
        for (int sum = (int) doubledStatistic; sum <= most; sum++) {
            tail += probability[sum];
        }
        return Math.min(1, tail);
    }

    private double normal(double chance) {
        double sum = 0;
        double squares = 0;
        for (long rank : doubledRanks) {
            sum += rank / 2.0;
            squares += rank * (double) rank / 4;
        }
        double spread = Math.sqrt(chance * (1 - chance) * squares);
        return NormalCurve.below((chance * sum - statistic()) / spread);
    }

    /**
     * The largest Γ, to a millionth, with which the effect is still beyond chance; missing if it is not even with pairs that
     * were alike, or if it is for every Γ up to a million.
     *
     * @param alpha the one-sided probability of a false alarm
     */
    public Measured<Double> tippingPoint(double alpha) {
        Checks.require(alpha > 0 && alpha < 1, "alpha is %s. Expected between 0 and 1, such as 0.05.", alpha);
        if (upperPValue(1) > alpha) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "the difference is not beyond chance to begin with");
        }
        double low = 1;
        double high = 2;
        while (upperPValue(high) <= alpha) {
            low = high;
            high *= 2;
            if (high > 1e6) {
                return Measured.missing(MissingReason.UNDEFINED, "beyond chance for every gamma up to a million");
            }
        }
        while (high - low > 1e-7 * low) {
            double middle = (low + high) / 2;
            if (upperPValue(middle) <= alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Measured.of(low);
    }
}
