package org.iltlib.decision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The days on which a school is in session: Monday to Friday, but for the days named. Deadlines in school days are
 * counted with it; the day from which one counts is not counted itself. Immutable.
 *
 * @param closed the weekdays without school: holidays, breaks, snow days
 */
public record SchoolDays(Set<LocalDate> closed) {
    /** The written form. */
    public static final Form<SchoolDays> FORM =
            Form.of("closed", Forms.setOf(Forms.DATE), SchoolDays::closed, SchoolDays::new);

    /** Every weekday is a school day. */
    public static final SchoolDays WEEKDAYS = new SchoolDays(Set.of());

    private static final int LONGEST = 10_000;

    /** Copies the days, in order. */
    public SchoolDays {
        closed = Collections.unmodifiableSet(new TreeSet<>(closed));
    }

    /** Whether school is in session on that day. */
    public boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(day);
    }

    /**
     * The day that many school days after the given one; the given one itself for zero. Linear in the days between.
     *
     * @throws IllegalArgumentException for a negative number or more than 10,000
     */
    public LocalDate after(LocalDate from, int schoolDays) {
        Checks.require(
                schoolDays >= 0 && schoolDays <= LONGEST, "schoolDays is %s. Expected 0 to %s.", schoolDays, LONGEST);
        LocalDate day = from;
        for (int left = schoolDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isSchoolDay(day) ? 1 : 0;
        }
        return day;
    }
}
