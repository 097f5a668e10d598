package org.iltlib.evidence.fitness;

/** What the scores of an assessment are used for: a closed list, so that no use goes unjudged by another name. */
public enum AssessmentUse {
    /** Planning the teaching of the next days or weeks. */
    PLAN_INSTRUCTION("plan instruction"),
    /** Finding who may need support, to look closer. */
    SCREEN("screen"),
    /** Finding what exactly a student has not learned. */
    DIAGNOSE("diagnose"),
    /** Forming groups that can change again soon. */
    GROUP_FOR_INSTRUCTION("group for instruction"),
    /** Seeing from check to check whether a student gets on. */
    MONITOR_PROGRESS("monitor progress"),
    /** Placing a student in a course, a program or a tier for long. */
    PLACE("place a student"),
    /** Passing, promoting, graduating or certifying a student. */
    CERTIFY("certify a student"),
    /** Judging whether a program or a practice worked. */
    EVALUATE_PROGRAM("evaluate a program"),
    /** Comparing schools or other large groups. */
    COMPARE_SCHOOLS("compare schools"),
    /**
     * Ranking teachers. Never supported here, whatever the figures: the scores tell of students (commonly told as the
     * warning of the American Statistical Association's statement on value-added models, 2014).
     */
    RANK_TEACHERS("rank teachers");

    private final String words;

    AssessmentUse(String words) {
        this.words = words;
    }

    /** Whether no figure can support it. */
    public boolean isNeverSupported() {
        return this == RANK_TEACHERS;
    }

    @Override
    public String toString() {
        return words;
    }
}
