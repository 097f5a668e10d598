package org.iltlib.analytics.impact.cutoff;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** Whether the number of students jumps at a cut-off. Immutable. */
@Value.Immutable
public abstract class DensityResult {
    DensityResult() {}

    /** The logarithm of the density just above over that just below; zero without a jump. */
    public abstract Estimate logDifference();

    /** The probability of a difference at least this far from zero, either way, if there were no jump. */
    public abstract double pValue();

    /** The density just below the cut-off, as a share of students a point. */
    public abstract double below();

    /** The density just above it. */
    public abstract double above();

    /** The width of the bins that were counted. */
    public abstract double bin();

    /** The bandwidth of the lines through the counts. */
    public abstract double bandwidth();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.share(pValue(), "pValue");
    }

    /** Whether scores look nudged over the cut-off, at five in a hundred. */
    public boolean isSuspicious() {
        return pValue() < 0.05;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property must be set. */
    public static final class Builder extends ImmutableDensityResult.Builder {
        Builder() {}
    }
}
