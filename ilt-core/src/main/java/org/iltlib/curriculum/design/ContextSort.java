package org.iltlib.curriculum.design;

import java.util.Locale;

/** What a unit is tied to outside of the classroom. */
public enum ContextSort {
    /** The place and its people. */
    COMMUNITY,
    /** A kind of work. */
    CAREER,
    /** A course of study or career pathway that comes later. */
    PATHWAY,
    /** A public question. */
    CIVIC,
    /** Students' own lives, languages and histories. */
    CULTURE;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
