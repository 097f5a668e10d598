package org.iltlib.analytics.impact.mediate;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/**
 * How much of an effect goes through the mediator. Immutable. Even where the treatment was dealt by lot the mediator was
 * not, so the path is an association ({@link #rung}); the total effect carries what its own design carries.
 */
@Value.Immutable
public abstract class MediationEffect {
    MediationEffect() {}

    /** a: what the treatment changes in the mediator. */
    public abstract Estimate onMediator();

    /** b: what a unit of the mediator goes with in the outcome, treatment held equal, mended for error of measurement. */
    public abstract Estimate ofMediator();

    /** a·b, with the interval of the cluster bootstrap. */
    public abstract Estimate indirect();

    /** a·b, with the interval of normal draws of a and b. */
    public abstract Estimate indirectByDraws();

    /** What goes past the mediator, with the interval of the cluster bootstrap. */
    public abstract Estimate direct();

    /** The whole effect, with the interval of the cluster bootstrap. */
    public abstract Estimate total();

    /** The number of clusters. */
    public abstract int clusters();

    /** The number of rows that lacked something. */
    public abstract long leftOut();

    /** The path in words. */
    public abstract Explanation why();

    /** Checks the counts. */
    @Value.Check
    void check() {
        Checks.positive(clusters(), "clusters");
        Checks.notNegative(leftOut(), "leftOut");
    }

    /** Associated, whatever the design: nobody dealt the mediator by lot. */
    public ClaimRung rung() {
        return ClaimRung.ASSOCIATED;
    }

    static final class Builder extends ImmutableMediationEffect.Builder {
        Builder() {}
    }
}
