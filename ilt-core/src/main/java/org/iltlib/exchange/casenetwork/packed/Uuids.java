package org.iltlib.exchange.casenetwork.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.UUID;

/** UUIDs in lower case, between text and two longs. */
public final class Uuids {
    /** The characters of a UUID. */
    public static final int LENGTH = 36;

    private static final long ONES = 0x0101010101010101L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NIBBLES = new byte[128];

    static {
        Arrays.fill(NIBBLES, (byte) -1);
        for (int i = 0; i < 16; i++) {
            NIBBLES[Character.forDigit(i, 16)] = (byte) i;
        }
    }

    private Uuids() {}

    /**
     * Reads 36 characters: 8-4-4-4-12 lower-case hexadecimal digits.
     *
     * @param into takes the upper and the lower half
     * @return whether it is a UUID
     */
    public static boolean parse(char[] text, int start, long[] into) {
        if (text[start + 8] != '-' || text[start + 13] != '-' || text[start + 18] != '-' || text[start + 23] != '-') {
            return false;
        }
        long a = hex(text, start, 8);
        long b = hex(text, start + 9, 4);
        long c = hex(text, start + 14, 4);
        long d = hex(text, start + 19, 4);
        long e = hex(text, start + 24, 12);
        if ((a | b | c | d | e) < 0) {
            return false;
        }
        into[0] = a << 32 | b << 16 | c;
        into[1] = d << 48 | e;
        return true;
    }

    /** As {@link #parse(char[], int, long[])}, of a whole text. */
    public static boolean parse(String text, long[] into) {
        return text.length() == LENGTH && parse(text.toCharArray(), 0, into);
    }

    /**
     * As {@link #parse(char[], int, long[])}, from 36 bytes. Eight digits at a time: each byte becomes its half byte, which
     * is turned back into a digit to see that it was one.
     */
    public static boolean parse(byte[] text, int start, long[] into) {
        if (text[start + 8] != '-' || text[start + 13] != '-' || text[start + 18] != '-' || text[start + 23] != '-') {
            return false;
        }
        long a = hex((long) LONGS.get(text, start));
        long b = hex(((long) (int) INTS.get(text, start + 9) << 32) | ((int) INTS.get(text, start + 14) & 0xFFFFFFFFL));
        long c =
                hex(((long) (int) INTS.get(text, start + 19) << 32) | ((int) INTS.get(text, start + 24) & 0xFFFFFFFFL));
        long d = hex((long) LONGS.get(text, start + 28));
        if ((a | b | c | d) < 0) {
            return false;
        }
        into[0] = a << 32 | b;
        into[1] = c << 32 | d;
        return true;
    }

    private static long hex(long digits) {
        long letters = digits >>> 6 & ONES;
        long halves = (digits & 0x0F * ONES) + 9 * letters;
        long back = halves + '0' * ONES + ((halves + 6 * ONES) >>> 4 & ONES) * 39;
        if (back != digits) {
            return -1;
        }
        long pairs = (halves >>> 4 | halves) & 0x00FF00FF00FF00FFL;
        long fours = (pairs >>> 8 | pairs) & 0x0000FFFF0000FFFFL;
        return (fours >>> 16 | fours) & 0xFFFFFFFFL;
    }

    private static long hex(char[] text, int start, int length) {
        long value = 0;
        int bad = 0;
        for (int i = start; i < start + length; i++) {
            int c = text[i];
            int nibble = NIBBLES[c & 127] | -(c >>> 7);
            bad |= nibble;
            value = value << 4 | (nibble & 15);
        }
        return bad < 0 ? -1 : value;
    }

    /** The text. */
    public static String text(long high, long low) {
        return new UUID(high, low).toString();
    }

    /** Whether version (1 to 5) and variant are those that the standard allows. */
    public static boolean isUsual(long high, long low) {
        long version = high >>> 12 & 15;
        return version >= 1 && version <= 5 && low >>> 62 == 2;
    }
}
