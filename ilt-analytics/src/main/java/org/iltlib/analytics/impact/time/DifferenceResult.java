package org.iltlib.analytics.impact.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.impact.ClaimRung;
import org.immutables.value.Value;

/** How much more the treated units changed than the others, and what that rests on. Immutable. */
@Value.Immutable
public abstract class DifferenceResult {
    DifferenceResult() {}

    /** The difference in differences. */
    public abstract TreatmentEffect effect();

    /** How much may be claimed: at most compared if the course before the start was not seen or not parallel. */
    public abstract ClaimRung rung();

    /** What must be true for the difference to be the treatment's effect. */
    public abstract List<String> assumptions();

    /**
     * The comparisons that the estimate mixes, with their weights; a single one where all units start together. Missing
     * where there is no panel or it is not balanced.
     */
    public abstract Measured<List<BaconComparison>> comparisons();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /**
     * What speaks against this estimate: that units start at different times, and how much of it comes from units under
     * treatment already; empty where all start together.
     */
    public abstract Optional<String> warning();

    /** The share of the estimate that holds units against others under treatment already. */
    public double shareAgainstTreated() {
        return comparisons().orElse(List.of()).stream()
                .filter(each -> each.against() == BaconComparison.Against.ALREADY_TREATED)
                .mapToDouble(BaconComparison::weight)
                .sum();
    }

    /** The effect and the rung. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s [%s]", effect(), rung());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property but the lists must be set. */
    public static final class Builder extends ImmutableDifferenceResult.Builder {
        Builder() {}
    }
}
