package org.iltlib.learning.enacted;

import java.util.Locale;

/** What the minutes of a class went to. */
public enum TimeUse {
    /** A standard of the framework. */
    STANDARD,
    /** Something that the class or a student needs and no standard names. */
    CUSTOM,
    /** No instruction: waiting, announcements, a drill. */
    NON_INSTRUCTIONAL;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
