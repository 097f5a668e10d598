package org.iltlib.exchange.casenetwork.packed;

/** Associations whose rows are stored and whose identifiers have not been looked up yet. */
final class Waiting {
    static final int MOST = 256;

    private final long[] ids = new long[2 * MOST];
    private final long[] ends = new long[4 * MOST];
    private final long[] rows = new long[MOST];
    private final int[] types = new int[MOST];
    private int size;

    /** Adds one, of which the identifier and the two ends are given, two halves each; how many there are then. */
    int add(long row, int type, long[] uuids) {
        System.arraycopy(uuids, 0, ids, 2 * size, 2);
        System.arraycopy(uuids, 2, ends, 4 * size, 4);
        rows[size] = row;
        types[size] = type;
        return ++size;
    }

    /** The halves of the identifiers, side by side. */
    long[] ids() {
        return ids;
    }

    /** The halves of the origins and destinations, four to an association. */
    long[] ends() {
        return ends;
    }

    /** The address of the row of the one at that place. */
    long row(int place) {
        return rows[place];
    }

    int type(int place) {
        return types[place];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
