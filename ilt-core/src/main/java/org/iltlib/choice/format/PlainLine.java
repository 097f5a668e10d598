package org.iltlib.choice.format;

import java.io.IOException;

/**
 * A ballot as most files have it: digits and single blanks on one line, alternatives up to 99. Whatever else is left to
 * the readers, who then begin the line again.
 */
final class PlainLine {
    /** No plain line is longer. */
    private static final int LONGEST = 1 << 10;

    /** The alternatives from 0, in order; the first {@link #length} count. */
    final int[] entries = new int[LONGEST / 2];

    int length;
    long count;

    /** Takes {@code 3 2 14 1 0}; false, with nothing taken, if the line is not so plain. */
    boolean takeBlt(ByteScanner scanner, int alternatives) throws IOException {
        int at = count(scanner);
        if (at < 0 || scanner.buffer[at++] != ' ') {
            return false;
        }
        byte[] bytes = scanner.buffer;
        int stop = at + LONGEST - 32;
        int n = 0;
        while (at < stop) {
            int first = bytes[at] - '0';
            int second = bytes[at + 1] - '0';
            int two = digit(second);
            int number = first + two * (9 * first + second);
            at += 1 + two;
            if (digit(first) == 0 || number > alternatives) {
                return false;
            } else if (number == 0) {
                return end(scanner, at, n);
            } else if (bytes[at++] != ' ') {
                return false;
            }
            entries[n++] = number - 1;
        }
        return false;
    }

    /** Takes {@code 3: 2, 14, 1}; false, with nothing taken, if the line is not so plain. */
    boolean takeOrder(ByteScanner scanner, int separator) throws IOException {
        int at = count(scanner);
        if (at < 0 || scanner.buffer[at++] != separator) {
            return false;
        }
        byte[] bytes = scanner.buffer;
        int stop = at + LONGEST - 32;
        int n = 0;
        while (at < stop) {
            at += bytes[at] == ' ' ? 1 : 0;
            int first = bytes[at] - '0';
            int second = bytes[at + 1] - '0';
            int two = digit(second);
            int number = first + two * (9 * first + second);
            at += 1 + two;
            if (digit(first) == 0 || number == 0) {
                return false;
            }
            entries[n++] = number - 1;
            if (bytes[at] != ',') {
                return end(scanner, at, n);
            }
            at++;
        }
        return false;
    }

    /** Reads the number at the beginning of the line, 1 to 999,999,999; the place behind it, or −1. */
    private int count(ByteScanner scanner) throws IOException {
        int at = scanner.ahead(LONGEST);
        if (at < 0) {
            return -1;
        }
        int stop = at + 9;
        long number = 0;
        while (at < stop && digit(scanner.buffer[at] - '0') == 1) {
            number = number * 10 + scanner.buffer[at++] - '0';
        }
        count = number;
        return number == 0 ? -1 : at;
    }

    private boolean end(ByteScanner scanner, int at, int n) {
        int behind = scanner.buffer[at] == '\r' ? at + 1 : at;
        if (scanner.buffer[behind] != '\n') {
            return false;
        }
        length = n;
        scanner.goOn(behind);
        return true;
    }

    /** 1 for 0 to 9, else 0, without a branch that the processor would have to guess. */
    private static int digit(int number) {
        return ((number & 0xFF) - 10) >>> 31;
    }
}
