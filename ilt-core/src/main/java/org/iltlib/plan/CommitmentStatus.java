package org.iltlib.plan;

/** What an update says of a commitment. Late is not among them: it follows from the days. */
public enum CommitmentStatus {
    /** Work is under way. */
    IN_PROGRESS,
    /** It is done. */
    DONE,
    /** It will not be done. */
    CANCELLED
}
