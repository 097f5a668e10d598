package org.iltlib.analytics.achievement.peer;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;

/**
 * What a school is given and cannot choose: students' poverty, mobility, enrolment, funds. Not what it achieves, which is
 * a {@link SchoolOutcome}.
 *
 * @param school the school
 * @param values the inputs, in the order of the search's names; finite
 */
public record SchoolInputs(OrgUnitId school, List<Double> values) {
    /** Copies the values and checks them. */
    public SchoolInputs {
        values = List.copyOf(values);
        values.forEach(value -> Checks.finite(value, "input"));
    }
}
