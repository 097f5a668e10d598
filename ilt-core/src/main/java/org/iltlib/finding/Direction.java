package org.iltlib.finding;

/** Which way is better. */
public enum Direction {
    /** More is better: scores, attendance. */
    HIGHER_IS_BETTER,
    /** Less is better: days missed, referrals. */
    LOWER_IS_BETTER,
    /** Neither is better in itself: the size of a group. */
    NEITHER
}
