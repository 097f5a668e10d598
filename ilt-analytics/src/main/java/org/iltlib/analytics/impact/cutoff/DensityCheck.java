package org.iltlib.analytics.impact.cutoff;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * McCrary's check of manipulation: students are counted in narrow bins of the score, none of which crosses the cut-off, a
 * line is drawn through the counts on either side, and the two lines are compared at the cut-off. Immutable options; {@link
 * #of} computes in O(n + bins).
 *
 * <p>Bins are 2·SD·n^(−1/2) wide unless given; whole-numbered scores need a whole-numbered width. The bandwidth is the
 * mean of both sides' 3.348·(σ̂²·range/Σf̈²)^(1/5) from a polynomial of fourth order, unless given. Source: McCrary (2008),
 * doi:10.1016/j.jeconom.2007.05.005.
 */
public final class DensityCheck {
    private static final double KAPPA = 3.348;
    private static final int FEWEST_BINS = 6;

    private final double cutoff;
    private final OptionalDouble bin;
    private final OptionalDouble bandwidth;
    private final double level;

    private DensityCheck(double cutoff, OptionalDouble bin, OptionalDouble bandwidth, double level) {
        this.cutoff = cutoff;
        this.bin = bin;
        this.bandwidth = bandwidth;
        this.level = level;
    }

    /**
     * A check at that cut-off, 95 % intervals.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static DensityCheck at(double cutoff) {
        return new DensityCheck(Checks.finite(cutoff, "cutoff"), OptionalDouble.empty(), OptionalDouble.empty(), 0.95);
    }

    /** A copy with bins of that width, above zero. */
    public DensityCheck withBin(double width) {
        Checks.require(width > 0, "width is %s. Expected above zero.", width);
        return new DensityCheck(cutoff, OptionalDouble.of(width), bandwidth, level);
    }

    /** A copy with lines of that bandwidth, above zero. */
    public DensityCheck withBandwidth(double h) {
        Checks.require(h > 0, "bandwidth is %s. Expected above zero.", h);
        return new DensityCheck(cutoff, bin, OptionalDouble.of(h), level);
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public DensityCheck withLevel(double newLevel) {
        Checks.require(newLevel > 0 && newLevel < 1, "level is %s. Expected between 0 and 1, such as 0.95.", newLevel);
        return new DensityCheck(cutoff, bin, bandwidth, newLevel);
    }

    /**
     * The check; missing for a constant score, with fewer than six bins on one side, or where a line meets the cut-off at
     * zero or below. Unknown scores ({@code NaN}) are left out.
     */
    public Measured<DensityResult> of(double[] score) {
        double[] x = Arrays.stream(score)
                .filter(Double::isFinite)
                .map(each -> each - cutoff)
                .sorted()
                .toArray();
        double deviation = x.length < 2 ? 0 : Math.sqrt(Moments.of(x).variance().orElse(0));
        if (!(deviation > 0)) {
            return Measured.missing(MissingReason.UNDEFINED, "the score is the same for everybody");
        }
        double width = bin.orElse(2 * deviation / Math.sqrt(x.length));
        double first = Math.floor(x[0] / width);
        double last = Math.floor(x[x.length - 1] / width);
        if (-first < FEWEST_BINS || last + 1 < FEWEST_BINS) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    "fewer than " + FEWEST_BINS + " bins of width " + width + " on one side of the cut-off");
        } else if (last - first > 1e7) {
            return Measured.missing(MissingReason.NOT_APPLICABLE, "more than ten million bins of width " + width);
        }
        double[] left = new double[(int) -first];
        double[] right = new double[(int) last + 1];
        double share = 1 / (x.length * width);
        for (double each : x) {
            int place = (int) Math.floor(each / width);
            if (place < 0) {
                left[-place - 1] += share;
            } else {
                right[place] += share;
            }
        }
        double h = bandwidth.orElse((rule(left, width, -x[0]) + rule(right, width, x[x.length - 1])) / 2);
        h = Math.min(h, Math.max(-x[0], x[x.length - 1]));
        if (!(h >= 2 * width)) {
            return Measured.missing(MissingReason.TOO_FEW, "the bandwidth " + h + " holds fewer than two bins a side");
        }
        double below = atCutoff(left, width, h);
        double above = atCutoff(right, width, h);
        if (!(below > 0) || !(above > 0)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "a line through the counts meets the cut-off at zero or below");
        }
        return Measured.of(result(x.length, width, h, below, above));
    }

    private DensityResult result(int n, double width, double h, double below, double above) {
        double difference = Math.log(above / below);
        double error = Math.sqrt(4.8 / (n * h) * (1 / above + 1 / below));
        double reach = error * Distributions.normalQuantile(0.5 + level / 2);
        double p = Math.min(1, 2 * Distributions.normalProbability(-Math.abs(difference) / error));
        Explanation why = Explanation.of(
                        "The density of scores is %.5f just below the cut-off and %.5f just above: p = %.4f for no jump.",
                        below, above, p)
                .because("%d scores in bins %.4g wide, lines within %.4g of the cut-off (McCrary 2008).", n, width, h)
                .because(
                        "ln(%.5f ÷ %.5f) = %.4f, standard error √(24/5 ÷ (%d × %.4g) × (1/f⁺ + 1/f⁻)) = %.4f.",
                        above, below, difference, n, h, error);
        return DensityResult.builder()
                .logDifference(Estimate.builder()
                        .value(difference)
                        .lower(difference - reach)
                        .upper(difference + reach)
                        .level(level)
                        .standardError(error)
                        .n(n)
                        .unit("log density")
                        .method("McCrary density test")
                        .build())
                .pValue(p)
                .below(below)
                .above(above)
                .bin(width)
                .bandwidth(h)
                .why(why)
                .build();
    }

    /** The bandwidth for counts at distances ½, 1½, … bins from the cut-off. */
    private static double rule(double[] counts, double width, double range) {
        double scale = counts.length * width;
        double[] beta = fit(counts, width, scale, 4, Double.POSITIVE_INFINITY);
        double rest = 0;
        double bends = 0;
        for (int j = 0; j < counts.length; j++) {
            double u = (j + 0.5) * width / scale;
            double line = beta[0] + u * (beta[1] + u * (beta[2] + u * (beta[3] + u * beta[4])));
            rest += (counts[j] - line) * (counts[j] - line);
            double bend = (2 * beta[2] + u * (6 * beta[3] + u * 12 * beta[4])) / (scale * scale);
            bends += bend * bend;
        }
        return KAPPA * Math.pow(rest / (counts.length - 5) * range / bends, 0.2);
    }

    private static double atCutoff(double[] counts, double width, double h) {
        return fit(counts, width, h, 1, h)[0];
    }

    /** Coefficients of (distance/scale)^j, with triangular weights within h. */
    private static double[] fit(double[] counts, double width, double scale, int order, double h) {
        int n = (int) Math.min(counts.length, Math.ceil(h / width - 0.5));
        double[][] columns = new double[order + 1][n];
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            double distance = (j + 0.5) * width;
            weights[j] = Double.isInfinite(h) ? 1 : 1 - distance / h;
            for (int k = 0; k <= order; k++) {
                columns[k][j] = Math.pow(distance / scale, k);
            }
        }
        return LeastSquares.of(Arrays.copyOf(counts, n), columns, GroupCodes.none(n), weights, 0)
                .coefficients();
    }
}
