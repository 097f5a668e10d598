package org.iltlib.evidence;

import java.util.Locale;

/** Why a new phase of a series begins. */
public enum PhaseCause {
    /** The student gets something else, more, or less: what came before says nothing of it. */
    SUPPORT,
    /** The goal was raised or lowered; the support goes on. */
    GOAL,
    /** Another test or another scale: scores before and after cannot be compared, and no line may be drawn across. */
    INSTRUMENT;

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
