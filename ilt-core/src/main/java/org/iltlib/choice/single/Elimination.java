package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Count;
import org.iltlib.choice.CountRound;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;
import org.iltlib.choice.TieChain;
import org.iltlib.choice.TieContext;
import org.iltlib.choice.TieNote;

/** The loop of the rules that eliminate round by round; rounds reported are those of the first order followed. */
final class Elimination {
    private static final int MOST_SETS = 100_000;

    /** How the alternatives that continue are judged. */
    sealed interface Scoring {
        /** Ballots held; more than half elects. */
        List<Rational> tops(BitSet continuing);

        /** The fewest of these leaves. */
        List<Rational> merits(BitSet continuing, List<Rational> tops);

        /** One that can go on separately. */
        Scoring copy();

        /** By ballots held. */
        record Top(TopChoices choices) implements Scoring {
            @Override
            public List<Rational> tops(BitSet continuing) {
                return choices.tally(continuing);
            }

            @Override
            public List<Rational> merits(BitSet continuing, List<Rational> tops) {
                return tops;
            }

            @Override
            public Scoring copy() {
                return new Top(choices.copy());
            }
        }

        /** By last places, fewer is better. */
        record Last(Profile profile, TopChoices choices) implements Scoring {
            @Override
            public List<Rational> tops(BitSet continuing) {
                return choices.tally(continuing);
            }

            @Override
            public List<Rational> merits(BitSet continuing, List<Rational> tops) {
                return Places.last(profile, continuing).stream()
                        .map(Rational::negate)
                        .toList();
            }

            @Override
            public Scoring copy() {
                return new Last(profile, choices.copy());
            }
        }
    }

    private final String rule;
    private final Profile profile;
    private final EliminationTies ties;
    private final TieChain chain;
    private final boolean batch;
    private final boolean toTwo;
    private final List<CountRound> rounds = new ArrayList<>();
    private final List<TieNote> notes = new ArrayList<>();
    private final Map<BitSet, BitSet> known = new HashMap<>();
    private OptionalInt shared = OptionalInt.empty();
    private boolean told;

    Elimination(String rule, Profile profile, EliminationTies ties, TieChain chain, boolean batch, boolean toTwo) {
        this.rule = rule;
        this.profile = profile;
        this.ties = ties;
        this.chain = chain;
        this.batch = batch;
        this.toTwo = toTwo;
    }

    Count count(BitSet standing, Scoring scoring, boolean allValid) {
        Rational base = allValid ? sum(scoring.copy().tops(standing)) : Rational.ZERO;
        BitSet winners = follow((BitSet) standing.clone(), scoring, base);
        List<Integer> list = winners.stream().boxed().toList();
        Explanation why = Explanation.of("%s", Scores.sentence(profile.alternatives(), list));
        for (int r = 0; r < rounds.size(); r++) {
            why = why.because("%s", "Round " + (r + 1) + ": " + rounds.get(r).action());
        }
        return Count.builder()
                .rule(rule)
                .alternatives(profile.alternatives())
                .winners(list)
                .rounds(rounds)
                .sharedRounds(shared)
                .ties(notes)
                .why(why)
                .build();
    }

    /** Everyone who can win from here. A base of zero stands for the ballots that still count. */
    private BitSet follow(BitSet continuing, Scoring scoring, Rational base) {
        BitSet early = new BitSet();
        while (true) {
            List<Rational> tops = scoring.tops(continuing);
            Rational active = sum(tops);
            Rational half = base.signum() == 0 ? active : base;
            int leader = leader(continuing, tops);
            boolean majority = tops.get(leader).times(2).compareTo(half) > 0;
            if (majority && early.isEmpty()) {
                early.set(leader);
            }
            if (continuing.cardinality() == 1 || (!early.isEmpty() && (!toTwo || continuing.cardinality() == 2))) {
                BitSet winners = early.isEmpty() ? continuing : early;
                tell(tops, active, names(winners) + (winners.cardinality() > 1 ? " win." : " wins."));
                told = true;
                return winners;
            }
            List<Rational> merits = scoring.merits(continuing, tops);
            BitSet leaving = leaving(continuing, merits);
            if (leaving.cardinality() > 1
                    && ties == EliminationTies.ALL_ORDERS
                    && !batchable(continuing, merits, leaving)) {
                tell(tops, active, "Tied for elimination: " + names(leaving) + ". Every order is followed.");
                if (!told) {
                    notes.add(new TieNote(list(leaving), list(leaving), "every order followed"));
                }
                if (shared.isEmpty()) {
                    shared = OptionalInt.of(rounds.size());
                }
                return fork(continuing, leaving, scoring, base, early);
            }
            if (leaving.cardinality() > 1 && ties == EliminationTies.CHAIN && !batchable(continuing, merits, leaving)) {
                tell(tops, active, "Tied for elimination: " + names(leaving) + ".");
                TieNote note = chain.worst(list(leaving), new TieContext(profile, rounds));
                notes.add(note);
                rounds.remove(rounds.size() - 1);
                leaving = new BitSet();
                note.kept().forEach(leaving::set);
            }
            if (leaving.equals(continuing)) {
                tell(tops, active, names(leaving) + " are tied.");
                told = true;
                return early.isEmpty() ? continuing : early;
            }
            tell(tops, active, names(leaving) + (leaving.cardinality() > 1 ? " leave." : " leaves."));
            continuing.andNot(leaving);
        }
    }

    private BitSet fork(BitSet continuing, BitSet leaving, Scoring scoring, Rational base, BitSet early) {
        if (!early.isEmpty()) {
            return early;
        }
        BitSet winners = new BitSet();
        for (int x : list(leaving)) {
            BitSet rest = (BitSet) continuing.clone();
            rest.clear(x);
            BitSet found = known.get(rest);
            if (found == null) {
                if (known.size() >= MOST_SETS) {
                    throw new IllegalArgumentException("Ties for elimination leave more than " + MOST_SETS
                            + " sets of alternatives to follow. Maybe use a tie chain.");
                }
                found = follow((BitSet) rest.clone(), scoring.copy(), base);
                known.put(rest, found);
            }
            winners.or(found);
        }
        return winners;
    }

    /** The lowest; with batches, the largest group that together has fewer than the next. */
    private BitSet leaving(BitSet continuing, List<Rational> merits) {
        List<Integer> rising = continuing.stream()
                .boxed()
                .sorted(java.util.Comparator.comparing(merits::get))
                .toList();
        BitSet lowest = new BitSet();
        rising.stream()
                .filter(x -> merits.get(x).equals(merits.get(rising.get(0))))
                .forEach(lowest::set);
        if (batch) {
            BitSet group = new BitSet();
            BitSet largest = lowest;
            Rational together = Rational.ZERO;
            for (int i = 0; i + 1 < rising.size(); i++) {
                group.set(rising.get(i));
                together = together.plus(merits.get(rising.get(i)));
                if (together.compareTo(merits.get(rising.get(i + 1))) < 0
                        && group.cardinality() >= lowest.cardinality()) {
                    largest = (BitSet) group.clone();
                }
            }
            return largest;
        }
        return lowest;
    }

    /** Whether these leave before anyone else in every order: together they hold fewer than the next. */
    private boolean batchable(BitSet continuing, List<Rational> merits, BitSet leaving) {
        Rational together = Rational.ZERO;
        for (int x : list(leaving)) {
            if (merits.get(x).signum() < 0) {
                return false;
            }
            together = together.plus(merits.get(x));
        }
        Rational sum = together;
        return !leaving.equals(continuing)
                && continuing.stream().allMatch(x -> leaving.get(x) || sum.compareTo(merits.get(x)) < 0);
    }

    private void tell(List<Rational> tops, Rational active, String action) {
        if (!told) {
            Rational first = rounds.isEmpty()
                    ? profile.inBallots(profile.totalWeight())
                    : sum(rounds.get(0).tallies()).plus(rounds.get(0).exhausted());
            rounds.add(new CountRound(tops, first.minus(active), action));
        }
    }

    private String names(BitSet set) {
        return set.stream().mapToObj(profile.alternatives()::get).collect(Collectors.joining(", "));
    }

    private static int leader(BitSet continuing, List<Rational> tops) {
        int leader = continuing.nextSetBit(0);
        for (int x : list(continuing)) {
            leader = tops.get(x).compareTo(tops.get(leader)) > 0 ? x : leader;
        }
        return leader;
    }

    private static List<Integer> list(BitSet set) {
        return set.stream().boxed().toList();
    }

    private static Rational sum(List<Rational> parts) {
        return parts.stream().reduce(Rational.ZERO, Rational::plus);
    }
}
