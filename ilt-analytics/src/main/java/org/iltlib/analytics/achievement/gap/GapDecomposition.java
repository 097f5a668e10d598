package org.iltlib.analytics.achievement.gap;

import java.util.Map;
import java.util.SortedMap;
import org.iltlib.analytics.achievement.composition.Composition;
import org.iltlib.analytics.achievement.composition.CompositionResult;
import org.iltlib.analytics.achievement.composition.GroupTotal;
import org.iltlib.choice.Rational;

/**
 * A gap, taken apart into what lies within schools (the two groups of one school differ) and between them (the groups go
 * to different schools). Exact: the parts sum to the gap. Immutable.
 *
 * <p>Within: Σ over schools of the mean of the two groups' shares times the difference of their means. Between: Σ of the
 * difference of shares times the mean of the two means. It is {@link Composition} with the reference for before and the
 * group for after. A school with one of the groups alone counts as between.
 *
 * @param parts the reference and the group, taken apart by school
 */
public record GapDecomposition(CompositionResult parts) {
    /**
     * The gap, group less reference.
     *
     * @param group the group by school
     * @param reference the reference by school
     * @throws IllegalArgumentException if either has nobody
     */
    public static GapDecomposition of(Map<String, GroupTotal> group, Map<String, GroupTotal> reference) {
        return new GapDecomposition(Composition.withDefaults().of(reference, group));
    }

    /** The gap: mean of the group less that of the reference. */
    public Rational gap() {
        return parts.change();
    }

    /** The part within schools. */
    public Rational within() {
        return parts.within();
    }

    /** The part between schools. */
    public Rational between() {
        return parts.composition();
    }

    /** What each school adds to the part within. */
    public SortedMap<String, Rational> withinBySchool() {
        return parts.withinByGroup();
    }
}
