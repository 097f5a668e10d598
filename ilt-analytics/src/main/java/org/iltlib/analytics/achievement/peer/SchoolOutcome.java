package org.iltlib.analytics.achievement.peer;

import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;

/**
 * What a school achieved: a mean, a growth, a rate. Never an input of the search for peers.
 *
 * @param school the school
 * @param value the number, finite
 */
public record SchoolOutcome(OrgUnitId school, double value) {
    /** Checks the number. */
    public SchoolOutcome {
        Checks.finite(value, "value");
    }
}
