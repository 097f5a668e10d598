package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;

/**
 * In which order the coefficients of all levels are eliminated and where the factor has entries: first the levels of the
 * largest term whose rows belong to one level each (students, say: a block-diagonal matrix), then the others as long as
 * they have few neighbours, at last a dense core. Depends on what meets what, not on the variances.
 */
final class Elimination {
    private final CrossProducts data;
    private final int[] offset;
    private final int[] position;
    private final int sparse;
    private final int core;
    private final boolean iterative;
    private int[][] coreGraph = new int[0][];
    private int[] start;
    private int[] rows;

    private Elimination(CrossProducts data, int largestCore) {
        this.data = data;
        int count = data.factors().size();
        int[] units = new int[count + 1];
        offset = new int[count + 1];
        int leaf = -1;
        for (int k = 0; k < count; k++) {
            Factor factor = data.factors().get(k);
            units[k + 1] = units[k] + factor.levels();
            offset[k + 1] = offset[k] + factor.levels() * factor.width();
            if (factor.isSingle()
                    && (leaf < 0 || factor.levels() > data.factors().get(leaf).levels())) {
                leaf = k;
            }
        }
        int[][] leaves = leafNeighbours(units, leaf);
        long[] packed = packed(units, leaf, leaves);
        LevelGraph graph = LevelGraph.of(LevelGraph.lists(units[count], packed));
        int rest = 0;
        for (int i = graph.sparse(); i < units[count]; i++) {
            rest += data.factors().get(factorOf(units, graph.order()[i])).width();
        }
        iterative = leaf >= 0 && rest > largestCore;
        if (iterative) {
            graph = LevelGraph.untouched(LevelGraph.lists(units[count], packed));
        }
        position = new int[offset[count]];
        int[] unitAt = new int[units[count]];
        int place = 0;
        int at = 0;
        if (leaf >= 0) {
            for (int u = units[leaf]; u < units[leaf + 1]; u++) {
                unitAt[at++] = u;
                place = put(units, u, place);
            }
        }
        int sparseUnits = at;
        int sparseScalars = place;
        for (int i = 0; i < units[count]; i++) {
            int u = graph.order()[i];
            boolean isLeaf = leaf >= 0 && u >= units[leaf] && u < units[leaf + 1];
            if (!isLeaf) {
                unitAt[at++] = u;
                place = put(units, u, place);
            }
            if (!iterative && i + 1 == graph.sparse()) {
                sparseUnits = at;
                sparseScalars = place;
            }
        }
        sparse = sparseScalars;
        core = offset[count] - sparse;
        start = new int[sparse + 1];
        rows = new int[Math.max(16, 2 * sparse)];
        for (int i = 0; i < sparseUnits; i++) {
            int u = unitAt[i];
            boolean isLeaf = leaf >= 0 && u >= units[leaf] && u < units[leaf + 1];
            columns(units, u, isLeaf ? leaves[u - units[leaf]] : graph.neighbours(u));
        }
        if (iterative) {
            coreGraph = new int[core][];
            for (int i = sparseUnits; i < units[count]; i++) {
                larger(units, unitAt[i], graph.neighbours(unitAt[i]));
            }
        }
    }

    /** For each place of a unit in the core: the larger places that it meets. */
    private void larger(int[] units, int unit, int[] neighbours) {
        int k = factorOf(units, unit);
        int q = data.factors().get(k).width();
        int first = position[offset[k] + (unit - units[k]) * q] - sparse;
        for (int c = 0; c < q; c++) {
            int size = q - 1 - c;
            for (int w : neighbours) {
                size += data.factors().get(factorOf(units, w)).width();
            }
            int[] places = new int[size];
            int count = 0;
            for (int d = c + 1; d < q; d++) {
                places[count++] = first + d;
            }
            for (int w : neighbours) {
                int l = factorOf(units, w);
                int r = data.factors().get(l).width();
                int other = position[offset[l] + (w - units[l]) * r] - sparse;
                for (int d = 0; other > first && d < r; d++) {
                    places[count++] = other + d;
                }
            }
            int[] sorted = Arrays.copyOf(places, count);
            Arrays.sort(sorted);
            coreGraph[first + c] = sorted;
        }
    }

    /** The plan; a core beyond that size is kept sparse, for iteration. */
    static Elimination of(CrossProducts data, int largestCore) {
        return new Elimination(data, largestCore);
    }

    private int factorOf(int[] units, int unit) {
        int k = 0;
        while (unit >= units[k + 1]) {
            k++;
        }
        return k;
    }

    private int put(int[] units, int unit, int place) {
        int k = factorOf(units, unit);
        int q = data.factors().get(k).width();
        int first = offset[k] + (unit - units[k]) * q;
        for (int c = 0; c < q; c++) {
            position[first + c] = place + c;
        }
        return place + q;
    }

    /** The pattern of the columns of a unit: its own later places and all places of its neighbours. */
    private void columns(int[] units, int unit, int[] neighbours) {
        int k = factorOf(units, unit);
        int q = data.factors().get(k).width();
        int first = position[offset[k] + (unit - units[k]) * q];
        int size = 0;
        for (int w : neighbours) {
            size += data.factors().get(factorOf(units, w)).width();
        }
        for (int c = 0; c < q; c++) {
            int begin = start[first + c];
            int end = begin + q - 1 - c + size;
            if (end > rows.length) {
                rows = Arrays.copyOf(rows, Math.max(end, 2 * rows.length));
            }
            int at = begin;
            for (int d = c + 1; d < q; d++) {
                rows[at++] = first + d;
            }
            for (int w : neighbours) {
                int l = factorOf(units, w);
                int r = data.factors().get(l).width();
                for (int d = 0; d < r; d++) {
                    rows[at++] = position[offset[l] + (w - units[l]) * r + d];
                }
            }
            Arrays.sort(rows, begin, end);
            start[first + c + 1] = end;
        }
    }

    private int[][] leafNeighbours(int[] units, int leaf) {
        if (leaf < 0) {
            return new int[0][];
        }
        int count = data.factors().size();
        int[] degree = new int[data.factors().get(leaf).levels()];
        int[][] lists = new int[degree.length][];
        for (int round = 0; round < 2; round++) {
            for (int l = 0; l < count; l++) {
                if (l == leaf) {
                    continue;
                }
                CrossProducts.Pairs pairs = data.pairs(Math.min(l, leaf), Math.max(l, leaf));
                for (int u = 0; u + 1 < pairs.start().length; u++) {
                    for (int e = pairs.start()[u]; e < pairs.start()[u + 1]; e++) {
                        int mine = leaf < l ? u : pairs.level()[e];
                        int other = units[l] + (leaf < l ? pairs.level()[e] : u);
                        if (round > 0) {
                            lists[mine][degree[mine]] = other;
                        }
                        degree[mine]++;
                    }
                }
            }
            for (int u = 0; round == 0 && u < degree.length; u++) {
                lists[u] = new int[degree[u]];
                degree[u] = 0;
            }
        }
        return lists;
    }

    /** The pairs of other units that meet, or that meet once the leaves are gone. */
    private long[] packed(int[] units, int leaf, int[][] leaves) {
        long[] packed = new long[1024];
        int count = 0;
        for (int[] list : leaves) {
            for (int a = 0; a < list.length; a++) {
                for (int b = a + 1; b < list.length; b++) {
                    packed = grown(packed, count);
                    packed[count++] = pack(list[a], list[b]);
                }
            }
        }
        for (int k = 0; k < data.factors().size(); k++) {
            for (int l = k; l < data.factors().size(); l++) {
                if (k != leaf && l != leaf && data.meets(k, l)) {
                    CrossProducts.Pairs pairs = data.pairs(k, l);
                    for (int u = 0; u + 1 < pairs.start().length; u++) {
                        for (int e = pairs.start()[u]; e < pairs.start()[u + 1]; e++) {
                            packed = grown(packed, count);
                            packed[count++] = pack(units[k] + u, units[l] + pairs.level()[e]);
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(packed, count);
    }

    private static long[] grown(long[] packed, int count) {
        return count < packed.length ? packed : Arrays.copyOf(packed, 2 * count);
    }

    private static long pack(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    /** Where the entry of two places is kept: in the sparse part, or in the core as −1 − (row · core + column). */
    long target(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        if (low >= sparse) {
            return -1L - ((long) (low - sparse) * core + (high - sparse));
        }
        return Arrays.binarySearch(rows, start[low], start[low + 1], high);
    }

    /** Whether the core is too large to be dense. */
    boolean isIterative() {
        return iterative;
    }

    /** For each place of a sparse core: the larger places that it meets, ascending. */
    int[][] coreGraph() {
        return coreGraph;
    }

    CrossProducts data() {
        return data;
    }

    /** The place in the order of elimination of a factor's level's coefficient. */
    int position(int factor, int level, int column) {
        return position[offset[factor] + level * data.factors().get(factor).width() + column];
    }

    int size() {
        return position.length;
    }

    int sparse() {
        return sparse;
    }

    int core() {
        return core;
    }

    int[] start() {
        return start;
    }

    int[] rows() {
        return rows;
    }
}
