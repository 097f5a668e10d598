package org.iltlib.analytics.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.stats.Quantiles;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * Krippendorff's alpha: the agreement of any number of raters beyond chance, where not every rater rates everything.
 * 1 is full agreement, 0 what chance gives. A unit that fewer than two raters rated is passed over. Time grows with the
 * number of ratings, on a ratio scale also with the square of the number of different values; space with the ratings.
 *
 * <p>Source: Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.
 */
public final class KrippendorffAlpha {
    /** What kind of scale the ratings are on, and so how bad a disagreement is. */
    public enum Scale {
        /** Names: every disagreement is equally bad. */
        NOMINAL,
        /** Ranks: the more ratings lie between, the worse. */
        ORDINAL,
        /** Equal steps: the squared difference. */
        INTERVAL,
        /** Equal steps and a true zero: the squared difference relative to the sum. */
        RATIO
    }

    private static final int FEWEST_UNITS = 10;

    private KrippendorffAlpha() {}

    /**
     * Alpha for those ratings; missing if no unit has two ratings or all ratings are the same.
     *
     * @param units for each unit the ratings that it got, in any order
     * @throws IllegalArgumentException if a rating is not finite, or is negative on a ratio scale
     */
    public static Measured<Double> of(List<List<Double>> units, Scale scale) {
        Map<Double, Integer> places = new TreeMap<>();
        List<List<Double>> paired =
                units.stream().filter(unit -> unit.size() > 1).toList();
        for (List<Double> unit : paired) {
            for (double rating : unit) {
                Checks.finite(rating, "rating");
                Checks.require(
                        scale != Scale.RATIO || rating >= 0,
                        "rating is %s. Expected zero or more on a ratio scale.",
                        rating);
                places.put(rating + 0.0, 0);
            }
        }
        List<Double> values = new ArrayList<>(places.keySet());
        for (int i = 0; i < values.size(); i++) {
            places.put(values.get(i), i);
        }
        int k = values.size();
        double[] totals = new double[k];
        double n = 0;
        for (List<Double> unit : paired) {
            for (double rating : unit) {
                totals[places.getOrDefault(rating + 0.0, 0)]++;
                n++;
            }
        }
        double[] marks = marks(scale, values, totals);
        double observed = 0;
        for (List<Double> unit : paired) {
            double bad = 0;
            for (int i = 1; i < unit.size(); i++) {
                int one = places.getOrDefault(unit.get(i) + 0.0, 0);
                for (int j = 0; j < i; j++) {
                    bad += difference(scale, marks, one, places.getOrDefault(unit.get(j) + 0.0, 0));
                }
            }
            observed += 2 * bad / (unit.size() - 1);
        }
        double expected = k < 2 ? 0 : expected(scale, marks, totals, n);
        return expected > 0
                ? Measured.of(1 - (n - 1) * observed / expected)
                : Measured.missing(MissingReason.UNDEFINED, "no unit has two ratings, or all ratings are the same");
    }

    /**
     * Alpha with a percentile interval from drawing units anew, with those of two ratings and more in as many draws as
     * asked for. A draw without an alpha is left out. The same seed gives the same interval.
     *
     * @param units for each unit the ratings that it got, in any order
     * @param level of the interval, between 0 and 1, both excluded
     * @param draws at least 100
     * @param seed from which the units are drawn
     * @return missing if alpha is, if fewer than ten units have two ratings, if raters agree on all of them, or if fewer
     *     than half of the draws have an alpha
     * @throws IllegalArgumentException as {@link #of}, and if level or draws are out of range
     */
    public static Measured<Estimate> interval(
            List<List<Double>> units, Scale scale, double level, int draws, long seed) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        Checks.require(draws >= 100, "draws is %s. Expected at least 100.", draws);
        List<List<Double>> paired =
                units.stream().filter(unit -> unit.size() > 1).toList();
        if (paired.size() < FEWEST_UNITS) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    paired.size() + " units with two ratings; to draw them anew " + FEWEST_UNITS + " are needed");
        }
        if (paired.stream().allMatch(unit -> unit.stream().distinct().count() == 1)) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "raters agree on every unit: drawing units anew cannot tell how sure that is");
        }
        SplitMix chance = SplitMix.of(seed);
        return of(units, scale).flatMap(alpha -> {
            List<Double> drawn = new ArrayList<>();
            for (int draw = 0; draw < draws; draw++) {
                List<List<Double>> sample = new ArrayList<>();
                for (int i = 0; i < paired.size(); i++) {
                    sample.add(paired.get(chance.nextInt(paired.size())));
                }
                of(sample, scale).value().ifPresent(drawn::add);
            }
            if (drawn.size() < draws / 2) {
                return Measured.missing(MissingReason.TOO_FEW, "too few units differ to draw them anew");
            }
            double[] sorted = drawn.stream().mapToDouble(Double::doubleValue).toArray();
            double lower = Quantiles.of(sorted, (1 - level) / 2).orElse(alpha);
            double upper = Quantiles.of(sorted, (1 + level) / 2).orElse(alpha);
            return Measured.of(Estimate.builder()
                    .value(alpha)
                    .lower(Math.min(alpha, lower))
                    .upper(Math.max(alpha, upper))
                    .level(level)
                    .n(paired.size())
                    .unit("agreement beyond chance")
                    .method("Krippendorff's alpha, bootstrap of units")
                    .build());
        });
    }

    /** Where the values stand, so that the difference of two is a square: at themselves, or at their middle ranks. */
    private static double[] marks(Scale scale, List<Double> values, double[] totals) {
        double[] marks = new double[totals.length];
        double before = 0;
        for (int i = 0; i < marks.length; i++) {
            marks[i] = scale == Scale.ORDINAL ? before + totals[i] / 2 : values.get(i);
            before += totals[i];
        }
        return marks;
    }

    /** The sum of the differences of all pairs of ratings, both ways; linear but on a ratio scale. */
    private static double expected(Scale scale, double[] marks, double[] totals, double n) {
        double sum = 0;
        if (scale == Scale.RATIO) {
            for (int i = 0; i < marks.length; i++) {
                for (int j = 0; j < i; j++) {
                    sum += 2 * totals[i] * totals[j] * difference(scale, marks, i, j);
                }
            }
            return sum;
        }
        double mean = 0;
        for (int i = 0; i < marks.length; i++) {
            mean += totals[i] * marks[i] / n;
        }
        for (int i = 0; i < marks.length; i++) {
            double rest = marks[i] - mean;
            sum += totals[i] * (scale == Scale.NOMINAL ? n - totals[i] : 2 * n * rest * rest);
        }
        return sum;
    }

    private static double difference(Scale scale, double[] marks, int one, int other) {
        if (one == other) {
            return 0;
        }
        double gap = marks[one] - marks[other];
        return switch (scale) {
            case NOMINAL -> 1;
            case ORDINAL, INTERVAL -> gap * gap;
            case RATIO -> Math.pow(gap / (marks[one] + marks[other]), 2);
        };
    }
}
