package org.iltlib.analytics.privacy;

import java.util.stream.IntStream;

/**
 * Makes linked cells safe to publish under a policy. Immutable.
 *
 * <p>Where the policy shows zeros, a reader knows that what is withheld is none: the attack begins at 1. Three groups of
 * 1 in all 3 are not safe.
 *
 * <p>Cells that are small under the policy are withheld. Then others are, until the best attack (see {@link
 * SafeCells#attack}) leaves for each small one the possibility that it is not small. If at most {@value #EXACT} cells
 * could be added, the cheapest choice is searched for exactly, by implicit hitting sets: each failed attempt names cells
 * of which at least one must be withheld. Beyond that cells are added from line to line, and given back where they are
 * not needed. Whatever chooses, only the attack decides.
 *
 * @param policy the policy; there is no default
 * @param cost what is kept small
 * @param againstMembers whether a reader who is counted is kept out as well
 */
public record Suppressor(PrivacyPolicy policy, SuppressionCost cost, boolean againstMembers) {
    /** The number of candidates up to which the cheapest choice is searched for exactly. */
    public static final int EXACT = 24;

    /** Under that policy, keeping the number of students in withheld cells small. */
    public static Suppressor of(PrivacyPolicy policy) {
        return new Suppressor(policy, SuppressionCost.STUDENTS, false);
    }

    /** A copy that keeps something else small. */
    public Suppressor withCost(SuppressionCost other) {
        return new Suppressor(policy, other, againstMembers);
    }

    /**
     * A copy that keeps out readers who are counted themselves: whoever knows that he is in a cell knows that it is not
     * empty. Of his own cell that tells nothing, since what must stay possible is a large count. Of another it can: if
     * two withheld cells make up ten, a member of one knows that the other is below ten. Every cell that is not empty is
     * taken to be known not to be, so that several members who talk are kept out too, unless they count one another.
     * Withholds more; worth it where those counted read the table, such as staff.
     */
    public Suppressor withMembers() {
        return new Suppressor(policy, cost, true);
    }

    /**
     * The same cells, some withheld. Expect a second for some thousands of linked cells in small parts. The work is
     * bounded: of a thousand cells that all hang together perhaps nothing safe is found, and {@link SafeCells#isSafe} is
     * false.
     */
    public SafeCells protect(LinkedCells counted) {
        LinkedCells cells = againstMembers ? counted.seenByMembers() : counted.seenBesideZeros(policy);
        boolean[] hidden = primary(cells);
        CellAttack attack = new CellAttack(cells, policy);
        long[] costs = costs(cells);
        int[] candidates = IntStream.range(0, cells.size())
                .filter(cell -> !hidden[cell] && !cells.isKnown(cell) && !cells.isPast(cell))
                .boxed()
                .sorted((a, b) -> costs[a] == costs[b] ? Integer.compare(a, b) : Long.compare(costs[a], costs[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean cheapest = attack.isSafe(hidden);
        if (!cheapest && candidates.length <= EXACT) {
            cheapest = new CheapestChoice(attack, candidates, costs).choose(hidden);
        }
        if (!cheapest) {
            new LineByLine(cells, attack, candidates, costs).choose(hidden);
        }
        return new SafeCells(cells, policy, hidden, cheapest);
    }

    private boolean[] primary(LinkedCells cells) {
        boolean[] hidden = new boolean[cells.size()];
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] = !cells.isKnown(cell)
                    && !cells.isPast(cell)
                    && (cells.isUnshown(cell) || policy.hides(cells.kind(cell), cells.count(cell)));
        }
        return hidden;
    }

    long[] costs(LinkedCells cells) {
        long all = 1
                + IntStream.range(0, cells.size()).mapToLong(cells::count).max().orElse(0);
        long[] costs = new long[cells.size()];
        for (int cell = 0; cell < costs.length; cell++) {
            long count = cells.count(cell);
            costs[cell] = worth(cells, cell) + (cells.isTotal(cell) ? all : 0) + (count == 0 ? 4 * all : 0);
        }
        return costs;
    }

    private long worth(LinkedCells cells, int cell) {
        return switch (cost) {
            case STUDENTS -> Math.max(1, cells.count(cell));
            case CELLS -> 1;
            case IMPORTANCE -> cells.importance(cell);
        };
    }
}
