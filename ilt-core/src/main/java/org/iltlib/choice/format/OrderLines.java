package org.iltlib.choice.format;

import java.io.IOException;
import java.util.Arrays;

/** The body of a PrefLib file: lines of a count and an order, such as {@code 3: 1, {2, 3}}. */
final class OrderLines {
    private final ByteScanner scanner;
    private final int separator;
    private final PlainLine plain = new PlainLine();
    /** The entries of the line last read, in the form of {@code Profile.Builder.addEntries}. */
    int[] entries = new int[32];

    int length;
    long count;
    boolean tied;

    OrderLines(ByteScanner scanner, int separator) {
        this.scanner = scanner;
        this.separator = separator;
    }

    /** Reads a line; false at the end of the file. */
    boolean next() throws IOException {
        int c = scanner.peekInLine();
        while (c == '\n') {
            scanner.take();
            c = scanner.peekInLine();
        }
        if (c < 0) {
            return false;
        }
        tied = false;
        if (plain.takeOrder(scanner, separator)) {
            entries = plain.entries;
            length = plain.length;
            count = plain.count;
            return true;
        }
        length = 0;
        count = scanner.number("the number of ballots");
        c = scanner.peekInLine();
        if (c != separator) {
            throw scanner.expected("'" + (char) separator + "' after the number of ballots", c);
        }
        scanner.take();
        c = scanner.peekInLine();
        while (c != '\n' && c >= 0) {
            if (c == '{') {
                group();
            } else {
                put(alternative());
            }
            c = scanner.peekInLine();
            if (c == ',') {
                scanner.take();
                c = scanner.peekInLine();
                if (c == '\n' || c < 0) {
                    throw scanner.expected("an alternative after the comma", c);
                }
            } else if (c != '\n' && c >= 0) {
                throw scanner.expected("a comma", c);
            }
        }
        return true;
    }

    private void group() throws IOException {
        scanner.take();
        int start = length;
        int c = scanner.peekInLine();
        while (c != '}') {
            put(alternative());
            c = scanner.peekInLine();
            if (c == ',') {
                scanner.take();
            } else if (c != '}') {
                throw scanner.expected("'}' or a comma", c);
            }
        }
        scanner.take();
        if (length == start) {
            put(-1);
            return;
        }
        Arrays.sort(entries, start, length);
        for (int i = start + 1; i < length; i++) {
            entries[i] = -2 - entries[i];
            tied = true;
        }
    }

    private int alternative() throws IOException {
        long number = scanner.number("an alternative");
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new FormatException(scanner.line(), "There is no alternative " + number + ". Expected 1 or more.");
        }
        return (int) number - 1;
    }

    private void put(int entry) {
        if (length == entries.length) {
            entries = Arrays.copyOf(entries, length * 2);
        }
        entries[length++] = entry;
    }
}
