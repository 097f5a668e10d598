package org.iltlib.analytics.impact.time;

import org.iltlib.base.Checks;
import org.immutables.value.Value;

/**
 * One of the two-by-two comparisons that a two-way fixed-effects estimate mixes. Immutable.
 *
 * <p>Source: Goodman-Bacon (2021), doi:10.1016/j.jeconom.2021.03.014, theorem 1.
 */
@Value.Immutable
public abstract class BaconComparison {
    BaconComparison() {}

    /** What the units that start are held against. */
    public enum Against {
        /** Units that never start: a fair comparison. */
        NEVER_TREATED("units that never started"),
        /** Units that start later, before they do: a fair comparison. */
        NOT_YET_TREATED("units that had not started yet"),
        /**
         * Units that started earlier, after they did: their own effect, if it still grows or fades, is subtracted from
         * that of the others.
         */
        ALREADY_TREATED("units under treatment already");

        private final String words;

        Against(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** When the units start whose change is measured. */
    public abstract int start();

    /** When those start that they are held against; {@link Panel#NEVER} if they do not. */
    public abstract int otherStart();

    /** What kind of comparison it is. */
    public abstract Against against();

    /** Its weight; the weights of all comparisons sum to 1. */
    public abstract double weight();

    /** The difference in differences of this comparison alone, in the unit of the outcome. */
    public abstract double difference();

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.share(weight(), "weight");
        Checks.finite(difference(), "difference");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a comparison; every property must be set. */
    public static final class Builder extends ImmutableBaconComparison.Builder {
        Builder() {}
    }
}
