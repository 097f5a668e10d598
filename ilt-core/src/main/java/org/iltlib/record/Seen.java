package org.iltlib.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verifier knows of the entries that it has passed. */
interface Seen {
    /** Of an entry for which there is nothing to prepare. */
    long[] NOTHING = {};

    /** Whatever of the work can be done for an entry alone, in any order, by any thread. */
    long[] prepare(Entry entry);

    /** Tells that entries with these are next, so that memory can be fetched for all of them at once. */
    default void expect(long[][] prepared, int size) {}

    /** Passes the entry at that index, one after the other; false if its id was passed before. */
    boolean pass(int index, Entry entry, long[] prepared);

    /** Whether all ids that the entry cites stand before that index; all up to it have been passed. */
    boolean citesPassed(int index, Entry entry, long[] prepared);

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
            public long[] prepare(Entry entry) {
                return NOTHING;
            }

            @Override
            public boolean pass(int index, Entry entry, long[] prepared) {
                return index < sound || part.find(entry.id(), size) == index;
            }

            @Override
            public boolean citesPassed(int index, Entry entry, long[] prepared) {
                return index < sound
                        || entry.cites().stream()
                                .mapToInt(id -> part.find(id, size))
                                .allMatch(cited -> cited >= 0 && cited < index);
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
