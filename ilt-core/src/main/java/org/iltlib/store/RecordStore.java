package org.iltlib.store;

import java.util.stream.Stream;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;

/** The records of one tenant: load, and append. Nothing is ever changed or removed. Thread-safe. */
public interface RecordStore {

    /**
     * The record as it stands, every entry saved; empty if nothing was recorded. Entries are taken as stored; whether
     * they hold is for {@link TeamRecord#verify()} to say.
     *
     * @throws StoreException if the storage fails
     */
    TeamRecord load(TeamKey key);

    /**
     * Stores the unsaved entries, all or none, in order, right after the saved ones.
     *
     * @return the same record, every entry saved
     * @throws StaleRecordException if the stored record is not the one to which the entries were added; then nothing was
     *     stored
     * @throws StoreException if the storage fails
     */
    TeamRecord append(TeamRecord record);

    /**
     * The keys of all records with at least one entry, in order. The stream holds no resource and sees the state of the
     * call.
     *
     * @throws StoreException if the storage fails
     */
    Stream<TeamKey> keys();

    /**
     * The same records as bare entries: for copying, for streaming what is too long to load, and for tools. What is
     * appended there is taken as it is; sealing and citing are what {@link TeamRecord} sees to.
     */
    EntryTable table();
}
