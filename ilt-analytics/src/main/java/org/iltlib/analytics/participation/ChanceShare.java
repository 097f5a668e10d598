package org.iltlib.analytics.participation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.immutables.value.Value;

/**
 * A count out of a total beside what chance alone would bring: the share expected, the band from the 5th to the 95th
 * percentile, and both tails. The distribution is summed in whole numbers; only the results are rounded. Immutable.
 *
 * <pre>{@code
 * ChanceShare voice = ChanceShare.binomial(34, 90, 2, 10);   // two of ten seats took 34 of 90 turns
 * voice.ratio();                                             // 1.889
 * voice.place();                                             // ABOVE: chance ends at 24 turns
 * }</pre>
 */
@Value.Immutable
public abstract class ChanceShare {
    private static final BigInteger TWENTY = BigInteger.valueOf(20);
    private static final BigInteger NINETEEN = BigInteger.valueOf(19);

    /** Where a count lies. */
    public enum Place {
        /** Below the 5th percentile. */
        BELOW,
        /** In the band. */
        WITHIN,
        /** Above the 95th percentile. */
        ABOVE
    }

    /**
     * The turns of one meeting, and who could take them.
     *
     * @param turns taken by members
     * @param ofGroup members of the group who were present
     * @param present all members who were present
     */
    public record Sitting(int turns, int ofGroup, int present) {
        /** Checks the numbers. */
        public Sitting {
            Checks.notNegative(turns, "turns");
            Checks.require(
                    ofGroup >= 0 && ofGroup <= present, "ofGroup is %s of %s. Expected 0 to all.", ofGroup, present);
            Checks.require(turns == 0 || present > 0, "%s turns were taken, and nobody was present.", turns);
        }
    }

    ChanceShare() {}

    /** The count observed. */
    public abstract long count();

    /** Out of how many. */
    public abstract long total();

    /** The share that chance would bring on average, 0 to 1. */
    public abstract double expected();

    /** The 5th percentile of the count: the least that at most so many reach with probability 0.05 or more. */
    public abstract long low();

    /** The 95th percentile of the count, likewise. */
    public abstract long high();

    /** The probability of this count or fewer. */
    public abstract double atMost();

    /** The probability of this count or more. */
    public abstract double atLeast();

    /** The share observed. */
    public double share() {
        return (double) count() / total();
    }

    /** The share observed over the share expected, 1 being parity; missing if nothing is expected. */
    public Measured<Double> ratio() {
        return expected() == 0
                ? Measured.missing(MissingReason.NOT_APPLICABLE, "nothing is expected")
                : Measured.of(share() / expected());
    }

    /** Where the count lies. */
    public Place place() {
        return count() > high() ? Place.ABOVE : count() < low() ? Place.BELOW : Place.WITHIN;
    }

    /**
     * A count of acts, such as turns, each taken by any seat with the same chance (binomial). Time: total squared in the
     * worst case, for the numbers grow with the total.
     *
     * @param count by the group, 0 to total
     * @param total by all, at least 1
     * @param seats of the group, 0 to all
     * @param all seats, at least 1
     */
    public static ChanceShare binomial(long count, long total, int seats, int all) {
        Checks.positive(total, "total");
        Checks.require(seats >= 0 && seats <= all && all > 0, "seats is %s of %s. Expected 0 to all.", seats, all);
        BigInteger in = BigInteger.valueOf(seats);
        BigInteger out = BigInteger.valueOf((long) all - seats);
        List<BigInteger> weights = new ArrayList<>();
        int n = Math.toIntExact(total);
        if (seats == 0 || seats == all) {
            for (int i = 0; i <= n; i++) {
                weights.add(i == (seats == 0 ? 0 : n) ? BigInteger.ONE : BigInteger.ZERO);
            }
        } else {
            BigInteger weight = out.pow(n);
            for (int i = 0; i <= n; i++) {
                weights.add(weight);
                weight = weight.multiply(BigInteger.valueOf((long) n - i))
                        .multiply(in)
                        .divide(BigInteger.valueOf(i + 1L).multiply(out));
            }
        }
        return of(count, total, (double) seats / all, weights);
    }

    /**
     * A count of marked ones in a sample without putting back, such as adopted proposals among those of a group
     * (hypergeometric).
     *
     * @param count marked ones in the sample
     * @param sample its size, at least 1
     * @param marked marked ones in all
     * @param all all of them, at least as many as the sample
     */
    public static ChanceShare hypergeometric(long count, long sample, int marked, int all) {
        Checks.require(sample >= 1 && sample <= all, "sample is %s. Expected 1 to %s.", sample, all);
        Checks.require(marked >= 0 && marked <= all, "marked is %s. Expected 0 to %s.", marked, all);
        List<BigInteger> weights = new ArrayList<>();
        for (int i = 0; i <= sample; i++) {
            weights.add(choose(marked, i).multiply(choose(all - marked, (int) sample - i)));
        }
        return of(count, sample, (double) marked / all, weights);
    }

    /**
     * A count of turns over several meetings, in each of which every member present takes a turn with the same chance:
     * a sum of binomial counts, exactly. Who was absent is not held against the group. Time: total squared.
     *
     * @param count by the group, 0 to total
     * @param sittings the meetings, with one turn or more in all
     */
    public static ChanceShare sittings(long count, List<Sitting> sittings) {
        List<BigInteger> weights = List.of(BigInteger.ONE);
        long total = 0;
        double expected = 0;
        for (Sitting sitting : sittings) {
            total += sitting.turns();
            expected += sitting.present() == 0 ? 0 : (double) sitting.turns() * sitting.ofGroup() / sitting.present();
            for (int turn = 0; turn < sitting.turns(); turn++) {
                weights = oneMore(weights, sitting.ofGroup(), sitting.present() - sitting.ofGroup());
            }
        }
        Checks.positive(total, "total");
        return of(count, total, expected / total, weights);
    }

    private static List<BigInteger> oneMore(List<BigInteger> weights, int in, int out) {
        BigInteger yes = BigInteger.valueOf(in);
        BigInteger no = BigInteger.valueOf(out);
        List<BigInteger> next = new ArrayList<>();
        for (int i = 0; i <= weights.size(); i++) {
            BigInteger stays = i < weights.size() ? weights.get(i).multiply(no) : BigInteger.ZERO;
            next.add(i > 0 ? stays.add(weights.get(i - 1).multiply(yes)) : stays);
        }
        return next;
    }

    /**
     * The sum that a group has of amounts, such as seconds of talk, beside what it would have if the amounts were dealt
     * out to the seats at random: exact over all ways to choose as many seats. It asks whether talk goes with the group,
     * given how unevenly members talk; a second of talk does not count as independent of the next.
     * Time: seats × seats of the group × distinct sums.
     *
     * @param amounts of each seat, whole, zero or more, not all zero
     * @param inGroup whether the seat is the group's, in the order of the amounts
     */
    public static ChanceShare dealt(List<Long> amounts, List<Boolean> inGroup) {
        Checks.require(
                amounts.size() == inGroup.size(),
                "There are %s amounts and %s marks. Expected as many.",
                amounts.size(),
                inGroup.size());
        long total = 0;
        long count = 0;
        int seats = 0;
        for (int i = 0; i < amounts.size(); i++) {
            long amount = Checks.notNegative(amounts.get(i), "amount");
            total += amount;
            count += inGroup.get(i) ? amount : 0;
            seats += inGroup.get(i) ? 1 : 0;
        }
        Checks.positive(total, "sum of amounts");
        return of(count, total, (double) seats / amounts.size(), SubsetSums.ways(amounts, seats));
    }

    private static BigInteger choose(int n, int k) {
        if (k > n) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            ways = ways.multiply(BigInteger.valueOf((long) n - k + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    private static ChanceShare of(long count, long total, double expected, List<BigInteger> weights) {
        SortedMap<Long, BigInteger> byCount = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byCount.put((long) i, weights.get(i));
        }
        return of(count, total, expected, byCount);
    }

    static ChanceShare of(long count, long total, double expected, SortedMap<Long, BigInteger> weights) {
        Checks.require(count >= 0 && count <= total, "count is %s. Expected 0 to %s.", count, total);
        BigInteger all = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger sum = BigInteger.ZERO;
        BigInteger below = BigInteger.ZERO;
        BigInteger upTo = BigInteger.ZERO;
        long low = -1;
        long high = -1;
        for (Map.Entry<Long, BigInteger> weight : weights.entrySet()) {
            long at = weight.getKey();
            sum = sum.add(weight.getValue());
            below = at < count ? sum : below;
            upTo = at <= count ? sum : upTo;
            low = low < 0 && sum.multiply(TWENTY).compareTo(all) >= 0 ? at : low;
            high = high < 0 && sum.multiply(TWENTY).compareTo(all.multiply(NINETEEN)) >= 0 ? at : high;
        }
        return new Builder()
                .count(count)
                .total(total)
                .expected(expected)
                .low(low)
                .high(high)
                .atMost(share(upTo, all))
                .atLeast(share(all.subtract(below), all))
                .build();
    }

    static double share(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** Builds a share; for the factories. */
    static final class Builder extends ImmutableChanceShare.Builder {
        Builder() {}
    }
}
