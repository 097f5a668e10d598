package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Divides the unknown cells, with their sums, into parts that share no sum. */
final class AttackParts {
    private AttackParts() {}

    /** Whether readers do not have the count: withheld, coded, or of an earlier day and told as a range. */
    static boolean isUnknown(LinkedCells cells, int cell, boolean[] hidden) {
        return hidden[cell] || cells.isPast(cell) || (cells.code(cell).isPresent() && !cells.isKnown(cell));
    }

    /** The parts, in the order of their first cells. */
    static List<AttackPart> of(LinkedCells cells, boolean[] hidden) {
        boolean[] unknown = new boolean[cells.size()];
        for (int cell = 0; cell < unknown.length; cell++) {
            unknown[cell] = isUnknown(cells, cell, hidden);
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
        List<AttackPart> found = new ArrayList<>();
        members.forEach((root, inside) ->
                found.add(new AttackPart(cells, unknown, hidden, inside, sums.getOrDefault(root, List.of()))));
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
