package org.iltlib.analytics.alignment;

/** What Webb's method says of a criterion. */
public enum WebbVerdict {
    /** Met. */
    YES,
    /** Nearly met. */
    WEAK,
    /** Not met. */
    NO
}
