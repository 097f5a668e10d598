package org.iltlib.choice;

import java.util.Arrays;

/** Rankings on their way into a {@link RankingPool}, a few thousand at a time. */
final class RankingBlock {
    static final int SIZE = 2_048;

    int[] ends = new int[16];
    long[] weights = new long[16];
    int[] hashes = new int[16];
    char[] entries = new char[64];
    int size;

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The entries, with room for that many more. */
    char[] room(int length) {
        int end = start(size) + length;
        if (end > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(end, entries.length * 2));
        }
        return entries;
    }

    /** Adds the ranking written there. */
    void add(int length, int hash, long weight) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        ends[size] = start(size) + length;
        hashes[size] = hash;
        weights[size++] = weight;
    }
}
