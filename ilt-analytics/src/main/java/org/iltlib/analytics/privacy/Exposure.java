package org.iltlib.analytics.privacy;

import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What the best attack finds out about one withheld number: the smallest and the largest count that agree with
 * everything that is shown, and whether the policy is content with that. Immutable.
 */
@Value.Immutable
public abstract class Exposure {
    /** Whether the number is safe. */
    public enum Verdict {
        /** It is: tables of whole counts that agree with all that is shown prove it. */
        SAFE("safe"),
        /** It is not: no table that agrees with what is shown leaves it open. */
        GIVEN_AWAY("given away"),
        /** The search ended before it knew; treated as given away. */
        UNPROVEN("not proven safe");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Exposure() {}

    /** The place of the cell. */
    public abstract int cell();

    /** The name of the cell. */
    public abstract String name();

    /** The smallest possible count. */
    public abstract long least();

    /** The largest possible count; empty if nothing bounds it. */
    public abstract OptionalLong most();

    /** The count that must be possible: the policy's minimum for a number that is withheld for its own sake, else 0. */
    public abstract long demanded();

    /** Whether it is safe. */
    public abstract Verdict verdict();

    /** The sums that gave it away, in words and with the numbers that are shown; none if it is safe. */
    public abstract List<String> because();

    static Builder builder() {
        return new Builder();
    }

    /** Such as {@code grade 4, learners: 0 to 21, at least 10 must be possible: safe}. */
    @Override
    public String toString() {
        return name() + ": " + least() + " to "
                + (most().isPresent() ? Long.toString(most().getAsLong()) : "any number")
                + (demanded() > 0 ? ", at least " + demanded() + " must be possible" : "") + ": " + verdict();
    }

    /** Builds an exposure; for this package. */
    static final class Builder extends ImmutableExposure.Builder {
        Builder() {}
    }
}
