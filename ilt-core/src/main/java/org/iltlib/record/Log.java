package org.iltlib.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.iltlib.base.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The entries that several records share. Each record sees a prefix, which never changes; the record that sees all of
 * it may extend it, any other must branch off. So n appends cost O(n) in all. A record holds the {@link Part} that was
 * current when it was made.
 */
final class Log {
    private Part part;
    private int size;

    /** A log of these entries. */
    Log(List<Entry> first) {
        int citations = 16;
        int most = 0;
        for (Entry entry : first) {
            citations += entry.cites().size();
            most = Math.max(most, entry.cites().size());
        }
        int capacity = Math.max(16, first.size());
        part = new Part(capacity, capacity + most, citations);
        append(first);
    }

    /** The part that holds the prefix and then these, or null if the log has gone on otherwise already. */
    synchronized @Nullable Part extend(int prefix, List<Entry> more) {
        if (prefix != size) {
            return null;
        }
        append(more);
        return part;
    }

    synchronized Part part() {
        return part;
    }

    private void append(List<Entry> more) {
        for (Entry entry : more) {
            if (!part.hasRoomFor(size, entry)) {
                part = part.longer(size, entry);
            }
            part.append(size++, entry);
        }
    }

    /**
     * Entries with two indexes, by id and by cited id, in plain arrays: a year of a team is indexed in a fraction of a
     * millisecond.
     *
     * <p>One thread at a time appends, under the lock of the log, while others read. Whoever holds a part got it through
     * a final field after its own entries had been appended, so it sees these in full; of later ones it may see
     * anything from nothing to all, in any order. Therefore every number here is written once from zero (which means
     * "none") to its value, places are counted from 1, lists rise, and readers pass over places beyond their own end.
     *
     * <p>An id gets a node when it is first recorded or cited; ids that are cited, but not recorded before, come up only
     * in records that do not hold. A node has a list of links, one for each entry that cites it.
     */
    static final class Part {
        private final Entry[] entries;

        private final int[] nodeByHash;

        private final EntryId[] idByNode;
        private final int[] placeByNode;
        private final int[] firstLinkByNode;
        private final int[] lastLinkByNode;

        private final int[] placeByLink;
        private final int[] nextByLink;

        private int nodes;
        private int links;
        private int sound;

        private Part(int capacity, int nodes, int links) {
            entries = new Entry[capacity];
            idByNode = new EntryId[nodes + 1];
            placeByNode = new int[nodes + 1];
            firstLinkByNode = new int[nodes + 1];
            lastLinkByNode = new int[nodes + 1];
            placeByLink = new int[links + 1];
            nextByLink = new int[links + 1];
            nodeByHash = new int[Integer.highestOneBit(nodes) * 4];
        }

        private boolean hasRoomFor(int size, Entry entry) {
            int cites = entry.cites().size();
            return size < entries.length && nodes + cites + 1 < idByNode.length && links + cites < placeByLink.length;
        }

        /** A copy with room for that entry and as many again. */
        private Part longer(int size, Entry entry) {
            int cites = entry.cites().size();
            Part longer = new Part(entries.length * 2, idByNode.length * 2 + cites, placeByLink.length * 2 + cites);
            for (int index = 0; index < size; index++) {
                longer.append(index, entries[index]);
            }
            return longer;
        }

        private void append(int index, Entry entry) {
            entries[index] = entry;
            boolean fits = sound == index;
            List<EntryId> cites = entry.cites();
            for (int i = 0; i < cites.size(); i++) {
                int cited = intern(cites.get(i));
                fits &= placeByNode[cited] != 0;
                link(cited, index + 1);
            }
            int node = intern(entry.id());
            fits &= placeByNode[node] == 0;
            if (placeByNode[node] == 0) {
                placeByNode[node] = index + 1;
            }
            if (fits) {
                sound = index + 1;
            }
        }

        private void link(int node, int place) {
            int link = ++links;
            placeByLink[link] = place;
            if (lastLinkByNode[node] == 0) {
                firstLinkByNode[node] = link;
            } else {
                nextByLink[lastLinkByNode[node]] = link;
            }
            lastLinkByNode[node] = link;
        }

        private int intern(EntryId id) {
            int node = node(id);
            if (node == 0) {
                node = ++nodes;
                idByNode[node] = id;
                int slot = slot(id);
                while (nodeByHash[slot] != 0) {
                    slot = (slot + 1) & (nodeByHash.length - 1);
                }
                nodeByHash[slot] = node;
            }
            return node;
        }

        private int node(EntryId id) {
            for (int slot = slot(id); ; slot = (slot + 1) & (nodeByHash.length - 1)) {
                int node = nodeByHash[slot];
                if (node == 0 || id.equals(idByNode[node])) {
                    return node;
                }
            }
        }

        private int slot(EntryId id) {
            int hash = id.value().hashCode() * 0x9E3779B9;
            return (hash ^ (hash >>> 15)) & (nodeByHash.length - 1);
        }

        /** How many entries, from the first, have new ids and cite only what stands before them; at least. */
        int sound() {
            return sound;
        }

        /** The entry at that index, which must be below the size of the caller's record. */
        Entry entry(int index) {
            return entries[index];
        }

        /** The entries below that size. */
        List<Entry> entries(int size) {
            return Collections.unmodifiableList(Arrays.asList(entries).subList(0, size));
        }

        /** The index of the first entry with that id if it is below the size; otherwise -1. */
        int find(EntryId id, int size) {
            int place = placeByNode[node(id)];
            return place <= size ? place - 1 : -1;
        }

        /** Where the list of the entries that cite that id begins; 0 if there are none. */
        int firstCiting(EntryId id) {
            return firstLinkByNode[node(id)];
        }

        /** The index of the citing entry of that link if it is below the size; otherwise -1, and the list ends. */
        int citing(int link, int size) {
            int place = placeByLink[link];
            return place <= size ? place - 1 : -1;
        }

        /** The link after that one; 0 is the end. */
        int next(int link) {
            return nextByLink[link];
        }
    }
}
