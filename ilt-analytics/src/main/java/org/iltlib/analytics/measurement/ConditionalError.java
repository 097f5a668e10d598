package org.iltlib.analytics.measurement;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The standard error of measurement of a student with that many right, for a test of items scored 0 or 1: largest in the
 * middle, small at the ends.
 *
 * <p>Sources: Lord, F. M. (1957), Do tests of the same length have the same standard error of measurement?,
 * doi:10.1177/001316445701700407, for √(x(k − x)/(k − 1)); Keats, J. A. (1957), doi:10.1007/BF02289207, for the factor
 * √((1 − α)/(1 − KR-21)) that brings its mean square to that of alpha.
 *
 * @param items the number of items
 * @param factor 1 for Lord's error, less where items differ in difficulty
 */
public record ConditionalError(int items, double factor) {
    /** Checks that there are two items and the factor is not negative. */
    public ConditionalError {
        Checks.require(items > 1, "items is %s. Expected at least 2.", items);
        Checks.require(factor >= 0 && Double.isFinite(factor), "factor is %s. Expected zero or more.", factor);
    }

    /** Lord's error, which knows the number of items only. */
    public static ConditionalError lord(int items) {
        return new ConditionalError(items, 1);
    }

    /** Keats's error; missing if alpha or KR-21 is, or KR-21 is 1. */
    public static Measured<ConditionalError> keats(ConsistencyReport report) {
        return report.kr21()
                .flatMap(kr21 -> report.reliability()
                        .alpha()
                        .map(Estimate::value)
                        .flatMap(alpha -> kr21 < 1 && alpha <= 1
                                ? Measured.of(new ConditionalError(report.items(), Math.sqrt((1 - alpha) / (1 - kr21))))
                                : Measured.missing(MissingReason.UNDEFINED, "KR-21 is 1")));
    }

    /**
     * The error at that total, in points.
     *
     * @throws IllegalArgumentException unless it lies between 0 and the number of items
     */
    public double at(double total) {
        Checks.require(total >= 0 && total <= items, "total is %s. Expected 0 to %s.", total, items);
        return factor * Math.sqrt(total * (items - total) / (items - 1.0));
    }
}
