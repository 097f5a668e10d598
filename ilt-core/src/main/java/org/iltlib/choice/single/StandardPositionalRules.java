package org.iltlib.choice.single;

import static org.iltlib.choice.single.Axiom.CLONES;
import static org.iltlib.choice.single.Axiom.CONDORCET;
import static org.iltlib.choice.single.Axiom.CONDORCET_LOSER;
import static org.iltlib.choice.single.Axiom.CONSISTENCY;
import static org.iltlib.choice.single.Axiom.MAJORITY;
import static org.iltlib.choice.single.Axiom.MONOTONICITY;
import static org.iltlib.choice.single.Axiom.PARETO;
import static org.iltlib.choice.single.Axiom.PARTICIPATION;
import static org.iltlib.choice.single.Axiom.POSITIVE_INVOLVEMENT;
import static org.iltlib.choice.single.Axiom.REVERSAL;
import static org.iltlib.choice.single.Axiom.SMITH;
import static org.iltlib.choice.single.Axiom.UNANIMITY;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.choice.Count;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieChain;

/** The rules that look at places on ballots and need no options. */
enum StandardPositionalRules implements SingleWinnerRule {
    PLURALITY(
            "plurality",
            Set.of(UNANIMITY, PARETO, MAJORITY, MONOTONICITY, POSITIVE_INVOLVEMENT, PARTICIPATION, CONSISTENCY),
            p -> Scores.count("plurality", p.alternatives(), firsts(p), "First places")),
    TWO_ROUND(
            "two-round",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET_LOSER, POSITIVE_INVOLVEMENT),
            StandardPositionalRules::twoRound),
    BUCKLIN("bucklin", Set.of(UNANIMITY, PARETO, MAJORITY, MONOTONICITY), p -> bucklin("bucklin", p, false)),
    BUCKLIN_SIMPLIFIED(
            "bucklin-simplified",
            Set.of(UNANIMITY, PARETO, MAJORITY, MONOTONICITY),
            p -> bucklin("bucklin-simplified", p, true)),
    COOMBS("coombs", Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET_LOSER), StandardPositionalRules::coombs),
    BORDA(
            "borda",
            Set.of(
                    UNANIMITY,
                    PARETO,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION,
                    CONSISTENCY),
            p -> borda("borda", p, Places.Partial.AVERAGE)),
    BORDA_ZERO(
            "borda-zero",
            Set.of(
                    UNANIMITY,
                    PARETO,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION,
                    CONSISTENCY),
            p -> borda("borda-zero", p, Places.Partial.ZERO)),
    BORDA_MODIFIED(
            "borda-modified",
            Set.of(
                    UNANIMITY,
                    PARETO,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION,
                    CONSISTENCY),
            p -> borda("borda-modified", p, Places.Partial.MODIFIED)),
    BORDA_COMPLETE(
            "borda-complete",
            Set.of(
                    UNANIMITY,
                    PARETO,
                    CONDORCET_LOSER,
                    MONOTONICITY,
                    REVERSAL,
                    POSITIVE_INVOLVEMENT,
                    PARTICIPATION,
                    CONSISTENCY),
            p -> borda("borda-complete", p, Places.Partial.REFUSE)),
    DOWDALL(
            "dowdall",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, POSITIVE_INVOLVEMENT, PARTICIPATION, CONSISTENCY),
            p -> Scores.count("dowdall", p.alternatives(), Places.dowdall(p, false), "Points, one over the rank")),
    DOWDALL_AVERAGE(
            "dowdall-average",
            Set.of(UNANIMITY, PARETO, MONOTONICITY, POSITIVE_INVOLVEMENT, PARTICIPATION, CONSISTENCY),
            p -> Scores.count(
                    "dowdall-average", p.alternatives(), Places.dowdall(p, true), "Points, one over the rank")),
    BLACK(
            "black",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, CONDORCET_LOSER, MONOTONICITY, REVERSAL),
            StandardPositionalRules::black),
    SMITH_IRV(
            "smith-irv",
            Set.of(UNANIMITY, PARETO, MAJORITY, CONDORCET, SMITH, CONDORCET_LOSER, CLONES),
            StandardPositionalRules::smithIrv);

    private final String rule;
    private final Set<Axiom> axioms;
    private final Function<Profile, Count> method;

    StandardPositionalRules(String rule, Set<Axiom> axioms, Function<Profile, Count> method) {
        this.rule = rule;
        this.axioms = axioms;
        this.method = method;
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Set<Axiom> axioms() {
        return axioms;
    }

    @Override
    public Count count(Profile profile) {
        return method.apply(profile);
    }

    @Override
    public SingleWinnerRule withTies(TieChain chain) {
        return switch (this) {
            case COOMBS -> new Chained(this, p -> coombs(p, EliminationTies.CHAIN, chain));
            case SMITH_IRV ->
                new Chained(this, p -> smithIrv(p, InstantRunoff.withDefaults().withTies(chain)));
            default -> this;
        };
    }

    /** A rule of these in which a chain chooses who of the lowest leaves. */
    private record Chained(StandardPositionalRules rule, Function<Profile, Count> method) implements SingleWinnerRule {
        @Override
        public String ruleName() {
            return rule.ruleName();
        }

        @Override
        public Set<Axiom> axioms() {
            return rule.axioms();
        }

        @Override
        public Count count(Profile profile) {
            return method.apply(profile);
        }

        @Override
        public SingleWinnerRule withTies(TieChain chain) {
            return rule.withTies(chain);
        }
    }

    private static BitSet all(Profile profile) {
        BitSet all = new BitSet();
        all.set(0, profile.size());
        return all;
    }

    private static List<Rational> firsts(Profile profile) {
        return new TopChoices(profile, Overvotes.SHARE, Integer.MAX_VALUE).tally(all(profile));
    }

    private static Count borda(String rule, Profile profile, Places.Partial partial) {
        return Scores.count(rule, profile.alternatives(), Places.borda(profile, partial), "Borda points");
    }

    private static Count twoRound(Profile profile) {
        List<Rational> tops = firsts(profile);
        Rational total = tops.stream().reduce(Rational.ZERO, Rational::plus);
        Rational best = tops.get(Scores.highest(tops).get(0));
        BitSet winners = new BitSet();
        List<CountRound> rounds = new ArrayList<>();
        if (best.times(2).compareTo(total) > 0 || profile.size() == 1) {
            Scores.highest(tops).forEach(winners::set);
        } else {
            for (List<Integer> pair : pairs(tops)) {
                BitSet two = new BitSet();
                pair.forEach(two::set);
                List<Rational> second = new TopChoices(profile, Overvotes.SHARE, Integer.MAX_VALUE).tally(two);
                pair.stream()
                        .filter(x -> pair.stream().allMatch(y -> second.get(x).compareTo(second.get(y)) >= 0))
                        .forEach(winners::set);
                rounds.add(new CountRound(
                        second,
                        total.minus(second.stream().reduce(Rational.ZERO, Rational::plus)),
                        "Second round of " + profile.alternatives().get(pair.get(0)) + " and "
                                + profile.alternatives().get(pair.get(1)) + "."));
            }
        }
        Count count = Scores.count(
                "two-round", profile.alternatives(), winners.stream().boxed().toList(), tops, "First places");
        return count.toBuilder()
                .addAllRounds(rounds)
                .sharedRounds(rounds.size() > 1 ? OptionalInt.of(1) : OptionalInt.empty())
                .build();
    }

    /** Every pair that can be the two highest. */
    private static List<List<Integer>> pairs(List<Rational> tops) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int x = 0; x < tops.size(); x++) {
            for (int y = x + 1; y < tops.size(); y++) {
                Rational least = tops.get(x).min(tops.get(y));
                Rational most = tops.get(x).equals(least) ? tops.get(y) : tops.get(x);
                long above = tops.stream().filter(t -> t.compareTo(least) > 0).count();
                boolean second = above == 0 || (above == 1 && most.compareTo(least) > 0);
                if (second) {
                    pairs.add(List.of(x, y));
                }
            }
        }
        return pairs;
    }

    private static Count bucklin(String rule, Profile profile, boolean everyMajority) {
        Rational total = profile.inBallots(profile.totalWeight());
        List<CountRound> rounds = new ArrayList<>();
        List<Integer> winners = List.of();
        for (List<Rational> depth : Places.depths(profile)) {
            winners = Scores.highest(depth);
            rounds.add(new CountRound(depth, Rational.ZERO, "Counted down to rank " + (rounds.size() + 1) + "."));
            if (depth.get(winners.get(0)).times(2).compareTo(total) > 0) {
                winners = everyMajority
                        ? PairwiseMethods.where(
                                depth.size(), x -> depth.get(x).times(2).compareTo(total) > 0)
                        : winners;
                break;
            }
        }
        List<Rational> last = rounds.get(rounds.size() - 1).tallies();
        return Scores.count(rule, profile.alternatives(), winners, last, "Ballots down to rank " + rounds.size())
                .toBuilder()
                .rounds(rounds)
                .build();
    }

    private static Count coombs(Profile profile) {
        return coombs(profile, EliminationTies.ALL_ORDERS, TieChain.of());
    }

    private static Count coombs(Profile profile, EliminationTies ties, TieChain chain) {
        TopChoices choices = new TopChoices(profile, Overvotes.SHARE, Integer.MAX_VALUE);
        return new Elimination("coombs", profile, ties, chain, false, false)
                .count(all(profile), new Elimination.Scoring.Last(profile, choices), false);
    }

    private static Count black(Profile profile) {
        Optional<Integer> winner = Margins.of(profile).findCondorcetWinner();
        Count borda = borda("black", profile, Places.Partial.AVERAGE);
        return winner.map(x -> Scores.count(
                        "black",
                        profile.alternatives(),
                        List.of(x),
                        borda.rounds().get(0).tallies(),
                        "It beats every other in pairs. Borda points"))
                .orElse(borda);
    }

    private static Count smithIrv(Profile profile) {
        return smithIrv(profile, InstantRunoff.withDefaults());
    }

    private static Count smithIrv(Profile profile, InstantRunoff runoff) {
        Count count = runoff.count(profile, Tournament.smith(Margins.of(profile)));
        return count.toBuilder().rule("smith-irv").build();
    }
}
