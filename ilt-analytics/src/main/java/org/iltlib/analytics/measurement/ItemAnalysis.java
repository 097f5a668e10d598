package org.iltlib.analytics.measurement;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How hard an item is, and how well it tells students apart, for complete scores that are no whole points, such as ratings
 * with decimals. Responses in whole points, with or without gaps, are for {@code measurement.item.ItemStudy}, which tells
 * more.
 *
 * @param item the place of the item, from 1
 * @param difficulty the mean score; for items scored 0 or 1 the share of students who got it right
 * @param discrimination the correlation of the item with the total of the other items; missing if either does not vary
 */
public record ItemAnalysis(int item, double difficulty, Measured<Double> discrimination) {

    /**
     * The analysis of each item, in order. Linear in the number of scores.
     *
     * @param scores a row for each student, a column for each item; complete
     * @throws IllegalArgumentException if a row differs in length or a score is not finite
     */
    public static List<ItemAnalysis> of(double[][] scores) {
        List<ItemAnalysis> items = new ArrayList<>();
        int k = Scores.check(scores).length == 0 ? 0 : scores[0].length;
        double rounding = Scores.rounding(scores);
        double[] totals = Scores.totals(scores);
        for (int i = 0; i < k; i++) {
            double[] item = Scores.column(scores, i);
            double[] rest = totals.clone();
            for (int j = 0; j < rest.length; j++) {
                rest[j] -= item[j];
            }
            items.add(new ItemAnalysis(i + 1, Scores.mean(item), correlation(item, rest, rounding)));
        }
        return List.copyOf(items);
    }

    private static Measured<Double> correlation(double[] x, double[] y, double rounding) {
        double spread = x.length < 2 || Scores.isConstant(x, 0) || Scores.isConstant(y, rounding)
                ? 0
                : Math.sqrt(Scores.variance(x)) * Math.sqrt(Scores.variance(y));
        return spread > 0 && Double.isFinite(spread)
                ? Measured.of(Scores.covariance(x, y) / spread)
                : Measured.missing(
                        MissingReason.UNDEFINED, "the item or the rest does not vary, or by more than can be squared");
    }
}
