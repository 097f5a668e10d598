package org.iltlib.analytics.equity.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SuppressionReason;
import org.iltlib.finding.Estimate;

/**
 * Whether what was called a chance of 30 % happened to about 30 in a hundred: by bins, by Brier's score, and by the slope and
 * intercept of a logistic line through the predictions (1 and 0 where they are right; a slope below 1: too extreme). Immutable.
 * Source: Cox (1958), doi:10.1093/biomet/45.3-4.562; Brier (1950).
 *
 * @param bins the number of bins, of about equal numbers of students; equal predictions stay together, so that there may be
 *     fewer bins, but none with fewer than half its share
 * @param policy how few students a bin may have and still be shown
 */
public record Calibration(int bins, SuppressionPolicy policy) {
    private static final double LEVEL = 0.95;

    /** Checks the number. */
    public Calibration {
        Checks.positive(bins, "bins");
    }

    /** Ten bins. */
    public static Calibration of(SuppressionPolicy policy) {
        return new Calibration(10, policy);
    }

    /**
     * A bin.
     *
     * @param predicted the mean of the predictions
     * @param happened the share to whom it happened
     */
    public record Bin(double predicted, Measured<Estimate> happened) {}

    /**
     * The line.
     *
     * @param slope 1 where predictions are as spread as they should be
     * @param intercept the intercept with that slope
     */
    public record Line(Estimate slope, Estimate intercept) {}

    /**
     * What was found.
     *
     * @param bins from the lowest predictions to the highest
     * @param brier the mean of (prediction − 1 or 0)²
     * @param line the line; missing where it has no maximum, or all predictions are the same
     */
    public record Result(List<Bin> bins, double brier, Measured<Line> line) {}

    /**
     * Holds predictions against what happened.
     *
     * @param predicted chances between 0 and 1, both excluded
     * @param happened whether it happened, in the same order
     * @return missing if there are none
     * @throws IllegalArgumentException if there are not as many of one as of the other, or a prediction is no such chance
     */
    public Measured<Result> of(double[] predicted, boolean[] happened) {
        Checks.require(
                predicted.length == happened.length,
                "There are %s predictions and %s outcomes. Expected as many.",
                predicted.length,
                happened.length);
        if (predicted.length == 0) {
            return Measured.missing(MissingReason.NO_STUDENTS, "no predictions");
        }
        double brier = 0;
        for (int i = 0; i < predicted.length; i++) {
            Checks.require(
                    predicted[i] > 0 && predicted[i] < 1,
                    "prediction is %s. Expected between 0 and 1, both excluded.",
                    predicted[i]);
            double miss = predicted[i] - (happened[i] ? 1 : 0);
            brier += miss * miss / predicted.length;
        }
        return Measured.of(new Result(binned(predicted, happened), brier, line(predicted, happened)));
    }

    private List<Bin> binned(double[] predicted, boolean[] happened) {
        Integer[] order = IntStream.range(0, predicted.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> predicted[i]));
        List<Bin> found = new ArrayList<>();
        int start = 0;
        while (start < order.length) {
            int end = end(start, order.length);
            while (end < order.length && predicted[order[end]] == predicted[order[end - 1]]) {
                end++;
            }
            end = isShort(end, order.length, order.length) ? order.length : end;
            double sum = 0;
            long events = 0;
            for (int i = start; i < end; i++) {
                sum += predicted[order[i]];
                events += happened[order[i]] ? 1 : 0;
            }
            long n = (long) end - start;
            found.add(new Bin(
                    sum / n,
                    policy.hides(n)
                            ? Measured.suppressed(SuppressionReason.SMALL_GROUP, policy.name())
                            : new WilsonInterval(LEVEL).of(events, n)));
            start = end;
        }
        return List.copyOf(found);
    }

    /** The first of the equal steps through all that leaves no short bin. */
    private int end(int start, int all) {
        long step = (long) start * bins / all + 1;
        while (step < bins && isShort(start, (int) (all * step / bins), all)) {
            step++;
        }
        return (int) (all * Math.min(step, bins) / bins);
    }

    private boolean isShort(int start, int end, int all) {
        return end == start ? end < all : 2L * bins * (end - start) < all;
    }

    private static Measured<Line> line(double[] predicted, boolean[] happened) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < 50; step++) {
            double[] sums = new double[5]; // weight, weight x, weight x², residual, residual x
            for (int i = 0; i < predicted.length; i++) {
                double x = Math.log(predicted[i] / (1 - predicted[i]));
                double p = 1 / (1 + Math.exp(-intercept - slope * x));
                double weight = p * (1 - p);
                double rest = (happened[i] ? 1 : 0) - p;
                sums[0] += weight;
                sums[1] += weight * x;
                sums[2] += weight * x * x;
                sums[3] += rest;
                sums[4] += rest * x;
            }
            double determinant = sums[0] * sums[2] - sums[1] * sums[1];
            if (!(determinant > 1e-12 * sums[0] * sums[2])) {
                return Measured.missing(
                        MissingReason.UNDEFINED, "no line: all predictions alike, or parted without error");
            }
            double up = (sums[2] * sums[3] - sums[1] * sums[4]) / determinant;
            double turn = (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
            intercept += up;
            slope += turn;
            if (Math.abs(up) < 1e-10 && Math.abs(turn) < 1e-10) {
                return Measured.of(new Line(
                        estimate(slope, Math.sqrt(sums[0] / determinant), predicted.length),
                        estimate(intercept, Math.sqrt(sums[2] / determinant), predicted.length)));
            }
        }
        return Measured.missing(MissingReason.UNDEFINED, "the line has no likeliest place");
    }

    private static Estimate estimate(double value, double error, long n) {
        double reach = Distributions.normalQuantile((1 + LEVEL) / 2) * error;
        return Estimate.builder()
                .value(value)
                .lower(value - reach)
                .upper(value + reach)
                .level(LEVEL)
                .standardError(error)
                .n(n)
                .unit("logit")
                .method("logistic recalibration, Wald interval")
                .build();
    }
}
