package org.iltlib.analytics.alignment.progression;

import java.util.Comparator;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.curriculum.StandardId;
import org.immutables.value.Value;

/** A standard as a unit of a course teaches it, with the school days. Ordered by grade, then by first day. Immutable. */
@Value.Immutable
public abstract class Teaching {
    /** By grade and first day; what is equal in both is equal in order. */
    public static final Comparator<Teaching> BY_TIME =
            Comparator.comparing(Teaching::grade).thenComparingInt(Teaching::firstDay);

    Teaching() {}

    /** The standard. */
    public abstract StandardId standard();

    /** The course, by title. */
    public abstract String course();

    /** The subject of the course. */
    public abstract String subject();

    /** The unit, by title. */
    public abstract String unit();

    /** The grade of the course. */
    public abstract GradeLevel grade();

    /** The first school day of the unit, counted from 1 at the start of the course. */
    public abstract int firstDay();

    /** The last school day of the unit. */
    public abstract int lastDay();

    /** Checks the days. */
    @Value.Check
    void check() {
        Checks.positive(firstDay(), "firstDay");
        Checks.require(
                lastDay() >= firstDay(),
                "unit \"%s\" goes from day %s to %s. Maybe the two are swapped.",
                unit(),
                firstDay(),
                lastDay());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Such as {@code 1.OA.A.1 in grade 1, days 1 to 12}. */
    @Override
    public String toString() {
        return standard() + " in " + grade() + ", days " + firstDay() + " to " + lastDay();
    }

    /** Builds a teaching; everything must be set. */
    public static final class Builder extends ImmutableTeaching.Builder {
        Builder() {}
    }
}
