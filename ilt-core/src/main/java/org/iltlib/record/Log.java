package org.iltlib.record;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.iltlib.base.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The entries that several records share. Each record sees a prefix, which never changes; the record that sees all of
 * it may extend it, any other must branch off. So n appends cost O(n) in all. A record's own array is published by its
 * final field; the indexes may know more than a record sees, so a record ignores places beyond its end.
 */
final class Log {
    private Entry[] entries;
    private int size;
    private final ConcurrentMap<EntryId, Integer> places = new ConcurrentHashMap<>();
    private final ConcurrentMap<EntryId, Places> citing = new ConcurrentHashMap<>();

    /** Places in rising order; the array is shared with longer versions of itself. */
    static final class Places {
        private final int[] array;
        private final int size;

        private Places(int[] array, int size) {
            this.array = array;
            this.size = size;
        }

        int size() {
            return size;
        }

        int get(int index) {
            return array[index];
        }

        private Places with(int place) {
            int[] next = size == array.length ? Arrays.copyOf(array, Math.max(4, size * 2)) : array;
            next[size] = place;
            return new Places(next, size + 1);
        }
    }

    Log(List<Entry> first) {
        entries = new Entry[Math.max(16, first.size())];
        append(first);
    }

    /** The array that holds the prefix and then these, or null if the log has gone on otherwise already. */
    synchronized Entry @Nullable [] extend(int prefix, List<Entry> more) {
        if (prefix != size) {
            return null;
        }
        append(more);
        return entries;
    }

    synchronized Entry[] array() {
        return entries;
    }

    private void append(List<Entry> more) {
        if (size + more.size() > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(size + more.size(), entries.length * 2));
        }
        for (Entry entry : more) {
            int place = size++;
            entries[place] = entry;
            places.putIfAbsent(entry.id(), place);
            for (EntryId cited : entry.cites()) {
                Places before = citing.get(cited);
                citing.put(cited, (before == null ? new Places(new int[2], 0) : before).with(place));
            }
        }
    }

    /** The place of the entry with that id, or a number beyond any record's end. */
    int place(EntryId id) {
        return places.getOrDefault(id, Integer.MAX_VALUE);
    }

    Places citing(EntryId id) {
        return citing.getOrDefault(id, new Places(new int[0], 0));
    }
}
