package org.iltlib.analytics.growth.summary;

import java.util.Locale;
import java.util.Optional;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** How the students of a group have grown. Immutable. */
@Value.Immutable
public abstract class GroupReading {
    GroupReading() {}

    /** How many students have a percentile. */
    public abstract long n();

    /** The mean percentile, with Student's t interval. Students count as independent. */
    public abstract Measured<Estimate> mean();

    /** The median percentile, with an exact interval of order statistics. */
    public abstract Measured<Estimate> median();

    /**
     * The mean drawn towards the mean of all students shown by its {@link #reliability}, the best guess of a normal model;
     * its error is that of the guess, the mean of all and the reliability being estimates themselves. Missing where there is
     * but one group, or nothing varies within groups.
     */
    public abstract Measured<Estimate> shrunken();

    /** The share of the variance of such a mean that is not chance: τ²/(τ² + σ²/n). */
    public abstract Measured<Double> reliability();

    /** The share of students at or above their target, with Wilson's interval. */
    public abstract Measured<Estimate> atTarget();

    /** The mean of the percentiles corrected for measurement error, where there are such. */
    public abstract Optional<Measured<Estimate>> corrected();

    /** The ranks that the group may hold; missing if its mean has no interval. */
    public abstract Measured<RankBand> rank();

    /** Such as {@code mean 53.10 [47.00, 59.20] percentile (n = 68), rank 3 to 9 of 12}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "mean %s, %s", mean(), rank());
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableGroupReading.Builder {
        Builder() {}
    }
}
