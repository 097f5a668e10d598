package org.iltlib.store.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.store.Conflict;
import org.iltlib.store.EntryTable;
import org.iltlib.store.StaleRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Files the entries of one record behind those that the table has, in batches. The last batch is kept back, since some
 * faults show only at the next entry.
 */
final class Filing {
    private static final int BATCH = 1_000;
    private static final long CHARACTERS = 1 << 20;

    private final EntryTable table;
    private final TeamKey key;
    private final Checkpoint before;
    private Checkpoint stored;
    private List<Entry> ready = new ArrayList<>();
    private List<Entry> latest = new ArrayList<>();
    private long characters;
    private @Nullable Entry last;

    Filing(EntryTable table, TeamKey key) {
        this.table = table;
        this.key = key;
        this.before = table.head(key);
        this.stored = before;
    }

    /** Takes the next entry, which holds. */
    void add(Entry entry) {
        last = entry;
        if (entry.sequence() <= before.count()) {
            if (entry.sequence() == before.count() && !entry.digest().equals(before.head())) {
                throw stale(end());
            }
            return;
        }
        if (latest.size() == BATCH || (characters += entry.text().length()) > CHARACTERS) {
            store(ready);
            ready = latest;
            latest = new ArrayList<>();
            characters = entry.text().length();
        }
        latest.add(entry);
    }

    /** Stores what was kept back up to that sequence, and forgets the rest. */
    void cut(long sequence) {
        for (List<Entry> kept : List.of(ready, latest)) {
            kept.removeIf(entry -> entry.sequence() > sequence);
            store(kept);
        }
    }

    /** Stores all and gives the end of what was added. */
    Checkpoint finish() {
        cut(Long.MAX_VALUE);
        Checkpoint end = end();
        if (end.count() < before.count() && !at(end.count()).equals(Optional.of(end.head()))) {
            throw stale(end);
        }
        return end;
    }

    private Checkpoint end() {
        Entry entry = last;
        return entry == null ? Checkpoint.start(key) : new Checkpoint(key, entry.sequence(), entry.digest());
    }

    private Optional<Digest> at(long sequence) {
        try (Stream<Entry> entries = table.read(key, sequence - 1)) {
            return entries.findFirst().map(Entry::digest);
        }
    }

    private void store(List<Entry> entries) {
        if (!entries.isEmpty()) {
            if (!table.append(stored, entries)) {
                throw stale(stored);
            }
            Entry newest = entries.get(entries.size() - 1);
            stored = new Checkpoint(key, newest.sequence(), newest.digest());
        }
    }

    private StaleRecordException stale(Checkpoint expected) {
        try (Stream<Entry> between = table.read(key, expected.count())) {
            return new StaleRecordException(List.of(new Conflict(
                    expected, table.head(key), between.limit(Conflict.LONGEST).toList())));
        }
    }
}
