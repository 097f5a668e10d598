package org.iltlib.choice.single;

/**
 * A promise that a rule keeps on every profile of strict complete ballots; a {@link PairwiseRule} by margins keeps those
 * up to {@link #REVERSAL} on tied and partial ballots as well, unlisted alternatives tied last. Winners are those that the rule itself leaves,
 * before any tie is broken; where an axiom has a weak and a strong form the text says which is meant. That a rule treats
 * voters alike (anonymity) and alternatives alike (neutrality) is part of {@link SingleWinnerRule} and not repeated here.
 */
public enum Axiom {
    /** One that every ballot puts first wins alone. */
    UNANIMITY,
    /** One that every ballot puts below some one other does not win: the strong form, it is not even tied. */
    PARETO,
    /** One that more than half put first wins alone. */
    MAJORITY,
    /** One that beats every other wins alone. */
    CONDORCET,
    /** Only members of the Smith set win. */
    SMITH,
    /** One that loses to every other in pairs does not win alone: the weak form, it may be among several. */
    CONDORCET_LOSER,
    /** Raising a winner on some ballots, the rest unchanged, leaves it a winner: the weak form, others may join it. */
    MONOTONICITY,
    /** Turning all ballots round takes the win from a sole winner, if there are at least two alternatives. */
    REVERSAL,
    /**
     * Putting copies beside an alternative, in any order among themselves on each ballot, changes no other's winning, and
     * one of them wins if and only if the one alternative did: the strong form, copies of winners included. T. N. Tideman
     * (1987).
     */
    CLONES,
    /** Some ballots more, with the sole winner on top, leave it a winner. */
    POSITIVE_INVOLVEMENT,
    /**
     * Some equal ballots more do not take the win from a sole winner to another sole winner that they put lower: nobody
     * does better to stay at home. The weak form: results with ties are not compared.
     */
    PARTICIPATION,
    /** If some win in each of two separate groups of voters, they win in both together: the weak form, others may too. */
    CONSISTENCY
}
