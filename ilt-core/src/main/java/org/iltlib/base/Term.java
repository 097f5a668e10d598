package org.iltlib.base;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A stretch of days, both ends included: a semester, a marking period, or the time for which somebody holds a seat.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record Term(LocalDate first, LocalDate last) {
    /** The written form. */
    public static final Form<Term> FORM =
            Form.of("first", Forms.DATE, Term::first, "last", Forms.DATE, Term::last, Term::new);

    /** Checks the order. */
    public Term {
        Checks.require(
                !last.isBefore(first),
                "The term ends on %s, before it starts on %s. Maybe the two are swapped.",
                last,
                first);
    }

    /** The term from the first day to the last. */
    public static Term of(LocalDate first, LocalDate last) {
        return new Term(first, last);
    }

    /** The term that covers a whole school year. */
    public static Term of(SchoolYear year) {
        return new Term(year.firstDay(), year.lastDay());
    }

    /** Whether the day lies within. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether the two have a day in common. */
    public boolean overlaps(Term other) {
        return !other.last.isBefore(first) && !other.first.isAfter(last);
    }

    /** The number of days, both ends counted; at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
