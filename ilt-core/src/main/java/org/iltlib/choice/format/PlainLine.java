package org.iltlib.choice.format;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A ballot as most files have it: digits and single blanks on one line, alternatives up to 99. Whatever else is left to
 * the readers, who then begin the line again.
 *
 * <p>Eight bytes are looked at together, as the bytes of one long: which are digits, where a number ends, and what each
 * two digits side by side amount to. Only to go from one end to the next is left, so that the processor need not know
 * how long a number is before it reads the next one.
 */
final class PlainLine {
    /** No plain line is longer. */
    private static final int LONGEST = 1 << 10;

    /** The largest number of two digits. */
    private static final int LARGEST = 99;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** The highest bit of each byte, which is the one that masks use. */
    private static final long HIGH = 0x8080808080808080L;

    private static final long EACH = 0x0101010101010101L;

    /** The alternatives from 0, in order; the first {@link #length} count. */
    final int[] entries = new int[LONGEST / 2];

    int length;
    long count;
    /** How many of the numbers last taken were 0. */
    private int zeros;

    /** Takes {@code 3 2 14 1 0}; false, with nothing taken, if the line is not so plain. */
    boolean takeBlt(ByteScanner scanner, int alternatives) throws IOException {
        int at = count(scanner);
        if (at < 0 || scanner.buffer[at] != ' ') {
            return false;
        }
        int behind = numbers(scanner.buffer, at + 1, alternatives, false);
        if (behind < 0 || zeros != 1 || entries[length - 1] >= 0) {
            return false;
        }
        length--;
        return end(scanner, behind);
    }

    /** Takes {@code 3: 2, 14, 1}; false, with nothing taken, if the line is not so plain. */
    boolean takeOrder(ByteScanner scanner, int separator) throws IOException {
        int at = count(scanner);
        if (at < 0 || scanner.buffer[at] != separator) {
            return false;
        }
        at += scanner.buffer[at + 1] == ' ' ? 2 : 1;
        int behind = numbers(scanner.buffer, at, LARGEST, true);
        return behind >= 0 && zeros == 0 && end(scanner, behind);
    }

    /**
     * Takes numbers with a blank, or with a comma and perhaps a blank, between each two; the place of what comes behind
     * the last, or −1 if there is more than that or a number above the most. Masks are shifted by a byte to ask what stands one byte before.
     */
    private int numbers(byte[] bytes, int from, int most, boolean commas) {
        long room = EACH * (0x7F - Math.min(most, LARGEST));
        int n = 0;
        int none = 0;
        long othersBefore = HIGH;
        long betweenBefore = 0;
        long valuesBefore = 0;
        for (int at = from; at < from + LONGEST - 32; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long values = eight ^ (EACH * '0');
            long others = ((values & ~HIGH) + EACH * (0x80 - 10) | values) & HIGH;
            values &= ((others ^ HIGH) >>> 7) * 0xFF;
            long blanks = equal(eight, ' ');
            long between = commas ? equal(eight, ',') : blanks;
            long after = commas ? blanks : 0;
            long others1 = others << 8 | othersBefore >>> 56;
            long others2 = others << 16 | othersBefore >>> 48;
            long others3 = others << 24 | othersBefore >>> 40;
            long between1 = between << 8 | betweenBefore >>> 56;
            long strange = others & ~(between | after);
            long upTo = strange ^ (strange - 1);
            // A number of three digits, a separator without a number before it, or a blank that follows no comma.
            long odd = (~(others1 | others2 | others3) & HIGH) | (between & others1) | (after & ~between1);
            if ((odd & upTo) != 0) {
                return -1;
            }
            long ends = others & ~others1 & upTo;
            long numbers = (values << 8 | valuesBefore >>> 56) + (values << 16 | valuesBefore >>> 48) * 10;
            if ((numbers + room & ends) != 0) {
                return -1;
            }
            none += Long.bitCount(equal(numbers, '\0') & ends);
            put(numbers, ends, n);
            n += Long.bitCount(ends);
            if (strange != 0) {
                length = n;
                zeros = none;
                return (strange & ends) == 0 ? -1 : at + (Long.numberOfTrailingZeros(strange) >>> 3);
            }
            othersBefore = others;
            betweenBefore = between;
            valuesBefore = values;
        }
        return -1;
    }

    /** Always writes four, the most that eight bytes have, rather than to ask how many there are. */
    private void put(long numbers, long ends, int n) {
        long second = ends & (ends - 1);
        long third = second & (second - 1);
        long fourth = third & (third - 1);
        entries[n] = entry(numbers, ends);
        entries[n + 1] = entry(numbers, second);
        entries[n + 2] = entry(numbers, third);
        entries[n + 3] = entry(numbers, fourth);
    }

    private static int entry(long numbers, long ends) {
        return (int) (numbers >>> (Long.numberOfTrailingZeros(ends) - 7) & 0xFF) - 1;
    }

    /** Marks the bytes that are that character. */
    private static long equal(long eight, char character) {
        long zero = eight ^ (EACH * character);
        return ~((zero & ~HIGH) + ~HIGH | zero) & HIGH;
    }

    /** Reads the number at the beginning of the line, 1 to 999,999,999; the place behind it, or −1. */
    private int count(ByteScanner scanner) throws IOException {
        int at = scanner.ahead(LONGEST);
        if (at < 0) {
            return -1;
        }
        int stop = at + 9;
        long number = 0;
        for (int digit = scanner.buffer[at] - '0'; at < stop && digit >= 0 && digit <= 9; ) {
            number = number * 10 + digit;
            digit = scanner.buffer[++at] - '0';
        }
        count = number;
        return number == 0 ? -1 : at;
    }

    private boolean end(ByteScanner scanner, int at) {
        int behind = scanner.buffer[at] == '\r' ? at + 1 : at;
        if (scanner.buffer[behind] != '\n') {
            return false;
        }
        scanner.goOn(behind);
        return true;
    }
}
