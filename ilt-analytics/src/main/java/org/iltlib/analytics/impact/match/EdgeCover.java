package org.iltlib.analytics.impact.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.matching.Assignment;

/**
 * The cheapest choice of edges that leaves no row and no column without one: a full matching, for in a cheapest choice
 * each connected part has one row or one column at its centre.
 *
 * <p>It is found by an assignment: two that are each other's save what their own cheapest edges would cost less what the
 * edge costs; whoever saves nothing takes the cheapest edge. Source: Schrijver (2003), Combinatorial Optimization, 27.
 *
 * <p>Among choices of equal cost, such as rows and columns all alike, it takes many small parts rather than a few large
 * ones: as many pairs as can be, and whoever is left over goes to the one of the nearest that has fewest.
 */
final class EdgeCover {
    /** Distances that differ by no more than this share of the largest are equal. */
    private static final double SAME = 1e-12;

    private EdgeCover() {}

    /** The edges as {row, column}; an infinite distance is no edge, and who has none is left out. */
    static List<int[]> of(double[][] distances) {
        int n = distances.length;
        int m = distances[0].length;
        int[] bestOfRow = new int[n];
        int[] bestOfColumn = new int[m];
        Arrays.fill(bestOfRow, -1);
        Arrays.fill(bestOfColumn, -1);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (Double.isFinite(distances[i][j])) {
                    largest = Math.max(largest, distances[i][j]);
                    if (bestOfRow[i] < 0 || distances[i][j] < distances[i][bestOfRow[i]]) {
                        bestOfRow[i] = j;
                    }
                    if (bestOfColumn[j] < 0 || distances[i][j] < distances[bestOfColumn[j]][j]) {
                        bestOfColumn[j] = i;
                    }
                }
            }
        }
        double equal = SAME * (largest > 0 ? largest : 1);
        boolean turned = n > m;
        double[][] cost = new double[turned ? m : n][turned ? n : m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double saved = Double.isFinite(distances[i][j])
                        ? distances[i][bestOfRow[i]] + distances[bestOfColumn[j]][j] - distances[i][j] + equal
                        : 0;
                cost[turned ? j : i][turned ? i : j] = -Math.max(0, saved);
            }
        }
        boolean[][] chosen = new boolean[n][m];
        boolean[] rowDone = new boolean[n];
        boolean[] columnDone = new boolean[m];
        List<Integer> partner = Assignment.of(cost).columns();
        for (int a = 0; a < cost.length; a++) {
            int b = partner.get(a);
            if (cost[a][b] < 0) {
                int i = turned ? b : a;
                int j = turned ? a : b;
                chosen[i][j] = true;
                rowDone[i] = true;
                columnDone[j] = true;
            }
        }
        int[] ofRow = new int[n];
        int[] ofColumn = new int[m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                ofRow[i] += chosen[i][j] ? 1 : 0;
                ofColumn[j] += chosen[i][j] ? 1 : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            if (!rowDone[i] && bestOfRow[i] >= 0) {
                double nearest = distances[i][bestOfRow[i]] + equal;
                int to = bestOfRow[i];
                for (int j = 0; j < m; j++) {
                    to = distances[i][j] <= nearest && ofColumn[j] < ofColumn[to] ? j : to;
                }
                chosen[i][to] = true;
                ofColumn[to]++;
            }
        }
        for (int j = 0; j < m; j++) {
            if (!columnDone[j] && bestOfColumn[j] >= 0) {
                double nearest = distances[bestOfColumn[j]][j] + equal;
                int to = bestOfColumn[j];
                for (int i = 0; i < n; i++) {
                    to = distances[i][j] <= nearest && ofRow[i] < ofRow[to] ? i : to;
                }
                chosen[to][j] = true;
                ofRow[to]++;
            }
        }
        return withoutSpare(chosen);
    }

    /** Drops each edge whose two ends have others: it costs nothing, or the choice would not be cheapest. */
    private static List<int[]> withoutSpare(boolean[][] chosen) {
        int[] ofRow = new int[chosen.length];
        int[] ofColumn = new int[chosen[0].length];
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < chosen[i].length; j++) {
                ofRow[i] += chosen[i][j] ? 1 : 0;
                ofColumn[j] += chosen[i][j] ? 1 : 0;
            }
        }
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            for (int j = 0; j < chosen[i].length; j++) {
                if (chosen[i][j] && ofRow[i] > 1 && ofColumn[j] > 1) {
                    ofRow[i]--;
                    ofColumn[j]--;
                } else if (chosen[i][j]) {
                    edges.add(new int[] {i, j});
                }
            }
        }
        return edges;
    }
}
