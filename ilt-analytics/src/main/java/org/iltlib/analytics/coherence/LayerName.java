package org.iltlib.analytics.coherence;

import java.util.Locale;

/** One of the five curricula, from the state's paper to the student. */
public enum LayerName {
    /** What the framework asks for. */
    INTENDED,
    /** What the course plans. */
    WRITTEN,
    /** What classes were taught. */
    ENACTED,
    /** What tests ask for. */
    ASSESSED,
    /** What students show. */
    ATTAINED;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
