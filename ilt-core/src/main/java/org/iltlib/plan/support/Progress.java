package org.iltlib.plan.support;

/** What a progress rule said of a student's values: by whichever rule, with its own error rates. */
public enum Progress {
    /** Faster than needed. */
    FASTER,
    /** As needed. */
    ON_THE_WAY,
    /** Slower than needed. */
    TOO_SLOW,
    /** There are too few values to say. */
    NOT_KNOWN
}
