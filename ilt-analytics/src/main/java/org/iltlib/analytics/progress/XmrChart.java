package org.iltlib.analytics.progress;

import org.iltlib.base.Checks;

/**
 * The limits of an XmR chart: mean ± 2.66 times the mean moving range (Wheeler, Understanding Variation, 1993).
 *
 * @param mean the centre line
 * @param meanRange the mean of the absolute differences of neighbours
 */
public record XmrChart(double mean, double meanRange) {
    private static final double ROUNDING = 1e-12;

    /** The limits of these values, in the order of time; at least two, all finite. */
    public static XmrChart of(double... values) {
        Checks.require(values.length >= 2, "There are %s value(s). Expected at least two.", values.length);
        double first = Checks.finite(values[0], "value");
        double beyond = 0; // summed from the first value on, so that equal values have themselves as their mean
        double ranges = 0;
        for (int i = 1; i < values.length; i++) {
            beyond += Checks.finite(values[i], "value") - first;
            ranges += Math.abs(apart(values[i], values[i - 1]));
        }
        return new XmrChart(first + beyond / values.length, ranges / (values.length - 1));
    }

    /**
     * The limits of these values without their largest steps: differences of neighbours above 3.5 times the mean are left
     * out, once, and the mean of the others is taken (Nelson 1982, Journal of Quality Technology 14(3)). The centre is the
     * mean of all values. At least two, all finite.
     */
    public static XmrChart screened(double... values) {
        XmrChart all = of(values);
        double sum = 0;
        int kept = 0;
        for (int i = 1; i < values.length; i++) {
            double range = Math.abs(apart(values[i], values[i - 1]));
            if (range <= 3.5 * all.meanRange) {
                sum += range;
                kept++;
            }
        }
        return new XmrChart(all.mean, sum / kept); // never all: some step is at most the mean
    }

    /** The lower natural process limit. */
    public double lower() {
        return mean - 2.66 * meanRange;
    }

    /** The upper natural process limit. */
    public double upper() {
        return mean + 2.66 * meanRange;
    }

    /** The upper limit of a moving range, 3.268 times their mean. */
    public double upperRange() {
        return 3.268 * meanRange;
    }

    /** Whether a value lies outside the limits; one that is {@link #apart} from the centre by rounding alone does not. */
    public boolean isOutside(double value) {
        return Math.abs(apart(value, mean)) > 0 && (value < lower() || value > upper());
    }

    /** The first less the second; zero if they differ by no more than 1e-12 of their size, which is rounding. */
    public static double apart(double value, double from) {
        double distance = value - from;
        return Math.abs(distance) <= ROUNDING * Math.max(Math.abs(value), Math.abs(from)) ? 0 : distance;
    }
}
