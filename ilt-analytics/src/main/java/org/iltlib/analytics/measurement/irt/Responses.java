package org.iltlib.analytics.measurement.irt;

import java.util.List;
import org.iltlib.analytics.internal.HiddenAbility;

/** What a fit asks of the responses of one group of students. */
public sealed interface Responses permits ResponsePatterns, RaschCounts {
    /** The names of the items, in order. */
    List<String> itemNames();

    /** The number of students with at least one response. */
    long students();

    /** The most points that anybody earned on an item; 0 if nobody has a response. */
    int largest(int item);

    /**
     * The number of students who earned that many points on an item.
     *
     * @throws IllegalArgumentException if there is no such item
     */
    long count(int item, int points);

    /** The sums that a fit needs, with the items at other places; those at a place below zero are left out. */
    HiddenAbility at(Places places);

    /**
     * Where the items of a group stand among all that are estimated.
     *
     * @param place of each item of the group, or below zero
     * @param categories of each item that is estimated
     * @param nodes the abilities
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Places(int[] place, int[] categories, double[] nodes) {
        int stride() {
            return (nodes.length + 7) & ~7;
        }
    }
}
