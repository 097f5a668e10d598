package org.iltlib.analytics.impact.doubt;

import org.iltlib.base.Checks;
import org.iltlib.finding.Estimate;

/**
 * The E-value: the least strength, as a risk ratio, that an unmeasured cause must have with both treatment and outcome to
 * explain an effect away: R + √(R(R − 1)), R the risk ratio or its inverse, whichever is above 1. O(1).
 *
 * <p>An effect of d standard deviations counts as a risk ratio of exp(0.91·d). Source: VanderWeele &amp; Ding (2017),
 * doi:10.7326/M16-2607.
 *
 * @param point to move the effect itself to none
 * @param limit to move the end of the interval that is nearer to no effect; 1 if the interval holds no effect
 */
public record EValue(double point, double limit) {
    private static final double PER_DEVIATION = 0.91;

    /** Checks that both are 1 or more. */
    public EValue {
        Checks.require(Checks.finite(point, "point") >= 1, "point is %s. Expected 1 or more.", point);
        Checks.require(limit >= 1 && limit <= point, "limit is %s. Expected 1 to %s.", limit, point);
    }

    /**
     * Of a risk ratio with its interval.
     *
     * @throws IllegalArgumentException if an end of it is not above zero
     */
    public static EValue ofRiskRatio(Estimate ratio) {
        Checks.require(ratio.lower() > 0, "The risk ratio reaches down to %s. Expected above zero.", ratio.lower());
        double nearer = ratio.value() >= 1 ? Math.max(1, ratio.lower()) : Math.min(1, ratio.upper());
        return new EValue(of(ratio.value()), of(nearer));
    }

    /** Of an effect in standard deviations. */
    public static EValue ofStandardized(Estimate effect) {
        double nearer = effect.value() >= 0 ? Math.max(0, effect.lower()) : Math.min(0, effect.upper());
        return new EValue(
                of(StrictMath.exp(PER_DEVIATION * effect.value())), of(StrictMath.exp(PER_DEVIATION * nearer)));
    }

    private static double of(double ratio) {
        double above = Math.max(ratio, 1 / ratio);
        return above + Math.sqrt(above * (above - 1));
    }
}
