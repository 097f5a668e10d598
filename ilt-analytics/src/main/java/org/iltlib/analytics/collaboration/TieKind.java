package org.iltlib.analytics.collaboration;

/** From where it is known that two people work together. */
public enum TieKind {
    /** They sit on a team. */
    TEAM,
    /** One coaches the other. */
    COACHING,
    /** One mentors the other. */
    MENTORING,
    /** One visited the other's class. */
    PEER_VISIT,
    /** They planned together. */
    PLANNING
}
