package org.iltlib.exchange.casenetwork;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at the bytes of a window as JSON: blanks and texts. */
abstract class JsonBytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final Window window;
    private final int longest;
    private byte[] unescaped = new byte[1 << 10];

    /** The bytes, where reading stands, and where they end. */
    byte[] bytes;

    int at;
    int end;

    /** Whether more bytes might have helped. */
    boolean ranOut;

    /** The text that was read last. */
    byte[] text;

    int start;
    int length;

    JsonBytes(Window window, int longest) {
        this.window = window;
        this.longest = longest;
        this.bytes = window.bytes();
        this.text = bytes;
    }

    /** Looks at what is in the window now; behind it stands a quotation mark, which ends the search for one. */
    final void look() {
        bytes = window.bytes();
        at = window.at();
        end = window.end();
        ranOut = false;
        bytes[end] = '"';
    }

    /** The next byte that is not blank. */
    final byte next() {
        while (at < end) {
            byte here = bytes[at];
            if (here != ' ' && here != '\n' && here != '\r' && here != '\t') {
                return here;
            }
            at++;
        }
        ranOut = true;
        return 0;
    }

    /** The text that begins here; its bytes are then in {@link #text}. */
    final boolean string() {
        int i = at + 1;
        boolean high = false;
        while (true) {
            if (i > end) {
                ranOut = true;
                return false;
            }
            long eight = (long) LONGS.get(bytes, i);
            long quote = eight ^ '"' * ONES;
            long escape = eight ^ '\\' * ONES;
            long stop = ((quote - ONES & ~quote) | (escape - ONES & ~escape) | (eight - ' ' * ONES & ~eight)) & HIGHS;
            if (stop != 0) {
                int more = Long.numberOfTrailingZeros(stop) >>> 3;
                high |= (eight & HIGHS & (1L << (more * 8)) - 1) != 0;
                i += more;
                break;
            }
            high |= (eight & HIGHS) != 0;
            i += 8;
        }
        if (i >= end) {
            ranOut = true;
            return false;
        }
        if (bytes[i] == '"') {
            text = bytes;
            start = at + 1;
            length = i - start;
            at = i + 1;
        } else if (bytes[i] != '\\' || !unescape()) {
            return false;
        } else {
            high = true;
        }
        return length <= longest && (!high || isUtf8());
    }

    private boolean unescape() {
        int size = 0;
        for (int i = at + 1; i < end; i++) {
            byte one = bytes[i];
            if (one == '"') {
                text = unescaped;
                start = 0;
                length = size;
                at = i + 1;
                return true;
            }
            if (one >= 0 && one < ' ') {
                return false;
            }
            if (one == '\\') {
                switch (bytes[++i]) {
                    case '/' -> one = '/';
                    case '"' -> one = '"';
                    case '\\' -> one = '\\';
                    case 'n' -> one = '\n';
                    case 't' -> one = '\t';
                    case 'r' -> one = '\r';
                    default -> {
                        return false;
                    }
                }
            }
            if (size == unescaped.length) {
                unescaped = Arrays.copyOf(unescaped, size * 2);
            }
            unescaped[size++] = one;
        }
        ranOut = true;
        return false;
    }

    private boolean isUtf8() {
        int i = start;
        int stop = start + length;
        while (i < stop) {
            int lead = text[i++];
            if (lead >= 0) {
                continue;
            }
            int more = lead >= (byte) 0xF0 ? 3 : lead >= (byte) 0xE0 ? 2 : 1;
            int point = lead & 0x3F >> more;
            if (lead < (byte) 0xC2 || lead > (byte) 0xF4 || i + more > stop) {
                return false;
            }
            for (int k = 0; k < more; k++) {
                if ((text[i] & 0xC0) != 0x80) {
                    return false;
                }
                point = (point << 6) | (text[i++] & 63);
            }
            boolean tooLong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
            if (tooLong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
                return false;
            }
        }
        return true;
    }

    /** The text that was read last. */
    final String textHere() {
        return new String(text, start, length, StandardCharsets.UTF_8);
    }
}
