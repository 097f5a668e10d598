package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The best attack on linked cells of which some are withheld: what every table of whole counts of at least zero that
 * agrees with all that is shown has in common. The unknown cells fall into parts that share no sum; each is solved by
 * {@link IntegerSimplex}, and where its corners are no whole numbers, by {@link WholeSearch}.
 *
 * <p>A cell is called safe only if a table in whole numbers was found that proves it.
 */
final class CellAttack {
    private static final int PROOFS = 6;

    private final LinkedCells cells;
    private final PrivacyPolicy policy;
    private final Map<List<Integer>, Boolean> verdicts = new HashMap<>();
    private final Map<Integer, List<Proof>> proofs = new HashMap<>();

    /** On those cells; remembers what it found out, for the next choice of cells. */
    CellAttack(LinkedCells cells, PrivacyPolicy policy) {
        this.cells = cells;
        this.policy = policy;
    }

    /** One part: its cells, and its equations over them. */
    private final class Part {
        final int[] members;
        final int[] sums;
        final long[][] equations;
        final long[] solution;

        Part(boolean[] unknown, boolean[] hidden, List<Integer> members, List<Integer> sums) {
            this.members = members.stream().mapToInt(Integer::intValue).toArray();
            this.sums = sums.stream().mapToInt(Integer::intValue).toArray();
            Map<Integer, Integer> place = new HashMap<>();
            for (int i = 0; i < this.members.length; i++) {
                place.put(this.members[i], i);
            }
            List<Integer> coded = new ArrayList<>();
            List<CountRange> ranges = new ArrayList<>();
            for (int cell : this.members) {
                for (CountRange range : ranges(cell, hidden)) {
                    coded.add(cell);
                    ranges.add(range);
                }
            }
            int width = this.members.length + 2 * coded.size();
            equations = new long[this.sums.length + 2 * coded.size()][width];
            solution = new long[width];
            for (int i = 0; i < this.members.length; i++) {
                solution[i] = cells.count(this.members[i]);
            }
            for (int i = 0; i < this.sums.length; i++) {
                add(equations[i], place, unknown, cells.total(this.sums[i]), 1);
                for (int cell : cells.parts(this.sums[i])) {
                    add(equations[i], place, unknown, cell, -1);
                }
            }
            for (int k = 0; k < coded.size(); k++) {
                CountRange range = ranges.get(k);
                int at = this.members.length + 2 * k;
                int row = this.sums.length + 2 * k;
                equations[row][place.getOrDefault(coded.get(k), 0)] = 1;
                equations[row][at] = 1;
                solution[at] = range.most() - cells.count(coded.get(k));
                equations[row + 1][place.getOrDefault(coded.get(k), 0)] = 1;
                equations[row + 1][at + 1] = -1;
                solution[at + 1] = cells.count(coded.get(k)) - range.least();
            }
        }

        private void add(long[] row, Map<Integer, Integer> place, boolean[] unknown, int cell, int sign) {
            if (unknown[cell]) {
                row[place.getOrDefault(cell, 0)] += sign;
            }
        }

        long ceiling(long goal) {
            return 2 * Arrays.stream(solution).sum() + 2 * goal + 2;
        }
    }

    /** Whether nothing that must be protected is given away. */
    boolean isSafe(boolean[] hidden) {
        return firstExposed(hidden).isEmpty();
    }

    /** The members of the first part in which something is given away. */
    Optional<int[]> firstExposed(boolean[] hidden) {
        for (Part part : parts(hidden)) {
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
        return !cells.isKnown(cell) && policy.hides(cells.kind(cell), cells.count(cell))
                ? policy.minimum(cells.kind(cell))
                : 0;
    }

    private boolean isSafe(Part part, boolean[] hidden) {
        try {
            IntegerSimplex simplex = null;
            for (int i = 0; i < part.members.length; i++) {
                int cell = part.members[i];
                long goal = goal(cell, hidden);
                if (goal <= cells.count(cell) || isProved(cell, hidden)) {
                    continue;
                }
                simplex = simplex == null
                        ? new IntegerSimplex(part.equations, part.solution, table -> keep(part, table))
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
                    keep(part, found.get());
                }
            }
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** A table that differs from the true one in some cells, and its counts there. */
    private static final class Proof {
        final int[] changed;
        final long[] counts;

        Proof(int[] changed, long[] counts) {
            this.changed = changed;
            this.counts = counts;
        }
    }

    private void keep(Part part, long[] table) {
        int[] changed = IntStream.range(0, part.members.length)
                .filter(i -> table[i] != part.solution[i])
                .toArray();
        Proof proof = null;
        for (int i : changed) {
            int cell = part.members[i];
            if (table[i] >= demand(cell) && demand(cell) > cells.count(cell)) {
                proof = proof == null
                        ? new Proof(
                                Arrays.stream(changed).map(c -> part.members[c]).toArray(),
                                Arrays.stream(changed).mapToLong(c -> table[c]).toArray())
                        : proof;
                List<Proof> kept = proofs.computeIfAbsent(cell, key -> new ArrayList<>());
                kept.add(0, proof);
                if (kept.size() > PROOFS) {
                    kept.remove(PROOFS);
                }
            }
        }
    }

    /** Whether a table that was found before still agrees with all that is shown. */
    private boolean isProved(int cell, boolean[] hidden) {
        for (Proof proof : proofs.getOrDefault(cell, List.of())) {
            boolean agrees = true;
            for (int i = 0; i < proof.changed.length && agrees; i++) {
                int changed = proof.changed[i];
                long count = proof.counts[i];
                List<CountRange> ranges = ranges(changed, hidden);
                agrees = (hidden[changed] || !ranges.isEmpty())
                        && !cells.isKnown(changed)
                        && ranges.stream().allMatch(range -> range.holds(count));
            }
            if (agrees) {
                return true;
            }
        }
        return false;
    }

    /** What readers know of a cell whose count they do not: how it is coded now, and what they were told before. */
    private List<CountRange> ranges(int cell, boolean[] hidden) {
        List<CountRange> ranges = new ArrayList<>(cells.ranges(cell));
        if (!hidden[cell]) {
            cells.code(cell).ifPresent(share -> ranges.add(new CountRange(share.least(), share.most())));
        }
        return ranges;
    }

    private long goal(int cell, boolean[] hidden) {
        return hidden[cell] ? demand(cell) : 0;
    }

    /** The bounds of every unknown cell, in the order of the cells. */
    List<Exposure> exposures(boolean[] hidden) {
        Map<Integer, Exposure> found = new TreeMap<>();
        for (Part part : parts(hidden)) {
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
        return List.copyOf(found.values());
    }

    private Exposure.Builder named(int cell) {
        Exposure.Builder builder = Exposure.builder();
        builder.cell(cell).name(cells.name(cell)).demanded(demand(cell));
        return builder;
    }

    private Exposure exposure(Part part, IntegerSimplex simplex, int i, boolean[] hidden) {
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
        long goal = goal(cell, hidden);
        boolean open = (cells.code(cell).isPresent() && !hidden[cell]) || simplex.most(i) > simplex.least(i);
        boolean safe = simplex.most(i) >= goal && open;
        boolean lost = high < goal || high == low;
        Exposure.Builder builder = named(cell).least(low);
        if (high < IntegerSimplex.UNBOUNDED) {
            builder.most(high);
        }
        if (!safe) {
            builder.addAllBecause(words(part));
        }
        return builder.verdict(
                        safe ? Exposure.Verdict.SAFE : lost ? Exposure.Verdict.GIVEN_AWAY : Exposure.Verdict.UNPROVEN)
                .build();
    }

    private static long high(long high, Part part) {
        return Math.min(high, 4 * Arrays.stream(part.solution).sum() + 4);
    }

    /** The sums of the part, with the counts that are shown and a question mark for those that are not. */
    private List<String> words(Part part) {
        boolean[] unknown = new boolean[cells.size()];
        Arrays.stream(part.members).forEach(cell -> unknown[cell] = true);
        return Arrays.stream(part.sums)
                .filter(sum -> Arrays.stream(part.sums).count() <= 12 || unknownIn(sum, unknown) <= 2)
                .mapToObj(sum -> word(cells.total(sum), unknown) + " = "
                        + Arrays.stream(cells.parts(sum))
                                .mapToObj(cell -> word(cell, unknown))
                                .collect(Collectors.joining(" + ")))
                .toList();
    }

    private long unknownIn(int sum, boolean[] unknown) {
        return IntStream.concat(IntStream.of(cells.total(sum)), Arrays.stream(cells.parts(sum)))
                .filter(cell -> unknown[cell])
                .count();
    }

    private String word(int cell, boolean[] unknown) {
        return (unknown[cell] ? "?" : Long.toString(cells.count(cell))) + " (" + cells.name(cell) + ")";
    }

    /** The unknown cells, with their sums, in parts that share no sum; in the order of their first cells. */
    private List<Part> parts(boolean[] hidden) {
        boolean[] unknown = new boolean[cells.size()];
        for (int cell = 0; cell < unknown.length; cell++) {
            unknown[cell] = hidden[cell] || (cells.code(cell).isPresent() && !cells.isKnown(cell));
        }
        int[] head = IntStream.range(0, cells.size()).toArray();
        int[] first = new int[cells.sums()];
        for (int sum = 0; sum < cells.sums(); sum++) {
            first[sum] = unknown[cells.total(sum)] ? cells.total(sum) : -1;
            for (int cell : cells.parts(sum)) {
                if (unknown[cell]) {
                    if (first[sum] < 0) {
                        first[sum] = cell;
                    } else {
                        join(head, first[sum], cell);
                    }
                }
            }
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int cell = 0; cell < unknown.length; cell++) {
            if (unknown[cell]) {
                members.computeIfAbsent(root(head, cell), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        Map<Integer, List<Integer>> sums = new HashMap<>();
        for (int sum = 0; sum < cells.sums(); sum++) {
            if (first[sum] >= 0) {
                sums.computeIfAbsent(root(head, first[sum]), key -> new ArrayList<>())
                        .add(sum);
            }
        }
        List<Part> found = new ArrayList<>();
        members.forEach(
                (root, inside) -> found.add(new Part(unknown, hidden, inside, sums.getOrDefault(root, List.of()))));
        return found;
    }

    private static void join(int[] head, int a, int b) {
        int one = root(head, a);
        int other = root(head, b);
        head[Math.max(one, other)] = Math.min(one, other);
    }

    private static int root(int[] head, int cell) {
        int at = cell;
        while (head[at] != at) {
            head[at] = head[head[at]];
            at = head[at];
        }
        return at;
    }
}
