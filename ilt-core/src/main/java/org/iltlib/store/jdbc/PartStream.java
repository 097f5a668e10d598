package org.iltlib.store.jdbc;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Bytes that come in numbered parts. */
final class PartStream extends InputStream {
    private final IntFunction<byte[]> parts;
    private long left;
    private byte[] current = new byte[0];
    private int position;
    private int next;

    PartStream(IntFunction<byte[]> parts, long size) {
        this.parts = parts;
        this.left = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (position == current.length) {
            current = parts.apply(next++);
            position = 0;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, count);
        position += count;
        left -= count;
        return count;
    }
}
