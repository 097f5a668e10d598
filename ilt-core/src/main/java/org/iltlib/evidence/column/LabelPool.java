package org.iltlib.evidence.column;

import java.util.Arrays;
import org.iltlib.base.Checks;

/**
 * Different texts, each once, as bytes one after the other, and found again by open addressing: no object for each. A
 * text has a code, its place in the order of first appearance. Not thread-safe.
 */
public final class LabelPool {
    private static final int MOST_BYTES = Integer.MAX_VALUE - 16;
    private static final int PADDING = Long.BYTES;
    private static final long UPPER = 0xffff_ffff_0000_0000L;

    private byte[] bytes = new byte[1024];
    private int[] ends = new int[64];
    private int size;
    private int used;

    /** The bytes of each text, as long as all have equally many; otherwise −1. */
    private int fixed;

    /** For each slot the upper half of a hash and one more than a code; 0 where nothing is. */
    private long[] slots = new long[256];

    private long touched;

    /** An empty pool. */
    public LabelPool() {}

    /** The number of texts. */
    public int size() {
        return size;
    }

    /** The hash of a text; there must be eight readable bytes after it. */
    public static long hash(byte[] text, int from, int to) {
        return Texts.hash(text, from, to);
    }

    /**
     * Brings what {@link #codeOf} will read for those hashes into the cache: each asks memory alone, so that the waits
     * overlap.
     */
    public void touch(long[] hashes, int count) {
        int mask = slots.length - 1;
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += slots[(int) hashes[i] & mask];
        }
        for (int i = 0; i < count; i++) {
            long slot = slots[(int) hashes[i] & mask];
            if (((slot ^ hashes[i]) & UPPER) == 0 && slot != 0) {
                sum += bytes[start((int) slot - 1)];
            }
        }
        touched = sum;
    }

    /** The code of that text, new if it was not here; the hash is that of the text. Constant time on average. */
    public int codeOf(byte[] text, int from, int to, long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            int code = (int) found - 1;
            if (((found ^ hash) & UPPER) == 0 && Arrays.equals(bytes, start(code), end(code), text, from, to)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        append(text, from, to);
        slots[slot] = (hash & UPPER) | size;
        if (size > slots.length >> 1) {
            spread();
        }
        return size - 1;
    }

    /** The texts that are wanted, in their natural order; the others are left out. Linear in the bytes, nearly. */
    public PooledLabels sorted(boolean[] wanted) {
        int[] order = new int[size];
        int count = 0;
        for (int code = 0; code < size; code++) {
            if (wanted[code]) {
                order[count++] = code;
            }
        }
        order = Arrays.copyOf(order, count);
        LabelOrder.sort(bytes, ends, order);
        int length = 0;
        for (int code : order) {
            length += end(code) - start(code);
        }
        byte[] packed = new byte[length];
        int[] packedEnds = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int start = start(order[i]);
            int here = end(order[i]) - start;
            System.arraycopy(bytes, start, packed, at, here);
            at += here;
            packedEnds[i] = at;
        }
        return new PooledLabels(packed, packedEnds, order);
    }

    private int start(int code) {
        return code == 0 ? 0 : end(code - 1);
    }

    private int end(int code) {
        return fixed >= 0 ? (code + 1) * fixed : ends[code];
    }

    private void append(byte[] text, int from, int to) {
        int length = to - from;
        Checks.require(
                (long) used + length + PADDING <= MOST_BYTES && size < Integer.MAX_VALUE >> 2,
                "The labels of a column take more than %s bytes. Maybe the file should be read in parts.",
                MOST_BYTES);
        if (used + length + PADDING > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int)
                    Math.min(MOST_BYTES, used + (long) Math.max(length + PADDING, used >> 1)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        System.arraycopy(text, from, bytes, used, length);
        used += length;
        fixed = size == 0 || fixed == length ? length : -1;
        ends[size++] = used;
    }

    /** Twice the slots. The upper half of a hash does not say the slot, so each text is hashed anew. */
    private void spread() {
        slots = new long[slots.length << 1];
        int mask = slots.length - 1;
        for (int code = 0; code < size; code++) {
            long hash = hash(bytes, start(code), end(code));
            int slot = (int) hash & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (hash & UPPER) | (code + 1);
        }
    }

    /** Such as {@code 1000 texts in 4000 bytes}; never a text. */
    @Override
    public String toString() {
        return size + " texts in " + used + " bytes" + (touched == Long.MIN_VALUE ? "." : "");
    }
}
