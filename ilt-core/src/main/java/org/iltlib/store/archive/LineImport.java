package org.iltlib.store.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.Verification;
import org.iltlib.store.EntryTable;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Reads lines into a table, record by record; each entry is verified before it is stored. */
final class LineImport {
    private final TextLines lines;
    private final EntryTable table;
    private final List<Checkpoint> read = new ArrayList<>();
    private LineForm.@Nullable Line next;
    private @Nullable StoreException trouble;

    LineImport(TextLines lines, EntryTable table) {
        this.lines = lines;
        this.table = table;
    }

    /** Reads all, and gives where each record stood in the lines. */
    List<Checkpoint> run() {
        advance();
        for (LineForm.Line line = next; line != null; line = next) {
            read.add(record(line.key()));
        }
        if (trouble != null) {
            throw trouble;
        }
        return read;
    }

    /** Reads a line ahead; a trouble counts when what came before it is stored. */
    private void advance() {
        try {
            next = lines.next(LineForm::read);
        } catch (StoreException e) {
            next = null;
            trouble = e;
        }
    }

    private Checkpoint record(TeamKey key) {
        Entries entries = new Entries(key);
        Filing filing = new Filing(table, key);
        Verification verification = Verification.of(
                key,
                StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED | Spliterator.NONNULL), false),
                filing::add);
        if (verification.holds()) {
            return filing.finish();
        }
        filing.cut(verification.checked());
        throw new StoreException("Line "
                + verification.fault().map(fault -> entries.line(fault.place())).orElse(0L) + ": the record of " + key
                + " was stored up to there and not beyond. " + verification);
    }

    /** The entries of one record, as long as lines have its key. */
    private final class Entries implements Iterator<Entry> {
        private final TeamKey key;
        /** Pairs: from this place on, a place stands so many lines further down. */
        private final List<long[]> shifts = new ArrayList<>();

        private long place;
        private long shift = Long.MIN_VALUE;

        Entries(TeamKey key) {
            this.key = key;
        }

        @Override
        public boolean hasNext() {
            LineForm.Line line = next;
            return line != null && line.key().equals(key);
        }

        @Override
        public Entry next() {
            LineForm.Line line = next;
            if (line == null || !hasNext()) {
                throw new NoSuchElementException();
            }
            place++;
            long now = lines.number() - place;
            if (now != shift) {
                shift = now;
                shifts.add(new long[] {place, now});
            }
            advance();
            return line.entry();
        }

        /** The line on which the entry at that place stands. */
        long line(long at) {
            long[] found = shifts.get(0);
            for (long[] one : shifts) {
                if (one[0] <= at) {
                    found = one;
                }
            }
            return at + found[1];
        }
    }
}
