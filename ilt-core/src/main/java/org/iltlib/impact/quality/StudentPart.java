package org.iltlib.impact.quality;

import java.util.Locale;

/** What students have a part in where learning centres on them. */
public enum StudentPart {
    /** They set goals, judge their work, and act on it. */
    AGENCY,
    /** They choose among tasks, ways or partners that matter. */
    CHOICE,
    /** What they say is heard and changes something. */
    VOICE;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
