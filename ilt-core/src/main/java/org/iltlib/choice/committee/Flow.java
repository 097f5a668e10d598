package org.iltlib.choice.committee;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Greatest flow in whole numbers (E. A. Dinic, 1970). Time: O(nodes² × edges), far less on layers of voters and members. */
final class Flow {
    private final List<List<Integer>> edges = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final List<Long> room = new ArrayList<>();
    private final int[] level;
    private final int[] next;

    Flow(int nodes) {
        for (int i = 0; i < nodes; i++) {
            edges.add(new ArrayList<>());
        }
        level = new int[nodes];
        next = new int[nodes];
    }

    void edge(int from, int to, long capacity) {
        edges.get(from).add(heads.size());
        heads.add(to);
        room.add(capacity);
        edges.get(to).add(heads.size());
        heads.add(from);
        room.add(0L);
    }

    long greatest(int source, int sink) {
        long sum = 0;
        while (layer(source).get(sink)) {
            Arrays.fill(next, 0);
            for (long pushed = 1; pushed > 0; sum += pushed) {
                pushed = push(source, sink, Long.MAX_VALUE);
            }
        }
        return sum;
    }

    /** The nodes that can still be reached from the source: after {@link #greatest}, its side of the least cut. */
    BitSet layer(int source) {
        Arrays.fill(level, -1);
        level[source] = 0;
        BitSet reached = new BitSet();
        reached.set(source);
        Deque<Integer> open = new ArrayDeque<>(List.of(source));
        while (!open.isEmpty()) {
            int from = open.poll();
            for (int edge : edges.get(from)) {
                int to = heads.get(edge);
                if (room.get(edge) > 0 && level[to] < 0) {
                    level[to] = level[from] + 1;
                    reached.set(to);
                    open.add(to);
                }
            }
        }
        return reached;
    }

    /** The nodes from which the sink can still be reached: after {@link #greatest}, the far side of the closest cut. */
    BitSet reaching(int sink) {
        BitSet reached = new BitSet();
        reached.set(sink);
        Deque<Integer> open = new ArrayDeque<>(List.of(sink));
        while (!open.isEmpty()) {
            for (int edge : edges.get(open.poll())) {
                int from = heads.get(edge);
                if (room.get(edge ^ 1) > 0 && !reached.get(from)) {
                    reached.set(from);
                    open.add(from);
                }
            }
        }
        return reached;
    }

    private long push(int from, int sink, long most) {
        if (from == sink) {
            return most;
        }
        for (; next[from] < edges.get(from).size(); next[from]++) {
            int edge = edges.get(from).get(next[from]);
            int to = heads.get(edge);
            if (room.get(edge) > 0 && level[to] == level[from] + 1) {
                long pushed = push(to, sink, Math.min(most, room.get(edge)));
                if (pushed > 0) {
                    room.set(edge, room.get(edge) - pushed);
                    room.set(edge ^ 1, room.get(edge ^ 1) + pushed);
                    return pushed;
                }
            }
        }
        return 0;
    }
}
