package org.iltlib.analytics.impact.time;

import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.JointTest;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** How treated and other units differed period by period, against the last period before the start. Immutable. */
@Value.Immutable
public abstract class EventStudyResult {
    EventStudyResult() {}

    /**
     * The difference in one period.
     *
     * @param time periods since the start: the difference of the two, 0 for the first under treatment, below zero before it
     * @param difference how much more the treated had changed since the last period before the start
     */
    public record Moment(int time, Coefficient difference) {}

    /** The differences in the order of time; the last before the start is the reference and not among them. */
    public abstract List<Moment> moments();

    /** The test that all differences before the start are zero; missing with a single period before it. */
    public abstract Measured<JointTest> preTrend();

    /**
     * How much may be claimed: quasi-experimental if there were two periods or more before the start and no sign of
     * courses that were not parallel, otherwise compared.
     */
    public abstract ClaimRung rung();

    /** What must be true for the differences after the start to be the treatment's effects. */
    public abstract List<String> assumptions();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** What the periods before the start show, in words. */
    public String courseBefore() {
        return preTrend()
                .value()
                .map(test -> String.format(
                        Locale.ROOT,
                        "Before the start, courses %s (F = %.2f on %d and %.1f degrees of freedom, p = %.3f).",
                        test.pValue() < DifferenceInDifferences.REJECTED
                                ? "were not parallel"
                                : "show no sign of not being parallel; that proves nothing, but is what can be seen",
                        test.statistic(),
                        test.numeratorDegrees(),
                        test.denominatorDegrees(),
                        test.pValue()))
                .orElseGet(() -> "Whether courses were parallel before the start cannot be seen: " + preTrend() + ".");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property must be set. */
    public static final class Builder extends ImmutableEventStudyResult.Builder {
        Builder() {}
    }
}
