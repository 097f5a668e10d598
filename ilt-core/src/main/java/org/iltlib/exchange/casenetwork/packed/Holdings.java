package org.iltlib.exchange.casenetwork.packed;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.iltlib.form.Node;

/**
 * The items and associations of a package: rows, the places of their identifiers, and the graph in columns. Every
 * identifier at an end of an association has a number, whether or not its item is here; an item has one as well.
 */
public final class Holdings {
    /** The type of an association that is none of the first fourteen. */
    public static final int OTHER_TYPE = 15;

    /** How many associations wait at most. */
    public static final int MOST_WAITING = Waiting.MOST;

    private static final int END_BITS = 30;
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
    private final Waiting waiting = new Waiting();
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
        addEdge(type, origin, destination);
        if (keeping) {
            associations.add(row);
        }
    }

    /**
     * Takes an association, of which {@link #settle} finds out later whether its identifier is new: what lies far apart in
     * memory is found faster for many at a time. Until then nothing else may be added.
     *
     * @param uuids its identifier, its origin and its destination, two halves each
     * @return how many wait now; at {@link #MOST_WAITING} they must be settled
     */
    public int addLater(RowEncoder row, int type, long[] uuids) {
        return waiting.add(associations.store(row), type, uuids);
    }

    /**
     * Adds those that wait.
     *
     * @param taken is told of each whose identifier is taken: the value, and its number among those that waited
     */
    public void settle(ObjIntConsumer<Node> taken) {
        int count = waiting.size();
        touched += associationIds.touch(waiting.ids(), count) + nodes.touch(waiting.ends(), 2 * count);
        for (int i = 0; i < count; i++) {
            if (associationIds.add(waiting.ids()[2 * i], waiting.ids()[2 * i + 1]) < 0) {
                long[] ends = waiting.ends();
                int origin = node(ends[4 * i], ends[4 * i + 1]);
                addEdge(waiting.type(i), origin, node(ends[4 * i + 2], ends[4 * i + 3]));
                associations.place(waiting.row(i));
            } else {
                taken.accept(associations.stored(waiting.row(i)), i);
            }
        }
        waiting.clear();
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
