package org.iltlib.choice.insight;

/** What may look wrong in a count, shown on the ballots themselves. */
public enum Paradox {
    /** One that beats every other in pairs does not win. */
    CONDORCET_WINNER_LOST,
    /** One that loses to every other in pairs wins, alone or tied. */
    CONDORCET_LOSER_WON,
    /** Some ballots rank a winner higher, nothing else changes, and it no longer wins. */
    MONOTONICITY,
    /** Some voters with equal ballots stay at home, and the new sole winner is better for them than the old one. */
    NO_SHOW,
    /** All ballots are turned round, and the sole winner still wins. */
    REVERSAL,
    /** An alternative has a copy beside it on every ballot, and somebody else wins. */
    CLONES
}
