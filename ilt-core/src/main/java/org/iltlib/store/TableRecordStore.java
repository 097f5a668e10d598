package org.iltlib.store;

import java.util.List;
import java.util.stream.Stream;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;

/** A record store on any {@link EntryTable}: the protocol of load, append and conflict, written once. */
public final class TableRecordStore implements RecordStore {
    private final EntryTable table;

    /** A store on that table. */
    public TableRecordStore(EntryTable table) {
        this.table = table;
    }

    @Override
    public TeamRecord load(TeamKey key) {
        List<Entry> entries = read(key, 0);
        return TeamRecord.of(key, entries, entries.size());
    }

    @Override
    public TeamRecord append(TeamRecord record) {
        Checkpoint expected = record.savedCheckpoint();
        List<Entry> unsaved = record.unsaved();
        if (unsaved.isEmpty()) {
            Checkpoint actual = table.head(record.key());
            if (actual.count() < expected.count() || (actual.count() == expected.count() && !actual.equals(expected))) {
                throw stale(expected, actual);
            }
        } else if (!table.append(expected, unsaved)) {
            throw stale(expected, table.head(record.key()));
        }
        return record.asSaved();
    }

    private StaleRecordException stale(Checkpoint expected, Checkpoint actual) {
        return new StaleRecordException(expected, actual, read(expected.key(), expected.count()));
    }

    private List<Entry> read(TeamKey key, long afterSequence) {
        try (Stream<Entry> entries = table.read(key, afterSequence)) {
            return entries.toList();
        }
    }

    @Override
    public Stream<TeamKey> keys() {
        return table.keys();
    }
}
