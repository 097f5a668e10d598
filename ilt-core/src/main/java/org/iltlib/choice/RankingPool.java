package org.iltlib.choice;

import java.util.Arrays;

/**
 * Distinct rankings in chunks of 64 Ki entries, found again by hash: growing never copies what is stored.
 *
 * <p>Rankings come in blocks, see {@link RankingIntake}. The slots of many rankings are looked at before any is used, so that the processor
 * fetches them from memory side by side: with a million rankings that wait would be most of the time. The high bits of
 * the hash choose the slot, so that a larger table is filled from front to back.
 */
final class RankingPool {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int BATCH = 256;

    char[][] chunks = new char[4][];
    private long end;
    /** Where each ranking starts, and below its length. */
    private long[] places = new long[64];

    long[] weights = new long[64];
    int size;

    /** The hash above, the number of the ranking plus one below; 0 if free. */
    private long[] slots = new long[128];

    private int shift = 32 - 7;

    /** What was looked at; nobody reads it, but without it the compiler would drop the looking. */
    private long unusedSum;

    /**
     * Puts everything in the block to its place, and empties it. What changes with every ranking is kept out of the fields,
     * which stand beside others that the adding thread reads.
     */
    void settle(RankingBlock block) {
        reserve(block.size);
        int count = size;
        long behind = end;
        for (int from = 0; from < block.size; from += BATCH) {
            int to = Math.min(block.size, from + BATCH);
            unusedSum += look(block, from, to);
            for (int i = from; i < to; i++) {
                int start = block.start(i);
                int length = block.ends[i] - start;
                int slot = slot(block.entries, start, length, block.hashes[i]);
                if (slots[slot] == 0) {
                    behind = append(block.entries, start, length, behind);
                    places[count] = ((behind - length) << 32) | length;
                    weights[count] = block.weights[i];
                    slots[slot] = ((long) block.hashes[i] << 32) | ++count;
                } else {
                    int index = (int) slots[slot] - 1;
                    weights[index] = Math.addExact(weights[index], block.weights[i]);
                }
            }
        }
        size = count;
        end = behind;
        block.size = 0;
    }

    private void reserve(int rankings) {
        while ((size + rankings) * 4L > slots.length * 3L) {
            grow();
        }
        if (size + rankings > places.length) {
            int longer = Math.max(size + rankings, size + (size >> 1));
            places = Arrays.copyOf(places, longer);
            weights = Arrays.copyOf(weights, longer);
        }
    }

    /** Reads what {@link #settle} will read. */
    private long look(RankingBlock block, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += slots[block.hashes[i] >>> shift];
        }
        for (int i = from; i < to; i++) {
            long found = slots[block.hashes[i] >>> shift];
            if ((int) (found >>> 32) == block.hashes[i] && found != 0) {
                sum += entry((int) found - 1, 0) + weights[(int) found - 1];
            }
        }
        return sum;
    }

    /** The slot of the ranking, or the free one where it belongs. */
    private int slot(char[] entries, int from, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash >>> shift;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            if ((int) (found >>> 32) == hash && same((int) found - 1, entries, from, length)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int index, char[] entries, int from, int length) {
        long place = places[index];
        int start = (int) (place >>> 32) & (CHUNK - 1);
        return (int) place == length
                && Arrays.equals(
                        chunks[(int) (place >>> (32 + BITS))], start, start + length, entries, from, from + length);
    }

    /** Stores entries at that place or, if the chunk is too short, in the next; the place behind them. */
    private long append(char[] entries, int from, int length, long place) {
        long at = (place & (CHUNK - 1)) + length > CHUNK ? (place + CHUNK) & -CHUNK : place;
        int chunk = (int) (at >>> BITS);
        if (chunk >= CHUNK / 2) {
            throw new IllegalArgumentException("The distinct rankings have more than 2^31 entries together.");
        }
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new char[CHUNK];
        }
        System.arraycopy(entries, from, chunks[chunk], (int) (at & (CHUNK - 1)), length);
        return at + length;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        shift--;
        for (long held : slots) {
            if (held != 0) {
                int slot = (int) (held >>> 32) >>> shift;
                while (larger[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                larger[slot] = held;
            }
        }
        slots = larger;
    }

    /** Gives back what only adding needs. */
    void finish() {
        slots = new long[0];
    }

    int length(int index) {
        return (int) places[index];
    }

    char entry(int index, int position) {
        int start = (int) (places[index] >>> 32) + position;
        return chunks[start >>> BITS][start & (CHUNK - 1)];
    }
}
