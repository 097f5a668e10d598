package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * S-X²: whether, among students of the same sum score, an item gives each number of points as often as the model says.
 * Only students with all items count. Scores are joined with the next until every cell expects at least one student (for
 * items of several points, neighbouring cells of a score are joined instead). Degrees of freedom are the free cells
 * less the parameters of the item.
 *
 * <p>Sources: Orlando &amp; Thissen (2000), doi:10.1177/01466216000241003; Kang &amp; Chen (2008),
 * doi:10.1111/j.1745-3984.2008.00071.x, for several points.
 */
public final class SumScoreFit {
    private static final double FEWEST = 1;

    /**
     * One item.
     *
     * @param item its name
     * @param test the statistic; missing if no student has all items, or too few cells are left
     */
    public record Line(String item, Measured<ChiSquare> test) {}

    private SumScoreFit() {}

    /**
     * Of each item of the scale. O(J²·S·Q) for J items, S scores and Q nodes.
     *
     * @throws IllegalArgumentException if the table lacks an item of the scale, or as {@link AbilityScale#abilities}
     */
    public static List<Line> of(AbilityScale scale, ResponseTable table) {
        List<ItemCurve> curves = scale.curves();
        int[] items =
                curves.stream().mapToInt(curve -> table.getItem(curve.item())).toArray();
        int most = curves.stream().mapToInt(ItemCurve::maximum).sum();
        long[][][] observed = new long[curves.size()][most + 1][];
        for (int j = 0; j < items.length; j++) {
            for (int s = 0; s <= most; s++) {
                observed[j][s] = new long[curves.get(j).categories()];
            }
        }
        for (int row = 0; row < table.students(); row++) {
            int sum = 0;
            for (int item : items) {
                sum = sum >= 0 && table.isPresent(row, item) ? sum + table.score(row, item) : -1;
            }
            for (int j = 0; j < items.length && sum >= 0; j++) {
                observed[j][sum][table.score(row, items[j])]++;
            }
        }
        double[][][] expected = expected(scale, most);
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < items.length; j++) {
            lines.add(new Line(curves.get(j).item(), test(curves.get(j), observed[j], expected[j])));
        }
        return lines;
    }

    /** For each item and sum score the share of students of that score who get 0, 1, … points on the item. */
    static double[][][] expected(AbilityScale scale, int most) {
        List<ItemCurve> curves = scale.curves();
        double[][][] shares = new double[curves.size()][most + 1][];
        double[] all = new double[most + 1];
        for (int j = 0; j < shares.length; j++) {
            for (int s = 0; s <= most; s++) {
                shares[j][s] = new double[curves.get(j).categories()];
            }
        }
        for (AbilityScale.Node node : scale.grid()) {
            List<Double> whole = scale.scoreChances(node.ability());
            for (int s = 0; s <= most; s++) {
                all[s] += node.share() * whole.get(s);
            }
        }
        for (int j = 0; j < shares.length; j++) {
            List<ItemCurve> others = new ArrayList<>(curves);
            ItemCurve curve = others.remove(j);
            AbilityScale without = AbilityScale.of(others, scale.distribution());
            for (AbilityScale.Node node : scale.grid()) {
                List<Double> rest = without.scoreChances(node.ability());
                List<Double> chances = curve.probabilities(node.ability());
                for (int r = 0; r < rest.size(); r++) {
                    for (int k = 0; k < chances.size(); k++) {
                        shares[j][r + k][k] += node.share() * rest.get(r) * chances.get(k);
                    }
                }
            }
        }
        for (double[][] item : shares) {
            for (int s = 0; s <= most; s++) {
                for (int k = 0; k < item[s].length; k++) {
                    item[s][k] = all[s] > 0 ? item[s][k] / all[s] : 0;
                }
            }
        }
        return shares;
    }

    private static Measured<ChiSquare> test(ItemCurve curve, long[][] observed, double[][] shares) {
        Cells cells = new Cells(curve.categories());
        for (int s = 1; s + 1 < observed.length; s++) {
            long students = 0;
            for (long count : observed[s]) {
                students += count;
            }
            for (int k = 0; k < observed[s].length; k++) {
                cells.expect(k, (double) observed[s][k], students * shares[s][k]);
            }
            if (curve.categories() > 2 || cells.isFilled()) {
                cells.close();
            }
        }
        int degrees = cells.finish() - curve.freeParameters();
        return degrees >= 1
                ? Measured.of(ChiSquare.of(cells.statistic, degrees))
                : Measured.missing(MissingReason.TOO_FEW, "too few scores with enough students");
    }

    /** Cells of one row or of joined rows. */
    private static final class Cells {
        private final double[] observed;
        private final double[] expected;
        private final List<double[][]> rows = new ArrayList<>();
        private double statistic;

        Cells(int categories) {
            observed = new double[categories];
            expected = new double[categories];
        }

        void expect(int k, double seen, double wanted) {
            observed[k] += seen;
            expected[k] += wanted;
        }

        boolean isFilled() {
            return expected[0] >= FEWEST && expected[1] >= FEWEST;
        }

        void close() {
            rows.add(new double[][] {observed.clone(), expected.clone()});
            Arrays.fill(observed, 0);
            Arrays.fill(expected, 0);
        }

        /** Sums all rows up and gives the number of free cells; what is left over goes into the last row. */
        int finish() {
            if (!rows.isEmpty()) {
                double[][] last = rows.get(rows.size() - 1);
                for (int k = 0; k < observed.length; k++) {
                    last[0][k] += observed[k];
                    last[1][k] += expected[k];
                }
            }
            return rows.stream().mapToInt(row -> sum(row[0], row[1])).sum();
        }

        private int sum(double[] seen, double[] wanted) {
            List<double[]> joined = new ArrayList<>();
            double[] open = new double[2];
            for (int k = 0; k < seen.length; k++) {
                open[0] += seen[k];
                open[1] += wanted[k];
                if (open[1] >= FEWEST) {
                    joined.add(open);
                    open = new double[2];
                }
            }
            if (joined.isEmpty()) {
                return 0;
            }
            double[] last = joined.get(joined.size() - 1);
            last[0] += open[0];
            last[1] += open[1];
            if (joined.size() > 1) {
                for (double[] cell : joined) {
                    statistic += (cell[0] - cell[1]) * (cell[0] - cell[1]) / cell[1];
                }
            }
            return joined.size() - 1;
        }
    }
}
