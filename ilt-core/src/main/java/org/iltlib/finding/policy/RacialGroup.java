package org.iltlib.finding.policy;

/** The seven racial and ethnic groups of 34 CFR 300.647(b)(2). */
public enum RacialGroup {
    /** Hispanic or Latino of any race. */
    HISPANIC_OR_LATINO("Hispanic/Latino of any race"),
    /** American Indian or Alaska Native. */
    AMERICAN_INDIAN_OR_ALASKA_NATIVE("American Indian or Alaska Native"),
    /** Asian. */
    ASIAN("Asian"),
    /** Black or African American. */
    BLACK_OR_AFRICAN_AMERICAN("Black or African American"),
    /** Native Hawaiian or other Pacific Islander. */
    NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER("Native Hawaiian or Other Pacific Islander"),
    /** White. */
    WHITE("White"),
    /** Two or more races. */
    TWO_OR_MORE_RACES("Two or more races");

    private final String words;

    RacialGroup(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
