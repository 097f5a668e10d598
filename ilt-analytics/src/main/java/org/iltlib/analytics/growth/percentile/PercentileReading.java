package org.iltlib.analytics.growth.percentile;

import org.iltlib.analytics.internal.Rounding;

/**
 * How a percentile is read off predictions. The number of predictions below the score does not depend on their order, so
 * nothing is sorted; rounding to five decimals keeps order too, so only predictions within a hundred-thousandth of the
 * score are rounded at all.
 */
public final class PercentileReading {
    private static final int PLACES = 5;
    private static final double NEAR = 1.1e-5;

    private PercentileReading() {}

    /**
     * The percentile of a score: predictions that, rounded to five decimals, lie strictly below it, from 1 to 99.
     *
     * @param predictions a hundred from the offset on, in any order
     */
    public static int percentile(double[] predictions, int offset, double score) {
        int below = 0;
        int perhaps = 0;
        double low = score - NEAR;
        double high = score + NEAR;
        int end = offset + CoefficientMatrix.QUANTILES;
        for (int at = offset; at < end; at++) {
            below += predictions[at] < low ? 1 : 0;
            perhaps += predictions[at] < high ? 1 : 0;
        }
        if (perhaps > below) {
            below = 0;
            for (int at = offset; at < end; at++) {
                below += Rounding.to(PLACES, predictions[at]) < score ? 1 : 0;
            }
        }
        return bounded(below);
    }

    /** The same where scores end: predictions beyond the scale count as its ends, and the highest score counts as above. */
    static int percentile(double[] predictions, int offset, double score, ScoreRange scale) {
        int count = 0;
        boolean top = score >= scale.highest();
        for (int at = offset; at < offset + CoefficientMatrix.QUANTILES; at++) {
            double prediction = Rounding.to(PLACES, scale.clip(predictions[at]));
            count += prediction < score || (top && prediction <= score) ? 1 : 0;
        }
        return bounded(count);
    }

    /** Rounds to five decimals, in place. */
    public static void round(double[] predictions) {
        for (int at = 0; at < predictions.length; at++) {
            predictions[at] = Rounding.to(PLACES, predictions[at]);
        }
    }

    /** Puts in ascending order, in place: quick where little is out of order. */
    public static void sort(double[] predictions) {
        for (int i = 1; i < predictions.length; i++) {
            double value = predictions[i];
            int at = i - 1;
            while (at >= 0 && predictions[at] > value) {
                predictions[at + 1] = predictions[at];
                at--;
            }
            predictions[at + 1] = value;
        }
    }

    private static int bounded(int count) {
        return Math.max(1, Math.min(99, count));
    }
}
