package org.iltlib.analytics.impact.time;

import java.util.List;
import java.util.Map;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.SerialFit;
import org.iltlib.base.Explanation;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** How the course of a series broke at a point in time, against its own past or against a comparison. Immutable. */
@Value.Immutable
public abstract class SeriesChange {
    SeriesChange() {}

    /**
     * The step, at the last time before the change: where the new line stands there above the old one; with a comparison,
     * how much more than the comparison's.
     */
    public abstract Coefficient level();

    /** The change of the slope per unit of time; with a comparison, how much more than the comparison's. */
    public abstract Coefficient slope();

    /** The regression behind it, with autocorrelation and Durbin–Watson statistic. */
    public abstract SerialFit regression();

    /** The first time after the change. */
    public abstract int firstAfter();

    /** How much may be claimed: associated for a series alone; beside a comparison, quasi-experimental if
     * the trends before did not differ, else compared. */
    public abstract ClaimRung rung();

    /** What must be true for the change to come from what was done. */
    public abstract List<String> assumptions();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** How far the new line stands above the old one at a time, as {@link #level} and {@link #slope} together. */
    public Coefficient changeAt(int time) {
        double since = time - (firstAfter() - 1.0);
        return regression().fit().contrast("change at " + time, Map.of(level().name(), 1.0, slope().name(), since));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a change; every property must be set. */
    public static final class Builder extends ImmutableSeriesChange.Builder {
        Builder() {}
    }
}
