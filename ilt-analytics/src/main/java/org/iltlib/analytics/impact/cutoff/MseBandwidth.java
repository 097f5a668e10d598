package org.iltlib.analytics.impact.cutoff;

import java.util.Arrays;

/**
 * The bandwidths that are best in mean squared error for the jump of local lines and for their bias, by three plug-in
 * steps with a common bandwidth for both sides. Source: Calonico, Cattaneo &amp; Titiunik (2014), doi:10.3982/ECTA11757;
 * Calonico, Cattaneo, Farrell &amp; Titiunik (2019), doi:10.1162/rest_a_00760; regularisation after Imbens &amp;
 * Kalyanaraman (2012), doi:10.1093/restud/rdr043.
 *
 * @param h of the jump
 * @param b of its bias
 */
record MseBandwidth(double h, double b) {
    /** Different scores on either side without which curvature cannot be told from noise. */
    static final int FEWEST_SCORES = 6;

    private static final int NEIGHBOURS = 3;

    /**
     * One side's part of a bandwidth.
     *
     * @param variance (2ν + 1)·h^(2ν+1) times the variance of the coefficient at h
     * @param bias the constant of its bias, times √(2(o + 1 − ν))
     * @param regular three times the variance of that constant
     */
    private record Part(double variance, double bias, double regular) {}

    static MseBandwidth of(Side left, Side right, Kernel kernel) {
        double[] all = new double[left.n() + right.n()];
        System.arraycopy(left.x(), 0, all, 0, left.n());
        System.arraycopy(right.x(), 0, all, left.n(), right.n());
        double most = Math.max(left.reach(), right.reach()) * (1 + 1e-9);
        double thumb = Math.min(most, kernel.pilot() * spread(all) * Math.pow(all.length, -0.2));
        double pilot = Math.max(thumb, Math.max(left.holding(FEWEST_SCORES), right.holding(FEWEST_SCORES)));
        double[] rest = left.neighbourResiduals(NEIGHBOURS);
        double[] other = right.neighbourResiduals(NEIGHBOURS);
        // the curvature of order 3 decides how wide the fit for the bias may be; then b, then h
        double third = step(
                part(left, rest, kernel, 3, 3, 4, pilot, left.reach() * (1 + 1e-9), false),
                part(right, other, kernel, 3, 3, 4, pilot, right.reach() * (1 + 1e-9), false),
                3);
        third = Math.min(most, Math.max(pilot, third));
        double b = step(
                part(left, rest, kernel, 2, 2, 3, pilot, third, true),
                part(right, other, kernel, 2, 2, 3, pilot, third, true),
                2);
        b = Math.min(most, Math.max(b, Math.max(left.holding(4), right.holding(4))));
        double h = step(
                part(left, rest, kernel, 1, 0, 2, pilot, b, true),
                part(right, other, kernel, 1, 0, 2, pilot, b, true),
                1);
        return new MseBandwidth(Math.min(most, Math.max(h, Math.max(left.holding(3), right.holding(3)))), b);
    }

    /** The minimiser of variance/h^(2ν+1) + (bias·h^(o+1−ν))² of the difference between the sides. */
    private static double step(Part left, Part right, int order) {
        double bias = right.bias() - left.bias();
        double squared = bias * bias + left.regular() + right.regular();
        return Math.pow((left.variance() + right.variance()) / squared, 1.0 / (2 * order + 3));
    }

    private static Part part(
            Side side,
            double[] residuals,
            Kernel kernel,
            int order,
            int derivative,
            int biasOrder,
            double narrow,
            double wide,
            boolean regular) {
        Side.Local fit = side.local(kernel, narrow, order);
        double variance = 0;
        double constant = 0;
        for (int i = 0; i < fit.rows().length; i++) {
            double multiple = fit.multiples()[derivative][i];
            double residual = residuals[fit.rows()[i]];
            variance += multiple * multiple * residual * residual;
            constant += multiple * Math.pow(side.x()[fit.rows()[i]] / narrow, order + 1);
        }
        Side.Local curve = side.local(kernel, wide, biasOrder);
        double factor = 2.0 * (order + 1 - derivative);
        double noise = 0;
        for (int i = 0; i < curve.rows().length; i++) {
            double multiple = curve.multiples()[order + 1][i] / Math.pow(wide, order + 1);
            double residual = residuals[curve.rows()[i]];
            noise += multiple * multiple * residual * residual;
        }
        return new Part(
                (2 * derivative + 1) * narrow * variance,
                Math.sqrt(factor) * constant * curve.coefficient(order + 1, side.y()),
                regular ? factor * 3 * constant * constant * noise : 0);
    }

    /** The smaller of the standard deviation and the interquartile range over 1.349. */
    private static double spread(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares =
                Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).sum();
        double deviation = Math.sqrt(squares / (sorted.length - 1));
        double quartiles = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.349;
        return quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
    }

    /** The quantile of the averaged empirical distribution (type 2 of Hyndman and Fan). */
    private static double quantile(double[] sorted, double p) {
        double at = sorted.length * p;
        int below = (int) Math.floor(at);
        return at == below ? (sorted[below - 1] + sorted[below]) / 2 : sorted[below];
    }
}
