package org.iltlib.store;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;

/**
 * All records of a tenant as they stood at one moment. Needs nothing but their heads: entries never change, so reading
 * up to the head is reading the past. Valid as long as its store is open; there is nothing to close.
 */
public final class Snapshot {
    private final TreeMap<TeamKey, Checkpoint> heads = new TreeMap<>();
    private final EntryTable table;

    /**
     * A snapshot of these heads; for stores.
     *
     * @param heads where every record stood at the moment
     * @param table where the entries are
     */
    public Snapshot(List<Checkpoint> heads, EntryTable table) {
        heads.forEach(head -> this.heads.put(head.key(), head));
        this.table = table;
    }

    /** The keys of all records with at least one entry at the moment, in order. */
    public Stream<TeamKey> keys() {
        return List.copyOf(heads.keySet()).stream();
    }

    /** Where every record with at least one entry stood, in order of their keys. */
    public List<Checkpoint> heads() {
        return List.copyOf(heads.values());
    }

    /** Where the record stood; {@link Checkpoint#start} if nothing was recorded. */
    public Checkpoint head(TeamKey key) {
        return heads.getOrDefault(key, Checkpoint.start(key));
    }

    /**
     * The record as it stood, every entry saved.
     *
     * @throws StoreException if the storage fails
     */
    public TeamRecord load(TeamKey key) {
        try (Stream<Entry> entries = read(key, 0)) {
            List<Entry> all = entries.toList();
            return TeamRecord.of(key, all, all.size());
        }
    }

    /**
     * The entries after that sequence as they stood, streamed; the caller closes the stream.
     *
     * @throws StoreException if the storage fails
     */
    public Stream<Entry> read(TeamKey key, long afterSequence) {
        long count = head(key).count();
        return table.read(key, afterSequence).limit(Math.max(0, count - afterSequence));
    }
}
