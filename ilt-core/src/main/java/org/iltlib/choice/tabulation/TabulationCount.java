package org.iltlib.choice.tabulation;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** Who was elected, round by round. Immutable. */
@Value.Immutable
public abstract class TabulationCount {
    TabulationCount() {}

    /** The names of the candidates, by index. */
    public abstract List<String> candidates();

    /** The passes in order; one unless the mode is {@link ElectionMode#PASSES}. */
    public abstract List<TabulationPass> passes();

    /** The number of ballots, blank ones included. */
    public abstract long ballots();

    /** Why, in words: a sentence for each round. */
    public abstract Explanation why();

    /** Checks that there is a pass. */
    @Value.Check
    void check() {
        Checks.notEmpty(passes(), "passes");
    }

    /**
     * The names of those elected, in the order of their election; fewer than the seats if it was stopped early or
     * fewer stand.
     */
    public List<String> elected() {
        return passes().stream().flatMap(pass -> pass.elected().stream()).toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a count; every property must be set. */
    public static final class Builder extends ImmutableTabulationCount.Builder {
        Builder() {}
    }
}
