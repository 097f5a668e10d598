package org.iltlib.analytics.participation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How likely a random choice of some scores has a sum as far from the mean as the one observed, exact. */
final class SubsetSums {
    private SubsetSums() {}

    /**
     * The two-sided probability. Time and memory: scores × chosen × distinct sums.
     *
     * @param scores all scores, whole
     * @param chosen which of them were chosen
     */
    static double twoSided(long[] scores, boolean[] chosen) {
        int n = scores.length;
        int k = 0;
        long observed = 0;
        long all = 0;
        for (int i = 0; i < n; i++) {
            all += scores[i];
            k += chosen[i] ? 1 : 0;
            observed += chosen[i] ? scores[i] : 0;
        }
        long reach = Math.abs(n * observed - k * all);
        BigInteger hits = BigInteger.ZERO;
        BigInteger total = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> sum :
                ways(Arrays.stream(scores).boxed().toList(), k).entrySet()) {
            total = total.add(sum.getValue());
            if (Math.abs(n * sum.getKey() - k * all) >= reach) {
                hits = hits.add(sum.getValue());
            }
        }
        return ChanceShare.share(hits, total);
    }

    /** In how many ways so many of the scores have each sum, the sums rising. */
    static SortedMap<Long, BigInteger> ways(List<Long> scores, int chosen) {
        List<Map<Long, BigInteger>> ways = new ArrayList<>();
        for (int size = 0; size <= chosen; size++) {
            ways.add(new HashMap<>());
        }
        ways.get(0).put(0L, BigInteger.ONE);
        for (long score : scores) {
            for (int size = chosen; size > 0; size--) {
                Map<Long, BigInteger> larger = ways.get(size);
                ways.get(size - 1).forEach((sum, count) -> larger.merge(sum + score, count, BigInteger::add));
            }
        }
        return new TreeMap<>(ways.get(chosen));
    }
}
