package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;

/**
 * One random term as the engine sees it: to which levels each row belongs, with which share, and the columns whose
 * coefficients vary by level. Arrays are not copied.
 */
public final class Factor {
    private final int levels;
    private final int[] start;
    private final int[] level;
    private final double[] share;
    private final double[][] columns;
    private final boolean correlated;

    private Factor(int levels, int[] start, int[] level, double[] share, double[][] columns, boolean correlated) {
        this.levels = levels;
        this.start = start;
        this.level = level;
        this.share = share;
        this.columns = columns;
        this.correlated = correlated;
    }

    /**
     * Each row belongs to one level.
     *
     * @param levels how many
     * @param level of each row, dense
     * @param columns those that vary by level; an empty array stands for the constant 1
     * @param correlated whether the coefficients of one level go together
     */
    public static Factor of(int levels, int[] level, double[][] columns, boolean correlated) {
        return new Factor(levels, new int[0], level, new double[0], columns, correlated);
    }

    /**
     * Each row belongs to several levels, those from {@code start[row]} to {@code start[row + 1]}, with their shares.
     */
    public static Factor of(
            int levels, int[] start, int[] level, double[] share, double[][] columns, boolean together) {
        return new Factor(levels, start, level, share, columns, together);
    }

    /** The same levels with other columns. */
    public Factor withColumns(double[][] others) {
        return new Factor(levels, start, level, share, others, correlated);
    }

    /** Whether a varying column is the constant 1. */
    public boolean isConstant(int column) {
        return columns[column].length == 0;
    }

    /** How many levels there are. */
    public int levels() {
        return levels;
    }

    /** How many coefficients a level has. */
    public int width() {
        return columns.length;
    }

    /** Whether the coefficients of one level go together. */
    public boolean correlated() {
        return correlated;
    }

    /** Whether each row belongs to one level. */
    public boolean isSingle() {
        return start.length == 0;
    }

    boolean isPlain() {
        return isSingle() && columns.length == 1 && columns[0].length == 0;
    }

    /** The level of each membership; not a copy. */
    public int[] level() {
        return level;
    }

    /** Where the memberships of a row begin. */
    public int first(int row) {
        return start.length == 0 ? row : start[row];
    }

    /** Where the memberships of a row end. */
    public int end(int row) {
        return start.length == 0 ? row + 1 : start[row + 1];
    }

    /** The share of a membership. */
    public double share(int entry) {
        return share.length == 0 ? 1 : share[entry];
    }

    /** The value of a varying column in a row. */
    public double z(int column, int row) {
        return columns[column].length == 0 ? 1 : columns[column][row];
    }

    /** The rows of each level: pairs (row, entry) sorted by level, as starts, rows and entries. */
    public int[][] byLevel(int rows) {
        int[] starts = new int[levels + 1];
        for (int l : level) {
            starts[l + 1]++;
        }
        for (int l = 0; l < levels; l++) {
            starts[l + 1] += starts[l];
        }
        int[] next = Arrays.copyOf(starts, levels);
        int[] sorted = new int[level.length];
        int[] entries = isSingle() ? sorted : new int[level.length];
        for (int i = 0; i < rows; i++) {
            for (int e = first(i); e < end(i); e++) {
                int at = next[level[e]]++;
                sorted[at] = i;
                entries[at] = e;
            }
        }
        return new int[][] {starts, sorted, entries};
    }
}
