package org.iltlib.evidence;

/** What an assessment is for. A result may be fit for one purpose and not for another. */
public enum AssessmentPurpose {
    /** A brief check of everybody, to see who may need support. */
    SCREENING("screening"),
    /** Finding out what exactly a student has not learned yet. */
    DIAGNOSTIC("diagnostic"),
    /** Steering the teaching of the next days. */
    FORMATIVE("formative"),
    /** Taking stock a few times a year. */
    INTERIM("interim"),
    /** Judging what was learned in a year or a course. */
    SUMMATIVE("summative");

    private final String words;

    AssessmentPurpose(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
