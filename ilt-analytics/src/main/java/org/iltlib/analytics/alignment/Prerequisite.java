package org.iltlib.analytics.alignment;

import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * One step of a progression: what is needed before what.
 *
 * @param before the standard that is needed
 * @param after the standard that needs it; another one
 */
public record Prerequisite(StandardId before, StandardId after) {
    /** Checks that the two differ. */
    public Prerequisite {
        Checks.require(
                !before.equals(after), "standard \"%s\" is its own prerequisite. Expected two standards.", before);
    }

    /** Such as {@code 1.OA.A.1 > 2.OA.A.1}. */
    @Override
    public String toString() {
        return before + " > " + after;
    }
}
