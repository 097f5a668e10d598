package org.iltlib.learning.practice;

/**
 * What somebody does with a practice, from nothing to renewing it: the Levels of Use of the Concerns-Based Adoption
 * Model (Hall, Loucks, Rutherford and Newlove 1975), in our own words.
 */
public enum LevelOfUse {
    /** Does nothing with it and does not intend to. */
    NON_USE("0"),
    /** Looks into it. */
    ORIENTATION("I"),
    /** Gets ready for the first time. */
    PREPARATION("II"),
    /** Gets through it day by day; it is still hard. */
    MECHANICAL("III"),
    /** Does it steadily, with few changes. */
    ROUTINE("IVA"),
    /** Changes it for the good of students. */
    REFINEMENT("IVB"),
    /** Joins with colleagues in changing it. */
    INTEGRATION("V"),
    /** Looks for something that does the same better. */
    RENEWAL("VI");

    private final String numeral;

    LevelOfUse(String numeral) {
        this.numeral = numeral;
    }

    /** Whether it is done at all: mechanical use and all above. */
    public boolean isUse() {
        return compareTo(MECHANICAL) >= 0;
    }

    /** The numeral: {@code 0}, {@code I} … {@code IVA}, {@code IVB} … {@code VI}. */
    @Override
    public String toString() {
        return numeral;
    }
}
