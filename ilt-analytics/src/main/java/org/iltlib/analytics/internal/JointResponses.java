package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns of responses with the items taken together in groups, one byte for each group's joint response. The joint
 * responses of all groups are numbered as rows of one table.
 */
final class JointResponses {
    private final int[] items;
    private final int[] categories;
    private final int[] states;
    private final int[] groupStart;
    private final int[] firstRow;
    private final byte[] codes;

    /**
     * Takes items together in order, as long as there are no more joint responses than that.
     *
     * @param columns for each item the points of each pattern, or something below zero; items without any are left out
     * @param categories the number of categories of each item
     * @param patterns how many
     * @param largest at most 256
     */
    JointResponses(byte[][] columns, int[] categories, int patterns, int largest) {
        this.items = used(columns);
        this.categories = new int[items.length];
        this.states = new int[items.length];
        for (int j = 0; j < items.length; j++) {
            this.categories[j] = categories[items[j]];
            this.states[j] = categories[items[j]] + (hasGap(columns[items[j]]) ? 1 : 0);
        }
        List<Integer> starts = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        int row = 0;
        for (int j = 0; j < items.length; ) {
            starts.add(j);
            rows.add(row);
            int size = states[j++];
            while (j < items.length && size * states[j] <= largest) {
                size *= states[j++];
            }
            row += size;
        }
        starts.add(items.length);
        rows.add(row);
        this.groupStart = starts.stream().mapToInt(Integer::intValue).toArray();
        this.firstRow = rows.stream().mapToInt(Integer::intValue).toArray();
        int groups = groupStart.length - 1;
        this.codes = new byte[patterns * groups];
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < patterns; i++) {
                int code = 0;
                for (int j = groupStart[g]; j < groupStart[g + 1]; j++) {
                    int points = columns[items[j]][i];
                    code = code * states[j] + (points >= 0 ? points : this.categories[j]);
                }
                codes[i * groups + g] = (byte) code;
            }
        }
    }

    private static int[] used(byte[][] columns) {
        List<Integer> used = new ArrayList<>();
        for (int item = 0; item < columns.length; item++) {
            for (byte code : columns[item]) {
                if (code >= 0) {
                    used.add(item);
                    break;
                }
            }
        }
        return used.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean hasGap(byte[] column) {
        for (byte code : column) {
            if (code < 0) {
                return true;
            }
        }
        return false;
    }

    /** The item at that place among those that are used. */
    int item(int j) {
        return items[j];
    }

    /** Its categories. */
    int categories(int j) {
        return categories[j];
    }

    /** Its categories, and one more if it is missing somewhere, the last. */
    int states(int j) {
        return states[j];
    }

    /** The place of the first item of each group, and the number of items. */
    int[] groupStart() {
        return groupStart;
    }

    /** The first row of each group, and the number of rows. */
    int[] firstRow() {
        return firstRow;
    }

    /** For each pattern the joint response of each group. */
    byte[] codes() {
        return codes;
    }
}
