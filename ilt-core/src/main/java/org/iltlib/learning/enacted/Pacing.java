package org.iltlib.learning.enacted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.curriculum.Course;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.Unit;
import org.iltlib.curriculum.pacing.PacedUnit;
import org.iltlib.curriculum.pacing.PacingCalendar;
import org.iltlib.curriculum.pacing.Precedence;
import org.iltlib.curriculum.pacing.SchoolCalendar;
import org.iltlib.curriculum.pacing.TeachingOrder;

/**
 * Plan and progress of one class side by side on a day: how late each unit is, what is finished, what was not reached and
 * what was taught before what it needs. Being on pace is not fidelity, and being behind is not neglect; the figures say
 * when, not how well. Immutable; linear in units and standards.
 */
public final class Pacing {
    private final Course course;
    private final SchoolCalendar calendar;
    private final LocalDate on;
    private final List<UnitPace> units;

    private Pacing(Course course, SchoolCalendar calendar, LocalDate on, List<UnitPace> units) {
        this.course = course;
        this.calendar = calendar;
        this.on = on;
        this.units = units;
    }

    /**
     * The class's pace on that day. What the log has of later days does not count; a unit begun on a day without
     * instruction counts from the last day before it.
     *
     * @throws IllegalArgumentException if plan, calendar, course and log do not belong together
     */
    public static Pacing of(Course course, SchoolCalendar calendar, PacingCalendar plan, PacingLog log, LocalDate on) {
        Checks.require(
                plan.course().equals(course.id()),
                "The plan is of \"%s\". Expected \"%s\".",
                plan.course(),
                course.id());
        Checks.require(
                plan.calendar().equals(calendar.id()),
                "The plan counts the days of \"%s\". Expected \"%s\".",
                plan.calendar(),
                calendar.id());
        Checks.require(
                log.pacing().equals(plan.id()), "The log is of \"%s\". Expected \"%s\".", log.pacing(), plan.id());
        Map<String, UnitProgress> progress = new LinkedHashMap<>();
        for (UnitProgress one : log.units()) {
            plan.getUnit(one.unit());
            if (!one.begun().isAfter(on)) {
                progress.put(one.unit(), one);
            }
        }
        List<UnitPace> units = new ArrayList<>();
        for (PacedUnit planned : plan.units()) {
            Checks.require(
                    course.findUnit(planned.unit()).isPresent(),
                    "The course has no unit \"%s\". Maybe it is an earlier version.",
                    planned.unit());
            units.add(pace(planned, Optional.ofNullable(progress.get(planned.unit())), calendar, on));
        }
        return new Pacing(course, calendar, on, List.copyOf(units));
    }

    private static UnitPace pace(
            PacedUnit planned, Optional<UnitProgress> progress, SchoolCalendar calendar, LocalDate on) {
        int today = calendar.countUpTo(on);
        UnitPace.Builder pace = UnitPace.builder().planned(planned);
        if (progress.isEmpty()) {
            int gone = Math.max(0, today - planned.firstDay() + 1);
            return pace.progress(gone > 0 ? UnitPace.Progress.OVERDUE : UnitPace.Progress.NOT_DUE)
                    .lag(gone)
                    .build();
        }
        int first = Math.max(1, calendar.countUpTo(progress.get().begun()));
        pace.begun(first);
        Optional<Integer> last = progress.get()
                .finished()
                .filter(day -> !day.isAfter(on))
                .map(day -> Math.max(1, calendar.countUpTo(day)));
        if (last.isPresent()) {
            return pace.finished(last)
                    .progress(UnitPace.Progress.FINISHED)
                    .lag(last.get() - planned.lastDay())
                    .build();
        }
        return pace.progress(UnitPace.Progress.GOING_ON)
                .lag(Math.max(first - planned.firstDay(), today - planned.lastDay()))
                .build();
    }

    /** Each unit, in the order of the plan. */
    public List<UnitPace> units() {
        return units;
    }

    /**
     * The pace of that unit.
     *
     * @throws IllegalArgumentException if it is not in the plan
     */
    public UnitPace getUnit(String unit) {
        return units.stream()
                .filter(one -> one.planned().unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no unit \"" + unit + "\" in the plan."));
    }

    /** How many days late the class is: the most that a unit which is begun, or should be, is late; 0 before the first. */
    public int lag() {
        List<UnitPace> open = units.stream()
                .filter(one ->
                        one.progress() == UnitPace.Progress.GOING_ON || one.progress() == UnitPace.Progress.OVERDUE)
                .toList();
        if (!open.isEmpty()) {
            return open.stream().mapToInt(UnitPace::lag).max().orElse(0);
        }
        return units.stream()
                .filter(one -> one.progress() == UnitPace.Progress.FINISHED)
                .max(Comparator.comparing((UnitPace one) -> one.finished().orElse(0)))
                .map(UnitPace::lag)
                .orElse(0);
    }

    /** The planned days of the finished units as a share of all planned days; none without units. */
    public Fraction completed() {
        return share(units.stream()
                .filter(one -> one.progress() == UnitPace.Progress.FINISHED)
                .toList());
    }

    /** The planned days of the units that should be finished by now, as a share of all planned days. */
    public Fraction due() {
        int today = calendar.countUpTo(on);
        return share(
                units.stream().filter(one -> one.planned().lastDay() <= today).toList());
    }

    private Fraction share(List<UnitPace> some) {
        long all = units.stream().mapToLong(one -> one.planned().days()).sum();
        return all == 0
                ? Fraction.of(0, 1)
                : Fraction.of(
                        some.stream().mapToLong(one -> one.planned().days()).sum(), all);
    }

    /** The standards of the course that no unit which was begun teaches, in the order of the course, each once. */
    public List<StandardId> listNeverReached() {
        Set<StandardId> never = new LinkedHashSet<>(course.listStandards());
        for (UnitPace one : units) {
            if (one.begun().isPresent()) {
                course.findUnit(one.planned().unit())
                        .map(Unit::standards)
                        .orElse(List.of())
                        .forEach(never::remove);
            }
        }
        return List.copyOf(never);
    }

    /** How many days of instruction are left after this one. */
    public int daysLeft() {
        return calendar.days().size() - calendar.countUpTo(on);
    }

    /** How many planned days are left in units that are not finished; of one that goes on, its days so far are taken off. */
    public int daysNeeded() {
        int today = calendar.countUpTo(on);
        int needed = 0;
        for (UnitPace one : units) {
            int days = one.planned().days();
            if (one.progress() == UnitPace.Progress.GOING_ON) {
                needed += Math.max(0, days - (today - one.begun().orElse(today) + 1));
            } else if (one.progress() != UnitPace.Progress.FINISHED) {
                needed += days;
            }
        }
        return needed;
    }

    /** What was begun before a unit that it needs, by the days on which units were begun. */
    public List<Precedence> listViolations(Collection<Precedence> precedences) {
        Map<StandardId, Integer> places = new LinkedHashMap<>();
        for (UnitPace one : units) {
            if (one.begun().isPresent()) {
                int day = one.begun().get();
                course.findUnit(one.planned().unit())
                        .map(Unit::standards)
                        .orElse(List.of())
                        .forEach(standard -> places.merge(standard, day, Math::min));
            }
        }
        return new TeachingOrder(places).listViolations(precedences);
    }

    /** All of it in words. */
    public Explanation explanation() {
        Explanation why = Explanation.of(
                "On %s the class is %s days late; %s of the planned days are finished, %s should be.",
                on, lag(), completed(), due());
        for (UnitPace one : units) {
            why = why.because(
                    "%s: days %s to %s planned, %s, %s days late.",
                    one.planned().unit(),
                    one.planned().firstDay(),
                    one.planned().lastDay(),
                    one.progress(),
                    one.lag());
        }
        return why.because("%s planned days are left for %s days of instruction.", daysNeeded(), daysLeft())
                .because("Standards not reached: %s.", listNeverReached());
    }
}
