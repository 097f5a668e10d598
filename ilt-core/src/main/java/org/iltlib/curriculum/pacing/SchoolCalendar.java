package org.iltlib.curriculum.pacing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.base.Term;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The days of instruction of a school or district: Mondays to Fridays of a term without the closed days, and the extra
 * days that fall on a weekend. Immutable. The days are listed once, in time linear in the term; questions on one day are
 * then logarithmic.
 */
@Value.Immutable
public abstract class SchoolCalendar implements Recordable {
    /** The written form. */
    public static final Form<SchoolCalendar> FORM = Form.<SchoolCalendar, Builder>built(
                    SchoolCalendar::builder, Builder::build)
            .field("id", EntryId.FORM, SchoolCalendar::id, Builder::id)
            .field("unit", OrgUnitId.FORM, SchoolCalendar::unit, Builder::unit)
            .field("term", Term.FORM, SchoolCalendar::term, Builder::term)
            .set("closed", Forms.DATE, SchoolCalendar::closed, Builder::addAllClosed)
            .set("extra", Forms.DATE, SchoolCalendar::extra, Builder::addAllExtra);

    /** The kind of entry. */
    public static final Kind<SchoolCalendar> KIND = Kind.of("school-calendar", 1, SchoolCalendar.class, FORM);

    SchoolCalendar() {}

    @Override
    public abstract EntryId id();

    /** The school or district. */
    public abstract OrgUnitId unit();

    /** From the first day to the last. */
    public abstract Term term();

    /** The days without instruction that are not on a weekend: holidays, days for teachers' own learning, storms. */
    @Value.NaturalOrder
    public abstract SortedSet<LocalDate> closed();

    /** The days of a weekend with instruction. */
    @Value.NaturalOrder
    public abstract SortedSet<LocalDate> extra();

    /** Checks that closed and extra days lie in the term and are what they say. */
    @Value.Check
    void check() {
        for (LocalDate day : closed()) {
            requireInTerm(day);
            Checks.require(!isWeekend(day), "%s is closed, and a weekend anyway. Maybe leave it out.", day);
        }
        for (LocalDate day : extra()) {
            requireInTerm(day);
            Checks.require(isWeekend(day), "%s is an extra day, but no weekend. Maybe leave it out.", day);
        }
    }

    private void requireInTerm(LocalDate day) {
        Checks.require(term().contains(day), "%s is outside of the term. Expected a day in %s.", day, term());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The days of instruction in order; the first has number 1. */
    @Value.Lazy
    public List<LocalDate> days() {
        return term().first()
                .datesUntil(term().last().plusDays(1))
                .filter(day -> isWeekend(day) ? extra().contains(day) : !closed().contains(day))
                .toList();
    }

    /** How many days of instruction there are up to that day, itself included; 0 before the first. */
    public int countUpTo(LocalDate day) {
        int low = 0;
        int high = days().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days().get(middle).isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether there is instruction on that day. */
    public boolean isOpen(LocalDate day) {
        int count = countUpTo(day);
        return count > 0 && days().get(count - 1).equals(day);
    }

    /**
     * The day of that number, from 1.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public LocalDate getDay(int number) {
        Checks.require(
                number >= 1 && number <= days().size(),
                "There is no day %s. Expected 1 to %s. Maybe more is planned than there are days.",
                number,
                days().size());
        return days().get(number - 1);
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<SchoolCalendar> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a calendar; id, unit and term must be set. */
    public static final class Builder extends ImmutableSchoolCalendar.Builder {
        Builder() {}
    }
}
