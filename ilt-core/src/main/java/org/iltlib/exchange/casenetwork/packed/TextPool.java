package org.iltlib.exchange.casenetwork.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short texts, each kept once. Looking up takes constant time: a text whose place is crowded, as texts made for that
 * purpose would have it, stays outside, and so do new ones when the pool is full.
 */
public final class TextPool {
    /** The longest text that is kept, in bytes. */
    static final int LONGEST = 255;

    private static final int REMEMBERED = 1 << 13;

    /** How many slots are looked at; texts that come by chance hardly ever need as many. */
    private static final int MOST_LOOKS = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int most;
    private final ByteStore bytes = new ByteStore();
    private final LongColumn places = new LongColumn();
    private final @Nullable String[] remembered = new @Nullable String[REMEMBERED];
    private long[] slots = new long[1 << 10];

    /** An empty pool that takes up to so many texts. */
    public TextPool(int most) {
        this.most = most;
    }

    /** The number of the text, which is added if it is new; -1 if it is too long or finds no place. */
    int number(byte[] text, int offset, int length) {
        if (length > LONGEST) {
            return -1;
        }
        int hash = hash(text, offset, length);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int looks = 0; slots[slot] != 0; looks++) {
            long entry = slots[slot];
            if ((int) (entry >>> 32) == hash && is((int) entry - 1, text, offset, length)) {
                return (int) entry - 1;
            }
            if (looks == MOST_LOOKS) {
                return -1;
            }
            slot = slot + 1 & mask;
        }
        int number = places.size();
        if (number >= most) {
            return -1;
        }
        places.add(bytes.add(text, offset, length) << 8 | length);
        slots[slot] = (long) hash << 32 | number + 1;
        if (number + 1 > slots.length / 2) {
            grow();
        }
        return number;
    }

    private boolean is(int number, byte[] text, int offset, int length) {
        long place = places.get(number);
        if ((place & 255) != length) {
            return false;
        }
        int start = ByteStore.offset(place >>> 8);
        return Bytes.same(bytes.chunk(place >>> 8), start, text, offset, length);
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (long entry : slots) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (larger[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                larger[slot] = entry;
            }
        }
        slots = larger;
    }

    private static int hash(byte[] text, int offset, int length) {
        long hash = length * 0x9E3779B97F4A7C15L;
        int i = offset;
        int end = offset + length;
        for (; i + 8 <= end; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(text, i));
        }
        long rest = 0;
        for (; i < end; i++) {
            rest = (rest << 8) | (text[i] & 255);
        }
        hash = mix(hash ^ rest);
        return (int) (hash >>> 32 ^ hash);
    }

    private static long mix(long value) {
        long mixed = value * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /** The text of that number. */
    public String text(int number) {
        String known = number < REMEMBERED ? remembered[number] : null;
        if (known != null) {
            return known;
        }
        long place = places.get(number);
        String text = new String(
                bytes.chunk(place >>> 8), ByteStore.offset(place >>> 8), (int) (place & 255), StandardCharsets.UTF_8);
        if (number < REMEMBERED) {
            remembered[number] = text;
        }
        return text;
    }

    /** How many texts are in it. */
    public int size() {
        return places.size();
    }

    /** About how many bytes it takes. */
    public long bytes() {
        return bytes.bytes() + 8L * places.size() + 8L * slots.length;
    }
}
