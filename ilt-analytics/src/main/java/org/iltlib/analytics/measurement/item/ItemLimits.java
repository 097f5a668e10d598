package org.iltlib.analytics.measurement.item;

import org.iltlib.base.Checks;

/**
 * From where an item is worth a look. The defaults are ours, near the rules of thumb in textbooks of testing; a test for
 * placement has other needs than one for mastery, in which easy items are meant.
 *
 * @param hardBelow difficulty below which an item is very hard; 0.2 by default, what guessing among five gives
 * @param easyAbove difficulty above which an item is very easy; 0.95 by default
 * @param weakBelow item–rest correlation below which discrimination is weak; 0.15 by default
 */
public record ItemLimits(double hardBelow, double easyAbove, double weakBelow) {
    /** Checks that they are shares in order. */
    public ItemLimits {
        Checks.share(hardBelow, "hardBelow");
        Checks.share(easyAbove, "easyAbove");
        Checks.share(weakBelow, "weakBelow");
        Checks.require(hardBelow < easyAbove, "hardBelow is %s. Expected less than %s.", hardBelow, easyAbove);
    }

    /** The defaults. */
    public static ItemLimits withDefaults() {
        return new ItemLimits(0.2, 0.95, 0.15);
    }
}
