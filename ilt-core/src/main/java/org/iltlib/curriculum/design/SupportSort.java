package org.iltlib.curriculum.design;

import java.util.Locale;

/** What a support of a unit is about. */
public enum SupportSort {
    /** Learning while learning the language: word banks, sentence frames, the home language. */
    LANGUAGE,
    /** Reaching the same goal by another way: universal design for learning, assistive technology. */
    ACCESSIBILITY,
    /** Going further than the unit asks. */
    EXTENSION;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
