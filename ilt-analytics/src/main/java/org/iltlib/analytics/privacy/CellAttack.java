package org.iltlib.analytics.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The best attack on linked cells of which some are withheld: what every table of whole counts of at least zero that
 * agrees with all that is shown has in common. The unknown cells fall into parts that share no sum; each is solved by
 * {@link IntegerSimplex}, and where its corners are no whole numbers, by {@link WholeSearch}.
 *
 * <p>A cell is called safe only if a table in whole numbers was found that proves it.
 */
final class CellAttack {
    /** Steps of arithmetic after which nothing more is proved: some seconds. */
    private static final long MOST_WORK = 20_000_000_000L;

    private static final int PIVOTS = 10;

    private final LinkedCells cells;
    private final Map<List<Integer>, Boolean> verdicts = new HashMap<>();
    private final AttackProofs proofs;
    private final long mostWork;
    private long work;

    /** On those cells; remembers what it found out, for the next choice of cells. */
    CellAttack(LinkedCells cells, PrivacyPolicy policy) {
        this(cells, policy, MOST_WORK);
    }

    /** As the other, within that many steps of arithmetic. */
    CellAttack(LinkedCells cells, PrivacyPolicy policy, long mostWork) {
        this.cells = cells;
        this.mostWork = mostWork;
        this.proofs = new AttackProofs(cells, policy);
    }

    /** Whether nothing that must be protected is given away. */
    boolean isSafe(boolean[] hidden) {
        return firstExposed(hidden).isEmpty();
    }

    /** Whether the limit of work is reached; what was not proved by then counts as given away. */
    boolean isSpent() {
        return work > mostWork;
    }

    /** The members of the first part in which something is given away. */
    Optional<int[]> firstExposed(boolean[] hidden) {
        for (AttackPart part : AttackParts.of(cells, hidden)) {
            List<Integer> key = Arrays.stream(part.members)
                    .map(cell -> hidden[cell] ? cell : -1 - cell)
                    .boxed()
                    .toList();
            Boolean safe = verdicts.get(key);
            if (safe == null) {
                safe = isSafe(part, hidden);
                verdicts.put(key, safe);
            }
            if (!safe) {
                return Optional.of(part.members);
            }
        }
        return Optional.empty();
    }

    /** What must be possible for that cell: the policy's minimum if it is withheld for its own sake, else 0. */
    long demand(int cell) {
        return proofs.demand(cell);
    }

    private boolean isSafe(AttackPart part, boolean[] hidden) {
        try {
            IntegerSimplex simplex = null;
            for (int i = 0; i < part.members.length; i++) {
                int cell = part.members[i];
                long goal = goal(cell, hidden) - part.floor[i];
                if (goal <= part.solution[i] || proofs.isProved(cell, hidden)) {
                    continue;
                }
                long rows = part.equations.length;
                work += rows * part.solution.length * (simplex == null ? rows + PIVOTS : PIVOTS);
                if (isSpent()) {
                    return false;
                }
                simplex = simplex == null
                        ? new IntegerSimplex(part.equations, part.solution, table -> proofs.keep(part, table))
                        : simplex;
                if (simplex.maximise(i, goal) < goal) {
                    return false;
                }
                if (simplex.most(i) < goal) {
                    Optional<long[]> found = new WholeSearch(part.equations, part.solution)
                            .find(i, goal, part.ceiling(goal), part.ceiling(goal));
                    if (found.isEmpty()) {
                        return false;
                    }
                    simplex.remember(found.get());
                    proofs.keep(part, found.get());
                }
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private long goal(int cell, boolean[] hidden) {
        return hidden[cell] ? demand(cell) : 0;
    }

    /** The bounds of every unknown cell, in the order of the cells. */
    List<Exposure> exposures(boolean[] hidden) {
        Map<Integer, Exposure> found = new TreeMap<>();
        for (AttackPart part : AttackParts.of(cells, hidden)) {
            IntegerSimplex simplex = null;
            try {
                simplex = new IntegerSimplex(part.equations, part.solution, table -> {});
                for (int i = 0; i < part.members.length; i++) {
                    found.put(part.members[i], exposure(part, simplex, i, hidden));
                }
            } catch (ArithmeticException e) {
                for (int cell : part.members) {
                    found.put(
                            cell,
                            named(cell)
                                    .least(0)
                                    .verdict(Exposure.Verdict.UNPROVEN)
                                    .build());
                }
            }
        }
        found.keySet().removeIf(cells::isPast);
        return List.copyOf(found.values());
    }

    private Exposure.Builder named(int cell) {
        Exposure.Builder builder = Exposure.builder();
        builder.cell(cell).name(cells.name(cell)).demanded(demand(cell));
        return builder;
    }

    private Exposure exposure(AttackPart part, IntegerSimplex simplex, int i, boolean[] hidden) {
        int cell = part.members[i];
        boolean complete = true;
        long high = simplex.maximise(i, IntegerSimplex.UNBOUNDED);
        while (high > simplex.most(i) && high < IntegerSimplex.UNBOUNDED && complete) {
            WholeSearch search = new WholeSearch(part.equations, part.solution);
            Optional<long[]> table = search.find(i, simplex.most(i) + 1, high, part.ceiling(high));
            table.ifPresent(simplex::remember);
            complete = search.isComplete();
            high = table.isEmpty() && complete ? simplex.most(i) : high;
        }
        long low = simplex.minimise(i, 0);
        boolean lowComplete = true;
        while (low < simplex.least(i) && lowComplete) {
            WholeSearch search = new WholeSearch(part.equations, part.solution);
            Optional<long[]> table = search.find(i, low, simplex.least(i) - 1, part.ceiling(high(high, part)));
            table.ifPresent(simplex::remember);
            lowComplete = search.isComplete();
            low = table.isEmpty() && lowComplete ? simplex.least(i) : low;
        }
        long goal = goal(cell, hidden) - part.floor[i];
        boolean safe = simplex.most(i) >= goal;
        Exposure.Builder builder = named(cell).least(low + part.floor[i]);
        if (high < IntegerSimplex.UNBOUNDED) {
            builder.most(high + part.floor[i]);
        }
        if (!safe) {
            builder.addAllBecause(part.words(cells));
        }
        return builder.verdict(
                        safe
                                ? Exposure.Verdict.SAFE
                                : high < goal ? Exposure.Verdict.GIVEN_AWAY : Exposure.Verdict.UNPROVEN)
                .build();
    }

    private static long high(long high, AttackPart part) {
        return Math.min(high, 4 * Arrays.stream(part.solution).sum() + 4);
    }
}
