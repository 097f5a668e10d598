package org.iltlib.analytics.achievement.status;

import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** Where some students stand. Immutable. What is missing says why. */
@Value.Immutable
public abstract class StatusReading {
    StatusReading() {}

    /** How many have a score. */
    public abstract long n();

    /** How many should. */
    public abstract long expected();

    /** Count, mean and spread in points. */
    public abstract Moments scores();

    /** The mean, with Student's t interval. */
    public abstract Measured<Estimate> mean();

    /** The quartiles, lowest first, each with an exact interval of order statistics. */
    public abstract List<Measured<Estimate>> quartiles();

    /** How many stand at each level, lowest first. */
    public abstract LevelCounts levels();

    /** The share at each level, lowest first; each interval is for itself, not for all together. */
    public abstract List<Measured<Estimate>> shares();

    /** The share at or above each cut, lowest cut first: at the cut for proficient, the proficient. */
    public abstract List<Measured<Estimate>> atOrAbove();

    /** The share of the expected students who have a score; missing if none were expected. */
    public Measured<Double> coverage() {
        return expected() == 0 ? Measured.missing(MissingReason.NO_STUDENTS) : Measured.of((double) n() / expected());
    }

    /** Such as {@code mean 488.8 [462.6, 515] points (n = 5), 5 of 6 expected students}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "mean %s, %d of %d expected students", mean(), n(), expected());
    }

    /** Builds a reading. */
    static final class Builder extends ImmutableStatusReading.Builder {
        Builder() {}
    }
}
