package org.iltlib.analytics.measurement.irt.check;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.measurement.irt.Ability;
import org.iltlib.analytics.measurement.irt.AbilityMethod;
import org.iltlib.analytics.measurement.irt.AbilityScale;
import org.iltlib.analytics.measurement.irt.ItemCurve;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Whether two items have more in common than ability: items on one text, say, or one that gives the answer to the
 * other. Both measures use the students with responses to both items.
 *
 * @param list for each pair of items
 */
public record LocalDependence(List<Pair> list) {
    /**
     * The names of two items.
     *
     * @param first the earlier one
     * @param second the later one
     */
    public record Items(String first, String second) {}

    /**
     * One pair.
     *
     * @param items which
     * @param residualCorrelation Yen's Q3: the correlation of what the model leaves over at the students' weighted
     *     likelihood estimates; about −1/(J − 1) if nothing is wrong. Yen (1984), doi:10.1177/014662168400800201
     * @param test Pearson's X² of the table of both against what the model expects in the group, with (K−1)(L−1) degrees
     *     of freedom; only a rough guide to chance. Chen &amp; Thissen (1997), doi:10.3102/10769986022003265
     */
    public record Pair(Items items, Measured<Double> residualCorrelation, Measured<ChiSquare> test) {}

    /** Copies. */
    public LocalDependence {
        list = List.copyOf(list);
    }

    /**
     * Of all pairs of items of the scale that the table has. O(N·J²).
     *
     * @throws IllegalArgumentException as {@link AbilityScale#abilities}
     */
    public static LocalDependence of(AbilityScale scale, ResponseTable table) {
        List<Measured<Ability>> abilities = scale.abilities(table, AbilityMethod.WLE);
        List<ItemCurve> curves = MeanSquareFit.known(scale, table);
        double[][] residuals = new double[curves.size()][table.students()];
        for (int j = 0; j < residuals.length; j++) {
            int item = table.getItem(curves.get(j).item());
            for (int row = 0; row < table.students(); row++) {
                residuals[j][row] =
                        table.isPresent(row, item) && abilities.get(row).isReported()
                                ? table.score(row, item)
                                        - curves.get(j)
                                                .expectedPoints(abilities
                                                        .get(row)
                                                        .value()
                                                        .orElseThrow()
                                                        .value())
                                : Double.NaN;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int j = 0; j < residuals.length; j++) {
            for (int l = j + 1; l < residuals.length; l++) {
                pairs.add(new Pair(
                        new Items(curves.get(j).item(), curves.get(l).item()),
                        correlation(residuals[j], residuals[l]),
                        test(scale, curves.get(j), curves.get(l), table)));
            }
        }
        return new LocalDependence(pairs);
    }

    private static Measured<Double> correlation(double[] x, double[] y) {
        int n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                n++;
                meanX += x[i];
                meanY += y[i];
            }
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                double a = x[i] - meanX / n;
                double b = y[i] - meanY / n;
                xx += a * a;
                yy += b * b;
                xy += a * b;
            }
        }
        return xx > 0 && yy > 0
                ? Measured.of(xy / Math.sqrt(xx * yy))
                : Measured.missing(MissingReason.TOO_FEW, n + " students with both items");
    }

    private static Measured<ChiSquare> test(AbilityScale scale, ItemCurve one, ItemCurve other, ResponseTable table) {
        long[][] observed = new long[one.categories()][other.categories()];
        int first = table.getItem(one.item());
        int second = table.getItem(other.item());
        long n = 0;
        for (int row = 0; row < table.students(); row++) {
            if (table.isPresent(row, first) && table.isPresent(row, second)) {
                observed[table.score(row, first)][table.score(row, second)]++;
                n++;
            }
        }
        if (n == 0) {
            return Measured.missing(MissingReason.TOO_FEW, "no student with both items");
        }
        double[][] expected = new double[one.categories()][other.categories()];
        for (AbilityScale.Node node : scale.grid()) {
            List<Double> p = one.probabilities(node.ability());
            List<Double> r = other.probabilities(node.ability());
            for (int k = 0; k < p.size(); k++) {
                for (int m = 0; m < r.size(); m++) {
                    expected[k][m] += n * node.share() * p.get(k) * r.get(m);
                }
            }
        }
        double statistic = 0;
        for (int k = 0; k < expected.length; k++) {
            for (int m = 0; m < expected[k].length; m++) {
                double gap = observed[k][m] - expected[k][m];
                statistic += gap * gap / expected[k][m];
            }
        }
        if (!Double.isFinite(statistic)) {
            return Measured.missing(MissingReason.UNDEFINED, "a pair of responses that cannot be");
        }
        return Measured.of(ChiSquare.of(statistic, one.maximum() * other.maximum()));
    }
}
