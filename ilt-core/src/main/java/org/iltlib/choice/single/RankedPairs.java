package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Profile;
import org.iltlib.choice.TieBreak;
import org.iltlib.choice.TieBreaks;
import org.iltlib.choice.TieContext;

/**
 * Ranked pairs: majorities are locked in order of their strength, strongest first, except where one would close a cycle;
 * whoever no locked majority beats, wins. Strength is the margin, or the ballots of the winning side and then the
 * margin.
 *
 * <p>Equal strengths: either every order is followed, and whoever wins under one of them is a winner; or an order of the
 * alternatives, fixed or drawn by lot, decides (the majority of the earlier winner first, then over the later loser).
 * Pairs that are tied are not locked. Time: n² log n + n³ / 64 for a fixed order; following all orders is exponential in
 * the equal strengths that can close a cycle, and refused after 100,000 states.
 *
 * <p>Without equal strengths it is independent of clones; with them this is not promised, whoever settles them.
 *
 * <p>Source: T. N. Tideman (1987), Independence of clones as a criterion for voting rules, <i>Social Choice and
 * Welfare</i> 4, doi 10.1007/BF00433944.
 */
public final class RankedPairs implements PairwiseRule {
    private static final int MOST_STATES = 100_000;
    private static final RankedPairs ALL_ORDERS =
            new RankedPairs("ranked-pairs", PairwiseMethods::margin, m -> List.of());

    private final String rule;
    private final PairwiseMethods.Strength strength;
    private final Function<Margins, List<Integer>> order;

    private RankedPairs(String rule, PairwiseMethods.Strength strength, Function<Margins, List<Integer>> order) {
        this.rule = rule;
        this.strength = strength;
        this.order = order;
    }

    /** By margins, following every order of equal ones. */
    public static RankedPairs allOrders() {
        return ALL_ORDERS;
    }

    /**
     * By margins; a fixed order of all alternatives decides among equal ones.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public static RankedPairs withOrder(List<Integer> order) {
        return ALL_ORDERS.withFixedOrder(order);
    }

    /** A copy by the ballots of the winning side; of equal ones the greater margin goes first. */
    public RankedPairs withWinningVotes() {
        return new RankedPairs(
                rule.replace("ranked-pairs", "ranked-pairs-winning-votes"), PairwiseMethods::winningVotes, order);
    }

    /**
     * A copy in which a fixed order of all alternatives decides among equal strengths.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public RankedPairs withFixedOrder(List<Integer> fixed) {
        List<Integer> copy = List.copyOf(Checks.distinct(fixed, "order"));
        return new RankedPairs(rule + "-fixed-order", strength, margins -> copy);
    }

    /**
     * A copy in which an order of the alternatives drawn from a seed decides among equal strengths.
     *
     * @param seed as in {@link TieBreaks#lot}; the order depends on it and on the names alone
     */
    public RankedPairs withLot(String seed) {
        TieBreak lot = TieBreaks.lot(seed);
        return new RankedPairs(rule + "-lot", strength, margins -> {
            TieContext names =
                    new TieContext(Profile.builder(margins.alternatives()).build(), List.of());
            return lot.separate(PairwiseMethods.all(margins.size()), names).stream()
                    .flatMap(List::stream)
                    .toList();
        });
    }

    @Override
    public String ruleName() {
        return rule;
    }

    @Override
    public Set<Axiom> axioms() {
        return Set.of(
                Axiom.UNANIMITY,
                Axiom.PARETO,
                Axiom.MAJORITY,
                Axiom.CONDORCET,
                Axiom.SMITH,
                Axiom.CONDORCET_LOSER,
                Axiom.MONOTONICITY,
                Axiom.REVERSAL);
    }

    /**
     * Counts.
     *
     * @throws IllegalArgumentException if there are too many orders to follow, or the fixed order leaves one out
     */
    @Override
    public Count count(Margins margins) {
        List<List<int[]>> groups = groups(margins);
        BitSet winners = new BitSet();
        BitSet[] locked = new BitSet[margins.size()];
        for (int x = 0; x < locked.length; x++) {
            locked[x] = new BitSet();
        }
        follow(groups, 0, locked, winners, new HashSet<>());
        return Scores.count(
                ruleName(),
                margins.alternatives(),
                winners.stream().boxed().toList(),
                PairwiseMethods.copeland(margins, 1),
                "Wins in pairs, a tie counting half");
    }

    private List<List<int[]>> groups(Margins margins) {
        List<List<int[]>> groups = PairwiseMethods.groups(margins, strength);
        List<Integer> fixed = order.apply(margins);
        if (fixed.isEmpty()) {
            return groups;
        }
        for (int x = 0; x < margins.size(); x++) {
            Checks.require(fixed.contains(x), "The order leaves out alternative %s.", x);
        }
        List<List<int[]>> single = new ArrayList<>();
        for (List<int[]> group : groups) {
            group.sort((p, q) -> p[0] != q[0]
                    ? Integer.compare(fixed.indexOf(p[0]), fixed.indexOf(q[0]))
                    : Integer.compare(fixed.indexOf(q[1]), fixed.indexOf(p[1])));
            group.forEach(pair -> single.add(List.of(pair)));
        }
        return single;
    }

    /** Locks group after group; branches where equal margins can close a cycle together. */
    private void follow(List<List<int[]>> groups, int from, BitSet[] locked, BitSet winners, Set<State> seen) {
        for (int g = from; g < groups.size(); g++) {
            List<int[]> open = new ArrayList<>();
            for (int[] pair : groups.get(g)) {
                if (!locked[pair[0]].get(pair[1]) && !locked[pair[1]].get(pair[0])) {
                    open.add(pair);
                }
            }
            BitSet[] together = copy(locked);
            open.forEach(pair -> lock(together, pair));
            List<int[]> doubtful = new ArrayList<>();
            for (int[] pair : open) {
                if (together[pair[1]].get(pair[0])) {
                    doubtful.add(pair);
                } else {
                    lock(locked, pair);
                }
            }
            if (!doubtful.isEmpty()) {
                for (int[] pair : doubtful) {
                    BitSet[] branch = copy(locked);
                    lock(branch, pair);
                    if (seen.add(new State(g, List.of(branch)))) {
                        Checks.require(
                                seen.size() <= MOST_STATES,
                                "Equal margins leave more than %s states to follow. Maybe use a fixed order.",
                                MOST_STATES);
                        follow(groups, g, branch, winners, seen);
                    }
                }
                return;
            }
        }
        BitSet beaten = new BitSet();
        for (BitSet row : locked) {
            beaten.or(row);
        }
        winners.or(complement(beaten, locked.length));
    }

    private static BitSet complement(BitSet set, int n) {
        BitSet rest = new BitSet();
        rest.set(0, n);
        rest.andNot(set);
        return rest;
    }

    /** Adds a pair and whatever follows from it. */
    private static void lock(BitSet[] locked, int[] pair) {
        for (int x = 0; x < locked.length; x++) {
            if (x == pair[0] || locked[x].get(pair[0])) {
                locked[x].set(pair[1]);
                locked[x].or(locked[pair[1]]);
            }
        }
    }

    private static BitSet[] copy(BitSet[] rows) {
        BitSet[] copy = new BitSet[rows.length];
        for (int x = 0; x < rows.length; x++) {
            copy[x] = (BitSet) rows[x].clone();
        }
        return copy;
    }

    private record State(int group, List<BitSet> locked) {
        private State {
            Objects.requireNonNull(locked);
        }
    }
}
