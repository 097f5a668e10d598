package org.iltlib.analytics.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/**
 * Each row with a column of its own, at the least total cost, and the prices that prove it.
 *
 * <p>Shortest augmenting paths (Jonker and Volgenant 1987, doi:10.1007/BF02278710), O(rows² × columns). Among equally good
 * assignments it takes the one that its order of rows and columns leads to: sort both by id for an answer that does not
 * depend on the order of input. A mentor with room for several stands in several columns; a pair that may not be
 * takes a cost above all others, and a row that got one is unmatched.
 *
 * @param columns the column of each row
 * @param rowPrices the dual price of each row
 * @param columnPrices the dual price of each column, zero or less
 */
public record Assignment(List<Integer> columns, List<Double> rowPrices, List<Double> columnPrices) {
    /** Copies the lists. */
    public Assignment {
        columns = List.copyOf(columns);
        rowPrices = List.copyOf(rowPrices);
        columnPrices = List.copyOf(columnPrices);
    }

    /**
     * The best assignment.
     *
     * @param cost finite costs, row by row, all rows of one length; no more rows than columns, at least one row
     */
    public static Assignment of(double[][] cost) {
        int n = cost.length;
        Checks.positive(n, "rows");
        int m = cost[0].length;
        Checks.require(n <= m, "There are %s rows and %s columns. Expected no more rows. Maybe add columns.", n, m);
        for (double[] row : cost) {
            Checks.require(row.length == m, "A row has %s columns. Expected %s.", row.length, m);
            Arrays.stream(row).forEach(c -> Checks.finite(c, "cost"));
        }
        double[] u = new double[n + 1];
        double[] v = new double[m + 1];
        int[] rowOf = new int[m + 1];
        for (int i = 1; i <= n; i++) {
            augment(cost, i, u, v, rowOf);
        }
        Integer[] columns = new Integer[n];
        for (int j = 1; j <= m; j++) {
            if (rowOf[j] > 0) {
                columns[rowOf[j] - 1] = j - 1;
            }
        }
        return new Assignment(Arrays.asList(columns), tail(u), tail(v));
    }

    /** The total cost under that matrix. */
    public double cost(double[][] cost) {
        return IntStream.range(0, columns.size())
                .mapToDouble(i -> cost[i][columns.get(i)])
                .sum();
    }

    /**
     * Whether the prices prove that nothing is cheaper: no pair costs less than its two prices, each chosen pair costs
     * just as much, and a column that is left over has price zero; to within 1e-9 of the largest cost. Also that the
     * shapes agree and no column is taken twice. O(rows × columns).
     */
    public boolean isOptimalFor(double[][] cost) {
        BitSet taken = new BitSet();
        columns.forEach(taken::set);
        if (cost.length != columns.size()
                || rowPrices.size() != columns.size()
                || taken.cardinality() != columns.size()
                || taken.length() > columnPrices.size()
                || Arrays.stream(cost).anyMatch(row -> row.length != columnPrices.size())) {
            return false;
        }
        double largest = Arrays.stream(cost)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        double tolerance = 1e-9 * (1 + largest);
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < cost[i].length; j++) {
                double slack = cost[i][j] - rowPrices.get(i) - columnPrices.get(j);
                if (slack < -tolerance || (columns.get(i) == j && slack > tolerance)) {
                    return false;
                }
            }
        }
        return IntStream.range(0, columnPrices.size())
                .allMatch(j -> columnPrices.get(j) <= tolerance
                        && (taken.get(j) || Math.abs(columnPrices.get(j)) <= tolerance));
    }

    private static void augment(double[][] cost, int row, double[] u, double[] v, int[] rowOf) {
        int m = v.length - 1;
        double[] distance = new double[m + 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] before = new int[m + 1];
        boolean[] done = new boolean[m + 1];
        rowOf[0] = row;
        int at = 0;
        do {
            done[at] = true;
            int i = rowOf[at];
            double step = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int j = 1; j <= m; j++) {
                if (!done[j]) {
                    double reduced = cost[i - 1][j - 1] - u[i] - v[j];
                    if (reduced < distance[j]) {
                        distance[j] = reduced;
                        before[j] = at;
                    }
                    if (distance[j] < step) {
                        step = distance[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= m; j++) {
                if (done[j]) {
                    u[rowOf[j]] += step;
                    v[j] -= step;
                } else {
                    distance[j] -= step;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    private static List<Double> tail(double... prices) {
        List<Double> list = new ArrayList<>();
        for (int i = 1; i < prices.length; i++) {
            list.add(prices[i]);
        }
        return list;
    }
}
