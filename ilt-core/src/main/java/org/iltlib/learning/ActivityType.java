package org.iltlib.learning;

/** A sort of professional learning. */
public enum ActivityType {
    /** A workshop. */
    WORKSHOP,
    /** A seminar. */
    SEMINAR,
    /** Coaching. */
    COACHING,
    /** Teachers visit one another's lessons. */
    PEER_OBSERVATION,
    /** Teachers plan, teach and study a lesson together. */
    LESSON_STUDY,
    /** A group that studies together. */
    STUDY_GROUP,
    /** A course. */
    COURSE
}
