package org.iltlib.choice.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;

/** Lotteries against the conditions that prove them, and rules that lock pairs against every order of equal ones. */
class TournamentProperties {
    /**
     * A proof of each result: no alternative beats the lottery, and each without a chance strictly loses to it. By strict
     * complementarity it then has a chance in no maximal lottery.
     */
    @Property(tries = 150)
    void aLotteryIsBeatenByNobodyAndLeavesNobodyOut(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(min = 1, max = 9) int voters) {
        Margins margins = Margins.of(AxiomChecks.random(new Random(seed), n, voters));
        prove(MaximalLottery.of(margins), margins, false);
        prove(MaximalLottery.ofMajorities(margins), margins, true);
    }

    private static void prove(MaximalLottery lottery, Margins margins, boolean signs) {
        Rational sum = Rational.ZERO;
        for (int y = 0; y < margins.size(); y++) {
            Rational chance = lottery.chances().get(y);
            assertThat(chance.signum()).isNotNegative();
            sum = sum.plus(chance);
            Rational against = Rational.ZERO;
            for (int x = 0; x < margins.size(); x++) {
                long margin = signs ? Long.signum(margins.margin(x, y)) : margins.margin(x, y);
                against = against.plus(lottery.chances().get(x).times(margin));
            }
            assertThat(against.signum()).isEqualTo(chance.signum() > 0 ? 0 : 1);
        }
        assertThat(sum).isEqualTo(Rational.ONE);
    }

    @Property(tries = 80)
    void oddMarginsHaveOneLottery(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
        Random random = new Random(seed);
        long[][] matrix = new long[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < x; y++) {
                boolean first = random.nextBoolean();
                matrix[first ? x : y][first ? y : x] = 1 + 2L * random.nextInt(4);
            }
        }
        Margins margins = Margins.ofMatrix(AxiomChecks.names(n), matrix);
        assertThat(MaximalLottery.of(margins).unique()).isTrue();
        assertThat(MaximalLottery.ofMajorities(margins).unique()).isTrue();
        assertThat(Tournament.uncovered(margins))
                .containsAll(SingleWinnerRules.BIPARTISAN.count(margins).winners());
    }

    @Property(tries = 120)
    void lockingPairsAgreesWithTryingEveryOrderOfEqualOnes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 5) int voters) {
        Profile profile = AxiomChecks.weak(new Random(seed), n, voters);
        Margins margins = Margins.of(profile);
        for (boolean votes : List.of(false, true)) {
            for (boolean river : votes ? List.of(false) : List.of(false, true)) {
                BitSet winners = new BitSet();
                lock(margins, new ArrayList<>(), pairs(margins), votes, river, winners);
                PairwiseRule rule = river
                        ? SingleWinnerRules.RIVER
                        : votes ? SingleWinnerRules.RANKED_PAIRS_WINNING : SingleWinnerRules.RANKED_PAIRS;
                assertThat(rule.count(margins).winners())
                        .as(rule.ruleName() + " on " + AxiomChecks.write(profile))
                        .isEqualTo(winners.stream().boxed().toList());
                if (!river) {
                    RankedPairs by = votes ? RankedPairs.allOrders().withWinningVotes() : RankedPairs.allOrders();
                    assertThat(winners.stream().boxed().toList())
                            .containsAll(
                                    by.withLot("seed " + seed).count(margins).winners());
                }
            }
        }
    }

    private static List<int[]> pairs(Margins margins) {
        List<int[]> pairs = new ArrayList<>();
        for (int x = 0; x < margins.size(); x++) {
            for (int y = 0; y < margins.size(); y++) {
                if (margins.beats(x, y)) {
                    pairs.add(new int[] {x, y});
                }
            }
        }
        return pairs;
    }

    /** Takes every strongest pair next, in turn. */
    private static void lock(
            Margins margins, List<int[]> locked, List<int[]> rest, boolean votes, boolean river, BitSet winners) {
        if (rest.isEmpty()) {
            for (int x = 0; x < margins.size(); x++) {
                int alternative = x;
                if (locked.stream().noneMatch(pair -> pair[1] == alternative)) {
                    winners.set(x);
                }
            }
            return;
        }
        for (int[] next : rest) {
            if (rest.stream().noneMatch(other -> stronger(margins, other, next, votes))) {
                List<int[]> fewer = new ArrayList<>(rest);
                fewer.remove(next);
                List<int[]> more = new ArrayList<>(locked);
                boolean twice = river && locked.stream().anyMatch(pair -> pair[1] == next[1]);
                if (!twice && !reaches(locked, next[1], next[0])) {
                    more.add(next);
                }
                lock(margins, more, fewer, votes, river, winners);
            }
        }
    }

    private static boolean stronger(Margins margins, int[] one, int[] other, boolean votes) {
        long first = margins.above(one[0], one[1]) - margins.above(other[0], other[1]);
        return (votes && first != 0) ? first > 0 : margins.margin(one[0], one[1]) > margins.margin(other[0], other[1]);
    }

    private static boolean reaches(List<int[]> locked, int from, int to) {
        return from == to || locked.stream().anyMatch(pair -> pair[0] == from && reaches(locked, pair[1], to));
    }
}
