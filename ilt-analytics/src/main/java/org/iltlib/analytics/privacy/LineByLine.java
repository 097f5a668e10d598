package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Adds cells until the attack fails, then gives back what is not needed: first a second cell to every sum that has one
 * alone, then the cheapest cell that shares a sum with the part that is given away.
 */
final class LineByLine {
    private final CellAttack attack;
    private final int[] candidates;
    private final long[] costs;
    private final int[][] lines;
    private final List<List<Integer>> linesOf = new ArrayList<>();

    /** Candidates from the cheapest on. */
    LineByLine(LinkedCells cells, CellAttack attack, int[] candidates, long[] costs) {
        this.attack = attack;
        this.candidates = candidates;
        this.costs = costs;
        this.lines = new int[cells.sums()][];
        for (int cell = 0; cell < cells.size(); cell++) {
            linesOf.add(new ArrayList<>());
        }
        for (int sum = 0; sum < lines.length; sum++) {
            int[] parts = cells.parts(sum);
            lines[sum] = Arrays.copyOf(parts, parts.length + 1);
            lines[sum][parts.length] = cells.total(sum);
            for (int cell : lines[sum]) {
                linesOf.get(cell).add(sum);
            }
        }
    }

    /** Marks a safe choice; marks all candidates if none is safe. */
    void choose(boolean[] hidden) {
        boolean[] free = new boolean[hidden.length];
        Arrays.stream(candidates).forEach(cell -> free[cell] = true);
        Optional<int[]> exposed = attack.firstExposed(hidden);
        while (exposed.isPresent() && !attack.isSpent()) {
            int next = single(exposed.get(), hidden, free);
            next = next < 0 ? neighbour(exposed.get(), hidden, free) : next;
            if (next < 0) {
                return;
            }
            hidden[next] = true;
            exposed = attack.firstExposed(hidden);
        }
        for (int i = candidates.length - 1; i >= 0; i--) {
            if (hidden[candidates[i]]) {
                hidden[candidates[i]] = false;
                hidden[candidates[i]] = !attack.isSafe(hidden);
            }
        }
    }

    /** The cheapest cell to stand beside one that is alone in a sum; -1 if none is alone. */
    private int single(int[] members, boolean[] hidden, boolean[] free) {
        int best = -1;
        long bestCost = Long.MAX_VALUE;
        for (int member : members) {
            for (int line : linesOf.get(member)) {
                if (count(lines[line], hidden) == 1) {
                    for (int cell : lines[line]) {
                        if (free[cell] && !hidden[cell]) {
                            long price = costs[cell] * (1 + 2 * alone(cell, hidden));
                            if (price < bestCost) {
                                bestCost = price;
                                best = cell;
                            }
                        }
                    }
                }
            }
        }
        return best;
    }

    /** The sums of the cell in which nothing is withheld yet: each would need a further cell. */
    private long alone(int cell, boolean[] hidden) {
        return linesOf.get(cell).stream()
                .filter(line -> count(lines[line], hidden) == 0)
                .count();
    }

    private static int count(int[] line, boolean[] hidden) {
        int count = 0;
        for (int cell : line) {
            count += hidden[cell] ? 1 : 0;
        }
        return count;
    }

    private int neighbour(int[] members, boolean[] hidden, boolean[] free) {
        int best = -1;
        for (int member : members) {
            for (int line : linesOf.get(member)) {
                for (int cell : lines[line]) {
                    if (free[cell] && !hidden[cell] && (best < 0 || costs[cell] < costs[best])) {
                        best = cell;
                    }
                }
            }
        }
        return best;
    }
}
