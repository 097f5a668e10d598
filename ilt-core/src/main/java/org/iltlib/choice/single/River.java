package org.iltlib.choice.single;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.choice.Count;
import org.iltlib.choice.Margins;

/**
 * River: as {@linkplain RankedPairs ranked pairs}, but nobody is locked below more than one other, so that what is
 * locked is a tree; whoever no locked majority beats, wins. Its result is shown with one majority for each loser.
 *
 * <p>Majorities are taken in order of margins; every order of equal ones is followed, and whoever wins under one of
 * them is a winner. Without equal margins it is independent of clones; with them this is not promised. Exponential in equal margins that exclude one another; refused after 100,000 states.
 *
 * <p>Source: J. Heitzig (2004), election-methods mailing list; M. Döring, M. Brill and J. Heitzig (2025), The River
 * method.
 */
public final class River implements PairwiseRule {
    private static final int MOST_STATES = 100_000;
    private static final River INSTANCE = new River();

    private River() {}

    /** The rule; it has no options. */
    public static River allOrders() {
        return INSTANCE;
    }

    @Override
    public String ruleName() {
        return "river";
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
     * @throws IllegalArgumentException if there are too many orders to follow
     */
    @Override
    public Count count(Margins margins) {
        int[] above = new int[margins.size()];
        Arrays.fill(above, -1);
        BitSet winners = new BitSet();
        follow(PairwiseMethods.groups(margins, PairwiseMethods::margin), 0, above, winners, new HashSet<>());
        return Scores.count(
                ruleName(),
                margins.alternatives(),
                winners.stream().boxed().toList(),
                PairwiseMethods.copeland(margins, 1),
                "Wins in pairs, a tie counting half");
    }

    /** Locks group after group; branches where locking one of a group excludes another of it. */
    private static void follow(
            List<List<int[]>> groups, int from, int[] above, BitSet winners, Set<List<Integer>> seen) {
        for (int g = from; g < groups.size(); g++) {
            List<int[]> open = new ArrayList<>();
            for (int[] pair : groups.get(g)) {
                if (isOpen(above, pair)) {
                    open.add(pair);
                }
            }
            if (open.size() == 1) {
                above[open.get(0)[1]] = open.get(0)[0];
                continue;
            }
            if (!open.isEmpty()) {
                for (int[] pair : open) {
                    int[] branch = above.clone();
                    branch[pair[1]] = pair[0];
                    if (seen.add(state(g, branch))) {
                        Checks.require(
                                seen.size() <= MOST_STATES,
                                "Equal margins leave more than %s states to follow. Maybe use ranked pairs with a"
                                        + " fixed order.",
                                MOST_STATES);
                        follow(groups, g, branch, winners, seen);
                    }
                }
                return;
            }
        }
        for (int x = 0; x < above.length; x++) {
            if (above[x] < 0) {
                winners.set(x);
            }
        }
    }

    /** Whether the loser is not yet below anyone, and does not stand above the winner. */
    private static boolean isOpen(int[] above, int[] pair) {
        if (above[pair[1]] >= 0) {
            return false;
        }
        int root = pair[0];
        while (above[root] >= 0) {
            root = above[root];
        }
        return root != pair[1];
    }

    private static List<Integer> state(int group, int[] above) {
        List<Integer> state = new ArrayList<>();
        state.add(group);
        for (int x : above) {
            state.add(x);
        }
        return state;
    }
}
