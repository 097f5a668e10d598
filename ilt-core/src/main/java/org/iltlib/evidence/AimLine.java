package org.iltlib.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;

/**
 * The straight line from where a student stands to where the student should be: the growth that is needed. It may fall,
 * for a measure of which less is better, and it goes on at both ends.
 *
 * <pre>{@code
 * AimLine aim = AimLine.of(Probe.of(start, 35), Probe.of(start.plusWeeks(12), 60));
 * aim.perWeek();                     // 2.0833
 * aim.at(start.plusWeeks(4));        // 43.33
 * }</pre>
 *
 * @param from the baseline, and the day from which growth counts
 * @param to the goal, and the day by which it should be reached; later
 */
public record AimLine(Probe from, Probe to) {
    /** The written form. */
    public static final Form<AimLine> FORM =
            Form.of("from", Probe.FORM, AimLine::from, "to", Probe.FORM, AimLine::to, AimLine::new);

    private static final double DAYS_A_WEEK = 7;

    /** Refuses a goal that is not later, or is the baseline itself. */
    public AimLine {
        Checks.require(
                to.on().isAfter(from.on()),
                "The goal is set for %s and the baseline is of %s. Expected a later goal. Maybe the two are swapped.",
                to.on(),
                from.on());
        Checks.require(
                to.score() > from.score() || to.score() < from.score(),
                "goal and baseline are both %s. Expected growth or decline. Maybe the measure has another goal.",
                to.score());
        Checks.finite(to.score() - from.score(), "goal less baseline");
    }

    /** The line from that baseline to that goal. */
    public static AimLine of(Probe from, Probe to) {
        return new AimLine(from, to);
    }

    /** The growth needed a week, in the unit of the scores; below zero if less is better. */
    public double perWeek() {
        return (to.score() - from.score()) / weeks(to.on());
    }

    /** Whether more is better. */
    public boolean rises() {
        return to.score() > from.score();
    }

    /** The weeks from the baseline to that day, below zero before it. */
    public double weeks(LocalDate day) {
        return ChronoUnit.DAYS.between(from.on(), day) / DAYS_A_WEEK;
    }

    /** Where the line is on that day. */
    public double at(LocalDate day) {
        return from.score() + perWeek() * weeks(day);
    }
}
