package org.iltlib.analytics.review;

import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;

/**
 * Which share of a group can use technology.
 *
 * @param group the group
 * @param withDevice the share that has a device, exactly
 * @param connected the share that has a connection at home that will do, exactly
 */
public record AccessShares(String group, Measured<Fraction> withDevice, Measured<Fraction> connected) {
    /** Checks the group. */
    public AccessShares {
        Checks.id(group, "group");
    }
}
