package org.iltlib.evidence.population;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.OrgUnitId;
import org.immutables.value.Value;

/** That a student belonged to a unit and a grade from one day to another. Bulk data: never recorded. Immutable. */
@Value.Immutable
public abstract class Enrolment {
    Enrolment() {}

    /** The pseudonymous id, as in the tables of results. */
    public abstract String student();

    /** The school, or other unit. */
    public abstract OrgUnitId unit();

    /** The grade. */
    public abstract GradeLevel grade();

    /** The first day. */
    public abstract LocalDate firstDay();

    /** The last day; absent while it goes on. */
    public abstract Optional<LocalDate> lastDay();

    /** The student's groups: {@code language -> learner}. */
    public abstract Map<String, String> groups();

    /** Checks the student, the days and the groups. */
    @Value.Check
    void check() {
        Checks.text(student(), "student");
        lastDay()
                .ifPresent(last -> Checks.require(
                        !last.isBefore(firstDay()),
                        "lastDay is %s, before firstDay, %s. Maybe the two are swapped.",
                        last,
                        firstDay()));
        groups().forEach((by, label) -> {
            Checks.text(by, "group");
            Checks.text(label, "label of \"" + by + "\"");
        });
    }

    /** Whether the student was enrolled on that day; the first and the last day count. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay()) && lastDay().filter(day::isAfter).isEmpty();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Unit and grade; never the student. */
    @Override
    public String toString() {
        return "a student of " + unit() + ", " + grade();
    }

    /** Builds an enrolment; student, unit, grade and first day must be set. */
    public static final class Builder extends ImmutableEnrolment.Builder {
        Builder() {}
    }
}
