package org.iltlib.record;

import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier of a stream keeps of the entries that it has passed: 128 bits of a hash of each id and 64 bits of each
 * digest, 30 to 40 bytes an entry. Two different ids among a million have the same hash with a probability of
 * 2<sup>-89</sup>. The ids lie in many small tables, so that growing takes little room and no long stretch of memory.
 */
final class SeenHashes implements Seen {
    private static final int TABLES = 256;
    private static final int CHUNK = 1 << 12;

    /** Pairs of words; two zeros are an empty slot. Open addressing. */
    private final long[][] tables = new long[TABLES][2 * 8];

    private final int[] sizes = new int[TABLES];
    private long[][] prefixes = new long[16][];
    /** Of no use but to be written, so that no compiler leaves the looking out. */
    @SuppressWarnings("UnusedVariable")
    private volatile long looked;

    @Override
    public long[] prepare(Entry entry) {
        List<EntryId> cites = entry.cites();
        long[] hashes = new long[2 * cites.size() + 2];
        hash(entry.id(), hashes, 0);
        for (int i = 0; i < cites.size(); i++) {
            hash(cites.get(i), hashes, 2 * i + 2);
        }
        return hashes;
    }

    /** Looks at every slot without waiting for any, which is far quicker than one after the other in between. */
    @Override
    public void expect(long[][] prepared, int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            long[] hashes = prepared[i];
            for (int j = 0; j < hashes.length; j += 2) {
                long[] table = tables[table(hashes[j])];
                sum += table[2 * start(table, hashes[j + 1])];
            }
        }
        looked = sum;
    }

    @Override
    public boolean pass(int index, Entry entry, long[] hashes) {
        int chunk = index / CHUNK;
        if (chunk == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, chunk * 2);
        }
        if (index % CHUNK == 0) {
            prefixes[chunk] = new long[CHUNK];
        }
        prefixes[chunk][index % CHUNK] = entry.digest().prefix();
        return add(hashes[0], hashes[1]);
    }

    @Override
    public boolean citesPassed(int index, Entry entry, long[] hashes) {
        for (int i = 2; i < hashes.length; i += 2) {
            long[] table = tables[table(hashes[i])];
            boolean passed = table[slot(table, hashes[i], hashes[i + 1]) + 1] != 0;
            if (!passed || (hashes[i] == hashes[0] && hashes[i + 1] == hashes[1])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int find(Digest digest, int limit) {
        for (int i = 0; i < limit; i++) {
            if (prefixes[i / CHUNK][i % CHUNK] == digest.prefix()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return null;
    }

    private static int table(long high) {
        return (int) (high >>> 56);
    }

    private boolean add(long high, long low) {
        int which = table(high);
        long[] table = tables[which];
        int slot = slot(table, high, low);
        if (table[slot + 1] != 0) {
            return false;
        }
        table[slot] = high;
        table[slot + 1] = low;
        if (++sizes[which] * 5 > table.length * 2) {
            tables[which] = grown(table);
        }
        return true;
    }

    /** A table half as long again; four fifths full at most. */
    private static long[] grown(long[] table) {
        long[] grown = new long[(table.length / 2 + table.length / 4) * 2];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                int slot = slot(grown, table[i], table[i + 1]);
                grown[slot] = table[i];
                grown[slot + 1] = table[i + 1];
            }
        }
        return grown;
    }

    /** Where the pair stands, or the empty slot where it would. */
    private static int slot(long[] table, long high, long low) {
        int slots = table.length / 2;
        int slot = start(table, low);
        while (table[2 * slot + 1] != 0 && (table[2 * slot] != high || table[2 * slot + 1] != low)) {
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return 2 * slot;
    }

    private static int start(long[] table, long low) {
        return (int) (((low >>> 33) * (table.length / 2)) >>> 31);
    }

    /** Two independent words; the low one is never 0. */
    private static void hash(EntryId id, long[] into, int at) {
        String text = id.value();
        long a = 0x9E3779B97F4A7C15L;
        long b = 0xC2B2AE3D27D4EB4FL;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            a = (a ^ c) * 0xFF51AFD7ED558CCDL;
            a ^= a >>> 32;
            b = (b ^ c) * 0xC4CEB9FE1A85EC53L;
            b ^= b >>> 29;
        }
        into[at] = mixed(a);
        into[at + 1] = mixed(b) | 1;
    }

    private static long mixed(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
