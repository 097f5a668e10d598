package org.iltlib.analytics.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A second solver, written apart from the one under test and after another method: the cheapest largest flow by
 * successive shortest paths, each found by Bellman and Ford. Slow, whole numbers only.
 */
final class MinimumCostFlow {
    private final List<int[]> edges = new ArrayList<>();
    private final int nodes;
    private long flow;
    private long cost;

    MinimumCostFlow(int nodes) {
        this.nodes = nodes;
    }

    /** An edge and, right after it, the way back. */
    void edge(int from, int to, int capacity, int price) {
        edges.add(new int[] {from, to, capacity, price});
        edges.add(new int[] {to, from, 0, -price});
    }

    void solve(int source, int sink) {
        while (true) {
            long[] distance = new long[nodes];
            int[] by = new int[nodes];
            Arrays.fill(distance, Long.MAX_VALUE / 2);
            Arrays.fill(by, -1);
            distance[source] = 0;
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int i = 0; i < edges.size(); i++) {
                    int[] edge = edges.get(i);
                    if (edge[2] > 0
                            && distance[edge[0]] < Long.MAX_VALUE / 2
                            && distance[edge[0]] + edge[3] < distance[edge[1]]) {
                        distance[edge[1]] = distance[edge[0]] + edge[3];
                        by[edge[1]] = i;
                        changed = true;
                    }
                }
            }
            if (by[sink] < 0) {
                return;
            }
            for (int node = sink; node != source; node = edges.get(by[node])[0]) {
                edges.get(by[node])[2]--;
                edges.get(by[node] ^ 1)[2]++;
            }
            flow++;
            cost += distance[sink];
        }
    }

    long flow() {
        return flow;
    }

    long cost() {
        return cost;
    }
}
