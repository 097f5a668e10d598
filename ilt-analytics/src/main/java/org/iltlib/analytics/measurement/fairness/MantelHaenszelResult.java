package org.iltlib.analytics.measurement.fairness;

import java.util.Locale;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What {@link MantelHaenszel} found about an item scored 0 or 1. Immutable. */
@Value.Immutable
public abstract class MantelHaenszelResult {
    MantelHaenszelResult() {}

    /** The common odds ratio: above 1 the reference group has better odds than focal students of the same total. */
    public abstract double oddsRatio();

    /** The statistic with continuity correction, one degree of freedom. */
    public abstract double chiSquare();

    /** The chance of such a statistic or a larger one if there is no difference. */
    public abstract double pValue();

    /**
     * −2.35 times the logarithm of the odds ratio, on the delta scale of item difficulty, with the standard error of
     * Robins, Breslow and Greenland; below zero the item is harder for the focal group.
     */
    public abstract Estimate delta();

    /** The class. */
    public abstract DifClass dif();

    /**
     * The standardised difference of the shares who got it right, focal less reference, weighted by the focal group; from −1
     * to 1, and worth a look beyond 0.1.
     */
    public abstract double standardisedDifference();

    /** How many totals had students of both groups. */
    public abstract int strata();

    static Builder builder() {
        return new Builder();
    }

    /** Such as {@code C, large, against the focal group: delta -1.56}. */
    @Override
    public String toString() {
        return dif()
                + (dif() == DifClass.A
                        ? ""
                        : delta().value() < 0 ? ", against the focal group" : ", for the focal group")
                + String.format(Locale.ROOT, ": delta %.2f", delta().value());
    }

    static final class Builder extends ImmutableMantelHaenszelResult.Builder {
        Builder() {}
    }
}
