package org.iltlib.evidence.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Texts as bytes: each UTF-16 unit takes one to three, as in CESU-8, so that the order of the bytes is the order of
 * {@link String#compareTo}, whatever the text holds.
 */
public final class Texts {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Texts() {}

    /** How many bytes a text of so many UTF-16 units takes at most. */
    public static int mostBytes(int units) {
        return Math.multiplyExact(units, 3);
    }

    /** Writes the text; answers where it ends. */
    public static int encode(char[] text, int from, int to, byte[] target, int at) {
        int length = at;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80) {
                target[length++] = (byte) c;
            } else if (c < 0x800) {
                target[length++] = (byte) (0xc0 | (c >> 6));
                target[length++] = (byte) (0x80 | (c & 0x3f));
            } else {
                target[length++] = (byte) (0xe0 | (c >> 12));
                target[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                target[length++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        return length;
    }

    /** The bytes of that text. */
    public static byte[] encoded(String text) {
        byte[] bytes = new byte[mostBytes(text.length())];
        int length = encode(text.toCharArray(), 0, text.length(), bytes, 0);
        return Arrays.copyOf(bytes, length);
    }

    /** The text that was written there. */
    public static String decoded(byte[] bytes, int from, int to) {
        char[] text = new char[to - from];
        int length = 0;
        for (int at = from; at < to; ) {
            int b = bytes[at] & 0xff;
            if (b < 0x80) {
                text[length++] = (char) b;
                at++;
            } else if (b < 0xe0) {
                text[length++] = (char) ((b & 0x1f) << 6 | (bytes[at + 1] & 0x3f));
                at += 2;
            } else {
                text[length++] = (char) ((b & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6 | (bytes[at + 2] & 0x3f));
                at += 3;
            }
        }
        return new String(text, 0, length);
    }

    /**
     * A hash, eight bytes at a time, whose halves are both well mixed (the finisher of MurmurHash3, A. Appleby). There
     * must be eight readable bytes after the text.
     */
    static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(bytes, at)) * 0x9e37_79b9_7f4a_7c15L;
            hash ^= hash >>> 32;
        }
        if (at < to) {
            long rest = (long) WORDS.get(bytes, at) & (-1L >>> (Long.SIZE - Byte.SIZE * (to - at)));
            hash = (hash ^ rest) * 0x9e37_79b9_7f4a_7c15L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51_afd7_ed55_8ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ce_b9fe_1a85_ec53L;
        return hash ^ (hash >>> 33);
    }
}
