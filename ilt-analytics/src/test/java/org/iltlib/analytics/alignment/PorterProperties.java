package org.iltlib.analytics.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PorterProperties {
    private static List<Long> longs(List<Integer> cells) {
        return cells.stream().map(Integer::longValue).toList();
    }

    private static List<Ratio> ratios(List<Integer> cells) {
        return cells.stream().map(cell -> Ratio.of(cell, 1)).toList();
    }

    @Property
    void theIndexIsSymmetricAndIndifferentToScale(
            @ForAll @Size(6) List<@IntRange(max = 9) Integer> first,
            @ForAll @Size(6) List<@IntRange(max = 9) Integer> second,
            @ForAll @IntRange(min = 1, max = 7) int factor) {
        List<Long> scaled = longs(first).stream().map(cell -> cell * factor).toList();
        assertThat(PorterIndex.of(longs(first), longs(second)))
                .isEqualTo(PorterIndex.of(longs(second), longs(first)))
                .isEqualTo(PorterIndex.of(scaled, longs(second)))
                .isEqualTo(PorterIndex.ofWeights(ratios(first), ratios(second)));
    }

    @Property
    void joiningTwoCellsCanOnlyRaiseTheIndex(
            @ForAll @Size(5) List<@IntRange(max = 9) Integer> first,
            @ForAll @Size(5) List<@IntRange(max = 9) Integer> second) {
        Ratio fine = PorterIndex.of(longs(first), longs(second)).orElse(Ratio.ZERO);
        assertThat(PorterIndex.of(joined(first), joined(second)).orElse(Ratio.ZERO))
                .isGreaterThanOrEqualTo(fine);
        assertThat(fine).isBetween(Ratio.ZERO, Ratio.ONE);
    }

    private static List<Long> joined(List<Integer> cells) {
        List<Long> joined = new ArrayList<>(longs(cells.subList(2, cells.size())));
        joined.add((long) cells.get(0) + cells.get(1));
        return joined;
    }

    /** The mean distance of two binomials by the double sum over all pairs, with the weights of Pascal's triangle. */
    @Property(tries = 60)
    void theMeanDistanceIsTheSumOverAllPairs(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(max = 4) int p,
            @ForAll @IntRange(max = 4) int q) {
        Ratio sum = Ratio.ZERO;
        for (int a = 0; a <= n; a++) {
            for (int b = 0; b <= m; b++) {
                sum = sum.plus(Ratio.of(a, n)
                        .minus(Ratio.of(b, m))
                        .abs()
                        .times(chance(n, a, p))
                        .times(chance(m, b, q)));
            }
        }
        assertThat(BinomialDistance.of(Ratio.of(p, 4), n, Ratio.of(q, 4), m)).isEqualTo(sum);
    }

    private static Ratio chance(int n, int k, int quarters) {
        if (n == 0) {
            return k == 0 ? Ratio.ONE : Ratio.ZERO;
        }
        Ratio hit = k == 0 ? Ratio.ZERO : chance(n - 1, k - 1, quarters).times(Ratio.of(quarters, 4));
        return hit.plus(chance(n - 1, k, quarters).times(Ratio.of(4L - quarters, 4)));
    }
}
