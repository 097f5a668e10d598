package org.iltlib.exchange.casenetwork.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Comparing short runs of bytes, eight at a time. */
public final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    /** Whether the bytes from those places on are the same; all of them are within the arrays. */
    public static boolean same(byte[] one, int from, byte[] other, int start, int length) {
        if (length < 8) {
            for (int i = 0; i < length; i++) {
                if (one[from + i] != other[start + i]) {
                    return false;
                }
            }
            return true;
        }
        int last = length - 8;
        for (int i = 0; i < last; i += 8) {
            if ((long) LONGS.get(one, from + i) != (long) LONGS.get(other, start + i)) {
                return false;
            }
        }
        return (long) LONGS.get(one, from + last) == (long) LONGS.get(other, start + last);
    }
}
