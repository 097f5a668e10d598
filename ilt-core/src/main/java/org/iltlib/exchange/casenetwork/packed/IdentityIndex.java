package org.iltlib.exchange.casenetwork.packed;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * From identifiers to places, 0 for the first that was added. UUIDs take 32 to 80 bytes each, other identifiers what a map
 * takes. Expected constant time. The mixing of the bits is not a secret; UUIDs that were made to collide go to a map, which
 * takes logarithmic time at worst.
 */
public final class IdentityIndex {
    private static final long ODD = -1L;

    /** How many slots are looked at; identifiers that come by chance hardly ever need as many. */
    private static final int MOST_LOOKS = 128;

    /** The upper and the lower half of each, side by side. */
    private final LongColumn halves = new LongColumn();

    private final Map<String, Integer> odd = new HashMap<>();

    /** UUIDs that found no slot near enough. */
    private final Map<UUID, Integer> crowded = new HashMap<>();

    private long[] slots = new long[1 << 10];

    /** Adds a UUID at the next place; the place at which it stands already, or -1 if it is new and was added. */
    public int add(long high, long low) {
        int slot = slot(high, low);
        if (slot >= 0 && slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        if (slot < 0 || !crowded.isEmpty()) {
            UUID uuid = new UUID(high, low);
            Integer before = slot < 0 ? crowded.putIfAbsent(uuid, size()) : crowded.get(uuid);
            if (before != null) {
                return before;
            }
        }
        int next = append(high, low);
        if (slot >= 0) {
            slots[slot] = (long) hash(high, low) << 32 | next;
        }
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
        int slot = slot(high, low);
        return slot >= 0 && (slots[slot] != 0 || crowded.isEmpty())
                ? (int) slots[slot] - 1
                : crowded.getOrDefault(new UUID(high, low), -1);
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

    /** The slot of that UUID, or the free one where it would stand; -1 if there is none near enough. */
    private int slot(long high, long low) {
        int hash = hash(high, low);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int looks = 0; slots[slot] != 0; looks++) {
            long entry = slots[slot];
            if ((int) (entry >>> 32) == hash) {
                int place = (int) entry - 1;
                if (halves.get(2 * place + 1) == low && halves.get(2 * place) == high) {
                    break;
                }
            }
            if (looks == MOST_LOOKS) {
                return -1;
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
                int looks = 0;
                while (slots[slot] != 0 && looks++ < MOST_LOOKS) {
                    slot = slot + 1 & mask;
                }
                if (slots[slot] == 0) {
                    slots[slot] = entry;
                } else {
                    int place = (int) entry - 1;
                    crowded.put(new UUID(halves.get(2 * place), halves.get(2 * place + 1)), place);
                }
            }
        }
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 29)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ mixed >>> 32);
    }
}
