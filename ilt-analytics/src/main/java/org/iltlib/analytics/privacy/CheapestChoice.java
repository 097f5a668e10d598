package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest cells to withhold, exactly. Withholding more never helps the reader; so from a choice that fails, cells
 * are added as long as it fails, and of the rest at least one is in every safe choice. The cheapest set that hits all of
 * these is tried next (Reiter 1987; Chandrasekaran, Karp, Moreno-Centeno and Vempala 2011).
 */
final class CheapestChoice {
    private static final int ATTEMPTS = 300;
    private static final int STEPS = 300_000;

    private final CellAttack attack;
    private final int[] candidates;
    private final long[] costs;
    private final List<Long> cuts = new ArrayList<>();
    private long best;
    private long bestCost;
    private int steps;

    /** Candidates from the cheapest on, at most 62. */
    CheapestChoice(CellAttack attack, int[] candidates, long[] costs) {
        this.attack = attack;
        this.candidates = candidates;
        this.costs = costs;
    }

    /** Marks the cheapest safe choice; marks nothing and says false if there is none or the search grows too long. */
    boolean choose(boolean[] hidden) {
        long all = (1L << candidates.length) - 1;
        if (!attack.isSafe(marked(hidden, all))) {
            return false;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            best = all;
            bestCost = cost(all) + 1;
            steps = 0;
            hit(0, 0, 0);
            if (steps > STEPS) {
                return false;
            }
            boolean[] tried = marked(hidden, best);
            if (attack.isSafe(tried)) {
                System.arraycopy(tried, 0, hidden, 0, hidden.length);
                return true;
            }
            long failing = best;
            for (int i = candidates.length - 1; i >= 0; i--) {
                long more = failing | 1L << i;
                failing = more != failing && !attack.isSafe(marked(hidden, more)) ? more : failing;
            }
            cuts.add(all & ~failing);
        }
        return false;
    }

    private void hit(long chosen, long refused, long cost) {
        if (cost >= bestCost || ++steps > STEPS) {
            return;
        }
        long open = 0;
        for (long cut : cuts) {
            if ((cut & chosen) == 0 && (open == 0 || Long.bitCount(cut & ~refused) < Long.bitCount(open))) {
                open = cut & ~refused;
                if (open == 0) {
                    return;
                }
            }
        }
        if (open == 0) {
            best = chosen;
            bestCost = cost;
            return;
        }
        long without = refused;
        for (long rest = open; rest != 0; rest &= rest - 1) {
            int i = Long.numberOfTrailingZeros(rest);
            hit(chosen | 1L << i, without, cost + costs[candidates[i]]);
            without |= 1L << i;
        }
    }

    private long cost(long choice) {
        long sum = 0;
        for (long rest = choice; rest != 0; rest &= rest - 1) {
            sum += costs[candidates[Long.numberOfTrailingZeros(rest)]];
        }
        return sum;
    }

    private boolean[] marked(boolean[] hidden, long choice) {
        boolean[] marked = hidden.clone();
        for (long rest = choice; rest != 0; rest &= rest - 1) {
            marked[candidates[Long.numberOfTrailingZeros(rest)]] = true;
        }
        return marked;
    }
}
