package org.iltlib.curriculum.design;

import java.util.Locale;

/** What a review of a course came to. */
public enum ReviewResult {
    /** It is good as it is. */
    STANDS,
    /** It is to be revised. */
    TO_BE_REVISED,
    /** It is to be taken out of use. */
    TO_BE_RETIRED;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
