package org.iltlib.store;

import java.util.ArrayList;
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
        try (Stream<Entry> stored = table.read(key, 0)) {
            List<Entry> entries = stored.toList();
            return TeamRecord.of(key, entries, entries.size());
        }
    }

    @Override
    public TeamRecord append(TeamRecord record) {
        Checkpoint expected = record.savedCheckpoint();
        List<Entry> unsaved = record.unsaved();
        if (unsaved.isEmpty() ? !reached(expected) : !table.append(expected, unsaved)) {
            throw refused(conflicts(List.of(expected)));
        }
        return record.asSaved();
    }

    /** Whether the record stands there or has gone on; with nothing to add, both will do. */
    private boolean reached(Checkpoint expected) {
        Checkpoint actual = table.head(expected.key());
        return actual.count() > expected.count() || actual.equals(expected);
    }

    /** A stale record; or trouble, if what refused the append cannot be seen. */
    static RuntimeException refused(List<Conflict> conflicts) {
        return conflicts.isEmpty()
                ? new StoreException(
                        "An append was refused, and the record stands where it should. Maybe your transaction"
                                + " does not see what came first, or the tenant was removed: end it and begin again.")
                : new StaleRecordException(conflicts);
    }

    /** Those of the records that stand elsewhere. */
    List<Conflict> conflicts(List<Checkpoint> expected) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Checkpoint one : expected) {
            Checkpoint actual = table.head(one.key());
            if (!actual.equals(one)) {
                conflicts.add(conflict(one, actual));
            }
        }
        return conflicts;
    }

    private Conflict conflict(Checkpoint expected, Checkpoint actual) {
        try (Stream<Entry> between = table.read(expected.key(), expected.count())) {
            return new Conflict(
                    expected, actual, between.limit(Conflict.LONGEST).toList());
        }
    }

    @Override
    public Stream<TeamKey> keys() {
        return table.keys();
    }

    @Override
    public EntryTable table() {
        return table;
    }
}
