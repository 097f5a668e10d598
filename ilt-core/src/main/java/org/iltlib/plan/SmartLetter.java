package org.iltlib.plan;

/** A letter of SMART. */
public enum SmartLetter {
    /** Says of whom, in which subject. */
    SPECIFIC,
    /** Names the measure, its unit, and where things stand today. */
    MEASURABLE,
    /** The target lies beyond the baseline, yet within what has been seen. */
    ACHIEVABLE,
    /** Answers a documented need. */
    RELEVANT,
    /** Has a day after the day on which it is set. */
    TIME_BOUND
}
