package org.iltlib.analytics.internal;

import java.util.Arrays;

/**
 * Rows of responses in the order of their responses, item by item, the missing first: equal rows stand together. A
 * counting sort on up to 2,048 joint responses at a time; linear in the responses.
 */
public final class PatternOrder {
    private static final int BUCKETS = 2048;

    private final int[] order;
    private final int[] patternOfRow;
    private final int[] firstOfPattern;

    /**
     * Sorts.
     *
     * @param columns for each item the points, or a number below zero
     * @param rows how many
     */
    public PatternOrder(byte[][] columns, int rows) {
        int[] states = new int[columns.length];
        for (int item = 0; item < columns.length; item++) {
            int largest = 0;
            for (byte code : columns[item]) {
                largest = Math.max(largest, code);
            }
            states[item] = largest + 2;
        }
        int[] sorted = new int[rows];
        Arrays.setAll(sorted, i -> i);
        boolean[] starts = new boolean[rows];
        if (rows > 0) {
            starts[0] = true;
        }
        char[][] keys = new char[columns.length][];
        int groups = 0;
        for (int last = columns.length - 1; last >= 0; ) {
            int first = last;
            int size = states[last];
            while (first > 0 && size * states[first - 1] <= BUCKETS) {
                size *= states[--first];
            }
            char[] key = keys(columns, states, first, last, rows);
            sorted = sort(sorted, key, size);
            keys[groups++] = key;
            last = first - 1;
        }
        for (int g = 0; g < groups; g++) {
            for (int i = 1; i < rows; i++) {
                starts[i] |= keys[g][sorted[i]] != keys[g][sorted[i - 1]];
            }
        }
        this.order = sorted;
        this.patternOfRow = new int[rows];
        int[] firsts = new int[rows];
        int pattern = -1;
        for (int i = 0; i < rows; i++) {
            if (starts[i]) {
                firsts[++pattern] = i;
            }
            patternOfRow[sorted[i]] = pattern;
        }
        this.firstOfPattern = Arrays.copyOf(firsts, pattern + 1);
    }

    private static char[] keys(byte[][] columns, int[] states, int first, int last, int rows) {
        char[] key = new char[rows];
        for (int item = first; item <= last; item++) {
            byte[] column = columns[item];
            int times = states[item];
            for (int i = 0; i < rows; i++) {
                key[i] = (char) (key[i] * times + Math.max(-1, column[i]) + 1);
            }
        }
        return key;
    }

    private static int[] sort(int[] rows, char[] key, int size) {
        int[] place = new int[size + 1];
        for (char value : key) {
            place[value + 1]++;
        }
        for (int i = 0; i < size; i++) {
            place[i + 1] += place[i];
        }
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[place[key[row]]++] = row;
        }
        return sorted;
    }

    /** The number of different rows. */
    public int patterns() {
        return firstOfPattern.length;
    }

    /** The place of a row's pattern among the different ones. */
    public int patternOf(int row) {
        return patternOfRow[row];
    }

    /** One row that has that pattern. */
    private int rowOf(int pattern) {
        return order[firstOfPattern[pattern]];
    }

    /** One row of each pattern, of that column. */
    public byte[] distinct(byte[] column) {
        byte[] distinct = new byte[patterns()];
        for (int pattern = 0; pattern < distinct.length; pattern++) {
            distinct[pattern] = (byte) Math.max(-1, column[rowOf(pattern)]);
        }
        return distinct;
    }
}
