package org.iltlib.analytics.achievement.composition;

import java.util.Optional;
import java.util.SortedMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;

/** A change, taken apart: the parts sum to it exactly. Immutable. */
@Value.Immutable
public abstract class CompositionResult {
    CompositionResult() {}

    /** How it was taken apart. */
    public abstract Composition.Form form();

    /** The overall mean or share before. */
    public abstract Rational before();

    /** The overall mean or share after. */
    public abstract Rational after();

    /** The part that happened within groups. */
    public abstract Rational within();

    /** The part that comes from who is counted. */
    public abstract Rational composition();

    /** The part that is both; zero in the symmetrical form. */
    public abstract Rational interaction();

    /** What each group adds to the part within. */
    @Value.NaturalOrder
    public abstract SortedMap<String, Rational> withinByGroup();

    /**
     * What each group adds to the shift: the change of its share times its distance from the overall mean, so that a
     * growing group below the mean counts below zero.
     */
    @Value.NaturalOrder
    public abstract SortedMap<String, Rational> compositionByGroup();

    /** Whether the overall change goes against every group's. */
    public abstract Optional<SimpsonReversal> reversal();

    /** Why, in words. */
    public abstract Explanation why();

    /** After less before. */
    public Rational change() {
        return after().minus(before());
    }

    /** Checks that nothing is left over. */
    @Value.Check
    void check() {
        Checks.require(
                within().plus(composition()).plus(interaction()).equals(change()),
                "The parts %s, %s and %s do not sum to %s.",
                within(),
                composition(),
                interaction(),
                change());
    }

    /** Builds a result. */
    static final class Builder extends ImmutableCompositionResult.Builder {
        Builder() {}
    }
}
