package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unknown cells that hang together by sums, with their equations, and the true counts as one solution of them. */
final class AttackPart {
    final int[] members;
    final long[][] equations;
    final long[] solution;
    /** The least that readers know of each member; the solution is counted from there, the first columns of it. */
    final long[] floor;

    private final int[] sums;

    AttackPart(LinkedCells cells, boolean[] unknown, boolean[] hidden, List<Integer> members, List<Integer> sums) {
        this.members = members.stream().mapToInt(Integer::intValue).toArray();
        this.sums = sums.stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> place = new HashMap<>();
        for (int i = 0; i < this.members.length; i++) {
            place.put(this.members[i], i);
        }
        List<Bound> bounds = new ArrayList<>();
        for (int cell : this.members) {
            for (CountRange range : ranges(cells, cell, hidden)) {
                if (range.most() < Long.MAX_VALUE) {
                    bounds.add(new Bound(cell, range.most()));
                }
            }
        }
        int width = this.members.length + bounds.size();
        equations = new long[this.sums.length + bounds.size()][width];
        solution = new long[width];
        floor = new long[this.members.length];
        for (int i = 0; i < this.members.length; i++) {
            floor[i] = ranges(cells, this.members[i], hidden).stream()
                    .mapToLong(CountRange::least)
                    .max()
                    .orElse(0);
            solution[i] = cells.count(this.members[i]) - floor[i];
        }
        for (int i = 0; i < this.sums.length; i++) {
            add(equations[i], place, unknown, cells.total(this.sums[i]), 1);
            for (int cell : cells.parts(this.sums[i])) {
                add(equations[i], place, unknown, cell, -1);
            }
        }
        for (int k = 0; k < bounds.size(); k++) {
            Bound bound = bounds.get(k);
            int at = this.members.length + k;
            long[] row = equations[this.sums.length + k];
            row[place.getOrDefault(bound.cell(), 0)] = 1;
            row[at] = 1;
            solution[at] = bound.most() - cells.count(bound.cell());
        }
    }

    /** That a count is at most so many. */
    private record Bound(int cell, long most) {}

    private static void add(long[] row, Map<Integer, Integer> place, boolean[] unknown, int cell, int sign) {
        if (unknown[cell]) {
            row[place.getOrDefault(cell, 0)] += sign;
        }
    }

    /** What readers know of a cell whose count they do not: how it is coded now, and what they were told before. */
    static List<CountRange> ranges(LinkedCells cells, int cell, boolean[] hidden) {
        List<CountRange> ranges = new ArrayList<>(cells.ranges(cell));
        if (!hidden[cell]) {
            cells.code(cell).ifPresent(share -> ranges.add(new CountRange(share.least(), share.most())));
        }
        return ranges;
    }

    /** Above this no search for whole numbers goes. */
    long ceiling(long goal) {
        return 2 * Arrays.stream(solution).sum() + 2 * goal + 2;
    }

    /** The sums of the part, with the counts that are shown and a question mark for those that are not. */
    List<String> words(LinkedCells cells) {
        boolean[] unknown = new boolean[cells.size()];
        Arrays.stream(members).forEach(cell -> unknown[cell] = true);
        return Arrays.stream(sums)
                .filter(sum -> sums.length <= 12 || unknownIn(cells, sum, unknown) <= 2)
                .mapToObj(sum -> word(cells, cells.total(sum), unknown) + " = "
                        + Arrays.stream(cells.parts(sum))
                                .mapToObj(cell -> word(cells, cell, unknown))
                                .collect(Collectors.joining(" + ")))
                .toList();
    }

    private static long unknownIn(LinkedCells cells, int sum, boolean[] unknown) {
        return IntStream.concat(IntStream.of(cells.total(sum)), Arrays.stream(cells.parts(sum)))
                .filter(cell -> unknown[cell])
                .count();
    }

    private static String word(LinkedCells cells, int cell, boolean[] unknown) {
        return (unknown[cell] ? "?" : Long.toString(cells.count(cell))) + " (" + cells.name(cell) + ")";
    }
}
