package org.iltlib.analytics.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Group codes made dense: 0, 1, 2, … in the order in which the groups first appear.
 */
public final class GroupCodes {
    private final int[] codes;
    private final int[] sizes;
    private final int[] originals;

    private GroupCodes(int[] codes, int[] sizes, int[] originals) {
        this.codes = codes;
        this.sizes = sizes;
        this.originals = originals;
    }

    /** Dense codes for any codes, in O(n). */
    public static GroupCodes of(int[] any) {
        int mask = Integer.highestOneBit(Math.max(8, any.length)) * 4 - 1;
        int[] slots = new int[mask + 1];
        int[] codes = new int[any.length];
        int[] originals = new int[16];
        int count = 0;
        for (int i = 0; i < any.length; i++) {
            int spread = any[i] * 0x9E3779B9;
            int slot = (spread ^ (spread >>> 15)) & mask;
            while (slots[slot] != 0 && originals[slots[slot] - 1] != any[i]) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                originals = count < originals.length ? originals : Arrays.copyOf(originals, 2 * count);
                originals[count++] = any[i];
                slots[slot] = count;
            }
            codes[i] = slots[slot] - 1;
        }
        int[] sizes = new int[count];
        for (int code : codes) {
            sizes[code]++;
        }
        return new GroupCodes(codes, sizes, Arrays.copyOf(originals, count));
    }

    /** No groups at all: nothing is absorbed. {@link #within} takes nothing away. */
    public static GroupCodes none(int rows) {
        return new GroupCodes(new int[rows], new int[0], new int[0]);
    }

    /** Every row a group of its own. */
    public static GroupCodes rows(int rows) {
        int[] own = new int[rows];
        int[] sizes = new int[rows];
        for (int i = 0; i < rows; i++) {
            own[i] = i;
            sizes[i] = 1;
        }
        return new GroupCodes(own, sizes, own.clone());
    }

    /** The groups of the rows that agree in both. */
    public GroupCodes crossed(GroupCodes other) {
        Map<Long, Integer> seen = new LinkedHashMap<>();
        int[] codes = new int[this.codes.length];
        for (int i = 0; i < codes.length; i++) {
            long key = ((long) this.codes[i] << 32) | other.codes[i];
            Integer known = seen.putIfAbsent(key, seen.size());
            codes[i] = known == null ? seen.size() - 1 : known;
        }
        return of(codes);
    }

    /** How many groups there are. */
    public int count() {
        return sizes.length;
    }

    /** The dense code of a row. */
    public int get(int row) {
        return codes[row];
    }

    /** How many rows there are. */
    public int rows() {
        return codes.length;
    }

    /** How many rows a group has. */
    public int size(int group) {
        return sizes[group];
    }

    /** The code that the caller gave the group. */
    public int original(int group) {
        return originals[group];
    }

    /** The rows of each group, in their order, in O(n). */
    public int[][] members() {
        int[][] members = new int[sizes.length][];
        for (int g = 0; g < sizes.length; g++) {
            members[g] = new int[sizes[g]];
        }
        int[] filled = new int[sizes.length];
        for (int i = 0; i < codes.length; i++) {
            members[codes[i]][filled[codes[i]]++] = i;
        }
        return members;
    }

    /** The values with the mean of their group taken away; the values themselves are left alone. */
    public double[] within(double[] values) {
        return within(values, new double[0]);
    }

    /** As {@link #within(double[])}, with weighted means; no weights at all stand for equal ones. */
    public double[] within(double[] values, double[] weights) {
        if (sizes.length == 0) {
            return values.clone();
        }
        double[] once = lessMeans(values, weights);
        return lessMeans(once, weights);
    }

    private double[] lessMeans(double[] values, double[] weights) {
        double[] means = new double[sizes.length];
        double[] mass = new double[sizes.length];
        for (int i = 0; i < codes.length; i++) {
            double weight = weights.length == 0 ? 1 : weights[i];
            means[codes[i]] += weight * values[i];
            mass[codes[i]] += weight;
        }
        for (int g = 0; g < means.length; g++) {
            means[g] /= mass[g];
        }
        double[] less = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            less[i] = values[i] - means[codes[i]];
        }
        return less;
    }
}
