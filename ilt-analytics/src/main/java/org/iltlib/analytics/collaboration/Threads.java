package org.iltlib.analytics.collaboration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The parts of an undirected graph, the edges whose loss would part it, and the nodes whose loss would: one walk in
 * depth that notes how far back each subtree reaches (Tarjan 1974, doi:10.1016/0020-0190(74)90003-9; Hopcroft and
 * Tarjan 1973, doi:10.1145/362248.362272). Without recursion, O(nodes + edges).
 */
final class Threads {
    private final int[][] neighbours;
    private final int[] order;
    private final int[] low;
    private final int[] part;
    private final List<int[]> bridges = new ArrayList<>();
    private final BitSet cuts = new BitSet();
    private int clock;
    private int parts;

    /** Of a graph given by the neighbours of each node, both ways, each once, without loops. */
    Threads(int[][] neighbours) {
        this.neighbours = neighbours;
        this.order = new int[neighbours.length];
        this.low = new int[neighbours.length];
        this.part = new int[neighbours.length];
        Arrays.fill(order, -1);
        for (int node = 0; node < neighbours.length; node++) {
            if (order[node] < 0) {
                walk(node);
                parts++;
            }
        }
    }

    private void walk(int root) {
        int[] parent = new int[neighbours.length];
        int[] next = new int[neighbours.length];
        int[] stack = new int[neighbours.length];
        int depth = 0;
        int children = 0;
        parent[root] = -1;
        enter(root);
        stack[0] = root;
        while (depth >= 0) {
            int node = stack[depth];
            if (next[node] < neighbours[node].length) {
                int there = neighbours[node][next[node]++];
                if (order[there] < 0) {
                    parent[there] = node;
                    children += node == root ? 1 : 0;
                    enter(there);
                    depth++;
                    stack[depth] = there;
                } else if (there != parent[node]) {
                    low[node] = Math.min(low[node], order[there]);
                }
            } else {
                depth--;
                if (parent[node] >= 0) {
                    leave(node, parent[node], root);
                }
            }
        }
        if (children > 1) {
            cuts.set(root);
        }
    }

    private void enter(int node) {
        order[node] = clock;
        low[node] = clock;
        part[node] = parts;
        clock++;
    }

    private void leave(int node, int parent, int root) {
        low[parent] = Math.min(low[parent], low[node]);
        if (low[node] > order[parent]) {
            bridges.add(new int[] {Math.min(parent, node), Math.max(parent, node)});
        }
        if (parent != root && low[node] >= order[parent]) {
            cuts.set(parent);
        }
    }

    /** The number of parts; a node without neighbours is one. */
    int parts() {
        return parts;
    }

    /** Whether the two are in one part. */
    boolean together(int one, int other) {
        return part[one] == part[other];
    }

    /** The edges whose loss would part the graph, lesser node first, in ascending order. */
    List<int[]> bridges() {
        return bridges.stream()
                .sorted((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]))
                .toList();
    }

    /** The nodes whose loss would part the graph. */
    BitSet cuts() {
        return (BitSet) cuts.clone();
    }
}
