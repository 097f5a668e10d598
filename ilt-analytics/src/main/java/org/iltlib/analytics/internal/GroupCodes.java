package org.iltlib.analytics.internal;

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
        Map<Integer, Integer> dense = new LinkedHashMap<>();
        int[] codes = new int[any.length];
        for (int i = 0; i < any.length; i++) {
            Integer known = dense.putIfAbsent(any[i], dense.size());
            codes[i] = known == null ? dense.size() - 1 : known;
        }
        int[] sizes = new int[dense.size()];
        for (int code : codes) {
            sizes[code]++;
        }
        return new GroupCodes(
                codes,
                sizes,
                dense.keySet().stream().mapToInt(Integer::intValue).toArray());
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
        double[] means = new double[sizes.length];
        for (int i = 0; i < codes.length; i++) {
            means[codes[i]] += values[i];
        }
        for (int g = 0; g < means.length; g++) {
            means[g] /= sizes[g];
        }
        double[] rest = new double[sizes.length];
        double[] within = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            within[i] = values[i] - means[codes[i]];
            rest[codes[i]] += within[i];
        }
        for (int i = 0; i < codes.length; i++) {
            within[i] -= rest[codes[i]] / sizes[codes[i]];
        }
        return within;
    }
}
