package org.iltlib.evidence.fitness;

/** What can be known of the quality of an assessment as a number, and which way is better. */
public enum QualityAspect {
    /** Reliability of the scores, 0 to 1: alpha, omega, an alternate form. */
    RELIABILITY("reliability", true),
    /** The standard error of measurement over the standard deviation of the scores. */
    STANDARD_ERROR("standard error in standard deviations", false),
    /** The share of students who would be classified alike by a second form, 0 to 1. */
    CLASSIFICATION_CONSISTENCY("classification consistency", true),
    /** How many items show large differential functioning (class C) for some group. */
    LARGE_DIF_ITEMS("items with large differential functioning", false),
    /** The share of the standards or concepts meant that the items cover as meant, 0 to 1. */
    ALIGNMENT("alignment", true),
    /** Agreement of raters beyond chance, at most 1; where answers are rated. */
    RATER_AGREEMENT("rater agreement", true),
    /** The reported over the expected students, 0 to 1. */
    COVERAGE("coverage", true),
    /** The largest difference of means between modes or with accommodations, in standard deviations. */
    MODE_EFFECT("mode or accommodation effect", false);

    private final String words;
    private final boolean higherIsBetter;

    QualityAspect(String words, boolean higherIsBetter) {
        this.words = words;
        this.higherIsBetter = higherIsBetter;
    }

    /** Whether more of it is better; otherwise less. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    @Override
    public String toString() {
        return words;
    }
}
