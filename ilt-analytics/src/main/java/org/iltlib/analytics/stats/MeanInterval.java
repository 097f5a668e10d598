package org.iltlib.analytics.stats;

import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A mean with Student's t interval: mean ± t(n − 1) · s/√n. Immutable.
 *
 * <p>The numbers count as independent. Below two numbers there is no interval.
 *
 * @param level the confidence level, between 0 and 1
 * @param unit the unit of the numbers, in words
 */
public record MeanInterval(double level, String unit) {
    /** Checks the level. */
    public MeanInterval {
        Distributions.open(level, "level");
    }

    /** Level 0.95, unit {@code points}. */
    public static MeanInterval withDefaults() {
        return new MeanInterval(0.95, "points");
    }

    /** A copy with that level. */
    public MeanInterval withLevel(double level) {
        return new MeanInterval(level, unit);
    }

    /** A copy with that unit. */
    public MeanInterval withUnit(String unit) {
        return new MeanInterval(level, unit);
    }

    /** The mean with its interval; missing below two numbers. */
    public Measured<Estimate> of(Moments moments) {
        if (moments.n() < 2) {
            return Measured.missing(
                    moments.n() == 0 ? MissingReason.NO_STUDENTS : MissingReason.TOO_FEW, "n = " + moments.n());
        }
        double error = moments.standardDeviation().orElseThrow() / Math.sqrt((double) moments.n());
        double reach = error * Distributions.studentQuantile((double) moments.n() - 1, (1 + level) / 2);
        return Measured.of(Estimate.builder()
                .value(moments.mean())
                .lower(moments.mean() - reach)
                .upper(moments.mean() + reach)
                .level(level)
                .standardError(error)
                .n(moments.n())
                .unit(unit)
                .method("mean, Student t interval")
                .build());
    }
}
