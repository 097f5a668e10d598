package org.iltlib.analytics.simulation;

import java.util.Locale;
import org.iltlib.base.Checks;

/**
 * Something that was tried in a simulated district, with the truth about it: in the schools that took part every
 * student's gain is larger by so many points in each year from the first on.
 *
 * @param points what it adds to a year's gain; 0 for something without any effect
 * @param share the share of schools that take part, rounded to whole schools, at least one and never all
 * @param fromYear the first year in which it adds anything, counted from 0
 * @param choice how the schools were chosen
 */
public record PlantedEffect(double points, double share, int fromYear, Choice choice) {
    /** How the schools that take part are chosen. */
    public enum Choice {
        /** By lot. */
        BY_LOT,
        /** Those whose students bring least with them: a comparison of raw means is then unfair. */
        BY_NEED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Checks the numbers. */
    public PlantedEffect {
        Checks.finite(points, "points");
        Checks.require(share > 0 && share < 1, "share is %s. Expected between 0 and 1, both excluded.", share);
        Checks.require(fromYear >= 0, "fromYear is %s. Expected 0 or more.", fromYear);
    }

    /** By lot in half of the schools, from that year on. */
    public static PlantedEffect byLot(double points, int fromYear) {
        return new PlantedEffect(points, 0.5, fromYear, Choice.BY_LOT);
    }

    /** In the half of the schools whose students bring least with them, from that year on. */
    public static PlantedEffect byNeed(double points, int fromYear) {
        return new PlantedEffect(points, 0.5, fromYear, Choice.BY_NEED);
    }
}
