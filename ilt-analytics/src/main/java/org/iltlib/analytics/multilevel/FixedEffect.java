package org.iltlib.analytics.multilevel;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.iltlib.finding.Estimate;

/**
 * One coefficient of a mixed model.
 *
 * @param name of its column; {@code (Intercept)} for the first
 * @param estimate its value, standard error and interval
 * @param degreesOfFreedom of the t distribution behind the interval; infinite for the normal distribution
 */
public record FixedEffect(String name, Estimate estimate, double degreesOfFreedom) {
    /** The value over its standard error. */
    public double statistic() {
        return estimate.value() / estimate.standardError().orElseThrow();
    }

    /** The chance of a statistic as far from zero as this if the coefficient were zero, to either side. */
    public double pValue() {
        double distance = -Math.abs(statistic());
        return 2
                * (Double.isInfinite(degreesOfFreedom)
                        ? new NormalDistribution().cumulativeProbability(distance)
                        : new TDistribution(degreesOfFreedom).cumulativeProbability(distance));
    }

    /** The place of the effect of that name; refuses one that is not there. */
    static int place(List<FixedEffect> effects, String name) {
        for (int j = 0; j < effects.size(); j++) {
            if (effects.get(j).name().equals(name)) {
                return j;
            }
        }
        throw new IllegalArgumentException("There is no fixed effect \"" + name + "\". Expected one of "
                + effects.stream().map(FixedEffect::name).toList() + ".");
    }

    static double quantile(double level, double degreesOfFreedom) {
        double share = 0.5 + level / 2;
        return Double.isInfinite(degreesOfFreedom)
                ? new NormalDistribution().inverseCumulativeProbability(share)
                : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(share);
    }
}
