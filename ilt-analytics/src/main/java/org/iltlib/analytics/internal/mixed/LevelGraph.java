package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Which levels meet, and the order in which they are best eliminated: always the level with the fewest neighbours, until
 * so many are left neighbours of all that the rest is better treated as dense. Neighbours of one eliminated become
 * neighbours of each other. Ties go to the smaller number.
 */
final class LevelGraph {
    private static final int DENSE_SHARE = 4;
    private static final int SMALL = 24;
    private static final int LARGE = 600;

    private final int[][] neighbours;
    private final int[] order;
    private final int sparse;

    private LevelGraph(int[][] neighbours, int[] order, int sparse) {
        this.neighbours = neighbours;
        this.order = order;
        this.sparse = sparse;
    }

    /** Eliminates; the given lists are sorted, symmetric and are changed. */
    static LevelGraph of(int[][] neighbours) {
        int n = neighbours.length;
        PriorityQueue<Long> queue = new PriorityQueue<>();
        for (int v = 0; v < n; v++) {
            queue.add(key(neighbours[v].length, v));
        }
        boolean[] gone = new boolean[n];
        int[] order = new int[n];
        int done = 0;
        while (!queue.isEmpty()) {
            long key = queue.remove();
            int v = (int) (key & Integer.MAX_VALUE);
            int degree = (int) (key >>> 32);
            if (gone[v] || degree != neighbours[v].length) {
                continue;
            }
            if (degree > SMALL && degree > Math.min(LARGE, (n - done) / DENSE_SHARE)) {
                break;
            }
            gone[v] = true;
            order[done++] = v;
            for (int w : neighbours[v]) {
                neighbours[w] = union(neighbours[w], neighbours[v], v, w);
                queue.add(key(neighbours[w].length, w));
            }
        }
        int sparse = done;
        for (int v = 0; v < n; v++) {
            if (!gone[v]) {
                order[done++] = v;
            }
        }
        return new LevelGraph(neighbours, order, sparse);
    }

    /** Nothing eliminated, in the given order. */
    static LevelGraph untouched(int[][] neighbours) {
        int[] order = new int[neighbours.length];
        Arrays.setAll(order, i -> i);
        return new LevelGraph(neighbours, order, 0);
    }

    private static long key(int degree, int level) {
        return ((long) degree << 32) | level;
    }

    private static int[] union(int[] one, int[] two, int without, int self) {
        int[] all = new int[one.length + two.length];
        int count = 0;
        int a = 0;
        int b = 0;
        while (a < one.length || b < two.length) {
            int next;
            if (b == two.length || (a < one.length && one[a] <= two[b])) {
                next = one[a];
                b += b < two.length && two[b] == next ? 1 : 0;
                a++;
            } else {
                next = two[b++];
            }
            if (next != without && next != self) {
                all[count++] = next;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Symmetric sorted lists from pairs (smaller, larger), packed as smaller · 2³² + larger, in any order, repeated or not. */
    static int[][] lists(int n, long[] packed) {
        Arrays.sort(packed);
        int[] degree = new int[n];
        long previous = -1;
        for (long pair : packed) {
            if (pair != previous) {
                degree[(int) (pair >>> 32)]++;
                degree[(int) pair]++;
            }
            previous = pair;
        }
        int[][] lists = new int[n][];
        for (int v = 0; v < n; v++) {
            lists[v] = new int[degree[v]];
        }
        Arrays.fill(degree, 0);
        previous = -1;
        for (long pair : packed) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            if (pair != previous) {
                lists[b][degree[b]++] = a;
            }
            previous = pair;
        }
        previous = -1;
        for (long pair : packed) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            if (pair != previous) {
                lists[a][degree[a]++] = b;
            }
            previous = pair;
        }
        return lists;
    }

    /** The order: first those that are eliminated sparsely, then the rest. */
    int[] order() {
        return order;
    }

    /** How many are eliminated sparsely. */
    int sparse() {
        return sparse;
    }

    /** The neighbours that a level had when it was eliminated. */
    int[] neighbours(int level) {
        return neighbours[level];
    }
}
