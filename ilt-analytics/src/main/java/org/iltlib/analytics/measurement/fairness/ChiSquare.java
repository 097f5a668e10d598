package org.iltlib.analytics.measurement.fairness;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** The upper tail of the chi-square distribution. */
final class ChiSquare {
    private ChiSquare() {}

    static double beyond(double statistic, int degrees) {
        double below = new ChiSquaredDistribution(degrees).cumulativeProbability(Math.max(0, statistic));
        // Far out the difference from 1 loses digits; the regularised gamma function does not.
        return below < 0.5
                ? 1 - below
                : org.hipparchus.special.Gamma.regularizedGammaQ(degrees / 2.0, Math.max(0, statistic) / 2);
    }
}
