package org.iltlib.finding.policy;

/** The fourteen things of 34 CFR 300.647(b)(3) and (4) that may happen to one group more often than to others. */
public enum DisproportionCategory {
    /** Identified as a child with a disability. */
    ANY_DISABILITY("identified: any disability"),
    /** Identified with an intellectual disability. */
    INTELLECTUAL_DISABILITY("identified: intellectual disability"),
    /** Identified with a specific learning disability. */
    SPECIFIC_LEARNING_DISABILITY("identified: specific learning disability"),
    /** Identified with an emotional disturbance. */
    EMOTIONAL_DISTURBANCE("identified: emotional disturbance"),
    /** Identified with a speech or language impairment. */
    SPEECH_OR_LANGUAGE_IMPAIRMENT("identified: speech or language impairment"),
    /** Identified with another health impairment. */
    OTHER_HEALTH_IMPAIRMENT("identified: other health impairment"),
    /** Identified with autism. */
    AUTISM("identified: autism"),
    /** Inside a regular class for less than 40 percent of the day. */
    REGULAR_CLASS_BELOW_40_PERCENT("placed: in a regular class below 40 % of the day"),
    /** In separate schools and residential facilities. */
    SEPARATE_SCHOOL("placed: separate schools and residential facilities"),
    /** Suspended out of school or expelled for ten days or fewer. */
    OUT_OF_SCHOOL_UP_TO_10_DAYS("removed: out of school, 10 days or fewer"),
    /** Suspended out of school or expelled for more than ten days. */
    OUT_OF_SCHOOL_OVER_10_DAYS("removed: out of school, more than 10 days"),
    /** Suspended in school for ten days or fewer. */
    IN_SCHOOL_UP_TO_10_DAYS("removed: in school, 10 days or fewer"),
    /** Suspended in school for more than ten days. */
    IN_SCHOOL_OVER_10_DAYS("removed: in school, more than 10 days"),
    /** All disciplinary removals. */
    TOTAL_REMOVALS("removed: disciplinary removals in total");

    private final String words;

    DisproportionCategory(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
