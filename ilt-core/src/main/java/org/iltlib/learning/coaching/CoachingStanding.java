package org.iltlib.learning.coaching;

/** Whether the next contact of a cycle is in time. */
public enum CoachingStanding {
    /** It is not due yet. */
    ON_TRACK,
    /** It is due within a few days. */
    DUE_SOON,
    /** It should have taken place. */
    OVERDUE,
    /** The cycle is over. */
    ENDED
}
