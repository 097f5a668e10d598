package org.iltlib.analytics.coherence;

import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;

/**
 * The opportunity to learn that classes had, in exact shares. Each stands for itself: there is no sum of them. Immutable.
 */
@Value.Immutable
public abstract class OtlReading {
    OtlReading() {}

    /** How many days were logged, over all classes. */
    public abstract int days();

    /** Minutes on standards, of those allocated. */
    public abstract Measured<Rational> onStandards();

    /** Minutes on what students need and no standard names, of those allocated. */
    public abstract Measured<Rational> onCustom();

    /** Minutes without instruction, of those allocated. */
    public abstract Measured<Rational> notInstructed();

    /** Allocated minutes of which nobody gave an account, of those allocated. */
    public abstract Measured<Rational> notLogged();

    /** The intended standards on which there was a minute or more, of all intended. */
    public abstract Measured<Rational> contentCovered();

    /** Minutes on standards at a higher demand, of those whose demand is rated. */
    public abstract Measured<Rational> process();

    /** Minutes of instruction with a strategy that the rule names, of those with a strategy. */
    public abstract Measured<Rational> practice();

    /** Minutes of instruction in a grouping that the rule names, of those with a grouping. */
    public abstract Measured<Rational> grouping();

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ImmutableOtlReading.Builder {
        Builder() {}
    }
}
