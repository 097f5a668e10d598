package org.iltlib.record;

import java.util.List;
import org.iltlib.base.EntryId;
import org.jspecify.annotations.Nullable;

/** What a verifier knows of the entries that it has passed. */
interface Seen {

    /** Passes the entry at that index, one after the other; false if its id was passed before. */
    boolean pass(int index, Entry entry);

    /** Whether an entry with that id stands before that index; all up to it have been passed. */
    boolean isBefore(int index, EntryId id);

    /** The index of the first entry with that digest, below that limit; -1 if there is none. */
    int find(Digest digest, int limit);

    /** The passed entry at that index, if it is still at hand. */
    @Nullable
    Entry entry(int index);

    /** Of a record that is in memory as a whole: its own indexes. */
    static Seen whole(Log.Part part, int size) {
        int sound = part.sound();
        List<Entry> entries = part.entries(size);
        return new Seen() {
            @Override
            public boolean pass(int index, Entry entry) {
                return index < sound || part.find(entry.id(), size) == index;
            }

            @Override
            public boolean isBefore(int index, EntryId id) {
                int found = index < sound ? index - 1 : part.find(id, size);
                return found >= 0 && found < index;
            }

            @Override
            public int find(Digest digest, int limit) {
                for (int i = 0; i < limit; i++) {
                    if (entries.get(i).digest().equals(digest)) {
                        return i;
                    }
                }
                return -1;
            }

            @Override
            public Entry entry(int index) {
                return entries.get(index);
            }
        };
    }
}
