package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a stream around the place where reading stands, for two readers that take turns: one that takes bytes as a
 * stream and gives back what it has not used, and one that looks at them where they lie.
 */
final class Window extends InputStream {
    /** Readable bytes behind the last one, so that eight can be looked at together. */
    static final int SLACK = 8;

    private static final int HISTORY = 1 << 14;
    private static final int SIZE = 1 << 18;
    private static final int LARGEST = 1 << 24;
    private static final int PORTION = 1 << 13;

    private final InputStream in;
    private final long most;
    private byte[] bytes = new byte[SIZE + SLACK];
    private int at;
    private int end;
    private long before;
    private long given;

    Window(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    void moveTo(int place) {
        at = place;
    }

    void giveBack(int count) {
        at -= count;
    }

    /** How far the place where reading stands is from what a reader of the stream thinks who counts what it was given. */
    long drift() {
        return before + at - given;
    }

    /** Whether the text, of which nothing was taken yet, is of units of two or four bytes, as none in UTF-8 can be. */
    boolean isWide() throws IOException {
        while (end - at < 4 && more()) {
            // Until four bytes can be looked at, or there are no more.
        }
        int two = end - at < 2 ? 0x2020 : ((bytes[at] & 255) << 8) | (bytes[at + 1] & 255);
        return two == 0xfeff || two == 0xfffe || (two >> 8) == 0 || (two & 255) == 0;
    }

    /** Reads more behind what there is; false if there is no more, or what lies unread is too much to look at. */
    boolean more() throws IOException {
        int keepFrom = Math.max(0, at - HISTORY);
        if (keepFrom > 0) {
            System.arraycopy(bytes, keepFrom, bytes, 0, end - keepFrom);
            before += keepFrom;
            at -= keepFrom;
            end -= keepFrom;
        }
        if (end == bytes.length - SLACK) {
            if (bytes.length >= LARGEST) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, end, bytes.length - SLACK - end);
        if (read <= 0) {
            return false;
        }
        end += read;
        if (before + end > most) {
            throw new StreamConstraintsException("longer than " + most + " bytes");
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && !more()) {
            return -1;
        }
        int count = Math.min(Math.min(length, PORTION), end - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        given += count;
        return count;
    }
}
