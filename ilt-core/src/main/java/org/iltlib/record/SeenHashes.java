package org.iltlib.record;

import java.util.Arrays;
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
    private final long[][] tables = new long[TABLES][];

    private final int[] sizes = new int[TABLES];
    private long[][] prefixes = new long[16][];

    private long high;
    private long low;

    @Override
    public boolean pass(int index, Entry entry) {
        int chunk = index / CHUNK;
        if (chunk == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, chunk * 2);
        }
        if (index % CHUNK == 0) {
            prefixes[chunk] = new long[CHUNK];
        }
        prefixes[chunk][index % CHUNK] = entry.digest().prefix();
        hash(entry.id().value());
        return add();
    }

    @Override
    public boolean isBefore(int index, EntryId id) {
        hash(id.value());
        long[] table = tables[table()];
        return table != null && table[slot(table, high, low) + 1] != 0;
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

    private int table() {
        return (int) (high >>> 56);
    }

    private boolean add() {
        int which = table();
        long[] table = tables[which];
        if (table == null) {
            table = new long[2 * 8];
            tables[which] = table;
        }
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
        int slot = (int) (((low >>> 33) * slots) >>> 31);
        while (table[2 * slot + 1] != 0 && (table[2 * slot] != high || table[2 * slot + 1] != low)) {
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return 2 * slot;
    }

    /** Two independent words; the low one is never 0. */
    private void hash(String id) {
        long a = 0x9E3779B97F4A7C15L;
        long b = 0xC2B2AE3D27D4EB4FL;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            a = (a ^ c) * 0xFF51AFD7ED558CCDL;
            a ^= a >>> 32;
            b = (b ^ c) * 0xC4CEB9FE1A85EC53L;
            b ^= b >>> 29;
        }
        high = mixed(a);
        low = mixed(b) | 1;
    }

    private static long mixed(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
