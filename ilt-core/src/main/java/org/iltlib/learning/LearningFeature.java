package org.iltlib.learning;

/**
 * How professional learning is designed: the four of the six criteria in ESEA section 8101(42) that its design decides.
 * The other two, sustained and intensive, are counted from its sessions.
 */
public enum LearningFeature {
    /** Teachers learn with one another. */
    COLLABORATIVE,
    /** It happens in the work, with one's own classes. */
    JOB_EMBEDDED,
    /** It starts from data on what students or teachers need. */
    DATA_DRIVEN,
    /** It is about what happens in class. */
    CLASSROOM_FOCUSED
}
