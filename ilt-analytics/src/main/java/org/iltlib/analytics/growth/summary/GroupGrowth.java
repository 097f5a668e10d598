package org.iltlib.analytics.growth.summary;

import org.iltlib.base.Measured;

/**
 * A group and its growth.
 *
 * @param name the group
 * @param reading what may be shown of it
 */
public record GroupGrowth(String name, Measured<GroupReading> reading) {
    /** Such as {@code Maple Grove: mean 53.10 [47.00, 59.20] percentile (n = 68), rank 3 to 9 of 12}. */
    @Override
    public String toString() {
        return name + ": " + reading;
    }
}
