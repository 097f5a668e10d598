package org.iltlib.store.archive;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iltlib.form.FormException;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Verification;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Snapshot;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON Lines: one entry a line, canonical JSON in UTF-8, records one after another. Kinds and properties that
 * this library does not know go through unharmed, and digests are the same in and out.
 *
 * <pre>{@code
 * {"at":"2026-09-01T08:00:00Z","body":{…},"by":"p-17","cites":["need/1"],"digest":"3f…","id":"decision/1",
 *  "kind":"decision","previous":"9a…","sequence":2,"team":"lincoln-ilt","version":1,"year":"2026-27"}
 * }</pre>
 *
 * <p>Between a store and lines, entries stream: nothing is held but a batch of them and, while reading, some 40 bytes for
 * each entry of one record. Readers accept blank lines, line ends of any system and a byte order mark.
 */
public final class RecordLines {
    /** How many characters a line has at most, {@value}; a longer one is refused, so that no file fills the heap. */
    public static final int LONGEST_LINE = 1 << 27;

    private RecordLines() {}

    /**
     * Writes one record; the caller closes the writer.
     *
     * @throws StoreException if writing fails, or a line cannot hold a body: it is not canonical JSON, which only
     *     tampering brings about, or nested 500 levels deep
     */
    public static void write(TeamRecord record, Writer writer) {
        record.entries().forEach(entry -> write(record.key(), entry, writer));
        flush(writer);
    }

    /**
     * Writes all records of a tenant as they stand at one moment, in the order of their keys; as
     * {@link #write(TeamRecord, Writer)}. No record is loaded. If the view is no {@link SnapshotStore}, each record is
     * written as it stands when the call begins. Every chain is verified as it goes by, up to the head of that moment.
     *
     * @throws StoreException if a chain does not hold or ends before its head, naming the record and the fault; what was
     *     written is not whole then
     */
    public static void write(RecordStore records, Writer writer) {
        write(moment(records), writer);
    }

    static void write(Snapshot moment, Writer writer) {
        try (Stream<TeamKey> keys = moment.keys()) {
            keys.forEach(key -> {
                try (Stream<Entry> entries = moment.read(key, 0)) {
                    Verification verification =
                            Verification.of(moment.head(key), entries, entry -> write(key, entry, writer));
                    if (!verification.holds()) {
                        throw new StoreException("The record of " + key
                                + " is not what was recorded; what was written of it is not whole. " + verification);
                    }
                }
            });
        }
        flush(writer);
    }

    static Snapshot moment(RecordStore records) {
        if (records instanceof SnapshotStore snapshots) {
            return snapshots.snapshot();
        }
        try (Stream<TeamKey> keys = records.keys()) {
            List<Checkpoint> heads = keys.map(records.table()::head).toList();
            return new Snapshot(heads, records.table());
        }
    }

    private static void write(TeamKey key, Entry entry, Writer writer) {
        try {
            String line = LineForm.write(key, entry);
            if (line.length() > LONGEST_LINE) {
                throw new StoreException("Entry " + entry.sequence() + " of " + key
                        + " is too long for a line, which has at most " + LONGEST_LINE
                        + " characters. Maybe keep its body as a dataset.");
            }
            writer.write(line);
            writer.write('\n');
        } catch (IllegalArgumentException e) {
            String problem = e instanceof FormException form ? form.problem() : String.valueOf(e.getMessage());
            throw new StoreException(
                    "A line cannot hold a stored body of " + key + ": " + problem + ". Maybe verify the record.", e);
        } catch (IOException e) {
            throw new StoreException("Writing the record of " + key + " failed.", e);
        }
    }

    private static void flush(Writer writer) {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new StoreException("Writing the records failed.", e);
        }
    }

    /**
     * Reads records into the heap, every entry unsaved; lines of one record stand together. Nothing is verified but the
     * form. The stream reads as it goes and holds one record; the caller closes the reader, and not before the stream is
     * used up.
     *
     * @throws StoreException from the stream, if a line is not such an entry or reading fails; it names the line, not
     *     what stands in it
     */
    public static Stream<TeamRecord> read(Reader reader) {
        return StreamSupport.stream(new Records(reader), false);
    }

    /**
     * Reads records into a store, of any length: entries are verified as they come and appended in batches. A record
     * that the store has already, or the beginning of it, is completed; lines of one record stand together, from its
     * first entry on.
     *
     * <p>If a line or an entry does not hold, what holds before it is stored, nothing after it is, and the exception
     * names line, record and fault. Reading a sound file later completes the record. (A breach that shows only
     * thousands of entries later, such as a history that was sealed anew up to there, cannot be told from a true one
     * before; it is refused then as another history.)
     *
     * @return the number of records read
     * @throws StoreException if a line or a chain does not hold, or reading or the storage fails
     * @throws StaleRecordException if the store holds another history of a record, or someone else appends meanwhile;
     *     reading again completes it then
     */
    public static long read(Reader reader, RecordStore into) {
        return new LineImport(new TextLines(reader), into.table()).run().size();
    }

    /** Gathers lines into records. */
    private static final class Records extends Spliterators.AbstractSpliterator<TeamRecord> {
        private final TextLines lines;
        private LineForm.@Nullable Line next;
        private boolean started;

        Records(Reader reader) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.lines = new TextLines(reader);
        }

        @Override
        public boolean tryAdvance(Consumer<? super TeamRecord> action) {
            if (!started) {
                next = lines.next(LineForm::read);
                started = true;
            }
            LineForm.Line current = next;
            if (current == null) {
                return false;
            }
            TeamKey key = current.key();
            List<Entry> entries = new ArrayList<>();
            while (current != null && current.key().equals(key)) {
                entries.add(current.entry());
                current = lines.next(LineForm::read);
            }
            next = current;
            action.accept(TeamRecord.of(key, entries, 0));
            return true;
        }
    }
}
