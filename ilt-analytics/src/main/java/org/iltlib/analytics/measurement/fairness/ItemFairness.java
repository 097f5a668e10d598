package org.iltlib.analytics.measurement.fairness;

import org.iltlib.base.Measured;
import org.immutables.value.Value;

/** What {@link FairnessStudy} found about an item. Immutable. */
@Value.Immutable
public abstract class ItemFairness {
    ItemFairness() {}

    /** The name of the item. */
    public abstract String item();

    /** The students of the reference group who have the item and all matching items. */
    public abstract long reference();

    /** The students of the focal group who have the item and all matching items. */
    public abstract long focal();

    /** By odds ratios; for items scored 0 or 1. */
    public abstract Measured<MantelHaenszelResult> mantelHaenszel();

    /** By mean points; for any item. */
    public abstract Measured<MantelResult> mantel();

    /** By logistic regression; for items scored 0 or 1. */
    public abstract Measured<LogisticResult> logistic();

    /**
     * The p-value of the first of Mantel–Haenszel and Mantel that exists, adjusted by Benjamini and Hochberg for all items of
     * the study.
     */
    public abstract Measured<Double> adjustedPValue();

    /** Whether the item stayed in the total by which students were matched. */
    public abstract boolean isMatching();

    /** The class: by Mantel–Haenszel for items scored 0 or 1, otherwise by Mantel. */
    public Measured<DifClass> dif() {
        return mantelHaenszel().isReported()
                ? mantelHaenszel().map(MantelHaenszelResult::dif)
                : mantel().map(MantelResult::dif);
    }

    /** The p-value before adjustment. */
    Measured<Double> pValue() {
        return mantelHaenszel().isReported()
                ? mantelHaenszel().map(MantelHaenszelResult::pValue)
                : mantel().map(MantelResult::pValue);
    }

    static Builder builder() {
        return new Builder();
    }

    Builder toBuilder() {
        return builder().from(this);
    }

    static final class Builder extends ImmutableItemFairness.Builder {
        Builder() {}
    }
}
