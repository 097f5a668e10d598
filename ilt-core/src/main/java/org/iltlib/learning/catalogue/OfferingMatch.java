package org.iltlib.learning.catalogue;

import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;

/**
 * An offering that fits a need.
 *
 * @param learning the offering
 * @param points how well it fits, above zero
 * @param explanation the points one by one
 */
public record OfferingMatch(EntryId learning, int points, Explanation explanation) {
    /** Checks the points. */
    public OfferingMatch {
        Checks.positive(points, "points");
    }
}
