package org.iltlib.analytics.coherence;

import java.util.Comparator;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * A standard at a level of cognitive demand.
 *
 * @param standard the standard
 * @param demand the level, 1 being the lowest; 0 where nobody rated it
 */
public record ContentCell(StandardId standard, int demand) implements Comparable<ContentCell> {
    private static final Comparator<ContentCell> ORDER =
            Comparator.comparing(ContentCell::standard).thenComparingInt(ContentCell::demand);

    /** Checks the level. */
    public ContentCell {
        Checks.notNegative(demand, "demand");
    }

    /** The standard, its demand not rated. */
    public static ContentCell of(StandardId standard) {
        return new ContentCell(standard, 0);
    }

    @Override
    public int compareTo(ContentCell other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code 6.RP.A.1 at 2}. */
    @Override
    public String toString() {
        return demand == 0 ? standard.toString() : standard + " at " + demand;
    }
}
