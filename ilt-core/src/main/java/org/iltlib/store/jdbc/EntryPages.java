package org.iltlib.store.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import org.iltlib.record.Entry;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one record, page by page. Between pages nothing is held, no connection and no transaction: entries
 * never change, so pages need no common moment. Rows are small, and what does not fit in them is read for so many at a
 * time as {@link #MORE} allows; so a page has an upper bound, and only a single body of enormous length exceeds it.
 */
final class EntryPages extends AbstractSpliterator<Entry> {
    private static final int SHORTEST = 100;
    private static final int LONGEST = 2_000;
    private static final long MORE = 2_000_000;

    private final Source source;
    private final Deque<EntryRow> page = new ArrayDeque<>(LONGEST);
    private long after;
    private int length = SHORTEST;
    private boolean ended;
    private @Nullable Entry before;

    /** Where pages come from. */
    interface Source {
        /**
         * The next rows, complete.
         *
         * @param length how many rows at most
         * @param more how many characters beyond the rows at most, but always one row
         */
        Page page(long after, int length, long more);
    }

    /**
     * Rows in order.
     *
     * @param rows the rows
     * @param isLast whether nothing came after them
     */
    record Page(List<EntryRow> rows, boolean isLast) {}

    EntryPages(Source source, long after) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.source = source;
        this.after = after;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Entry> action) {
        if (page.isEmpty() && !turn()) {
            return false;
        }
        action.accept(next());
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super Entry> action) {
        while (!page.isEmpty() || turn()) {
            action.accept(next());
        }
    }

    private Entry next() {
        EntryRow row = page.remove();
        try {
            Entry entry = row.entry(before);
            before = entry;
            return entry;
        } catch (IllegalArgumentException e) {
            throw new StoreException("A stored entry is not one. Maybe the table was changed by hand.", e);
        }
    }

    /** Reads the next page; false if there is none. */
    private boolean turn() {
        if (ended) {
            return false;
        }
        Page next = source.page(after, length, MORE);
        List<EntryRow> rows = next.rows();
        ended = next.isLast();
        if (!rows.isEmpty()) {
            page.addAll(rows);
            after = rows.get(rows.size() - 1).sequence();
            length = Math.min(LONGEST, rows.size() < length ? 2 * rows.size() : 4 * length);
        }
        return !rows.isEmpty();
    }
}
