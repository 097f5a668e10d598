package org.iltlib.analytics.privacy;

import java.util.stream.IntStream;

/**
 * Makes linked cells safe to publish under a policy. Immutable.
 *
 * <p>Cells that are small under the policy are withheld. Then others are, until the best attack (see {@link
 * SafeCells#attack}) leaves for each small one the possibility that it is not small. If at most {@value #EXACT} cells
 * could be added, the cheapest choice is searched for exactly, by implicit hitting sets: each failed attempt names cells
 * of which at least one must be withheld. Beyond that cells are added from line to line, and given back where they are
 * not needed. Whatever chooses, only the attack decides.
 *
 * @param policy the policy; there is no default
 * @param cost what is kept small
 */
public record Suppressor(PrivacyPolicy policy, SuppressionCost cost) {
    /** The number of candidates up to which the cheapest choice is searched for exactly. */
    public static final int EXACT = 24;

    /** Under that policy, keeping the number of students in withheld cells small. */
    public static Suppressor of(PrivacyPolicy policy) {
        return new Suppressor(policy, SuppressionCost.STUDENTS);
    }

    /** A copy that keeps something else small. */
    public Suppressor withCost(SuppressionCost other) {
        return new Suppressor(policy, other);
    }

    /** The same cells, some withheld. Expect a second for some thousands of linked cells. */
    public SafeCells protect(LinkedCells cells) {
        boolean[] hidden = primary(cells);
        CellAttack attack = new CellAttack(cells, policy);
        long[] costs = costs(cells);
        int[] candidates = IntStream.range(0, cells.size())
                .filter(cell -> !hidden[cell] && !cells.isKnown(cell))
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
