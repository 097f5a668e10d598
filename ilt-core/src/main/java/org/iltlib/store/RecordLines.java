package org.iltlib.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.FormException;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.record.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON Lines: one entry a line, canonical JSON, records one after another. The way between stores, over
 * versions of a database, and the answer to "give me all our data". Digests are the same in and out. Holds one record
 * in memory at a time.
 *
 * <pre>{@code
 * {"at":"2026-09-01T08:00:00Z","body":{…},"by":"p-17","cites":["need/1"],"digest":"3f…","id":"decision/1",
 *  "kind":"decision","previous":"9a…","sequence":2,"team":"lincoln-ilt","version":1,"year":"2026-27"}
 * }</pre>
 */
public final class RecordLines {
    private RecordLines() {}

    /**
     * Writes one record; the caller closes the writer.
     *
     * @throws StoreException if writing fails, or a stored body is not JSON, which only tampering brings about
     */
    public static void write(TeamRecord record, Writer writer) {
        try {
            for (Entry entry : record.entries()) {
                writer.write(CanonicalJson.write(LineForm.write(record.key(), entry)));
                writer.write('\n');
            }
            writer.flush();
        } catch (FormException e) {
            throw new StoreException("A stored body of " + record.key() + " is not JSON. Maybe verify the record.", e);
        } catch (IOException e) {
            throw new StoreException("Writing the record of " + record.key() + " failed.", e);
        }
    }

    /** Writes all records of a tenant, in the order of their keys; as {@link #write(TeamRecord, Writer)}. */
    public static void write(RecordStore records, Writer writer) {
        try (Stream<TeamKey> keys = records.keys()) {
            keys.forEach(key -> write(records.load(key), writer));
        }
    }

    /**
     * Reads records, every entry unsaved; lines of one record stand together. Nothing is verified but the form. The
     * stream reads as it goes; the caller closes the reader, and not before the stream is used up.
     *
     * @throws StoreException from the stream, if a line is not such an entry or reading fails; it names the line, not
     *     what stands in it
     */
    public static Stream<TeamRecord> read(Reader reader) {
        return StreamSupport.stream(new Records(reader), false);
    }

    /**
     * Reads records into a store, each verified first and appended as a whole. A record that the store has already, or
     * the beginning of it, is completed.
     *
     * @return the number of records read
     * @throws StoreException if a line or a chain does not hold; the records before it are stored
     * @throws StaleRecordException if the store holds another history of a record
     */
    public static long read(Reader reader, RecordStore into) {
        long count = 0;
        for (TeamRecord record : (Iterable<TeamRecord>) read(reader)::iterator) {
            Verification verification = record.verify();
            if (!verification.holds()) {
                throw new StoreException("The record of " + record.key() + " was not stored. " + verification);
            }
            TeamRecord stored = into.load(record.key());
            long known = Math.min(stored.revision(), record.revision());
            TeamRecord rest = TeamRecord.of(record.key(), record.entries(), known);
            if (stored.revision() <= record.revision()) {
                into.append(rest);
            } else if (!stored.verify(record.checkpoint()).holds()) {
                throw new StaleRecordException(
                        List.of(new Conflict(record.checkpoint(), stored.checkpoint(), List.of())));
            }
            count++;
        }
        return count;
    }

    /** Gathers lines into records. */
    private static final class Records extends Spliterators.AbstractSpliterator<TeamRecord> {
        private final BufferedReader reader;
        private long line;
        private LineForm.@Nullable Line next;
        private boolean started;

        Records(Reader reader) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.reader = new BufferedReader(reader);
        }

        @Override
        public boolean tryAdvance(Consumer<? super TeamRecord> action) {
            if (!started) {
                next = readLine().orElse(null);
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
                current = readLine().orElse(null);
            }
            next = current;
            action.accept(TeamRecord.of(key, entries, 0));
            return true;
        }

        private Optional<LineForm.Line> readLine() {
            try {
                String text = reader.readLine();
                line++;
                while (text != null && text.isBlank()) {
                    text = reader.readLine();
                    line++;
                }
                return text == null ? Optional.empty() : Optional.of(LineForm.read(CanonicalJson.read(text)));
            } catch (FormException e) {
                String where = e.pointer().isEmpty() ? "" : " at \"" + e.pointer() + "\"";
                throw new StoreException("Line " + line + where + ": " + e.problem() + ".", e);
            } catch (IOException e) {
                throw new StoreException("Reading failed after line " + line + ".", e);
            }
        }
    }
}
