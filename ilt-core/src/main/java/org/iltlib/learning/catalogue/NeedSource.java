package org.iltlib.learning.catalogue;

/** From where one knows that teachers need something. */
public enum NeedSource {
    /** They say so themselves. */
    SELF_REPORT,
    /** Visits to classes show it, over some time. */
    OBSERVATION_TREND,
    /** The results of students point to it. */
    STUDENT_RESULTS,
    /** A new curriculum or tool demands it. */
    NEW_CURRICULUM
}
