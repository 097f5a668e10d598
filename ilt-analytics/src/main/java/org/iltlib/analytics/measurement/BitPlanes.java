package org.iltlib.analytics.measurement;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Responses turned on their side: for each item and each binary digit of its points, one bit a student. A sum of products
 * is then a count of bits, 64 students at a time.
 */
final class BitPlanes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    /** Gathers the lowest bits of eight bytes in the highest byte, the first byte's lowest. */
    private static final long GATHER = 0x0102040810204080L;

    private final long[][][] planes;
    private final long[] complete;

    private BitPlanes(long[][][] planes, long[] complete) {
        this.planes = planes;
        this.complete = complete;
    }

    /** The planes of the students who have points on every item. */
    static BitPlanes of(ResponseTable table) {
        int words = (table.students() + 63) / 64;
        long[] complete = new long[words];
        Arrays.fill(complete, -1L);
        if (table.students() % 64 != 0) {
            complete[words - 1] = (1L << table.students()) - 1;
        }
        long[][][] planes = new long[table.items()][][];
        for (int item = 0; item < planes.length; item++) {
            int digits = 32 - Integer.numberOfLeadingZeros(table.largest(item));
            planes[item] = new long[digits][words];
            fill(planes[item], complete, Arrays.copyOf(table.codes(item), words * 64));
        }
        for (long[][] item : planes) {
            for (long[] plane : item) {
                for (int w = 0; w < words; w++) {
                    plane[w] &= complete[w];
                }
            }
        }
        return new BitPlanes(planes, complete);
    }

    private static void fill(long[][] planes, long[] complete, byte[] codes) {
        for (int w = 0; w < complete.length; w++) {
            long missing = 0;
            for (int part = 0; part < 8; part++) {
                long eight = (long) LONGS.get(codes, w * 64 + part * 8);
                missing |= gathered(eight >>> 7) << (part * 8);
                for (int digit = 0; digit < planes.length; digit++) {
                    planes[digit][w] |= gathered(eight >>> digit) << (part * 8);
                }
            }
            complete[w] &= ~missing;
        }
    }

    private static long gathered(long eight) {
        return ((eight & LOW_BITS) * GATHER) >>> 56;
    }

    /** How many students have points on every item. */
    long students() {
        long count = 0;
        for (long word : complete) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The sum of the points of an item. */
    long sum(int item) {
        long sum = 0;
        for (int digit = 0; digit < planes[item].length; digit++) {
            long count = 0;
            for (long word : planes[item][digit]) {
                count += Long.bitCount(word);
            }
            sum += count << digit;
        }
        return sum;
    }

    /** The sum over students of the product of the points of two items. */
    long product(int one, int other) {
        long sum = 0;
        for (int a = 0; a < planes[one].length; a++) {
            for (int b = 0; b < planes[other].length; b++) {
                sum += together(planes[one][a], planes[other][b]) << (a + b);
            }
        }
        return sum;
    }

    private static long together(long[] one, long[] other) {
        long count = 0;
        for (int w = 0; w < one.length; w++) {
            count += Long.bitCount(one[w] & other[w]);
        }
        return count;
    }
}
