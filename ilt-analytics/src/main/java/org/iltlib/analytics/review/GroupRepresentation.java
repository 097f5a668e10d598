package org.iltlib.analytics.review;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;

/**
 * How often a group is met in materials, beside its share among students.
 *
 * @param group the group
 * @param met how many of those tallied belong to it
 * @param ratio its share among those tallied, divided by its share among students: 1 is as often, 0.5 half as often; with
 *     the number tallied as n, and withheld for a small group of students
 */
public record GroupRepresentation(String group, int met, Measured<Estimate> ratio) {
    /** Checks group and number. */
    public GroupRepresentation {
        Checks.id(group, "group");
        Checks.notNegative(met, "met");
    }
}
