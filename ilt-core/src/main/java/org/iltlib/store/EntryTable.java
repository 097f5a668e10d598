package org.iltlib.store;

import java.util.List;
import java.util.stream.Stream;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/**
 * What the author of a store provides: a table of entries of one tenant. {@link TableRecordStore} makes a
 * {@link RecordStore} of it. Must be thread-safe; troubles are thrown as {@link StoreException}.
 */
public interface EntryTable {

    /** Where the record stands; {@link Checkpoint#start} if nothing was recorded. */
    Checkpoint head(TeamKey key);

    /**
     * Stores the entries if the record stands exactly at the checkpoint, number and digest both; all or nothing, and no
     * other append of this record in between. When it returns true the entries are as durable as the store promises.
     *
     * @param expected where the record should stand; its key says which record
     * @param entries at least one; their sequences follow the checkpoint's count without a gap
     * @return false if the record stands elsewhere; then nothing was stored
     */
    boolean append(Checkpoint expected, List<Entry> entries);

    /**
     * The entries after that sequence, in order, exactly as they were given. The caller closes the stream; it is valid
     * until then.
     */
    Stream<Entry> read(TeamKey key, long afterSequence);

    /** The keys of all records with at least one entry, in order; the stream holds no resource. */
    Stream<TeamKey> keys();
}
