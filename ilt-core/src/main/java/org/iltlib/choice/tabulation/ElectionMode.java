package org.iltlib.choice.tabulation;

/** How rounds lead to those who are elected. */
public enum ElectionMode {
    /** One seat: whoever reaches the threshold; until then the lowest leaves. */
    MAJORITY,
    /** Several seats: all who reach the threshold in a round are elected, and what they hold beyond it is passed on. */
    SEVERAL_A_ROUND,
    /** As {@link #SEVERAL_A_ROUND}, but only the highest of them in each round. */
    ONE_A_ROUND,
    /** The lowest leave until as many are left as there are seats. */
    BOTTOMS_UP,
    /**
     * The lowest leave until all who are left hold a share of the ballots that still count, seats not mattering.
     * Where the threshold of the first round is kept, that may be nobody.
     */
    BOTTOMS_UP_TO_SHARE,
    /** {@link #MAJORITY} once for each seat, each time without those elected before. Not proportional. */
    PASSES
}
