package org.iltlib.choice.single;

/** A promise that a rule keeps on every profile of strict complete ballots. */
public enum Axiom {
    /** One that more than half put first wins alone. */
    MAJORITY,
    /** One that beats every other wins alone. */
    CONDORCET,
    /** Only members of the Smith set win. */
    SMITH,
    /** One that loses to every other in pairs does not win alone. */
    CONDORCET_LOSER,
    /** Raising a winner on some ballots, the rest unchanged, leaves it a winner. */
    MONOTONICITY,
    /** Turning all ballots round takes the win from a sole winner, if there are at least two alternatives. */
    REVERSAL,
    /** Putting a copy next to an alternative that does not win changes no other's winning. */
    CLONES,
    /** A ballot more, with the sole winner on top, leaves it a winner. */
    POSITIVE_INVOLVEMENT,
    /** If one alternative wins in two separate groups of voters, it wins in both together. */
    CONSISTENCY
}
