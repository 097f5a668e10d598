package org.iltlib.plan.support;

/**
 * What kind of support it is. The list is short on purpose: free lists fill with types that nobody uses. What exactly is
 * done is told in words by the intervention.
 */
public enum SupportType {
    /** Teaching in a small group. */
    SMALL_GROUP,
    /** Teaching one by one. */
    TUTORING,
    /** A daily or weekly word with an adult. */
    CHECK_IN,
    /** Counselling. */
    COUNSELLING,
    /** Support in the language of instruction. */
    LANGUAGE,
    /** Support to come to school. */
    ATTENDANCE,
    /** More than the class offers. */
    ENRICHMENT
}
