package org.iltlib.analytics.impact.cutoff;

import java.util.List;
import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** The jump of an outcome at a cut-off. Immutable. It holds for students near the cut-off alone. */
@Value.Immutable
public abstract class DiscontinuityResult {
    DiscontinuityResult() {}

    /** The jump between the two local lines, with its usual interval; too narrow where lines bend. */
    public abstract Estimate conventional();

    /**
     * The jump less its estimated bias, with an interval that allows for the estimation of the bias: the one to conclude
     * from (Calonico, Cattaneo &amp; Titiunik 2014).
     */
    public abstract Estimate robust();

    /** The probability of a corrected jump at least this far from zero, either way, if there were none. */
    public abstract double pValue();

    /** The bandwidth of the lines, in points of the score. */
    public abstract double bandwidth();

    /** The bandwidth of the curves from which the bias is taken. */
    public abstract double biasBandwidth();

    /** The rows below the cut-off within the bandwidth. */
    public abstract long below();

    /** The rows at or above the cut-off within the bandwidth. */
    public abstract long above();

    /** The rows without score or outcome, and those within the donut. */
    public abstract long leftOut();

    /** How much may be claimed: quasi-experimental. */
    public abstract ClaimRung rung();

    /** What must be true for the jump to be an effect. */
    public abstract List<String> assumptions();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.share(pValue(), "pValue");
        Checks.require(bandwidth() > 0, "bandwidth is %s. Expected above zero.", bandwidth());
    }

    /** The corrected jump and the rung. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s [%s]", robust(), rung());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property must be set. */
    public static final class Builder extends ImmutableDiscontinuityResult.Builder {
        Builder() {}
    }
}
