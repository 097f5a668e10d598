package org.iltlib.examples.year;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.examples.UsageException;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;
import org.iltlib.store.archive.RecordLines;

/**
 * The team's record as it grows through the year, and the store that keeps it. A store that holds this very year
 * already is not written again: at the end the two histories are compared, entry by entry.
 */
final class Memory implements AutoCloseable {
    private static final TenantId TENANT = TenantId.of("project-star");

    private final String address;
    private final TeamRecord kept;
    private Store store;
    private TeamRecord record;

    private Memory(String address, Store store, TeamKey key) {
        this.address = address;
        this.store = store;
        this.kept = view().load(key);
        this.record = TeamRecord.empty(key);
    }

    /**
     * Opens the store.
     *
     * @throws UsageException if there is no such store, or it cannot be opened
     */
    static Memory open(String address, TeamKey key) {
        return new Memory(address, store(address), key);
    }

    private static Store store(String address) {
        try {
            return Stores.open(quiet(address));
        } catch (IllegalArgumentException | StoreException e) {
            throw new UsageException("Option --store cannot be used. " + e.getMessage(), e);
        }
    }

    /** H2 would print the trace of a fault beside our one line about it. */
    private static String quiet(String address) {
        return address.startsWith("jdbc:h2:") && !address.contains("TRACE_LEVEL")
                ? address + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
                : address;
    }

    private RecordStore view() {
        return store.forTenant(TENANT);
    }

    /** Writes values down at eight in the morning (UTC) of that day, and stores them. */
    void write(LocalDate day, PersonId by, Recordable... values) {
        write(day, by, List.of(values));
    }

    /** As {@link #write(LocalDate, PersonId, Recordable...)}. */
    void write(LocalDate day, PersonId by, List<? extends Recordable> values) {
        Instant at = day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
        record = record.with(at, by, values);
        if (kept.revision() == 0) {
            record = view().append(record);
        }
    }

    /** Keeps the rows under their digest. */
    DatasetId keep(InputStream rows) {
        try (rows) {
            return DatasetStore.of(view()).put(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows kept under that digest; the caller closes the stream. */
    InputStream rows(DatasetId id) {
        return DatasetStore.of(view()).open(id);
    }

    /** The record so far. */
    TeamRecord record() {
        return record;
    }

    /**
     * Closes the store, opens it again and loads the record from it. A store in the heap ends when it is closed; there
     * the record goes out as JSON Lines and comes in again, and the rows are copied.
     *
     * @throws UsageException if the store held another history of this team and year
     */
    TeamRecord reopen() {
        String lines = lines(record);
        if (address.startsWith("mem:") || address.startsWith("jdbc:h2:mem:")) {
            moveToAnotherHeap(lines);
        } else {
            store.close();
            store = store(address);
        }
        TeamRecord loaded = view().load(record.key());
        if (!lines(loaded).equals(lines)) {
            throw new UsageException("The store at --store holds another history of " + record.key() + " ("
                    + loaded.revision() + " entries). Maybe it was written with another seed: use another store.");
        }
        return loaded;
    }

    private void moveToAnotherHeap(String lines) {
        Store another = store(address);
        DatasetStore from = DatasetStore.of(view());
        DatasetStore to = DatasetStore.of(another.forTenant(TENANT));
        from.datasets().forEach(dataset -> {
            try (InputStream rows = from.open(dataset.id())) {
                to.put(rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        RecordLines.read(new StringReader(lines), to);
        store.close();
        store = another;
    }

    /** The record as JSON Lines. */
    static String lines(TeamRecord record) {
        StringWriter lines = new StringWriter();
        RecordLines.write(record, lines);
        return lines.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
