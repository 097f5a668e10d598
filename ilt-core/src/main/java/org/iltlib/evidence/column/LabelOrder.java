package org.iltlib.evidence.column;

import java.util.Arrays;

/**
 * Sorts texts that lie in one pool of bytes: a radix sort over the next seven bytes after what all have in common, and
 * again inside each run that these do not tell apart (the idea of multikey and radix string sorting: J. Bentley and R.
 * Sedgewick, Fast algorithms for sorting and searching strings, 1997; P. McIlroy, K. Bostic and D. McIlroy, Engineering
 * radix sort, 1993).
 */
final class LabelOrder {
    private static final int FEW = 24;
    private static final int STEP = 7;
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int PASSES = 6;

    private final byte[] bytes;
    private final int[] ends;
    private int[] order;
    private int[] otherOrder;
    private long[] keys;
    private long[] otherKeys;

    private LabelOrder(byte[] bytes, int[] ends, int[] order) {
        this.bytes = bytes;
        this.ends = ends;
        this.order = order;
        this.otherOrder = new int[order.length];
        this.keys = new long[order.length];
        this.otherKeys = new long[order.length];
    }

    /** Puts the codes in the order of their texts, all of which are different. */
    static void sort(byte[] bytes, int[] ends, int[] codes) {
        LabelOrder run = new LabelOrder(bytes, ends, codes.clone());
        run.sort(0, codes.length, 0);
        System.arraycopy(run.order, 0, codes, 0, codes.length);
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    private void sort(int from, int to, int depth) {
        if (to - from <= FEW) {
            insert(from, to, depth);
            return;
        }
        int common = common(from, to, depth);
        for (int i = from; i < to; i++) {
            keys[i] = key(order[i], common);
        }
        radix(from, to);
        long[] sorted = Arrays.copyOfRange(keys, from, to);
        for (int begin = 0; begin < sorted.length; ) {
            int end = begin + 1;
            while (end < sorted.length && sorted[end] == sorted[begin]) {
                end++;
            }
            if (end > begin + 1) {
                sort(from + begin, from + end, common + STEP);
            }
            begin = end;
        }
    }

    private void insert(int from, int to, int depth) {
        for (int i = from + 1; i < to; i++) {
            int code = order[i];
            int j = i - 1;
            while (j >= from && compare(order[j], code, depth) > 0) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = code;
        }
    }

    private int compare(int left, int right, int depth) {
        return Arrays.compareUnsigned(bytes, start(left) + depth, ends[left], bytes, start(right) + depth, ends[right]);
    }

    /** How many bytes, at least the given, all texts of the run begin with alike. */
    private int common(int from, int to, int depth) {
        int first = start(order[from]);
        int length = ends[order[from]] - first;
        for (int i = from + 1; i < to && length > depth; i++) {
            int start = start(order[i]);
            int differs = Arrays.mismatch(bytes, first + depth, first + length, bytes, start + depth, ends[order[i]]);
            if (differs >= 0) {
                length = Math.min(length, depth + differs);
            }
        }
        return length;
    }

    /** Seven bytes, each one more than it is, so that the end of a text comes before all. */
    private long key(int code, int depth) {
        int end = ends[code];
        long key = 0;
        int at = start(code) + depth;
        for (int i = 0; i < STEP; i++, at++) {
            key = key << 9 | (at < end ? (bytes[at] & 0xff) + 1 : 0);
        }
        return key;
    }

    private void radix(int from, int to) {
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = pass * DIGIT;
            int[] places = new int[BUCKETS + 1];
            for (int i = from; i < to; i++) {
                places[(int) (keys[i] >>> shift & BUCKETS - 1) + 1]++;
            }
            if (places[(int) (keys[from] >>> shift & BUCKETS - 1) + 1] == to - from) {
                continue;
            }
            for (int b = 0; b < BUCKETS; b++) {
                places[b + 1] += places[b];
            }
            for (int i = from; i < to; i++) {
                int place = from + places[(int) (keys[i] >>> shift & BUCKETS - 1)]++;
                otherKeys[place] = keys[i];
                otherOrder[place] = order[i];
            }
            System.arraycopy(otherKeys, from, keys, from, to - from);
            System.arraycopy(otherOrder, from, order, from, to - from);
        }
    }
}
