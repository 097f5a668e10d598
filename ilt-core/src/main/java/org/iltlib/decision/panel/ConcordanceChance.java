package org.iltlib.decision.panel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.choice.Rational;

/**
 * How likely raters who order items at random reach that concordance or more: every order of each rater's ranks, ties
 * kept, is as likely as any other. Since ties do not move, W rises with the sum of the squared rank sums, which are whole
 * numbers (ranks doubled), so the comparison is exact.
 *
 * <p>Source of the distribution: M. G. Kendall and B. Babington Smith (1939), doi 10.1214/aoms/1177732186.
 */
public final class ConcordanceChance {
    private static final int MOST_ITEMS = 7;
    private static final long MOST_SUM = 511;
    private static final long MOST_STEPS = 20_000_000;
    private static final int BITS = 9;

    private ConcordanceChance() {}

    /**
     * The exact probability. Rank sums are kept in rising order, for all orders of one rater are equally likely, so the
     * work is far below {@code n!^(m−1)}.
     *
     * @param ratings a row for each rater, of equal length
     * @return missing as in {@link Concordance#of}, and if it would take more than 20 million steps or there are more
     *     than 7 items
     */
    public static Measured<Rational> exact(List<List<Integer>> ratings) {
        return Concordance.of(ratings).flatMap(w -> enumerate(ratings));
    }

    private static Measured<Rational> enumerate(List<List<Integer>> ratings) {
        int items = ratings.get(0).size();
        Measured<Rational> tooMuch =
                Measured.missing(MissingReason.NOT_APPLICABLE, "too many raters or items to enumerate; simulate it");
        if (items > MOST_ITEMS || 2L * items * ratings.size() > MOST_SUM) {
            return tooMuch;
        }
        Map<Long, BigInteger> states = new TreeMap<>();
        states.put(pack(ranks(ratings.get(0))), BigInteger.ONE);
        BigInteger all = BigInteger.ONE;
        long steps = 0;
        for (List<Integer> row : ratings.subList(1, ratings.size())) {
            List<long[]> orders = orders(ranks(row));
            steps += (long) orders.size() * states.size();
            if (steps > MOST_STEPS) {
                return tooMuch;
            }
            all = all.multiply(BigInteger.valueOf(orders.size()));
            states = add(states, orders, items);
        }
        long observed = squares(ratings);
        BigInteger hits = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> state : states.entrySet()) {
            long sum = 0;
            for (long value : unpack(state.getKey(), items)) {
                sum += value * value;
            }
            hits = sum >= observed ? hits.add(state.getValue()) : hits;
        }
        return Measured.of(Rational.of(hits, all));
    }

    private static Map<Long, BigInteger> add(Map<Long, BigInteger> states, List<long[]> orders, int items) {
        Map<Long, BigInteger> next = new TreeMap<>();
        for (Map.Entry<Long, BigInteger> state : states.entrySet()) {
            long[] sums = unpack(state.getKey(), items);
            for (long[] order : orders) {
                long[] more = sums.clone();
                for (int i = 0; i < items; i++) {
                    more[i] += order[i];
                }
                next.merge(pack(more), state.getValue(), BigInteger::add);
            }
        }
        return next;
    }

    /**
     * The probability from that many random orders, by (hits + 1) ÷ (draws + 1); the same seed gives the same number
     * everywhere. Source: B. Phipson and G. K. Smyth (2010), doi 10.2202/1544-6115.1585. Time: draws × m n.
     *
     * @param draws at least 100
     * @return missing as in {@link Concordance#of}
     */
    public static Measured<Rational> simulated(List<List<Integer>> ratings, int draws, long seed) {
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        return Concordance.of(ratings).map(w -> {
            long observed = squares(ratings);
            List<long[]> rows = ratings.stream().map(ConcordanceChance::ranks).toList();
            SplittableRandom random = new SplittableRandom(seed);
            long hits = 0;
            for (int draw = 0; draw < draws; draw++) {
                long[] sums = new long[ratings.get(0).size()];
                for (long[] row : rows) {
                    shuffle(row, random);
                    Arrays.setAll(sums, i -> sums[i] + row[i]);
                }
                hits += Arrays.stream(sums).map(sum -> sum * sum).sum() >= observed ? 1 : 0;
            }
            return Rational.of(hits + 1, draws + 1L);
        });
    }

    private static void shuffle(long[] row, SplittableRandom random) {
        for (int i = row.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long kept = row[i];
            row[i] = row[j];
            row[j] = kept;
        }
    }

    private static long[] ranks(List<Integer> row) {
        long[] doubled = new long[row.size()];
        Concordance.rank(row, doubled);
        return doubled;
    }

    private static long squares(List<List<Integer>> ratings) {
        long[] sums = new long[ratings.get(0).size()];
        ratings.forEach(row -> Concordance.rank(row, sums));
        return Arrays.stream(sums).map(sum -> sum * sum).sum();
    }

    /** Every distinct order of these ranks, once. */
    private static List<long[]> orders(long[] ranks) {
        long[] rising = ranks.clone();
        Arrays.sort(rising);
        List<long[]> orders = new ArrayList<>();
        place(rising, new boolean[rising.length], new long[rising.length], 0, orders);
        return orders;
    }

    private static void place(long[] rising, boolean[] used, long[] order, int at, List<long[]> orders) {
        if (at == rising.length) {
            orders.add(order.clone());
            return;
        }
        for (int i = 0; i < rising.length; i++) {
            boolean repeated = i > 0 && rising[i] == rising[i - 1] && !used[i - 1];
            if (!used[i] && !repeated) {
                used[i] = true;
                order[at] = rising[i];
                place(rising, used, order, at + 1, orders);
                used[i] = false;
            }
        }
    }

    private static long pack(long[] sums) {
        long[] rising = sums.clone();
        Arrays.sort(rising);
        long packed = 0;
        for (long sum : rising) {
            packed = packed << BITS | sum;
        }
        return packed;
    }

    private static long[] unpack(long packed, int items) {
        long[] sums = new long[items];
        for (int i = items - 1; i >= 0; i--) {
            sums[i] = packed >>> (BITS * (items - 1 - i)) & MOST_SUM;
        }
        return sums;
    }
}
