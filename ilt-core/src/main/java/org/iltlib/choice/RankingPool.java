package org.iltlib.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Distinct rankings in chunks of 64 Ki entries, found again by hash: growing never copies what is stored.
 *
 * <p>What is added waits until a block is full; a thread of the common pool then puts it to its place, block after block in
 * order, while the caller goes on. The slots of many rankings are looked at before any is used, so that the processor
 * fetches them from memory side by side: with a million rankings that wait would be most of the time. The high bits of
 * the hash choose the slot, so that a larger table is filled from front to back.
 */
final class RankingPool {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int BATCH = 256;
    private static final int RING = 4;

    /** Whether no other thread can help. */
    private static final boolean ALONE =
            Runtime.getRuntime().availableProcessors() == 1 || ForkJoinPool.getCommonPoolParallelism() == 0;

    char[][] chunks = new char[4][];
    private long end;
    int[] starts = new int[64];
    int[] lengths = new int[64];
    long[] weights = new long[64];
    int size;

    /** The hash above, the number of the ranking plus one below; 0 if free. */
    private long[] slots = new long[128];

    private int shift = 32 - 7;

    private final List<RankingBlock> ring = new ArrayList<>(List.of(new RankingBlock()));
    private int turn;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    /** What was looked at; nobody reads it, but without it the compiler would drop the looking. */
    private long unusedSum;

    /** Adds the weight to the ranking in the first entries of the buffer, which becomes new if it is not there yet. */
    void add(char[] buffer, int length, long weight) {
        RankingBlock block = ring.get(turn);
        block.add(buffer, length, weight);
        if (block.size == RankingBlock.SIZE) {
            hand(block);
        }
    }

    private void hand(RankingBlock block) {
        if (ALONE) {
            settle(block);
            return;
        }
        last = last.thenRunAsync(() -> settle(block), ForkJoinPool.commonPool());
        block.settled = last;
        if (ring.size() < RING) {
            ring.add(new RankingBlock());
        }
        turn = (turn + 1) % ring.size();
        join(ring.get(turn).settled);
    }

    private static void join(CompletableFuture<Void> settled) {
        try {
            settled.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Puts everything to its place that was added before. */
    void flush() {
        join(last);
        settle(ring.get(turn));
    }

    private void settle(RankingBlock block) {
        while ((size + block.size) * 2L > slots.length) {
            grow();
        }
        block.hash();
        for (int from = 0; from < block.size; from += BATCH) {
            int to = Math.min(block.size, from + BATCH);
            look(block, from, to);
            for (int i = from; i < to; i++) {
                int start = block.start(i);
                put(block.entries, start, block.ends[i] - start, block.hashes[i], block.weights[i]);
            }
        }
        block.size = 0;
    }

    /** Reads what {@link #put} will read. */
    private void look(RankingBlock block, int from, int to) {
        for (int i = from; i < to; i++) {
            unusedSum += slots[block.hashes[i] >>> shift];
        }
        for (int i = from; i < to; i++) {
            long found = slots[block.hashes[i] >>> shift];
            if ((int) (found >>> 32) == block.hashes[i] && found != 0) {
                unusedSum += entry((int) found - 1, 0);
            }
        }
    }

    private void put(char[] entries, int from, int length, int hash, long weight) {
        int mask = slots.length - 1;
        int slot = hash >>> shift;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            int index = (int) found - 1;
            if ((int) (found >>> 32) == hash && same(index, entries, from, length)) {
                weights[index] = Math.addExact(weights[index], weight);
                return;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = ((long) hash << 32) | (append(entries, from, length, weight) + 1);
    }

    private boolean same(int index, char[] entries, int from, int length) {
        int start = starts[index] & (CHUNK - 1);
        return Arrays.equals(
                chunks[starts[index] >>> BITS], start, start + lengths[index], entries, from, from + length);
    }

    private int append(char[] entries, int from, int length, long weight) {
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
        }
        System.arraycopy(entries, from, chunks[chunk], (int) (end & (CHUNK - 1)), length);
        starts[size] = (int) end;
        lengths[size] = length;
        weights[size] = weight;
        end += length;
        return size++;
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

    /** Puts what waits to its place, and gives back what only adding needs. */
    void finish() {
        flush();
        slots = new long[0];
        ring.clear();
    }

    char entry(int index, int position) {
        int start = starts[index] + position;
        return chunks[start >>> BITS][start & (CHUNK - 1)];
    }
}
