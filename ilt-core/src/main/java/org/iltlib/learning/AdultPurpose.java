package org.iltlib.learning;

/** What data on adults may be used for. */
public enum AdultPurpose {
    /** To help the person grow. */
    GROWTH,
    /** To judge the person's work. */
    EVALUATION,
    /** To learn something of people in general. */
    RESEARCH,
    /** To account to a district or state. */
    REPORTING
}
