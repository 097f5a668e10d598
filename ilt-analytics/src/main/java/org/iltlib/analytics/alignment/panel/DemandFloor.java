package org.iltlib.analytics.alignment.panel;

import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Minimum;

/**
 * How demanding the tasks of a grade must be at least: so many of them at that level or above.
 *
 * @param grade the grade
 * @param level the place of the level on the scale, 1 being the lowest
 * @param share how many of the tasks; at least it, or more than it
 */
public record DemandFloor(GradeLevel grade, int level, Minimum share) {
    /** Checks the level. */
    public DemandFloor {
        Checks.positive(level, "level");
    }
}
