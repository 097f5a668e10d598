package org.iltlib.store.archive;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Function;
import org.iltlib.form.FormException;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Lines one by one, blank ones left out, each read as a value; troubles name the line, never what stands in it. */
final class TextLines {
    /** As {@link RecordLines#LONGEST_LINE}. */
    private static final int LONGEST = RecordLines.LONGEST_LINE;

    private static final int KEPT = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private StringBuilder text = new StringBuilder();
    private int from;
    private int to;
    private long number;
    private boolean blank;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The number of the last line read, from 1. */
    long number() {
        return number;
    }

    /** The next line as a value; null at the end. */
    <T> @Nullable T next(Function<String, T> form) {
        String line = next();
        if (line == null) {
            return null;
        }
        try {
            return form.apply(line);
        } catch (FormException e) {
            String where = e.pointer().isEmpty() ? "" : " at \"" + e.pointer() + "\"";
            throw new StoreException("Line " + number + where + ": " + e.problem() + ".", e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new StoreException("Line " + number + ": holds a value beyond its bounds.", e);
        }
    }

    private @Nullable String next() {
        if (text.capacity() > KEPT) {
            text = new StringBuilder();
        }
        boolean any;
        do {
            text.setLength(0);
            blank = true;
            number++;
            any = line();
        } while (any && blank);
        return any ? text.toString() : null;
    }

    /** Reads up to a line feed, which is not kept; false if there is nothing left. */
    private boolean line() {
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                blank &= buffer[end] <= ' ';
                end++;
            }
            if (text.length() + (end - from) > LONGEST) {
                throw new StoreException("Line " + number + ": has over " + LONGEST + " characters.");
            }
            if (!blank) {
                text.append(buffer, from, end - from);
            }
            from = end + 1;
            if (end < to) {
                return true;
            }
        }
        return any;
    }

    /** Sees to it that there is something in the buffer; false at the end. */
    private boolean fill() {
        try {
            while (from >= to) {
                boolean first = to == 0;
                int count = reader.read(buffer);
                if (count < 0) {
                    return false;
                }
                from = 0;
                to = count;
                if (first && count > 0 && buffer[0] == '\uFEFF') {
                    from = 1;
                }
            }
            return true;
        } catch (IOException e) {
            throw new StoreException("Line " + number + ": reading failed.", e);
        }
    }
}
