package org.iltlib.analytics.progress.runs;

import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * The circumstances in which the rules of a run chart err more or less often: how many points, around which line, how
 * much they scatter, and which change of level should not be missed. Immutable.
 */
@Value.Immutable
public abstract class RunPlan {
    /** Where the line comes from. */
    public enum Line {
        /** It is known: the true middle, from long experience. */
        KNOWN,
        /** The median of the first points, then frozen. */
        BASELINE,
        /** The median of all points. */
        OWN
    }

    RunPlan() {}

    /** The number of points in all, at least 1. */
    public abstract int points();

    /** Where the line comes from. */
    public abstract Line line();

    /** How many points give the line, if it is {@link Line#BASELINE}; half of them unless set. */
    @Value.Default
    public int baseline() {
        return Math.max(1, points() / 2);
    }

    /** How points scatter; normal with standard deviation 1 unless set. */
    @Value.Default
    public Noise noise() {
        return Noise.normal(1);
    }

    /** The true change of level that should not be missed, after the baseline; one standard deviation unless set. */
    @Value.Default
    public double change() {
        return noise().deviation();
    }

    /** The number of simulated runs where there is no formula; 20,000 unless set, at least 100. */
    @Value.Default
    public int runs() {
        return 20_000;
    }

    /** The seed of the simulation. */
    @Value.Default
    public long seed() {
        return 1;
    }

    /** So many points around a line that is known. */
    public static RunPlan known(int points) {
        return builder().points(points).line(Line.KNOWN).build();
    }

    /** So many points around their own median. */
    public static RunPlan own(int points) {
        return builder().points(points).line(Line.OWN).build();
    }

    /** So many points around the median of the first of them. */
    public static RunPlan baseline(int baseline, int points) {
        return builder().points(points).line(Line.BASELINE).baseline(baseline).build();
    }

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.positive(points(), "points");
        Checks.require(
                baseline() >= 1 && baseline() <= points(), "baseline is %s. Expected 1 to %s.", baseline(), points());
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

    /** Builds a plan; points and line must be set. */
    public static final class Builder extends ImmutableRunPlan.Builder {
        Builder() {}
    }
}
