package org.iltlib.analytics.impact.cutoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * A sharp regression discontinuity: a line on either side of the cut-off, fitted to rows near it, and the jump between
 * the two. Immutable options; {@link #of(double[], double[])} computes.
 *
 * <p>The bandwidth is given or chosen for the least mean squared error; the bias of the lines is taken from local curves of
 * second order and its estimation is allowed for in the {@linkplain DiscontinuityResult#robust robust} interval. Variances
 * come from three nearest neighbours, or by an {@link ErrorRule}: the conventional error is then that of the weighted
 * regression {@code lm(y ~ above * score, weights = kernel)}, with Satterthwaite's degrees of freedom under independent
 * errors in inverse proportion to the weights; the robust one sums squared residuals of the curves (by cluster, times
 * G/(G−1), where there are clusters). The choice of the bandwidth takes rows as independent.
 *
 * <p>Rows of the score of the cut-off itself are above it. A score with few different values makes every method of this
 * kind doubtful. Time O(n log n), and O(n·J) for J ties. Source: Calonico, Cattaneo &amp; Titiunik (2014),
 * doi:10.3982/ECTA11757; Lee &amp; Lemieux (2010), doi:10.1257/jel.48.2.281.
 */
public final class RegressionDiscontinuity {
    private final double cutoff;
    private final boolean below;
    private final CutoffOptions options;

    private RegressionDiscontinuity(double cutoff, boolean below, CutoffOptions options) {
        this.cutoff = cutoff;
        this.below = below;
        this.options = options;
    }

    /**
     * A cut-off from which on (the score itself included) students are treated: triangular kernel, bandwidths chosen,
     * errors by three nearest neighbours, 95 % intervals, the outcome in points.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static RegressionDiscontinuity at(double cutoff) {
        return new RegressionDiscontinuity(Checks.finite(cutoff, "cutoff"), false, CutoffOptions.defaults());
    }

    /** A copy in which those below the cut-off are treated, such as by extra lessons. */
    public RegressionDiscontinuity treatedBelow() {
        return new RegressionDiscontinuity(cutoff, true, options);
    }

    /** A copy with that bandwidth for lines and bias. */
    public RegressionDiscontinuity withBandwidth(double h) {
        return withBandwidths(h, h);
    }

    /**
     * A copy with these bandwidths.
     *
     * @param h of the lines
     * @param b of the curves from which the bias is taken
     * @throws IllegalArgumentException if one is not above zero
     */
    public RegressionDiscontinuity withBandwidths(double h, double b) {
        for (double width : new double[] {h, b}) {
            Checks.require(
                    width > 0 && width < Double.POSITIVE_INFINITY, "bandwidth is %s. Expected above zero.", width);
        }
        return with(options.toBuilder().bandwidth(h).biasBandwidth(b).build());
    }

    /** A copy with another kernel. */
    public RegressionDiscontinuity withKernel(Kernel kernel) {
        return with(options.toBuilder().kernel(kernel).build());
    }

    /**
     * A copy with errors by that rule.
     *
     * @throws IllegalArgumentException for the classical rule, which no local fit can believe
     */
    public RegressionDiscontinuity withErrors(ErrorRule rule) {
        Checks.require(rule != ErrorRule.CLASSICAL, "The classical rule does not fit a local line. Maybe use HC2.");
        return with(options.toBuilder().rule(rule).build());
    }

    /**
     * A copy that leaves out rows closer to the cut-off than that, where scores may have been nudged.
     *
     * @throws IllegalArgumentException if it is below zero
     */
    public RegressionDiscontinuity withDonut(double radius) {
        Checks.require(
                radius >= 0 && radius < Double.POSITIVE_INFINITY, "radius is %s. Expected zero or more.", radius);
        return with(options.toBuilder().donut(radius).build());
    }

    /**
     * A copy with another level of confidence.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1, both excluded
     */
    public RegressionDiscontinuity withLevel(double level) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        return with(options.toBuilder().level(level).build());
    }

    /** A copy that names the unit of the outcome in words. */
    public RegressionDiscontinuity withUnit(String unit) {
        return with(options.toBuilder().unit(Checks.text(unit, "unit")).build());
    }

    private RegressionDiscontinuity with(CutoffOptions newOptions) {
        return new RegressionDiscontinuity(cutoff, below, newOptions);
    }

    /** The jump at each of these bandwidths. */
    public List<SensitivityPoint> atBandwidths(double[] score, double[] outcome, double... bandwidths) {
        return Arrays.stream(bandwidths)
                .mapToObj(h -> new SensitivityPoint(h, withBandwidth(h).of(score, outcome)))
                .toList();
    }

    /**
     * The jump, every row by itself.
     *
     * @param score one number a row, {@code NaN} where unknown
     * @param outcome one number a row, {@code NaN} where unknown
     * @return missing, with the reason, for a constant score or outcome, with fewer than five usable rows, nobody on one
     *     side or within the bandwidth, or too few different scores on one side
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<DiscontinuityResult> of(double[] score, double[] outcome) {
        int[] own = new int[score.length];
        Arrays.setAll(own, i -> i);
        return of(score, outcome, own, false);
    }

    /**
     * The jump, with errors that may go together in clusters, such as schools; by {@link ErrorRule#CR2} unless another
     * rule was asked for.
     *
     * @return as {@link #of(double[], double[])}, missing also with one cluster or fewer than four degrees of freedom
     * @throws IllegalArgumentException if the lengths differ
     */
    public Measured<DiscontinuityResult> of(double[] score, double[] outcome, int[] clusters) {
        return of(score, outcome, clusters, true);
    }

    private Measured<DiscontinuityResult> of(double[] score, double[] outcome, int[] clusters, boolean clustered) {
        Checks.require(
                score.length == outcome.length && score.length == clusters.length,
                "There are %s scores, %s outcomes and %s clusters. Expected one each a row.",
                score.length,
                outcome.length,
                clusters.length);
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (int i = 0; i < score.length; i++) {
            double x = score[i] - cutoff;
            if (Double.isFinite(x) && Double.isFinite(outcome[i]) && Math.abs(x) >= options.donut()) {
                (x < 0 ? left : right).add(i);
            }
        }
        List<Integer> used = new ArrayList<>(left);
        used.addAll(right);
        Optional<Measured<DiscontinuityResult>> refusal = refusal(score, outcome, left, right, used);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        LocalJump jump = new LocalJump(
                side(left, score, outcome, clusters), side(right, score, outcome, clusters), options, clustered);
        return jump.result(below, score.length - used.size());
    }

    private static Optional<Measured<DiscontinuityResult>> refusal(
            double[] score, double[] outcome, List<Integer> left, List<Integer> right, List<Integer> used) {
        if (used.size() < 5) {
            return refuse(MissingReason.TOO_FEW, used.size() + " rows with score and outcome; at least 5 needed");
        } else if (used.stream().allMatch(i -> score[i] == score[used.get(0)])) {
            return refuse(MissingReason.UNDEFINED, "the score is the same for everybody");
        } else if (used.stream().allMatch(i -> outcome[i] == outcome[used.get(0)])) {
            return refuse(MissingReason.UNDEFINED, "the outcome is the same for everybody");
        } else if (left.isEmpty() || right.isEmpty()) {
            return refuse(MissingReason.TOO_FEW, "nobody " + (left.isEmpty() ? "below" : "above") + " the cut-off");
        }
        return Optional.empty();
    }

    private static Optional<Measured<DiscontinuityResult>> refuse(MissingReason reason, String words) {
        return Optional.of(Measured.missing(reason, words));
    }

    private Side side(List<Integer> rows, double[] score, double[] outcome, int[] clusters) {
        return Side.of(
                rows.stream().mapToDouble(i -> score[i] - cutoff).toArray(),
                rows.stream().mapToDouble(i -> outcome[i]).toArray(),
                rows.stream().mapToInt(i -> clusters[i]).toArray());
    }
}
