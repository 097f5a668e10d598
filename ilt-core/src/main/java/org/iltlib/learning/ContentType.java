package org.iltlib.learning;

/** What professional learning is about. */
public enum ContentType {
    /** How to teach, whatever the subject. */
    GENERAL_PEDAGOGY,
    /** The subject itself. */
    SUBJECT_CONTENT,
    /** How students come to understand the subject, and where they go astray. */
    SUBJECT_PEDAGOGY,
    /** Technology in class. */
    TECHNOLOGY,
    /** That every student is reached. */
    EQUITY
}
