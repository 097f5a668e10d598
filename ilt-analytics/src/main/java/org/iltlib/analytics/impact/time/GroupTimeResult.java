package org.iltlib.analytics.impact.time;

import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.regression.JointTest;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** Group-time effects of a staggered treatment and their means. Immutable. */
@Value.Immutable
public abstract class GroupTimeResult {
    GroupTimeResult() {}

    /** The effect on the units of each start in each period, by start and period; leads among them. */
    public abstract List<GroupTimeEffect> effects();

    /** The mean of all effects after the start, each weighted by the number of units of its start. */
    public abstract Estimate overall();

    /** Means by periods since the start, leads (negative) among them; −1 is the reference. */
    public abstract List<TimedEstimate> byEventTime();

    /** The mean of those from 0 on. */
    public abstract Estimate overEventTimes();

    /** Means over the periods since the start, by start. */
    public abstract List<TimedEstimate> byStart();

    /** The mean of those, weighted by units: what a unit that starts may expect on average. */
    public abstract Estimate overStarts();

    /** Means by period, of all units that have started. */
    public abstract List<TimedEstimate> byPeriod();

    /** The mean of those. */
    public abstract Estimate overPeriods();

    /** The test that the leads by event time are all zero; missing without leads or with too few units. */
    public abstract Measured<JointTest> preTrend();

    /** The number of units that enter. */
    public abstract int units();

    /** How much may be claimed: quasi-experimental if leads could be tested and show no sign, otherwise compared. */
    public abstract ClaimRung rung();

    /** What must be true for these to be effects of the treatment. */
    public abstract List<String> assumptions();

    /** What was left out and why, in words; empty if nothing was. */
    public abstract List<String> notes();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /**
     * The effect on the units of that start in that period.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Estimate getEffect(int start, int period) {
        return effects().stream()
                .filter(each -> each.start() == start && each.period() == period)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no effect of start " + start + " in period "
                        + period + ". Maybe see the notes: " + notes() + "."))
                .effect();
    }

    /** The overall effect and the rung. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s [%s]", overall(), rung());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property but the lists must be set. */
    public static final class Builder extends ImmutableGroupTimeResult.Builder {
        Builder() {}
    }
}
