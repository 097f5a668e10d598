package org.iltlib.exchange.casenetwork.packed;

import java.util.Arrays;

/**
 * The items and associations of a package: rows, the places of their identifiers, and the graph in columns. Every
 * identifier at an end of an association has a number, whether or not its item is here; an item has one as well.
 */
public final class Holdings {
    /** The type of an association that is none of the first fourteen. */
    public static final int OTHER_TYPE = 15;

    private static final int END_BITS = 30;
    private static final int TOGETHER = 256;
    private static final int END_MASK = (1 << END_BITS) - 1;

    private final boolean keeping;
    private final Rows items;
    private final Rows associations;
    private final IdentityIndex nodes = new IdentityIndex();
    private final IdentityIndex associationIds = new IdentityIndex();
    private final LongColumn edges = new LongColumn();
    private int[] itemOfNode = new int[1 << 10];
    private int[] nodeOfItem = new int[1 << 10];
    private int itemCount;
    private final long[] pendingEnds = new long[4 * TOGETHER];
    private final int[] pendingTypes = new int[TOGETHER];
    private int pending;
    private long touched;

    /**
     * Nothing yet.
     *
     * @param keeping whether rows are kept, or only the graph
     */
    public Holdings(TextPool pool, boolean keeping) {
        this.keeping = keeping;
        this.items = new Rows(pool);
        this.associations = new Rows(pool);
    }

    /** The number of that identifier, given now if it has none. */
    public int node(String identifier) {
        int before = nodes.add(identifier);
        return before < 0 ? nodes.size() - 1 : before;
    }

    /** The number of that UUID, given now if it has none. */
    public int node(long high, long low) {
        int before = nodes.add(high, low);
        return before < 0 ? nodes.size() - 1 : before;
    }

    /** Adds an item with that number; false if it is here already. */
    public boolean addItem(RowEncoder row, int node) {
        if (node >= itemOfNode.length) {
            itemOfNode = Arrays.copyOf(itemOfNode, Math.max(node + 1, itemOfNode.length * 2));
        }
        if (itemOfNode[node] != 0) {
            return false;
        }
        if (itemCount == nodeOfItem.length) {
            nodeOfItem = Arrays.copyOf(nodeOfItem, itemCount * 2);
        }
        nodeOfItem[itemCount] = node;
        itemOfNode[node] = ++itemCount;
        if (keeping) {
            items.add(row);
        }
        return true;
    }

    /** Whether an association of that identifier is new; notes it. */
    public boolean isNewAssociation(String identifier) {
        return associationIds.add(identifier) < 0;
    }

    /** As {@link #isNewAssociation(String)}. */
    public boolean isNewAssociation(long high, long low) {
        return associationIds.add(high, low) < 0;
    }

    /** Adds an association; its identifier has been found new. */
    public void addAssociation(RowEncoder row, int type, int origin, int destination) {
        settle();
        addEdge(type, origin, destination);
        if (keeping) {
            associations.add(row);
        }
    }

    /** As {@link #addAssociation(RowEncoder, int, int, int)}, where both ends are UUIDs: two halves each. */
    public void addAssociation(RowEncoder row, int type, long[] ends) {
        System.arraycopy(ends, 0, pendingEnds, 4 * pending, 4);
        pendingTypes[pending++] = type;
        if (pending == TOGETHER) {
            settle();
        }
        if (keeping) {
            associations.add(row);
        }
    }

    /** Looks up the ends of the associations that were added last, many together. */
    public void settle() {
        if (pending > 0) {
            touched += nodes.touch(pendingEnds, 2 * pending);
        }
        for (int i = 0; i < pending; i++) {
            int origin = node(pendingEnds[4 * i], pendingEnds[4 * i + 1]);
            addEdge(pendingTypes[i], origin, node(pendingEnds[4 * i + 2], pendingEnds[4 * i + 3]));
        }
        pending = 0;
    }

    private void addEdge(int type, int origin, int destination) {
        edges.add((long) type << (2 * END_BITS) | (long) origin << END_BITS | destination);
    }

    /** What touching came to; nothing that means anything, but it must not be left out. */
    public long touched() {
        return touched;
    }

    /** The rows of items. */
    public Rows items() {
        return items;
    }

    /** The rows of associations. */
    public Rows associations() {
        return associations;
    }

    /** How many items there are. */
    public int itemCount() {
        return itemCount;
    }

    /** How many associations there are. */
    public int associationCount() {
        return edges.size();
    }

    /** The number at the origin of the association at that place. */
    public int origin(int place) {
        return (int) (edges.get(place) >>> END_BITS) & END_MASK;
    }

    /** The number at its destination. */
    public int destination(int place) {
        return (int) edges.get(place) & END_MASK;
    }

    /** The type of the association at that place, as it was added. */
    public int type(int place) {
        return (int) (edges.get(place) >>> (2 * END_BITS)) & 15;
    }

    /** The place of the item of that number, or -1. */
    public int itemOf(int node) {
        return node < 0 || node >= itemOfNode.length ? -1 : itemOfNode[node] - 1;
    }

    /** The number of the item at that place. */
    public int nodeOf(int item) {
        return nodeOfItem[item];
    }

    /** The number of that identifier, or -1. */
    public int findNode(String identifier) {
        return nodes.find(identifier);
    }

    /** The place of the item with that identifier, or -1. */
    public int findItem(String identifier) {
        return itemOf(nodes.find(identifier));
    }

    /** The place of the association with that identifier, or -1. */
    public int findAssociation(String identifier) {
        return associationIds.find(identifier);
    }

    /** How many identifiers have a number. */
    public int nodeCount() {
        return nodes.size();
    }
}
