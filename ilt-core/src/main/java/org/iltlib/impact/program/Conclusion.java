package org.iltlib.impact.program;

import java.util.Locale;

/** What becomes of a program. */
public enum Conclusion {
    /** It goes on. */
    KEEP,
    /** It goes on, better carried out or for less. */
    IMPROVE,
    /** It goes on where it is, with a comparison, until more is known. */
    PILOT_FURTHER,
    /** It ends. */
    STOP;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
