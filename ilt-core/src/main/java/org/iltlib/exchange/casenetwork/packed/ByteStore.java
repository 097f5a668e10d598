package org.iltlib.exchange.casenetwork.packed;

import java.util.ArrayList;
import java.util.List;

/** Bytes appended piece by piece; a piece lies in one array, and growing copies nothing. */
final class ByteStore {
    static final int BITS = 18;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK;

    /** Appends the bytes; the result is their address. */
    long add(byte[] from, int offset, int length) {
        if (chunks.isEmpty() || length > CHUNK - used) {
            boolean large = length > CHUNK / 4;
            chunks.add(new byte[large ? length : CHUNK]);
            if (large) {
                System.arraycopy(from, offset, chunks.get(chunks.size() - 1), 0, length);
                used = CHUNK;
                return (long) (chunks.size() - 1) << BITS;
            }
            used = 0;
        }
        int place = used;
        System.arraycopy(from, offset, chunks.get(chunks.size() - 1), place, length);
        used += length;
        return ((long) (chunks.size() - 1) << BITS) + place;
    }

    byte[] chunk(long address) {
        return chunks.get((int) (address >>> BITS));
    }

    static int offset(long address) {
        return (int) (address & MASK);
    }

    long bytes() {
        return chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }
}
