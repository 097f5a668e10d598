package org.iltlib.analytics.growth.percentile;

import java.util.Locale;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** How one student has grown. Immutable. */
@Value.Immutable
public abstract class GrowthPercentile {
    GrowthPercentile() {}

    /** The student's id. */
    public abstract String student();

    /** Of a hundred students who scored alike before, how many the student left behind: 1 to 99. */
    public abstract int percentile();

    /** On how many earlier scores. */
    public abstract int order();

    /** The score before the newest. */
    public abstract double prior();

    /** The same in standard deviations from the mean of the students with a percentile, to three decimals. */
    public abstract Measured<Double> priorStandardized();

    /**
     * What the percentile might be if the student sat the same test again: the interval that follows from the error of the
     * newest score. Errors of the earlier scores come on top.
     *
     * @see org.iltlib.analytics.growth.percentile.GrowthModel#withErrors
     */
    public abstract Measured<Estimate> interval();

    /** Such as {@code percentile 13 on 3 earlier scores}. */
    @Override
    public String toString() {
        String scores = order() == 1 ? "score" : "scores";
        return interval()
                .value()
                .map(i -> String.format(
                        Locale.ROOT,
                        "percentile %d [%.0f, %.0f] on %d earlier %s",
                        percentile(),
                        i.lower(),
                        i.upper(),
                        order(),
                        scores))
                .orElseGet(() -> "percentile " + percentile() + " on " + order() + " earlier " + scores);
    }

    /** Builds a percentile. */
    static final class Builder extends ImmutableGrowthPercentile.Builder {
        Builder() {}
    }
}
