package org.iltlib.exchange.casenetwork;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.exchange.casenetwork.packed.Holdings;

/**
 * Who is a child of whom in a package, by the places of the items in {@link CasePackage#items()}: every {@code isChildOf}
 * association between two items of the package, none preferred. Immutable.
 *
 * <p>Making it takes time and memory linear in items and associations; the lists below are then at hand.
 */
public final class CaseGraph {
    static final int CHILD = 0;

    private final int[] childStarts;
    private final int[] children;
    private final int[] parentStarts;
    private final int[] parents;

    CaseGraph(Holdings all) {
        int items = all.itemCount();
        childStarts = new int[items + 1];
        parentStarts = new int[items + 1];
        int edges = 0;
        for (int i = 0; i < all.associationCount(); i++) {
            if (isEdge(all, i)) {
                childStarts[all.itemOf(all.destination(i)) + 1]++;
                parentStarts[all.itemOf(all.origin(i)) + 1]++;
                edges++;
            }
        }
        Arrays.parallelPrefix(childStarts, Integer::sum);
        Arrays.parallelPrefix(parentStarts, Integer::sum);
        children = new int[edges];
        parents = new int[edges];
        int[] child = childStarts.clone();
        int[] parent = parentStarts.clone();
        for (int i = 0; i < all.associationCount(); i++) {
            if (isEdge(all, i)) {
                int origin = all.itemOf(all.origin(i));
                int destination = all.itemOf(all.destination(i));
                children[child[destination]++] = origin;
                parents[parent[origin]++] = destination;
            }
        }
    }

    private static boolean isEdge(Holdings all, int association) {
        return all.type(association) == CHILD
                && all.itemOf(all.origin(association)) >= 0
                && all.itemOf(all.destination(association)) >= 0;
    }

    /** How many items there are. */
    public int size() {
        return childStarts.length - 1;
    }

    /** The children of that item, in the order of the associations. */
    public int[] children(int item) {
        return Arrays.copyOfRange(children, childStarts[item], childStarts[item + 1]);
    }

    /** The parents of that item, in the order of the associations; usually none or one. */
    public int[] parents(int item) {
        return Arrays.copyOfRange(parents, parentStarts[item], parentStarts[item + 1]);
    }

    /** The items without a parent in the package, in order. */
    public int[] roots() {
        return IntStream.range(0, size())
                .filter(item -> parentStarts[item] == parentStarts[item + 1])
                .toArray();
    }

    /**
     * The items that are their own ancestors, in order; empty for a sound package. Strongly connected components by
     * Tarjan (1972), without recursion; linear.
     */
    public int[] itemsOnCircles() {
        int size = size();
        int[] number = new int[size];
        int[] low = new int[size];
        int[] next = Arrays.copyOf(parentStarts, size);
        boolean[] open = new boolean[size];
        boolean[] circular = new boolean[size];
        int[] path = new int[size];
        int[] component = new int[size];
        int counter = 0;
        int opened = 0;
        for (int start = 0; start < size; start++) {
            if (number[start] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = start;
            while (depth >= 0) {
                int item = path[depth];
                if (number[item] == 0) {
                    number[item] = ++counter;
                    low[item] = counter;
                    component[opened++] = item;
                    open[item] = true;
                }
                if (next[item] < parentStarts[item + 1]) {
                    int parent = parents[next[item]++];
                    if (number[parent] == 0) {
                        path[++depth] = parent;
                    } else if (open[parent]) {
                        low[item] = Math.min(low[item], number[parent]);
                    }
                    circular[item] |= parent == item;
                    continue;
                }
                if (low[item] == number[item]) {
                    boolean several = component[opened - 1] != item;
                    int member;
                    do {
                        member = component[--opened];
                        open[member] = false;
                        circular[member] |= several;
                    } while (member != item);
                }
                if (--depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[item]);
                }
            }
        }
        return IntStream.range(0, size).filter(item -> circular[item]).toArray();
    }
}
