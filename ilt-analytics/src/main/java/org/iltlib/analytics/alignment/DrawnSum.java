package org.iltlib.analytics.alignment;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact distribution of a sum of small whole numbers of which some are drawn without replacement: how many of all
 * draws give each sum. Immutable.
 */
record DrawnSum(SortedMap<Integer, BigInteger> ways, BigInteger all) {
    /** The sum of nothing: always 0. */
    static final DrawnSum NOTHING = of(List.of(), 0);

    /** The sum of so many of those numbers. Numbers of many different sizes take time; zeros and ones take next to none. */
    static DrawnSum of(List<Integer> numbers, int chosen) {
        SortedMap<Integer, Integer> sizes = new TreeMap<>();
        numbers.forEach(one -> sizes.merge(one, 1, Integer::sum));
        int zeros = sizes.getOrDefault(0, 0);
        sizes.remove(0);
        SortedMap<Integer, SortedMap<Integer, BigInteger>> byCount = new TreeMap<>();
        byCount.put(0, new TreeMap<>(Map.of(0, BigInteger.ONE)));
        for (Map.Entry<Integer, Integer> size : sizes.entrySet()) {
            SortedMap<Integer, SortedMap<Integer, BigInteger>> next = new TreeMap<>();
            byCount.forEach((count, sums) -> {
                BigInteger choices = BigInteger.ONE;
                for (int more = 0; more <= Math.min(size.getValue(), chosen - count); more++) {
                    SortedMap<Integer, BigInteger> into = next.computeIfAbsent(count + more, any -> new TreeMap<>());
                    for (Map.Entry<Integer, BigInteger> sum : sums.entrySet()) {
                        into.merge(
                                sum.getKey() + more * size.getKey(),
                                sum.getValue().multiply(choices),
                                BigInteger::add);
                    }
                    choices = choices.multiply(BigInteger.valueOf(size.getValue() - (long) more))
                            .divide(BigInteger.valueOf(more + 1L));
                }
            });
            byCount.clear();
            byCount.putAll(next);
        }
        SortedMap<Integer, BigInteger> ways = new TreeMap<>();
        byCount.forEach((count, sums) -> {
            BigInteger rest = BinomialDistance.choose(zeros, chosen - count);
            if (rest.signum() > 0) {
                sums.forEach((sum, number) -> ways.merge(sum, number.multiply(rest), BigInteger::add));
            }
        });
        return new DrawnSum(ways, BinomialDistance.choose(numbers.size(), chosen));
    }

    /** The sum of this and an independent other. */
    DrawnSum plus(DrawnSum other) {
        SortedMap<Integer, BigInteger> both = new TreeMap<>();
        ways.forEach((sum, number) ->
                other.ways.forEach((more, times) -> both.merge(sum + more, number.multiply(times), BigInteger::add)));
        return new DrawnSum(both, all.multiply(other.all));
    }

    /** The mean of the lesser of a share and the sum over a whole. */
    Ratio meanOfLesser(Ratio share, BigInteger whole) {
        BigInteger limit = share.numerator().multiply(whole);
        BigInteger mean = BigInteger.ZERO;
        for (Map.Entry<Integer, BigInteger> one : ways.entrySet()) {
            BigInteger sum = BigInteger.valueOf(one.getKey()).multiply(share.denominator());
            mean = mean.add(sum.min(limit).multiply(one.getValue()));
        }
        return new Ratio(mean, all.multiply(whole).multiply(share.denominator()));
    }
}
