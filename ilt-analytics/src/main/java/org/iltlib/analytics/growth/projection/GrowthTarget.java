package org.iltlib.analytics.growth.projection;

import org.iltlib.base.Checks;

/**
 * The pace of growth that a goal takes.
 *
 * @param percentile 1 to 99, each year
 * @param year the year in which the goal is met, from 1
 * @param reached whether any pace meets it; if not, the percentile is 99
 */
public record GrowthTarget(int percentile, int year, boolean reached) {
    /** Checks the numbers. */
    public GrowthTarget {
        Checks.require(percentile >= 1 && percentile <= 99, "percentile is %s. Expected 1 to 99.", percentile);
        Checks.positive(year, "year");
    }

    /** In words. */
    @Override
    public String toString() {
        String years = year == 1 ? "1 year" : year + " years";
        return reached ? "percentile " + percentile + " for " + years : "out of reach in " + years;
    }
}
