package org.iltlib.analytics.alignment;

import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.immutables.value.Value;

/** How many of the assignments that a group of students got were on the level of their grade. Immutable. */
@Value.Immutable
public abstract class AssignmentCount {
    AssignmentCount() {}

    /** The group. */
    public abstract String group();

    /** The grade of the students. */
    public abstract GradeLevel grade();

    /** How many students the group has in the grade. */
    public abstract long students();

    /** How many assignments they got, each counted once for each student. */
    public abstract long assignments();

    /** How many of them were on grade level. */
    public abstract long onGrade();

    /** Checks the counts. */
    @Value.Check
    void check() {
        Checks.text(group(), "group");
        Checks.notNegative(students(), "students");
        Checks.notNegative(assignments(), "assignments");
        Checks.require(
                onGrade() >= 0 && onGrade() <= assignments(),
                "%s of %s assignments are on grade level. Expected no more than there are. Maybe the two are swapped.",
                onGrade(),
                assignments());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a count; everything must be set. */
    public static final class Builder extends ImmutableAssignmentCount.Builder {
        Builder() {}
    }
}
