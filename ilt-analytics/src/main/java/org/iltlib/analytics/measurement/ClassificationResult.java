package org.iltlib.analytics.measurement;

import org.immutables.value.Value;

/** How far the levels that a test gives can be relied on. Immutable. */
@Value.Immutable
public abstract class ClassificationResult {
    ClassificationResult() {}

    /** The share of students whom the test puts in the level where their true score lies. */
    public abstract double accuracy();

    /** The share of students whom two parallel tests would put in the same level. */
    public abstract double consistency();

    /** The consistency that chance alone would give with the same shares of levels. */
    public abstract double chanceConsistency();

    /** The share of students put above their true level. */
    public abstract double tooHigh();

    /** The share of students put below their true level. */
    public abstract double tooLow();

    /** How many items, scored 0 or 1, the test is worth for its error. */
    public abstract int effectiveLength();

    /** The students behind it. */
    public abstract long students();

    /** How it was computed, in words. */
    public abstract String method();

    /** Consistency beyond chance: (consistency − chance)/(1 − chance); 0 if chance leaves no room. */
    public double kappa() {
        return chanceConsistency() < 1 ? (consistency() - chanceConsistency()) / (1 - chanceConsistency()) : 0;
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableClassificationResult.Builder {
        Builder() {}
    }
}
