package org.iltlib.choice.tabulation;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;

/**
 * One ballot as it was marked, mistakes included: several candidates at one rank, one candidate at several ranks, ranks
 * left open.
 *
 * @param ranks the marks, first rank first: candidates as indices from 0; {@link #OVERVOTE} alone where a scanner saw
 *     several marks and does not say whose; nothing where the rank was left open. Open ranks at the end are dropped
 */
public record MarkedBallot(List<List<Integer>> ranks) {
    /** Stands for several marks at one rank that are not told apart. */
    public static final int OVERVOTE = -1;

    /**
     * Copies; a rank holds each candidate once, in rising order.
     *
     * @throws IllegalArgumentException if an index is negative, or an overvote stands beside candidates
     */
    public MarkedBallot {
        List<List<Integer>> copy = new ArrayList<>();
        for (List<Integer> rank : ranks) {
            List<Integer> marks = rank.stream().distinct().sorted().toList();
            boolean overvote = marks.contains(OVERVOTE);
            Checks.require(
                    !overvote || marks.size() == 1,
                    "Rank %s is an overvote and names candidates as well. Expected one or the other.",
                    copy.size() + 1);
            if (!overvote) {
                marks.forEach(candidate -> Checks.notNegative(candidate, "candidate"));
            }
            copy.add(marks);
        }
        while (!copy.isEmpty() && copy.get(copy.size() - 1).isEmpty()) {
            copy.remove(copy.size() - 1);
        }
        ranks = List.copyOf(copy);
    }

    /** A ballot with one candidate at each rank. */
    public static MarkedBallot of(int... candidates) {
        List<List<Integer>> ranks = new ArrayList<>();
        for (int candidate : candidates) {
            ranks.add(List.of(candidate));
        }
        return new MarkedBallot(ranks);
    }

    /** Whether nothing is marked. */
    public boolean isBlank() {
        return ranks.isEmpty();
    }
}
