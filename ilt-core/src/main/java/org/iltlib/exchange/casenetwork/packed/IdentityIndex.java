package org.iltlib.exchange.casenetwork.packed;

import java.util.HashMap;
import java.util.Map;

/**
 * From identifiers to places, 0 for the first that was added. UUIDs take 32 to 80 bytes each, other identifiers what a map
 * takes. Expected constant time; the mixing of the bits is not a secret, so the worst case is bounded by the number of
 * identifiers only.
 */
public final class IdentityIndex {
    private static final long ODD = -1L;

    /** The upper and the lower half of each, side by side. */
    private final LongColumn halves = new LongColumn();

    private final Map<String, Integer> odd = new HashMap<>();
    private long[] slots = new long[1 << 10];

    /** Adds a UUID at the next place; the place at which it stands already, or -1 if it is new and was added. */
    public int add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        slots[slot] = (long) hash(high, low) << 32 | append(high, low);
        if (size() > slots.length / 2) {
            grow();
        }
        return -1;
    }

    /** Adds any identifier at the next place, as {@link #add(long, long)}. */
    public int add(String identifier) {
        long[] uuid = new long[2];
        if (Uuids.parse(identifier, uuid)) {
            return add(uuid[0], uuid[1]);
        }
        Integer before = odd.putIfAbsent(identifier, size());
        if (before != null) {
            return before;
        }
        append(ODD, ODD);
        return -1;
    }

    private int append(long high, long low) {
        halves.add(high);
        halves.add(low);
        return size();
    }

    /** The place of that UUID, or -1. */
    public int find(long high, long low) {
        return (int) slots[slot(high, low)] - 1;
    }

    /** The place of that identifier, or -1. */
    public int find(String identifier) {
        long[] uuid = new long[2];
        return Uuids.parse(identifier, uuid) ? find(uuid[0], uuid[1]) : odd.getOrDefault(identifier, -1);
    }

    /**
     * Looks at where so many UUIDs stand or would stand, all at once, so that what is far away in memory is fetched for
     * many at a time; looking them up is quick afterwards.
     *
     * @param uuids upper and lower halves, side by side
     * @return nothing that means anything
     */
    long touch(long[] uuids, int count) {
        int mask = slots.length - 1;
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = (int) slots[hash(uuids[2 * i], uuids[2 * i + 1]) & mask];
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += places[i] == 0 ? 0 : halves.get(2 * places[i] - 1);
        }
        return sum;
    }

    /** How many there are. */
    public int size() {
        return halves.size() >> 1;
    }

    /** The slot of that UUID, or the free one where it would stand. */
    private int slot(long high, long low) {
        int hash = hash(high, low);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            long entry = slots[slot];
            if ((int) (entry >>> 32) == hash) {
                int place = (int) entry - 1;
                if (halves.get(2 * place + 1) == low && halves.get(2 * place) == high) {
                    break;
                }
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 4];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 29)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ mixed >>> 32);
    }
}
