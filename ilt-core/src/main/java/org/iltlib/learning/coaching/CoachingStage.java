package org.iltlib.learning.coaching;

/** What a contact of coaching was for, in the order in which a cycle goes through them. */
public enum CoachingStage {
    /** To agree on a goal. */
    GOAL,
    /** To learn how it is done. */
    LEARN,
    /** To practise together. */
    PRACTISE,
    /** To be seen in class. */
    OBSERVE,
    /** To talk about what was seen. */
    FEEDBACK,
    /** To look whether the step has become a habit. */
    CHECK_BACK
}
