package org.iltlib.analytics.measurement.irt.check;

import org.hipparchus.special.Gamma;
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
        return new ChiSquare(positive, degrees, Gamma.regularizedGammaQ(degrees / 2.0, positive / 2));
    }
}
