package org.iltlib.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;

/** A joint store on any {@link JointTable}: the protocol of load, append and conflict, written once. */
public final class TableJointStore implements JointStore {
    private final JointTable table;
    private final TableRecordStore records;

    /** A store on that table. */
    public TableJointStore(JointTable table) {
        this.table = table;
        this.records = new TableRecordStore(table);
    }

    @Override
    public TeamRecord load(TeamKey key) {
        return records.load(key);
    }

    @Override
    public TeamRecord append(TeamRecord record) {
        return records.append(record);
    }

    @Override
    public Stream<TeamKey> keys() {
        return records.keys();
    }

    @Override
    public EntryTable table() {
        return table;
    }

    @Override
    public List<TeamRecord> appendAll(List<TeamRecord> all) {
        Checks.distinct(all.stream().map(TeamRecord::key).toList(), "keys");
        List<Addition> additions = new ArrayList<>();
        List<Checkpoint> unmoved = new ArrayList<>();
        for (TeamRecord record : all) {
            if (record.unsaved().isEmpty()) {
                unmoved.add(record.savedCheckpoint());
            } else {
                additions.add(new Addition(record.savedCheckpoint(), record.unsaved()));
            }
        }
        if (!table.appendAll(additions, unmoved)) {
            throw TableRecordStore.refused(records.conflicts(
                    all.stream().map(TeamRecord::savedCheckpoint).toList()));
        }
        return all.stream().map(TeamRecord::asSaved).toList();
    }
}
