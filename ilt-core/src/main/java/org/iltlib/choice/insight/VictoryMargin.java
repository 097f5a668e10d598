package org.iltlib.choice.insight;

import org.iltlib.base.Checks;

/**
 * The fewest ballots that would have to be different for somebody other than the sole winner to win, tied wins included;
 * 0 if the rule leaves several winners. Immutable.
 *
 * @param atLeast no fewer ballots are enough
 * @param atMost so many ballots are enough
 * @param how how the two numbers were found, in words
 */
public record VictoryMargin(long atLeast, long atMost, String how) {
    /** Checks the order. */
    public VictoryMargin {
        Checks.notNegative(atLeast, "atLeast");
        Checks.require(atLeast <= atMost, "atLeast is %s, and atMost is %s.", atLeast, atMost);
        Checks.text(how, "how");
    }

    /** Whether both are the same. */
    public boolean isExact() {
        return atLeast == atMost;
    }

    /** Such as {@code 3 ballots} or {@code 3 to 5 ballots}. */
    @Override
    public String toString() {
        return (isExact() ? String.valueOf(atLeast) : atLeast + " to " + atMost)
                + (atMost == 1 ? " ballot" : " ballots");
    }
}
