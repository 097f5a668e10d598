package org.iltlib.exchange.casenetwork.packed;

import java.util.ArrayList;
import java.util.List;

/** A list of longs that grows without copying. */
final class LongColumn {
    private static final int BITS = 14;
    private static final int MASK = (1 << BITS) - 1;

    private final List<long[]> chunks = new ArrayList<>();
    private long[] last = new long[0];
    private int size;

    void add(long value) {
        if ((size & MASK) == 0) {
            last = new long[1 << BITS];
            chunks.add(last);
        }
        last[size++ & MASK] = value;
    }

    long get(int index) {
        return chunks.get(index >>> BITS)[index & MASK];
    }

    int size() {
        return size;
    }
}
