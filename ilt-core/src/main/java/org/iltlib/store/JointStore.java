package org.iltlib.store;

import java.util.List;
import org.iltlib.record.TeamRecord;

/**
 * An optional power of a {@link RecordStore}: appending to several records of the tenant at once, all or nothing. A
 * district's goal and the schools' answers to it come to be together.
 */
public interface JointStore extends RecordStore {

    /**
     * The same records, able to append jointly.
     *
     * @throws StoreException if this store cannot
     */
    static JointStore of(RecordStore records) {
        if (records instanceof JointStore joint) {
            return joint;
        }
        throw new StoreException(
                "This store cannot append to several records at once. Maybe append to one after the other, or use the"
                        + " heap store or a JDBC store, which can.");
    }

    /**
     * Stores the unsaved entries of all these records, or none. Records without unsaved entries must stand where they
     * were loaded too: what a decision was built on has not moved on.
     *
     * @param records each key once
     * @return the same records in the same order, every entry saved
     * @throws StaleRecordException if any record stands elsewhere; it lists every such record, and nothing was stored
     * @throws IllegalArgumentException if a key comes twice
     * @throws StoreException if the storage fails; then nothing was stored
     */
    List<TeamRecord> appendAll(List<TeamRecord> records);
}
