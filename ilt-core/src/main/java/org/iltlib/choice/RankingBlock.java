package org.iltlib.choice;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Rankings on their way into a {@link RankingPool}, a few thousand at a time. */
final class RankingBlock {
    static final int SIZE = 2_048;

    int[] ends = new int[16];
    long[] weights = new long[16];
    int[] hashes = new int[16];
    char[] entries = new char[64];
    int size;

    /** Complete when the rankings are in the pool, and the block is free again. */
    CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Adds the first entries of the buffer. */
    void add(char[] buffer, int length, long weight) {
        int start = start(size);
        int end = start + length;
        if (end > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(end, entries.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        for (int i = 0; i < length; i++) {
            entries[start + i] = buffer[i];
        }
        ends[size] = end;
        weights[size++] = weight;
    }

    void hash() {
        int at = 0;
        for (int index = 0; index < size; index++) {
            int end = ends[index];
            int length = end - at;
            long hash = length;
            for (; at < end; at++) {
                hash = (hash + entries[at]) * 0x9E3779B97F4A7C15L;
            }
            hash ^= hash >>> 29;
            hashes[index] = (int) ((hash * 0xBF58476D1CE4E5B9L) >>> 32);
        }
    }
}
