package org.iltlib.choice.tabulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.single.InstantRunoff;
import org.iltlib.choice.single.Overvotes;

/** Laws of counting in rounds, on random ballots with every kind of mistake. */
class TabulationProperties {
    private static final List<String> NAMES = List.of("Ida", "Uri", "Noor", "Ben", MarkedBallots.UNDECLARED_WRITE_INS);

    @Provide
    Arbitrary<MarkedBallots> ballots() {
        Arbitrary<List<Integer>> rank = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(0, 4).map(List::of)),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.integers().between(0, 4).list().ofSize(2).map(List::copyOf)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(List.<Integer>of())),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(List.of(MarkedBallot.OVERVOTE))));
        return rank.list()
                .ofMaxSize(5)
                .map(MarkedBallot::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(list -> {
                    MarkedBallots.Builder builder = MarkedBallots.builder(NAMES);
                    list.forEach(ballot -> builder.add(ballot, 1));
                    return builder.build();
                });
    }

    @Provide
    Arbitrary<TabulationRules> rules() {
        Arbitrary<TabulationRules> plain = Combinators.combine(
                        Arbitraries.of(ElectionMode.values()),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(VoteThreshold.values()),
                        Arbitraries.of(
                                Overvotes.SKIP_RANK, Overvotes.EXHAUST, Overvotes.EXHAUST_IF_MULTIPLE_CONTINUING),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(
                                DrawnTies.candidateOrder(),
                                DrawnTies.random(5),
                                DrawnTies.shuffledOrder(7),
                                DrawnTies.earlierRoundsThenRandom(9)))
                .as((mode, seats, threshold, overvotes, skipped, decimals, repeats, ties) -> TabulationRules.builder()
                        .mode(mode)
                        .seats(mode == ElectionMode.MAJORITY ? 1 : seats)
                        .threshold(threshold)
                        .share(Rational.of(1, seats + 2))
                        .overvotes(overvotes)
                        .mostSkipped(skipped)
                        .decimals(decimals)
                        .repeatsExhaust(repeats)
                        .ties(ties)
                        .build());
        return Combinators.combine(
                        plain, Arbitraries.of(true, false), Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as((rules, toTwo, batches, fixed) -> {
                    boolean single = rules.mode() == ElectionMode.MAJORITY || rules.mode() == ElectionMode.PASSES;
                    return rules.toBuilder()
                            .toTwo(single && toTwo)
                            .batches(single && batches)
                            .fixedByFirstRound(fixed)
                            .allUnderShareLeave(batches)
                            .build();
                });
    }

    @Property(tries = 300)
    void everyVoteIsSomewhereInEveryRound(
            @ForAll("ballots") MarkedBallots ballots, @ForAll("rules") TabulationRules rules) {
        for (TabulationPass pass : rules.count(ballots).passes()) {
            for (TabulationRound round : pass.rounds()) {
                assertThat(round.tallies().values().stream()
                                .reduce(round.inactive().total().plus(round.residue()), Rational::plus))
                        .isEqualTo(Rational.of(ballots.total()));
                assertThat(round.tallies().values()).noneMatch(votes -> votes.signum() < 0);
            }
        }
    }

    @Property(tries = 300)
    void everySeatIsFilledAndNoneTwice(
            @ForAll("ballots") MarkedBallots ballots, @ForAll("rules") TabulationRules rules) {
        List<String> elected = rules.count(ballots).elected();
        assertThat(new HashSet<>(elected)).hasSameSizeAs(elected).doesNotContain(MarkedBallots.UNDECLARED_WRITE_INS);
        if (rules.mode() != ElectionMode.BOTTOMS_UP_TO_SHARE) {
            assertThat(elected).hasSize(Math.min(rules.seats(), 4));
        }
    }

    @Property(tries = 300)
    void everyRoundElectsOrEliminatesOrIsTheLast(
            @ForAll("ballots") MarkedBallots ballots, @ForAll("rules") TabulationRules rules) {
        for (TabulationPass pass : rules.count(ballots).passes()) {
            for (TabulationRound round : pass.rounds().subList(0, pass.rounds().size() - 1)) {
                assertThat(round.elected().isEmpty())
                        .isNotEqualTo(round.eliminated().isEmpty());
            }
        }
    }

    /** The order in which ballots lie in the box changes nothing; nor does counting everything three times but fractions. */
    @Property(tries = 300)
    void ballotsInAnotherOrderGiveTheSameRounds(
            @ForAll("ballots") MarkedBallots ballots,
            @ForAll("rules") TabulationRules rules,
            @ForAll @LongRange long seed) {
        List<MarkedBallot> list = new ArrayList<>(ballots.ballots().keySet());
        java.util.Collections.shuffle(list, new Random(seed));
        MarkedBallots.Builder shuffled = MarkedBallots.builder(NAMES);
        list.forEach(ballot -> shuffled.add(ballot, ballots.ballots().get(ballot)));
        assertThat(rules.count(shuffled.build()).passes())
                .isEqualTo(rules.count(ballots).passes());
    }

    /** On ballots without mistakes this is plain instant runoff, which is written independently in another room. */
    @Property(tries = 300)
    void ballotsWithoutMistakesAreCountedAsInstantRunoff(
            @ForAll("strict") List<Ranking> rankings, @ForAll boolean batches, @ForAll boolean toTwo) {
        List<String> names = NAMES.subList(0, 4);
        MarkedBallots.Builder marked = MarkedBallots.builder(names);
        Profile.Builder profile = Profile.builder(names);
        rankings.forEach(ranking -> {
            marked.add(new MarkedBallot(ranking.ranks()), 1);
            profile.add(ranking, 1);
        });
        List<String> ours = TabulationRules.builder()
                .batches(batches)
                .toTwo(toTwo)
                .build()
                .count(marked.build())
                .elected();
        InstantRunoff runoff = InstantRunoff.withDefaults().withTies(TieChain.of(TieBreaks.order(List.of(0, 1, 2, 3))));
        assertThat(ours)
                .containsExactly(
                        names.get(runoff.count(profile.build()).winners().get(0)));
    }

    @Provide
    Arbitrary<List<Ranking>> strict() {
        return Arbitraries.shuffle(0, 1, 2, 3)
                .flatMap(order -> Arbitraries.integers().between(1, 4).map(length -> order.subList(0, length)))
                .map(order -> Ranking.of(order.stream().mapToInt(x -> x).toArray()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** The threshold is beyond reach of more candidates than there are seats. */
    @Property(tries = 300)
    void noMoreCanReachAThresholdThanThereAreSeats(
            @ForAll VoteThreshold threshold,
            @ForAll @LongRange(min = 1, max = 1_000_000) long votes,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 20) int seats,
            @ForAll("units") long unit) {
        long needed = threshold.of(votes * unit, seats, unit);
        assertThat(Math.multiplyExact(needed, seats + 1L)).isGreaterThan(votes * unit);
        Set<VoteThreshold> hare = Set.of(VoteThreshold.WHOLE_HARE, VoteThreshold.DECIMAL_HARE);
        assertThat(needed * seats >= votes * unit || !hare.contains(threshold)).isTrue();
    }

    @Provide
    Arbitrary<Long> units() {
        return Arbitraries.of(1L, 10L, 10_000L, 1_000_000L);
    }
}
