package org.iltlib.choice.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Count;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.TieBreak;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.junit.jupiter.api.Test;

/** A tie-break that knows no order of alternatives settles a tie alike however they are listed. */
class SettledTieProperties {
    private static final List<TieBreak> ORDER_FREE = List.of(
            TieBreaks.PREVIOUS_ROUNDS,
            TieBreaks.EARLIEST_ROUNDS,
            TieBreaks.FIRST_PREFERENCES,
            TieBreaks.HEAD_TO_HEAD,
            TieBreaks.lot("agreed before"));

    @Property(tries = 150)
    void relabellingPermutesTheSettledWinners(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 6) int ballots) {
        Random random = new Random(seed);
        List<List<Integer>> orders = new ArrayList<>();
        for (int b = 0; b < ballots; b++) {
            orders.add(shuffled(n, random).subList(0, 1 + random.nextInt(n)));
        }
        List<Integer> place = shuffled(n, random);
        Profile one = profile(orders, List.of(), n);
        Profile other = profile(orders, place, n);
        for (SingleWinnerRule rule : SingleWinnerRules.all()) {
            if (rule.ruleName().equals("borda-complete")) {
                continue;
            }
            for (TieBreak step : ORDER_FREE) {
                TieChain chain = TieChain.of(step);
                String as = rule.ruleName() + " " + step + " " + orders + " " + place;
                assertThat(rule.count(other).settled(chain, other).winnerNames())
                        .as(as)
                        .containsExactlyInAnyOrderElementsOf(
                                rule.count(one).settled(chain, one).winnerNames());
                assertThat(rule.withTies(chain)
                                .count(other)
                                .settled(chain, other)
                                .winnerNames())
                        .as("chain " + as)
                        .containsExactlyInAnyOrderElementsOf(rule.withTies(chain)
                                .count(one)
                                .settled(chain, one)
                                .winnerNames());
            }
        }
    }

    @Property(tries = 100)
    void relabellingPermutesTheSettledWinnersByGrades(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 5) int ballots) {
        Random random = new Random(seed);
        List<Integer> place = shuffled(n, random);
        GradeProfile.Builder one = GradeProfile.builder(names(n, List.of()), 2);
        GradeProfile.Builder other = GradeProfile.builder(names(n, place), 2);
        for (int b = 0; b < ballots; b++) {
            int[] grades = random.ints(n, 0, 3).toArray();
            int[] moved = new int[n];
            IntStream.range(0, n).forEach(x -> moved[place.get(x)] = grades[x]);
            one.add(1, grades);
            other.add(1, moved);
        }
        GradeProfile first = one.build();
        GradeProfile second = other.build();
        for (GradeRule rule : GradeRules.all()) {
            for (TieBreak step : ORDER_FREE) {
                TieChain chain = TieChain.of(step);
                assertThat(rule.count(second).settled(chain, second.toProfile()).winnerNames())
                        .as(rule.ruleName() + " " + step)
                        .containsExactlyInAnyOrderElementsOf(rule.count(first)
                                .settled(chain, first.toProfile())
                                .winnerNames());
            }
        }
    }

    /** By hand: two against two is the same from either side, whoever is listed first. */
    @Test
    void aPerfectTieStaysTied() {
        Profile profile = Profile.builder(List.of("A", "B"))
                .add(Ranking.of(0, 1), 2)
                .add(Ranking.of(1, 0), 2)
                .build();
        TieChain chain = TieChain.of(TieBreaks.PREVIOUS_ROUNDS);
        for (SingleWinnerRule rule : SingleWinnerRules.all()) {
            assertThat(rule.count(profile).settled(chain, profile).winners())
                    .as(rule.ruleName())
                    .containsExactly(0, 1);
            assertThat(rule.withTies(chain).count(profile).winners())
                    .as("with a chain, " + rule.ruleName())
                    .containsExactly(0, 1);
        }
    }

    /** By hand: a and b have most last places, 2 each; the chain keeps the one with more first places, a.
     * In the cycle the order lets a leave, whose ballots go to b. */
    @Test
    void coombsAndSmithIrvAskTheChainWhoLeaves() {
        Profile profile = Profile.builder(List.of("a", "b", "c"))
                .add(Ranking.of(0, 2, 1), 2)
                .add(Ranking.of(2, 1, 0), 1)
                .add(Ranking.of(1, 2, 0), 1)
                .build();
        TieChain chain = TieChain.of(TieBreaks.FIRST_PREFERENCES);
        Count coombs = SingleWinnerRules.COOMBS.withTies(chain).count(profile);
        assertThat(coombs.ties().get(0).kept()).containsExactly(1);
        assertThat(coombs.ties().get(0).how()).isEqualTo("separated by first preferences");
        Profile cycle = Profile.builder(List.of("a", "b", "c", "d"))
                .add(Ranking.of(0, 1, 2), 2)
                .add(Ranking.of(1, 2, 0), 2)
                .add(Ranking.of(2, 0, 1), 2)
                .build();
        Count smith = SingleWinnerRules.SMITH_IRV
                .withTies(TieChain.of(TieBreaks.order(List.of(2, 1, 0))))
                .count(cycle);
        assertThat(smith.rule()).isEqualTo("smith-irv");
        assertThat(smith.winners()).containsExactly(1);
        assertThat(SingleWinnerRules.SMITH_IRV.withTies(chain).ruleName()).isEqualTo("smith-irv");
        assertThat(SingleWinnerRules.SMITH_IRV.withTies(chain).axioms())
                .isEqualTo(SingleWinnerRules.SMITH_IRV.axioms());
        assertThat(SingleWinnerRules.BORDA.withTies(chain)).isSameAs(SingleWinnerRules.BORDA);
    }

    private static List<Integer> shuffled(int n, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    /** Alternative x stands at place x of the list, or at x where there is no list. */
    private static Profile profile(List<List<Integer>> orders, List<Integer> place, int n) {
        Profile.Builder builder = Profile.builder(names(n, place));
        for (List<Integer> order : orders) {
            builder.add(
                    new Ranking(order.stream()
                            .map(x -> List.of(place.isEmpty() ? x : place.get(x)))
                            .toList()),
                    1);
        }
        return builder.build();
    }

    private static List<String> names(int n, List<Integer> place) {
        return IntStream.range(0, n)
                .mapToObj(x -> "x" + (place.isEmpty() ? x : place.indexOf(x)))
                .toList();
    }
}
