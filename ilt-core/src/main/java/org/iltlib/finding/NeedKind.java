package org.iltlib.finding;

/** Whose need it is; a decision rests on both. */
public enum NeedKind {
    /** What students have not learned yet, or lack to learn it. */
    STUDENT,
    /** What teachers need in order to teach it. */
    TEACHER
}
