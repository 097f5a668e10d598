package org.iltlib.evidence;

import java.text.Normalizer;
import java.util.Arrays;
import org.iltlib.evidence.column.Texts;

/**
 * Some thousand rows of a file: the wanted cells as bytes, blanks at both ends left out, in one array that is used again
 * for other rows. Not thread-safe.
 */
final class CellRows {
    private static final int MOST = 4096;
    private static final int MOST_BYTES = 1 << 20;

    private final int wanted;
    private byte[] bytes = new byte[1024];
    private int used;
    private int[] from;
    private int[] to;
    private int[] cells = new int[64];
    private long[] lines = new long[64];
    private int count;

    /** Room for rows of so many wanted cells. */
    CellRows(int wanted) {
        this.wanted = wanted;
        this.from = new int[64 * wanted];
        this.to = new int[64 * wanted];
    }

    /** The number of rows. */
    int count() {
        return count;
    }

    /** Whether there are enough to be worth a visit. */
    boolean isFull() {
        return count == MOST || used > MOST_BYTES;
    }

    /** Forgets the rows. */
    void clear() {
        count = 0;
        used = 0;
    }

    /** The line of the file at which the row begins. */
    long line(int row) {
        return lines[row];
    }

    /** How many cells the row has, wanted or not. */
    int cells(int row) {
        return cells[row];
    }

    /** The bytes of all cells, with at least eight after each. */
    byte[] bytes() {
        return bytes;
    }

    int from(int row, int place) {
        return from[row * wanted + place];
    }

    int to(int row, int place) {
        return to[row * wanted + place];
    }

    boolean isEmpty(int row, int place) {
        return from(row, place) == to(row, place);
    }

    /** Takes a wanted cell of the row that is to end next. */
    void keep(int place, char[] buffer, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isBlank(buffer[first])) {
            first++;
        }
        while (first < last && isBlank(buffer[last - 1])) {
            last--;
        }
        int room = Texts.mostBytes(last - first) + Long.BYTES;
        if (room > bytes.length - used) {
            bytes = Arrays.copyOf(bytes, Math.addExact(used, Math.max(used, room)));
        }
        int cell = count * wanted + place;
        from[cell] = used;
        used = Texts.encode(buffer, first, last, bytes, used);
        to[cell] = used;
        if (used - from[cell] > last - first) {
            compose(cell, new String(buffer, first, last - first));
        }
    }

    /** Writes a text with other than plain letters again if it is not in composed form. */
    private void compose(int cell, String text) {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            byte[] composed = Texts.encoded(Normalizer.normalize(text, Normalizer.Form.NFC));
            used = from[cell];
            if (composed.length + Long.BYTES > bytes.length - used) {
                bytes = Arrays.copyOf(bytes, Math.addExact(used, Math.max(used, composed.length + Long.BYTES)));
            }
            System.arraycopy(composed, 0, bytes, used, composed.length);
            used += composed.length;
            to[cell] = used;
        }
    }

    private static boolean isBlank(char c) {
        return (c <= ' ' || c >= 0x80) && Character.isWhitespace(c);
    }

    /** Ends a row. */
    void end(long line, int cellCount) {
        cells[count] = cellCount;
        lines[count] = line;
        count++;
        if (count == cells.length && count < MOST) {
            int length = 4 * count;
            cells = Arrays.copyOf(cells, length);
            lines = Arrays.copyOf(lines, length);
            from = Arrays.copyOf(from, length * wanted);
            to = Arrays.copyOf(to, length * wanted);
        }
    }
}
