package org.iltlib.analytics.suggestion.learned;

import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * A reply and what was foretold of it.
 *
 * @param standard the standard that was judged
 * @param score the higher, the more likely acceptance was held to be; finite
 * @param accepted what the person said
 */
public record Foretold(StandardId standard, double score, boolean accepted) {
    /** Checks the score. */
    public Foretold {
        Checks.finite(score, "score");
    }
}
