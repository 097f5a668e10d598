package org.iltlib.analytics.multilevel;

import java.util.Arrays;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.LevelCodes;

/**
 * To which levels rows belong, and what the levels are called. Arrays are not copied.
 *
 * @param dense the level of each row, or of each membership
 * @param start where each row's memberships begin; empty if there is one a row
 * @param shares of the memberships; empty if there is one a row
 * @param inner the code of each level
 * @param outer the code of the outer group of each level; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record Grouping(int[] dense, int[] start, double[] shares, int[] inner, int[] outer) {
    static Grouping of(int[] groups) {
        LevelCodes codes = LevelCodes.of(groups);
        return new Grouping(codes.dense(), new int[0], new double[0], originals(codes), new int[0]);
    }

    static Grouping of(Memberships memberships) {
        LevelCodes codes = LevelCodes.of(memberships.groups());
        return new Grouping(codes.dense(), memberships.start(), memberships.shares(), originals(codes), new int[0]);
    }

    private static int[] originals(LevelCodes codes) {
        int[] originals = new int[codes.count()];
        Arrays.setAll(originals, codes::original);
        return originals;
    }

    Grouping within(int[] outerGroups) {
        LevelCodes above = LevelCodes.of(outerGroups);
        long[] both = new long[outerGroups.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = (long) above.dense()[i] * inner.length + dense[i];
        }
        long[] sorted = Arrays.stream(both).sorted().distinct().toArray();
        int[] joint = new int[both.length];
        Arrays.setAll(joint, i -> Arrays.binarySearch(sorted, both[i]));
        int[] inside = new int[sorted.length];
        int[] outside = new int[sorted.length];
        for (int level = 0; level < sorted.length; level++) {
            inside[level] = inner[(int) (sorted[level] % inner.length)];
            outside[level] = above.original((int) (sorted[level] / inner.length));
        }
        return new Grouping(joint, start, shares, inside, outside);
    }

    int rows() {
        return start.length == 0 ? dense.length : start.length - 1;
    }

    int count() {
        return inner.length;
    }

    boolean isSingle() {
        return start.length == 0;
    }

    /** How many rows belong to each level, wholly or by a share. */
    long[] sizes() {
        long[] sizes = new long[count()];
        for (int level : dense) {
            sizes[level]++;
        }
        return sizes;
    }

    /** Whether a column is the same in all rows of each level. */
    boolean isConstantWithin(double[] column) {
        double[] first = new double[count()];
        boolean[] seen = new boolean[first.length];
        for (int row = 0; row < column.length; row++) {
            int from = isSingle() ? row : start[row];
            int end = isSingle() ? row + 1 : start[row + 1];
            for (int entry = from; entry < end; entry++) {
                int level = dense[entry];
                if (seen[level] && first[level] != column[row]) {
                    return false;
                }
                first[level] = column[row];
                seen[level] = true;
            }
        }
        return true;
    }

    String label(int level) {
        return outer.length == 0 ? String.valueOf(inner[level]) : outer[level] + ":" + inner[level];
    }

    Factor factor(double[][] columns, boolean correlated) {
        return isSingle()
                ? Factor.of(count(), dense, columns, correlated)
                : Factor.of(count(), start, dense, shares, columns, correlated);
    }
}
