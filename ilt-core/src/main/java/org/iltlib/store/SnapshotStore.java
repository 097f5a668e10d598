package org.iltlib.store;

/** An optional power of a {@link RecordStore}: all records as they stood at one moment, for reports over many teams. */
public interface SnapshotStore extends RecordStore {

    /**
     * The records of the same tenant, able to be seen at one moment.
     *
     * @throws StoreException if this store cannot
     */
    static SnapshotStore of(RecordStore records) {
        if (records instanceof SnapshotStore snapshots) {
            return snapshots;
        }
        throw new StoreException("This store shows no snapshots. Maybe use the heap store or a JDBC store, which do.");
    }

    /**
     * Every record where it stands now. What is appended jointly is in it wholly or not at all. Holds no resource, since
     * entries never change: a snapshot is a list of heads.
     *
     * @throws StoreException if the storage fails
     */
    Snapshot snapshot();
}
