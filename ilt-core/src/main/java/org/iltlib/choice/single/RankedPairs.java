package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;

/**
 * Ranked pairs: majorities are locked in order of their margins, strongest first, except where one would close a cycle;
 * whoever no locked majority beats, wins.
 *
 * <p>Equal margins: either every order is followed, and whoever wins under one of them is a winner; or a fixed order of
 * the alternatives decides (the majority of the earlier winner first, then over the later loser). Pairs that are tied
 * are not locked. Time: n² log n + n³ / 64 for a fixed order; following all orders is exponential in the equal margins
 * that can close a cycle, and refused after 100,000 states.
 *
 * <p>Source: T. N. Tideman (1987), Independence of clones as a criterion for voting rules, <i>Social Choice and
 * Welfare</i> 4, doi 10.1007/BF00433944.
 */
public final class RankedPairs implements PairwiseRule {
    private static final int MOST_STATES = 100_000;
    private static final RankedPairs ALL_ORDERS = new RankedPairs(Optional.empty());

    private final Optional<List<Integer>> order;

    private RankedPairs(Optional<List<Integer>> order) {
        this.order = order;
    }

    /** Follows every order of equal margins. */
    public static RankedPairs allOrders() {
        return ALL_ORDERS;
    }

    /**
     * Lets a fixed order of all alternatives decide among equal margins.
     *
     * @throws IllegalArgumentException if one stands twice
     */
    public static RankedPairs withOrder(List<Integer> order) {
        return new RankedPairs(Optional.of(List.copyOf(Checks.distinct(order, "order"))));
    }

    @Override
    public String ruleName() {
        return order.isPresent() ? "ranked-pairs-fixed-order" : "ranked-pairs";
    }

    @Override
    public Set<Axiom> axioms() {
        return Set.of(
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
        List<int[]> pairs = new ArrayList<>();
        for (int x = 0; x < margins.size(); x++) {
            for (int y = 0; y < margins.size(); y++) {
                if (margins.beats(x, y)) {
                    pairs.add(new int[] {x, y});
                }
            }
        }
        order.ifPresent(fixed -> {
            for (int x = 0; x < margins.size(); x++) {
                Checks.require(fixed.contains(x), "The order leaves out alternative %s.", x);
            }
            pairs.sort((p, q) -> p[0] != q[0]
                    ? Integer.compare(fixed.indexOf(p[0]), fixed.indexOf(q[0]))
                    : Integer.compare(fixed.indexOf(q[1]), fixed.indexOf(p[1])));
        });
        pairs.sort((p, q) -> Long.compare(margins.margin(q[0], q[1]), margins.margin(p[0], p[1])));
        List<List<int[]>> groups = new ArrayList<>();
        long last = -1;
        for (int[] pair : pairs) {
            long margin = margins.margin(pair[0], pair[1]);
            if (groups.isEmpty() || margin != last || order.isPresent()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(pair);
            last = margin;
        }
        return groups;
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
