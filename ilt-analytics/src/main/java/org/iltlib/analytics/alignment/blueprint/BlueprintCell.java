package org.iltlib.analytics.alignment.blueprint;

import org.iltlib.analytics.alignment.Ratio;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * A line of a blueprint: so much of the assessment is to ask for that topic at that level.
 *
 * @param topic a standard or a heading of the framework; everything below it belongs to it
 * @param demand the place of the level on the scale, 1 being the first
 * @param weight points or percent, above zero
 */
public record BlueprintCell(StandardId topic, int demand, Ratio weight) {
    /** Checks the weight. */
    public BlueprintCell {
        Checks.positive(demand, "demand");
        Checks.require(
                weight.numerator().signum() > 0,
                "The weight of \"%s\" at level %s is %s. Expected more than zero. Maybe leave the line out.",
                topic,
                demand,
                weight);
    }
}
