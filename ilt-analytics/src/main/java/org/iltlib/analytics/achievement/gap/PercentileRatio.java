package org.iltlib.analytics.achievement.gap;

import org.iltlib.analytics.achievement.status.QuantileInterval;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The ratio of a percentile of one group to that of another, or of two percentiles of one group (P90/P10). It needs a
 * scale with a true zero, such as words read in a minute; of scale scores a ratio means nothing. Immutable.
 *
 * @param level the confidence level, between 0 and 1; each quantile gets an exact interval at the square root of it, and
 *     the ratio runs from the lower end over the upper to the upper over the lower, so it holds at least as often
 */
public record PercentileRatio(double level) {
    /** Checks the level. */
    public PercentileRatio {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
    }

    /** Level 0.95. */
    public static PercentileRatio withDefaults() {
        return new PercentileRatio(0.95);
    }

    /** The p-quantile of the first group over that of the second; missing if a group is too small or not above zero. */
    public Measured<Estimate> of(ScoreCounts first, ScoreCounts second, double p) {
        return ratio(quantile(first, p, Math.sqrt(level)), quantile(second, p, Math.sqrt(level)));
    }

    /** The upper over the lower quantile of one group, by Bonferroni; missing if it is too small or not above zero. */
    public Measured<Estimate> within(ScoreCounts group, double upper, double lower) {
        Checks.require(upper > lower, "The quantiles are %s and %s. Maybe swap them.", upper, lower);
        double each = (1 + level) / 2;
        return ratio(quantile(group, upper, each), quantile(group, lower, each));
    }

    private static Measured<Estimate> quantile(ScoreCounts scores, double p, double level) {
        return QuantileInterval.of(p).withLevel(level).of(scores);
    }

    private Measured<Estimate> ratio(Measured<Estimate> above, Measured<Estimate> below) {
        return above.flatMap(a -> below.flatMap(b -> b.lower() <= 0 || a.lower() < 0
                ? Measured.<Estimate>missing(MissingReason.UNDEFINED, "a quantile is not above zero")
                : Measured.of(Estimate.builder()
                        .value(a.value() / b.value())
                        .lower(a.lower() / b.upper())
                        .upper(a.upper() / b.lower())
                        .level(level)
                        .n(Math.max(a.n(), b.n()))
                        .unit("ratio")
                        .method("ratio of quantiles, from exact intervals of order statistics")
                        .build())));
    }
}
