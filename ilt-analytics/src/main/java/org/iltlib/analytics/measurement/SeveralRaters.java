package org.iltlib.analytics.measurement;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The agreement of several raters on categories, beyond chance, in four forms that think differently of chance.
 *
 * <p>Kappa falls when nearly everybody is in one category, although raters agree; Gwet's coefficient does not. Report which
 * one was chosen beforehand.
 *
 * <p>Sources: Fleiss, J. L. (1971), doi:10.1037/h0031619; Light, R. J. (1971), doi:10.1037/h0031643; Gwet, K. L. (2008),
 * doi:10.1348/000711006X126600, and for missing ratings and weights Gwet (2014), Handbook of inter-rater reliability.
 */
public final class SeveralRaters {
    private SeveralRaters() {}

    /**
     * Fleiss' kappa; missing if there are no units, fewer than two ratings each, or only one category is used.
     *
     * @param counts for each unit how many raters chose each category; the same number of ratings for each unit
     * @throws IllegalArgumentException if rows differ in length or in sum, or a count is negative
     */
    public static Measured<Double> fleiss(int[][] counts) {
        int ratings = check(counts);
        for (int[] unit : counts) {
            Checks.require(
                    sum(unit) == ratings,
                    "a unit has %s ratings, the first %s. Expected the same. Maybe gwet, which allows for it.",
                    sum(unit),
                    ratings);
        }
        if (counts.length == 0 || ratings < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least one unit and two ratings each are needed");
        }
        int q = counts[0].length;
        double observed = 0;
        double[] shares = new double[q];
        for (int[] unit : counts) {
            for (int c = 0; c < q; c++) {
                observed += (double) unit[c] * (unit[c] - 1);
                shares[c] += unit[c];
            }
        }
        double units = counts.length;
        double expected = 0;
        for (double share : shares) {
            expected += share / (units * ratings) * (share / (units * ratings));
        }
        return beyond(observed / (units * ratings * (ratings - 1.0)), expected);
    }

    /**
     * Light's kappa: the mean of Cohen's kappa over all pairs of raters; missing for fewer than two raters or if the kappa
     * of a pair does not exist.
     *
     * @param ratings for each rater the category given to each unit, from 0; complete
     * @param categories how many there are
     * @throws IllegalArgumentException if raters rated different numbers of units, or a category is out of range
     */
    public static Measured<Double> light(int[][] ratings, int categories) {
        Checks.notNegative(categories, "categories");
        if (ratings.length < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "at least two raters are needed");
        }
        List<Measured<Double>> pairs = new ArrayList<>();
        for (int one = 0; one < ratings.length; one++) {
            for (int other = 0; other < one; other++) {
                pairs.add(Kappa.cohen(crossed(ratings[one], ratings[other], categories)));
            }
        }
        double sum = 0;
        for (Measured<Double> pair : pairs) {
            if (!pair.isReported()) {
                return pair;
            }
            sum += pair.orElse(0.0);
        }
        return Measured.of(sum / pairs.size());
    }

    private static double[][] crossed(int[] one, int[] other, int categories) {
        Checks.require(
                one.length == other.length,
                "raters rated %s and %s units. Expected the same.",
                one.length,
                other.length);
        double[][] table = new double[categories][categories];
        for (int unit = 0; unit < one.length; unit++) {
            for (int category : new int[] {one[unit], other[unit]}) {
                Checks.require(
                        category >= 0 && category < categories,
                        "a category is %s. Expected 0 to %s.",
                        category,
                        categories - 1);
            }
            table[one[unit]][other[unit]]++;
        }
        return table;
    }

    /** Gwet's AC1: every disagreement is equally bad. See {@link #gwet}. */
    public static Measured<Double> gwetFirst(int[][] counts) {
        int q = counts.length == 0 ? 0 : counts[0].length;
        double[][] weights = new double[q][q];
        for (int c = 0; c < q; c++) {
            weights[c][c] = 1;
        }
        return gwet(counts, weights);
    }

    /**
     * Gwet's AC2 with any weights; units may have different numbers of ratings. Missing if no unit has two, or there are
     * fewer than two categories.
     *
     * @param counts for each unit how many raters chose each category
     * @param agreement how much each pair of categories agrees, 1 on the diagonal, 0 at the worst
     * @throws IllegalArgumentException if sizes do not fit, a count is negative, or a weight is not a share, not 1 on the
     *     diagonal, or not the same both ways
     */
    public static Measured<Double> gwet(int[][] counts, double[][] agreement) {
        check(counts);
        int q = counts.length == 0 ? 0 : counts[0].length;
        Checks.require(agreement.length == q, "there are %s rows of weights. Expected %s.", agreement.length, q);
        double weights = 0;
        for (double[] row : agreement) {
            Checks.require(row.length == q, "a row has %s weights. Expected %s.", row.length, q);
            for (double weight : row) {
                weights += Checks.share(weight, "weight");
            }
        }
        for (int c = 0; c < q; c++) {
            Checks.require(
                    agreement[c][c] == 1,
                    "category %s agrees with itself by %s. Expected 1. Maybe these are weights of disagreement.",
                    c,
                    agreement[c][c]);
            for (int d = 0; d < c; d++) {
                Checks.require(
                        agreement[c][d] == agreement[d][c],
                        "categories %s and %s agree by %s and by %s. Expected the same both ways.",
                        c,
                        d,
                        agreement[c][d],
                        agreement[d][c]);
            }
        }
        double observed = 0;
        int paired = 0;
        int rated = 0;
        double[] shares = new double[q];
        for (int[] unit : counts) {
            double ratings = sum(unit);
            rated += ratings > 0 ? 1 : 0;
            paired += ratings > 1 ? 1 : 0;
            for (int c = 0; c < q && ratings > 0; c++) {
                shares[c] += unit[c] / ratings;
                double near = 0;
                for (int d = 0; d < q; d++) {
                    near += agreement[c][d] * unit[d];
                }
                observed += ratings > 1 ? unit[c] * (near - 1) / (ratings * (ratings - 1)) : 0;
            }
        }
        if (paired == 0 || q < 2) {
            return Measured.missing(MissingReason.TOO_FEW, "a unit with two ratings and two categories are needed");
        }
        double spread = 0;
        for (double share : shares) {
            spread += share / rated * (1 - share / rated);
        }
        return beyond(observed / paired, weights / (q * (q - 1.0)) * spread);
    }

    private static Measured<Double> beyond(double observed, double expected) {
        return expected < 1
                ? Measured.of((observed - expected) / (1 - expected))
                : Measured.missing(MissingReason.UNDEFINED, "chance alone gives full agreement");
    }

    /** The number of ratings of the first unit. */
    private static int check(int[][] counts) {
        for (int[] unit : counts) {
            Checks.require(
                    unit.length == counts[0].length,
                    "a unit has %s categories, the first %s. Expected the same.",
                    unit.length,
                    counts[0].length);
            for (int count : unit) {
                Checks.notNegative(count, "count");
            }
        }
        return counts.length == 0 ? 0 : sum(counts[0]);
    }

    private static int sum(int[] unit) {
        int sum = 0;
        for (int count : unit) {
            sum += count;
        }
        return sum;
    }
}
