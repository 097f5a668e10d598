package org.iltlib.team;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.people.OrgUnit;

/**
 * What composition rules may ask about a school.
 *
 * @param units its grades and departments (and any other unit, which rules on other levels leave alone)
 * @param figures named figures such as {@code enrolment} or {@code minorityEnrolmentShare}; finite
 * @param meetings the meetings held so far, for rules on attendance
 */
public record SchoolFacts(List<OrgUnit> units, Map<String, Double> figures, List<Meeting> meetings) {

    /** Checks that figures are finite, and copies all three. */
    public SchoolFacts {
        units = List.copyOf(units);
        figures.forEach((name, value) -> Checks.finite(value, name));
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        meetings = List.copyOf(meetings);
    }

    /** Nothing known. Rules that ask for more are then not checked, and say so. */
    public static SchoolFacts none() {
        return new SchoolFacts(List.of(), Map.of(), List.of());
    }

    /** A copy with these units. */
    public SchoolFacts withUnits(List<OrgUnit> newUnits) {
        return new SchoolFacts(newUnits, figures, meetings);
    }

    /** A copy with that figure as well. */
    public SchoolFacts withFigure(String name, double value) {
        Map<String, Double> more = new TreeMap<>(figures);
        more.put(name, value);
        return new SchoolFacts(units, more, meetings);
    }

    /** A copy with these meetings. */
    public SchoolFacts withMeetings(List<Meeting> newMeetings) {
        return new SchoolFacts(units, figures, newMeetings);
    }
}
