package org.iltlib.analytics.progress.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * The circumstances in which a chart of shares errs more or less often: the totals, the true share, how much it scatters
 * beyond a coin, and which change should not be missed. Immutable.
 */
@Value.Immutable
public abstract class SharePlan {
    SharePlan() {}

    /** The totals of the points that give the limits, at least two. */
    public abstract List<Long> baseline();

    /** The totals of the points that are watched, at least one. */
    public abstract List<Long> watched();

    /** The true share, between 0 and 1, both excluded. */
    public abstract double share();

    /** The true share after the baseline that should not be missed, likewise. */
    public abstract double changed();

    /** The true spread, in a coin's; 1 unless set, at least 1. */
    @Value.Default
    public double spread() {
        return 1;
    }

    /** Whether the chart is a p′ chart; a p chart unless set. */
    @Value.Default
    public boolean laney() {
        return false;
    }

    /** The rules; a point outside alone unless set. */
    @Value.Default
    public Set<ControlSignal.Rule> rules() {
        return EnumSet.of(ControlSignal.Rule.POINT_OUTSIDE);
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

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.require(
                baseline().size() >= 2,
                "baseline has %s total(s). Expected at least 2.",
                baseline().size());
        Checks.notEmpty(watched(), "watched");
        baseline().forEach(total -> Checks.positive(total, "total"));
        watched().forEach(total -> Checks.positive(total, "total"));
        Checks.require(share() > 0 && share() < 1, "share is %s. Expected between 0 and 1.", share());
        Checks.require(changed() > 0 && changed() < 1, "changed is %s. Expected between 0 and 1.", changed());
        Checks.require(Checks.finite(spread(), "spread") >= 1, "spread is %s. Expected at least 1.", spread());
        Checks.notEmpty(rules(), "rules");
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

    /** Builds a plan; totals and shares must be set. */
    public static final class Builder extends ImmutableSharePlan.Builder {
        Builder() {}
    }
}
