package org.iltlib.choice;

import java.util.Arrays;

/** Distinct rankings in chunks of 64 Ki entries, found again by hash: growing never copies what is stored. */
final class RankingPool {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    char[][] chunks = new char[4][];
    private long end;
    int[] starts = new int[64];
    int[] lengths = new int[64];
    long[] weights = new long[64];
    int size;
    private int[] slots = new int[128];
    private int[] hashes = new int[64];

    /** Adds the weight to the ranking in the first entries of the buffer, which becomes new if it is not there yet. */
    void add(char[] buffer, int length, long weight) {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[i];
        }
        hash *= 0x9E3779B9;
        hash ^= hash >>> 15;
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int found = slots[slot] - 1;
            if (hashes[found] == hash && same(found, buffer, length)) {
                weights[found] = Math.addExact(weights[found], weight);
                return;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = append(buffer, length, weight, hash) + 1;
        if (size * 2 > slots.length) {
            rehash();
        }
    }

    private boolean same(int index, char[] buffer, int length) {
        int from = starts[index] & (CHUNK - 1);
        return Arrays.equals(chunks[starts[index] >>> BITS], from, from + lengths[index], buffer, 0, length);
    }

    private int append(char[] buffer, int length, long weight, int hash) {
        if ((end & (CHUNK - 1)) + length > CHUNK) {
            end = (end + CHUNK) & -CHUNK;
        }
        int chunk = (int) (end >>> BITS);
        if (chunk >= CHUNK / 2) {
            throw new IllegalArgumentException("The distinct rankings have more than 2^31 entries together.");
        }
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new char[CHUNK];
        }
        if (size == starts.length) {
            int longer = size + (size >> 1);
            starts = Arrays.copyOf(starts, longer);
            lengths = Arrays.copyOf(lengths, longer);
            weights = Arrays.copyOf(weights, longer);
            hashes = Arrays.copyOf(hashes, longer);
        }
        System.arraycopy(buffer, 0, chunks[chunk], (int) (end & (CHUNK - 1)), length);
        starts[size] = (int) end;
        lengths[size] = length;
        weights[size] = weight;
        hashes[size] = hash;
        end += length;
        return size++;
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int index = 0; index < size; index++) {
            int slot = hashes[index] & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = index + 1;
        }
        slots = larger;
    }

    /** Gives back what only adding needs. */
    void finish() {
        slots = new int[0];
        hashes = new int[0];
    }

    char entry(int index, int position) {
        int start = starts[index] + position;
        return chunks[start >>> BITS][start & (CHUNK - 1)];
    }
}
