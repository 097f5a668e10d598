package org.iltlib.analytics.measurement.fairness;

import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What {@link MantelScore} found about an item with any number of points. Immutable. */
@Value.Immutable
public abstract class MantelResult {
    MantelResult() {}

    /** Mantel's statistic, one degree of freedom, without continuity correction. */
    public abstract double chiSquare();

    /** The chance of such a statistic or a larger one if there is no difference. */
    public abstract double pValue();

    /**
     * The standardised mean difference in points, focal less reference at the same total, weighted by the focal group, with
     * its hypergeometric standard error; below zero the item is harder for the focal group.
     */
    public abstract Estimate difference();

    /** The difference in standard deviations of the item, both groups together. */
    public abstract double effect();

    /** The class by the effect, if significant at .05: A up to 0.17, B up to 0.25, C beyond. */
    public abstract DifClass dif();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableMantelResult.Builder {
        Builder() {}
    }
}
