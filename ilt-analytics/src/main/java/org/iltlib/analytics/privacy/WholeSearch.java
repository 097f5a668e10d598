package org.iltlib.analytics.privacy;

import java.util.Arrays;
import java.util.Optional;

/** Searches a solution of equations in whole numbers within bounds, by propagation and by cases, up to a limit of steps. */
final class WholeSearch {
    private static final int STEPS = 4_000;

    private final long[][] equations;
    private final long[] sums;
    private final long[] preferred;
    private int steps;
    private boolean complete = true;

    /** Equations, a row each with one column a variable, and a known solution: it gives the sums, and is tried first. */
    WholeSearch(long[][] equations, long[] solution) {
        this.equations = equations;
        this.preferred = solution;
        this.sums = Arrays.stream(equations)
                .mapToLong(row -> {
                    long sum = 0;
                    for (int j = 0; j < solution.length; j++) {
                        sum += row[j] * solution[j];
                    }
                    return sum;
                })
                .toArray();
    }

    /** Whether the last search looked everywhere. */
    boolean isComplete() {
        return complete;
    }

    /** A solution in which the variable lies between the two values. */
    Optional<long[]> find(int column, long low, long high, long ceiling) {
        steps = 0;
        complete = true;
        long[] least = new long[preferred.length];
        long[] most = new long[preferred.length];
        Arrays.fill(most, ceiling);
        least[column] = low;
        most[column] = high;
        return search(least, most);
    }

    private Optional<long[]> search(long[] least, long[] most) {
        if (++steps > STEPS) {
            complete = false;
            return Optional.empty();
        }
        if (!narrow(least, most)) {
            return Optional.empty();
        }
        int open = -1;
        for (int j = 0; j < least.length; j++) {
            if (least[j] < most[j] && (open < 0 || most[j] - least[j] < most[open] - least[open])) {
                open = j;
            }
        }
        if (open < 0) {
            return Optional.of(least);
        }
        long first = Math.max(least[open], Math.min(most[open], preferred[open]));
        Optional<long[]> found = within(least, most, open, first, first);
        if (found.isEmpty() && first > least[open]) {
            found = within(least, most, open, least[open], first - 1);
        }
        if (found.isEmpty() && first < most[open]) {
            found = within(least, most, open, first + 1, most[open]);
        }
        return found;
    }

    private Optional<long[]> within(long[] least, long[] most, int column, long low, long high) {
        long[] narrower = least.clone();
        long[] lower = most.clone();
        narrower[column] = low;
        lower[column] = high;
        return search(narrower, lower);
    }

    /** Narrows the bounds by each equation until nothing changes; false if nothing is left. */
    private boolean narrow(long[] least, long[] most) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < equations.length; i++) {
                long[] row = equations[i];
                long low = 0;
                long high = 0;
                for (int j = 0; j < row.length; j++) {
                    low += row[j] > 0 ? row[j] * least[j] : row[j] * most[j];
                    high += row[j] > 0 ? row[j] * most[j] : row[j] * least[j];
                }
                for (int j = 0; j < row.length; j++) {
                    if (row[j] != 0) {
                        long smallest = row[j] > 0 ? row[j] * least[j] : row[j] * most[j];
                        long largest = row[j] > 0 ? row[j] * most[j] : row[j] * least[j];
                        long from = sums[i] - (high - largest);
                        long to = sums[i] - (low - smallest);
                        long down = row[j] > 0 ? ceiling(from, row[j]) : ceiling(-to, -row[j]);
                        long up = row[j] > 0 ? Math.floorDiv(to, row[j]) : Math.floorDiv(-from, -row[j]);
                        if (down > least[j] || up < most[j]) {
                            least[j] = Math.max(least[j], down);
                            most[j] = Math.min(most[j], up);
                            if (least[j] > most[j]) {
                                return false;
                            }
                            changed = true;
                            low += (row[j] > 0 ? row[j] * least[j] : row[j] * most[j]) - smallest;
                            high += (row[j] > 0 ? row[j] * most[j] : row[j] * least[j]) - largest;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static long ceiling(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
