package org.iltlib.analytics.measurement.fairness;

import org.immutables.value.Value;

/** What {@link LogisticDif} found about an item scored 0 or 1. Immutable. */
@Value.Immutable
public abstract class LogisticResult {
    LogisticResult() {}

    /** The likelihood-ratio statistic of the group, one degree of freedom: the same difference at every total. */
    public abstract double uniform();

    /** The likelihood-ratio statistic of group by total, one degree of freedom: a difference that changes with the total. */
    public abstract double nonUniform();

    /** Both together, two degrees of freedom. */
    public abstract double both();

    /** The chance of such a uniform difference or a larger one if there is none. */
    public abstract double uniformPValue();

    /** The chance of such a non-uniform difference or a larger one if there is none. */
    public abstract double nonUniformPValue();

    /** The chance of such a difference of any kind or a larger one if there is none. */
    public abstract double pValue();

    /** The logit of the focal group less that of the reference group at the same total. */
    public abstract double groupEffect();

    /** Nagelkerke's share of variation explained by the total alone. */
    public abstract double explainedByTotal();

    /** What the group adds to that share. */
    public abstract double gainOfGroup();

    /** What group and group by total add to that share. */
    public abstract double gain();

    /** The class by what both add, if significant at .05: A below .035, B below .070, C from there. */
    public abstract DifClass dif();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableLogisticResult.Builder {
        Builder() {}
    }
}
