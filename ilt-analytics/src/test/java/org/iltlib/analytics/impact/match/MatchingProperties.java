package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.impact.match.Matching.Distance;
import org.iltlib.analytics.internal.SplitMix;

/** Laws of matching, on small groups of whole numbers; the best of all choices is found by trying every one. */
class MatchingProperties {
    private static boolean[] treated(int treated, int others) {
        boolean[] marks = new boolean[treated + others];
        Arrays.fill(marks, 0, treated, true);
        return marks;
    }

    private static double[] drawn(int n, long seed) {
        SplitMix chance = SplitMix.of(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = chance.nextInt(30);
        }
        return values;
    }

    /** Distances in the units of Mahalanobis, for one input: the gap over the pooled standard deviation. */
    private static double[][] distances(boolean[] marks, double[] values) {
        int treated = 0;
        double[] sum = new double[2];
        for (int i = 0; i < marks.length; i++) {
            treated += marks[i] ? 1 : 0;
            sum[marks[i] ? 1 : 0] += values[i];
        }
        int others = marks.length - treated;
        double squares = 0;
        for (int i = 0; i < marks.length; i++) {
            double gap = values[i] - (marks[i] ? sum[1] / treated : sum[0] / others);
            squares += gap * gap;
        }
        double spread = Math.sqrt(squares / (marks.length - 2));
        double[][] table = new double[treated][others];
        for (int i = 0; i < treated; i++) {
            for (int j = 0; j < others; j++) {
                table[i][j] = Math.abs(values[i] - values[treated + j]) / spread;
            }
        }
        return table;
    }

    private static double bestPairs(double[][] table, int row, int used) {
        if (row == table.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < table[0].length; j++) {
            if (((used >> j) & 1) == 0) {
                best = Math.min(best, table[row][j] + bestPairs(table, row + 1, used | (1 << j)));
            }
        }
        return best;
    }

    /** The cheapest set of edges that touches every row and column, over all sets of edges. */
    private static double bestCover(double[][] table) {
        int n = table.length;
        int m = table[0].length;
        double best = Double.POSITIVE_INFINITY;
        for (int edges = 0; edges < (1 << (n * m)); edges++) {
            int rows = 0;
            int columns = 0;
            double sum = 0;
            for (int e = 0; e < n * m; e++) {
                if (((edges >> e) & 1) == 1) {
                    rows |= 1 << (e / m);
                    columns |= 1 << (e % m);
                    sum += table[e / m][e % m];
                }
            }
            if (rows == (1 << n) - 1 && columns == (1 << m) - 1) {
                best = Math.min(best, sum);
            }
        }
        return best;
    }

    @Property(tries = 100)
    void noOtherPairsHaveASmallerSum(@ForAll @IntRange(min = 2, max = 4) int treated, @ForAll long seed) {
        boolean[] marks = treated(treated, 6);
        double[] values = drawn(marks.length, seed);
        Candidates candidates = Candidates.of(marks).with("value", values);
        Matching.optimal()
                .by(Distance.MAHALANOBIS)
                .of(candidates)
                .value()
                .ifPresent(groups -> assertThat(groups.distance().orElseThrow())
                        .isCloseTo(bestPairs(distances(marks, values), 0, 0), within(1e-9)));
    }

    @Property(tries = 60)
    void noOtherFullMatchingHasASmallerSum(
            @ForAll @IntRange(min = 2, max = 4) int treated,
            @ForAll @IntRange(min = 3, max = 4) int others,
            @ForAll long seed) {
        boolean[] marks = treated(treated, others);
        double[] values = drawn(marks.length, seed);
        Candidates candidates = Candidates.of(marks).with("value", values);
        Matching.full().by(Distance.MAHALANOBIS).of(candidates).value().ifPresent(groups -> {
            assertThat(groups.distance().orElseThrow()).isCloseTo(bestCover(distances(marks, values)), within(1e-9));
            assertThat(groups.treated() + groups.others()).isEqualTo(marks.length);
        });
    }

    @Property(tries = 60)
    void moreThanOnePeerEachIsTheBestChoiceToo(@ForAll long seed) {
        boolean[] marks = treated(2, 6);
        double[] values = drawn(8, seed);
        double[][] table = distances(marks, values);
        double[][] twice = {table[0], table[0], table[1], table[1]};
        Matching.optimal()
                .by(Distance.MAHALANOBIS)
                .withRatio(2)
                .of(Candidates.of(marks).with("value", values))
                .value()
                .ifPresent(groups ->
                        assertThat(groups.distance().orElseThrow()).isCloseTo(bestPairs(twice, 0, 0), within(1e-9)));
    }

    @Property(tries = 60)
    void theUnitOfAnInputDoesNotMatter(@ForAll @IntRange(min = 1, max = 1000) int factor, @ForAll long seed) {
        boolean[] marks = treated(10, 20);
        double[] first = drawn(30, seed);
        double[] second = drawn(30, ~seed);
        double[] scaled = first.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * first[i] - 7;
        }
        Candidates plain = Candidates.of(marks).with("first", first).with("second", second);
        Candidates other = Candidates.of(marks).with("first", scaled).with("second", second);
        EntropyBalancing.withDefaults().of(plain).value().ifPresent(groups -> {
            BalancedGroups again =
                    EntropyBalancing.withDefaults().of(other).value().orElseThrow();
            for (int i = 0; i < marks.length; i++) {
                assertThat(again.weight(i)).isCloseTo(groups.weight(i), within(1e-6));
            }
        });
        Matching.optimal()
                .of(plain)
                .value()
                .ifPresent(groups -> assertThat(Matching.optimal()
                                .of(other)
                                .value()
                                .orElseThrow()
                                .distance()
                                .orElseThrow())
                        .isCloseTo(groups.distance().orElseThrow(), within(1e-8)));
    }

    /** Either there are weights that balance, or a combination proves that there are none; never both, never neither. */
    @Property(tries = 300)
    void balanceIsReachedOrProvedImpossible(@ForAll @IntRange(min = 3, max = 12) int others, @ForAll long seed) {
        boolean[] marks = treated(4, others);
        double[] first = drawn(marks.length, seed);
        double[] second = drawn(marks.length, seed + 1);
        Candidates candidates = Candidates.of(marks).with("first", first).with("second", second);
        EntropyBalancing balancing = EntropyBalancing.withDefaults();
        boolean balanced = balancing.of(candidates).isReported();
        assertThat(balancing.findObstacle(candidates).isEmpty()).isEqualTo(balanced);
        balancing.findObstacle(candidates).ifPresent(proof -> {
            double most = 0;
            for (int i = 4; i < marks.length; i++) {
                double over = proof.at(first[i], second[i]) - proof.threshold();
                assertThat(over).isGreaterThan(-1e-6);
                most = Math.max(most, over);
            }
            assertThat(most).isPositive();
        });
    }
}
