package org.iltlib.analytics.internal;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;

/**
 * The noncentral t distribution: a standard normal number plus a shift, over the root of an independent chi-square number
 * divided by its degrees of freedom (Johnson &amp; Welch 1940, doi:10.1093/biomet/31.3-4.362).
 */
public final class NoncentralT {
    private static final int STEPS = 600;
    private static final double REACH = 10;
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private NoncentralT() {}

    /**
     * The probability that it lies below x: the normal probability averaged over the denominator, by Simpson's rule; good
     * to 1e-9.
     *
     * @param degrees of freedom, at least 1
     * @param shift of the numerator
     */
    public static double below(double x, double degrees, double shift) {
        double spread = REACH / Math.sqrt(2 * degrees);
        double low = Math.max(0, 1 - spread);
        double width = (1 + spread - low) / STEPS;
        double constant = StrictMath.log(2) + degrees / 2 * StrictMath.log(degrees / 2) - Gamma.logGamma(degrees / 2);
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double s = low + i * width;
            double density = s > 0
                    ? StrictMath.exp(constant + (degrees - 1) * StrictMath.log(s) - degrees * s * s / 2)
                    : degrees > 1 ? 0 : StrictMath.exp(constant);
            int weight = i == 0 || i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * density * NORMAL.cumulativeProbability(x * s - shift);
        }
        return Math.min(1, sum * width / 3);
    }
}
