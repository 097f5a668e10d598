package org.iltlib.choice.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes one by one, with the number of the line. */
final class ByteScanner {
    private final InputStream in;
    final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private int line = 1;

    ByteScanner(InputStream in) throws IOException {
        this.in = in;
        if (peek() == 0xEF) {
            at += 3;
        }
    }

    int line() {
        return line;
    }

    /** The next byte, which stays, or −1 at the end. */
    int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xFF : -1;
    }

    /** Takes a byte after {@link #peek}. */
    void take() {
        if (buffer[at++] == '\n') {
            line++;
        }
    }

    /** The place in {@link #buffer} of the next byte, or −1 if that many are not left. */
    int ahead(int bytes) throws IOException {
        if (end - at < bytes && end > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
            end += Math.max(0, in.readNBytes(buffer, end, buffer.length - end));
        }
        return end - at < bytes ? -1 : at;
    }

    /** Goes on in {@link #buffer} at that place, on the same line. */
    void goOn(int place) {
        at = place;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        return end > 0;
    }

    /** Passes blanks within the line; returns the byte after them, or −1. */
    int peekInLine() throws IOException {
        int c = peek();
        while (c == ' ' || c == '\t' || c == '\r') {
            at++;
            c = peek();
        }
        return c;
    }

    /** Takes a number without sign. */
    long number(String what) throws IOException {
        int c = peekInLine();
        if (c < '0' || c > '9') {
            throw expected(what, c);
        }
        long value = 0;
        while (c >= '0' && c <= '9') {
            if (value > (Long.MAX_VALUE - 9) / 10) {
                long last = value * 10 + (c - '0');
                if (value > Long.MAX_VALUE / 10 || last < 0) {
                    throw new FormatException(line, what + " does not fit 64 bits.");
                }
            }
            value = value * 10 + (c - '0');
            at++;
            c = peek();
        }
        return value;
    }

    FormatException expected(String what, int found) {
        String there =
                found < 0 ? "the end of the file" : found == '\n' ? "the end of the line" : "'" + (char) found + "'";
        return new FormatException(line, "Found " + there + ". Expected " + what + ".");
    }

    /** The rest of the line, without its end. */
    String restOfLine() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int c = peek();
        while (c >= 0) {
            take();
            if (c == '\n') {
                break;
            }
            text.write(c);
            c = peek();
        }
        return text.toString(StandardCharsets.UTF_8).strip();
    }
}
