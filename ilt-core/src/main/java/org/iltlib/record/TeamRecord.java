package org.iltlib.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.jspecify.annotations.Nullable;

/**
 * What one team has recorded in one school year, in order. Immutable; {@link #with} returns a longer record. Entries are
 * shared between a record and those grown from it, so n appends cost O(n) in all, and a short record keeps the longer
 * one's entries in memory. Thread-safe.
 *
 * <p>Two records are equal if they have the same key and the same entries, saved or not.
 */
public final class TeamRecord {
    private final TeamKey key;
    private final Log log;
    private final Log.Part part;
    private final int size;
    private final int saved;

    private TeamRecord(TeamKey key, Log log, Log.Part part, int size, int saved) {
        this.key = key;
        this.log = log;
        this.part = part;
        this.size = size;
        this.saved = saved;
    }

    /** The record in which nothing stands yet. */
    public static TeamRecord empty(TeamKey key) {
        return of(key, List.of(), 0);
    }

    /**
     * A record of these entries, taken as they are; for stores and importers. Whether they hold is for
     * {@link #verify()} to say.
     *
     * @param saved how many of them, from the first, are in the store already
     */
    public static TeamRecord of(TeamKey key, List<Entry> entries, long saved) {
        Checks.require(
                saved >= 0 && saved <= entries.size(),
                "saved is %s. Expected 0 to %s, the number of entries.",
                saved,
                entries.size());
        Log log = new Log(entries);
        return new TeamRecord(key, log, log.part(), entries.size(), (int) saved);
    }

    /**
     * A record in which these values stand after the others, recorded at that time by that person. A value may cite the
     * ones before it in the same call.
     *
     * @param at when; what is finer than a microsecond is cut off
     * @throws IllegalArgumentException if a value cites what has not been recorded, or has the id of another, or the
     *     time lies before the last entry's; if a finding states a use that is refused by the {@link FitnessGate}, or a decision rests on one; if a
     *     {@link Reference} is to this record, or a {@link Correction} names a
     *     replacement that is older than what it replaces; if a body could not be read again: nested deeper than 500
     *     levels, a text of over 20,000,000 characters or with half of a surrogate pair, a number of over 1,000 digits,
     *     a property name of over 50,000 characters; then nothing is recorded
     */
    public TeamRecord with(Instant at, PersonId by, Recordable... values) {
        return with(at, by, Arrays.asList(values));
    }

    /** As {@link #with(Instant, PersonId, Recordable...)}. */
    public TeamRecord with(Instant at, PersonId by, List<? extends Recordable> values) {
        List<Entry> more = new Recorder(this, at, by).entries(values);
        Log.Part longer = log.extend(size, more);
        if (longer != null) {
            return new TeamRecord(key, log, longer, size + more.size(), saved);
        }
        List<Entry> all = new ArrayList<>(entries());
        all.addAll(more);
        return of(key, all, saved);
    }

    /** Which record this is. */
    public TeamKey key() {
        return key;
    }

    /** The number of entries, saved or not; the sequence of the last one. */
    public long revision() {
        return size;
    }

    /** All entries, in the order in which they were recorded. */
    public List<Entry> entries() {
        return part.entries(size);
    }

    /** The entries that no store has taken yet, in order. */
    public List<Entry> unsaved() {
        return entries().subList(saved, size);
    }

    /** The same record with every entry counted as saved; for stores. */
    public TeamRecord asSaved() {
        return new TeamRecord(key, log, part, size, size);
    }

    /** The checkpoint after the last entry that a store has taken: where an append expects the store to be. */
    public Checkpoint savedCheckpoint() {
        return new Checkpoint(
                key, saved, saved == 0 ? Digest.NONE : part.entry(saved - 1).digest());
    }

    /** The checkpoint after the last entry. Kept elsewhere, it proves later that history only grew. */
    public Checkpoint checkpoint() {
        return new Checkpoint(key, size, head());
    }

    private Digest head() {
        return size == 0 ? Digest.NONE : part.entry(size - 1).digest();
    }

    /** The entry with that id. */
    public Optional<Entry> find(EntryId id) {
        int index = indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(part.entry(index));
    }

    /** Where the first entry with that id stands, from 0; -1 if there is none. */
    int indexOf(EntryId id) {
        return part.find(id, size);
    }

    /**
     * The entry with that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Entry get(EntryId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no entry \"" + id + "\" among the "
                + size + " of " + key + ". Maybe it belongs to another team or year."));
    }

    /**
     * The value with that id.
     *
     * @throws IllegalArgumentException if there is none, or it is of another kind
     */
    public <T extends Recordable> T get(Kind<T> kind, EntryId id) {
        return get(id).as(kind);
    }

    /** The value with that id, if there is one of that kind. */
    public <T extends Recordable> Optional<T> find(Kind<T> kind, EntryId id) {
        return find(id).filter(entry -> entry.isOf(kind)).map(entry -> entry.as(kind));
    }

    /** All values of that kind, in the order in which they were recorded. */
    public <T extends Recordable> List<T> list(Kind<T> kind) {
        return listEntries(kind.name()).stream().map(entry -> entry.as(kind)).toList();
    }

    /** All entries whose kind has that name, in order. */
    public List<Entry> listEntries(String kind) {
        return entries().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** The entries that cite that one directly, in order. */
    public List<Entry> listCiting(EntryId id) {
        List<Entry> citing = new ArrayList<>();
        int index;
        for (int link = part.firstCiting(id); (index = part.citing(link, size)) >= 0; link = part.next(link)) {
            citing.add(part.entry(index));
        }
        return Collections.unmodifiableList(citing);
    }

    /**
     * The record as it stood at that time: the entries recorded at it or before. What is grown from it is another
     * history, which a store will refuse.
     */
    public TeamRecord asOf(Instant time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (part.entry(middle).recordedAt().isAfter(time)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return new TeamRecord(key, log, part, low, Math.min(saved, low));
    }

    /**
     * What was recorded after the first time, up to the second and at it.
     *
     * @throws IllegalArgumentException if the second lies before the first
     */
    public RecordDiff diff(Instant from, Instant to) {
        return new RecordDiff(this, from, to);
    }

    /**
     * The entry with what it rests on and what rests on it.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Trace trace(EntryId id) {
        return new Trace(this, get(id));
    }

    /**
     * Walks the chain and tells the first entry that does not hold. O(n) in the bytes of the record; the common pool
     * helps with the digests. What is too long to load is verified by {@link Verification#of(TeamKey, Stream)}.
     *
     * @throws java.util.concurrent.CancellationException if the record is long and the thread is interrupted
     */
    public Verification verify() {
        return verify(Checkpoint.start(key));
    }

    /**
     * As {@link #verify()}, and also that this is the history of which the checkpoint was taken, perhaps longer.
     *
     * @throws IllegalArgumentException if the checkpoint is of another record
     */
    public Verification verify(Checkpoint checkpoint) {
        Checks.require(
                checkpoint.key().equals(key), "The checkpoint is of %s. Expected one of %s.", checkpoint.key(), key);
        return new Verifier(key, entries().iterator(), Seen.whole(part, size)).verify(checkpoint);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TeamRecord record
                && record.key.equals(key)
                && record.size == size
                && (record.log == log || record.entries().equals(entries()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, size, head());
    }

    /** Key and number of entries. */
    @Override
    public String toString() {
        return key + ", " + size + (size == 1 ? " entry" : " entries")
                + (saved < size ? ", " + (size - saved) + " unsaved" : "");
    }
}
