package org.iltlib.analytics.progress.control;

import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/** The circumstances in which control rules err more or less often. Immutable. */
@Value.Immutable
public abstract class ControlPlan {
    ControlPlan() {}

    /** The number of points that are watched after the baseline, at least 1. */
    public abstract int watched();

    /** How points scatter; normal with standard deviation 1 unless set. */
    @Value.Default
    public Noise noise() {
        return Noise.normal(1);
    }

    /** The true change of level after the baseline that should not be missed; one standard deviation unless set. */
    @Value.Default
    public double change() {
        return noise().deviation();
    }

    /** The number of simulated runs; 20,000 unless set, at least 100. */
    @Value.Default
    public int runs() {
        return 20_000;
    }

    /** The seed of the simulation. */
    @Value.Default
    public long seed() {
        return 1;
    }

    /** So many points after the baseline. */
    public static ControlPlan watching(int points) {
        return builder().watched(points).build();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.positive(watched(), "watched");
        Checks.finite(change(), "change");
        Checks.require(runs() >= 100, "runs is %s. Expected at least 100.", runs());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a plan; the number of points must be set. */
    public static final class Builder extends ImmutableControlPlan.Builder {
        Builder() {}
    }
}
