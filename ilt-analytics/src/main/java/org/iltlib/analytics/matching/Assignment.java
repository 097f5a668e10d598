package org.iltlib.analytics.matching;

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
        double[] prices = new double[m];
        int[] rowOf = new int[m];
        Arrays.fill(rowOf, -1);
        for (int i = 0; i < n; i++) {
            new ShortestPath(cost, prices, rowOf).augment(i);
        }
        Integer[] columns = new Integer[n];
        Double[] rowPrices = new Double[n];
        for (int j = 0; j < m; j++) {
            if (rowOf[j] >= 0) {
                columns[rowOf[j]] = j;
                rowPrices[rowOf[j]] = cost[rowOf[j]][j] - prices[j];
            }
        }
        return new Assignment(
                Arrays.asList(columns),
                Arrays.asList(rowPrices),
                Arrays.stream(prices).boxed().toList());
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
}
