package org.iltlib.analytics.participation;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iltlib.base.Checks;

/**
 * The times of one meeting, of those present alone. Dealt out at random among them, meeting by meeting, they say what a
 * group's time would be by chance; who was absent is not held against it.
 *
 * @param amounts the time of each member present, whole, zero or more
 * @param inGroup whether that member is of the group
 */
record DealtTime(List<Long> amounts, List<Boolean> inGroup) {
    /** Copies. */
    DealtTime {
        amounts = List.copyOf(amounts);
        inGroup = List.copyOf(inGroup);
    }

    /** The group's time in all meetings; exact. Time: distinct sums so far × distinct sums of the meeting, for each. */
    static ChanceShare of(List<DealtTime> meetings) {
        SortedMap<Long, BigInteger> ways = new TreeMap<>();
        ways.put(0L, BigInteger.ONE);
        long total = 0;
        long count = 0;
        double expected = 0;
        for (DealtTime meeting : meetings) {
            long sum = meeting.amounts.stream().mapToLong(Long::longValue).sum();
            if (sum == 0) {
                continue;
            }
            int seats = 0;
            for (int i = 0; i < meeting.amounts.size(); i++) {
                count += meeting.inGroup.get(i) ? meeting.amounts.get(i) : 0;
                seats += meeting.inGroup.get(i) ? 1 : 0;
            }
            total += sum;
            expected += (double) sum * seats / meeting.amounts.size();
            ways = sums(ways, SubsetSums.ways(meeting.amounts, seats));
        }
        Checks.positive(total, "sum of amounts");
        return ChanceShare.of(count, total, expected / total, ways);
    }

    private static SortedMap<Long, BigInteger> sums(
            SortedMap<Long, BigInteger> one, SortedMap<Long, BigInteger> other) {
        SortedMap<Long, BigInteger> sums = new TreeMap<>();
        one.forEach((at, weight) ->
                other.forEach((more, factor) -> sums.merge(at + more, weight.multiply(factor), BigInteger::add)));
        return sums;
    }
}
