package org.iltlib.decision.panel;

import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.immutables.value.Value;

/** Where a panel stands on one item after a round. Immutable. */
@Value.Immutable
public abstract class PanelItem {
    PanelItem() {}

    /** The item. */
    public abstract String item();

    /** How many answered about it. */
    public abstract int answered();

    /** The median, of type 7; missing if nobody answered. */
    public abstract Measured<Rational> median();

    /** The distance of the quartiles, of type 7; missing if nobody answered. */
    public abstract Measured<Rational> spread();

    /** What the rule says. */
    public abstract ConsensusRule.Verdict verdict();

    /** The share of those who answered in both of the last two rounds and changed their answer; missing in the first. */
    public abstract Measured<Rational> changed();

    /** Whether few enough changed; false in the first round. */
    public abstract boolean isStable();

    /** Why, in words. */
    public abstract Explanation why();

    static Builder builder() {
        return new Builder();
    }

    /** Builds an item's standing; for {@link Delphi}. */
    static final class Builder extends ImmutablePanelItem.Builder {
        Builder() {}
    }
}
