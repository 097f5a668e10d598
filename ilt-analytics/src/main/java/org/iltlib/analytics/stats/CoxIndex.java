package org.iltlib.analytics.stats;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The Cox index: the difference of two shares as an effect in standard deviations, {@code (logit p − logit q) / 1.65}, so
 * that it stands beside Hedges' g. What Works Clearinghouse Procedures Handbook 4.1, appendix E; D. R. Cox (1970).
 */
public final class CoxIndex {
    private static final double SCALE = 1.65;

    private CoxIndex() {}

    /**
     * First less second, in standard deviations; missing if a share is 0 or 1, where the logit is not finite.
     *
     * @param first a share, 0 to 1
     * @param second a share, 0 to 1
     */
    public static Measured<Double> of(double first, double second) {
        Checks.share(first, "first");
        Checks.share(second, "second");
        if (first == 0 || first == 1 || second == 0 || second == 1) {
            return Measured.missing(MissingReason.UNDEFINED, "a share of none or all");
        }
        return Measured.of((logit(first) - logit(second)) / SCALE);
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }
}
