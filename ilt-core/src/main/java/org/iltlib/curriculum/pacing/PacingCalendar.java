package org.iltlib.curriculum.pacing;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.Term;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.Unit;
import org.iltlib.form.Form;
import org.immutables.value.Value;

/**
 * On which days of instruction the units of a course are planned. Units may overlap, as strands do; more days may be
 * planned than there are, which {@link #fits} tells. Immutable.
 */
@Value.Immutable
public abstract class PacingCalendar implements Recordable {
    /** The written form. */
    public static final Form<PacingCalendar> FORM = Form.<PacingCalendar, Builder>built(
                    PacingCalendar::builder, Builder::build)
            .field("id", EntryId.FORM, PacingCalendar::id, Builder::id)
            .field("course", EntryId.FORM, PacingCalendar::course, Builder::course)
            .field("calendar", EntryId.FORM, PacingCalendar::calendar, Builder::calendar)
            .list("units", PacedUnit.FORM, PacingCalendar::units, Builder::addAllUnits);

    /** The kind of entry. */
    public static final Kind<PacingCalendar> KIND = Kind.of("pacing-calendar", 1, PacingCalendar.class, FORM);

    PacingCalendar() {}

    @Override
    public abstract EntryId id();

    /** The recorded course. */
    public abstract EntryId course();

    /** The recorded calendar of days of instruction. */
    public abstract EntryId calendar();

    /** The units with their days, each unit once. */
    public abstract List<PacedUnit> units();

    /** Checks that each unit stands once, and that course and calendar are two. */
    @Value.Check
    void check() {
        Checks.distinct(units().stream().map(PacedUnit::unit).toList(), "units");
        Checks.require(
                !course().equals(calendar()), "course and calendar are both \"%s\". Expected two entries.", course());
    }

    /** The units of the course one after the other from the first day on, each with its planned days. */
    public static PacingCalendar inOrder(EntryId id, Course course, SchoolCalendar calendar) {
        List<PacedUnit> units = new ArrayList<>();
        int day = 1;
        for (Unit unit : course.units()) {
            units.add(new PacedUnit(unit.id(), day, day + unit.plannedDays() - 1));
            day += unit.plannedDays();
        }
        return builder()
                .id(id)
                .course(course.id())
                .calendar(calendar.id())
                .addAllUnits(units)
                .build();
    }

    /**
     * The unit's days.
     *
     * @throws IllegalArgumentException if no days are planned for such a unit
     */
    public PacedUnit getUnit(String unit) {
        return units().stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There are no days for the unit \"%s\". Expected one of %s."
                                .formatted(
                                        unit,
                                        units().stream().map(PacedUnit::unit).toList())));
    }

    /** The number of the last day that is planned; 0 without units. */
    public int lastDay() {
        return units().stream().mapToInt(PacedUnit::lastDay).max().orElse(0);
    }

    /** Whether the calendar has as many days as are planned. */
    public boolean fits(SchoolCalendar days) {
        return lastDay() <= days.days().size();
    }

    /** The units that are planned to end after the last day of instruction, in order. */
    public List<PacedUnit> listBeyond(SchoolCalendar days) {
        return units().stream()
                .filter(unit -> unit.lastDay() > days.days().size())
                .toList();
    }

    /**
     * The dates of a unit.
     *
     * @throws IllegalArgumentException if there is no such unit, or too few days
     */
    public Term window(String unit, SchoolCalendar days) {
        PacedUnit paced = getUnit(unit);
        return Term.of(days.getDay(paced.firstDay()), days.getDay(paced.lastDay()));
    }

    /** Whether it fits, in words. */
    public Explanation explainFit(SchoolCalendar days) {
        Explanation why = Explanation.of(
                "The plan %s: it reaches day %s of %s.",
                fits(days) ? "fits" : "does not fit", lastDay(), days.days().size());
        for (PacedUnit unit : listBeyond(days)) {
            why = why.because("%s ends on day %s.", unit.unit(), unit.lastDay());
        }
        return why;
    }

    /** The course and the calendar. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(course(), calendar());
    }

    @Override
    public Kind<PacingCalendar> kind() {
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

    /** Builds a pacing calendar; id, course and calendar must be set. */
    public static final class Builder extends ImmutablePacingCalendar.Builder {
        Builder() {}
    }
}
