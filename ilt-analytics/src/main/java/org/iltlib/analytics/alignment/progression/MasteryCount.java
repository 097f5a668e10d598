package org.iltlib.analytics.alignment.progression;

import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * How many of the incoming students have mastered a standard.
 *
 * @param standard the standard
 * @param mastered how many have
 * @param assessed of how many one knows
 */
public record MasteryCount(StandardId standard, long mastered, long assessed) {
    /** Checks the counts. */
    public MasteryCount {
        Checks.require(
                mastered >= 0 && mastered <= assessed,
                "standard \"%s\" is mastered by %s of %s students. Expected no more than there are.",
                standard,
                mastered,
                assessed);
    }
}
