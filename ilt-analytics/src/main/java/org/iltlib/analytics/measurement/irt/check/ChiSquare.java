package org.iltlib.analytics.measurement.irt.check;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.iltlib.base.Checks;

/**
 * A statistic that is roughly chi-squared if the model holds.
 *
 * @param statistic zero or more
 * @param degrees of freedom, at least one
 * @param probability of one as great, if the model holds
 */
public record ChiSquare(double statistic, int degrees, double probability) {
    /** Checks the numbers. */
    public ChiSquare {
        Checks.finite(statistic, "statistic");
        Checks.positive(degrees, "degrees");
        Checks.share(probability, "probability");
    }

    static ChiSquare of(double statistic, int degrees) {
        double positive = Math.max(0, statistic);
        double below = new ChiSquaredDistribution(degrees).cumulativeProbability(positive);
        return new ChiSquare(positive, degrees, Math.min(1, Math.max(0, 1 - below)));
    }
}
