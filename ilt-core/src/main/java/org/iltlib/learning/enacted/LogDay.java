package org.iltlib.learning.enacted;

import java.time.LocalDate;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One day of a class as it was logged.
 *
 * @param on the day
 * @param allocated the minutes that the timetable gives to the class, at least 1
 * @param times what they went to; together no more than allocated. Minutes that nobody accounts for are left out
 */
public record LogDay(LocalDate on, int allocated, List<TaughtTime> times) {
    /** The written form. */
    public static final Form<LogDay> FORM = Form.of(
            "on",
            Forms.DATE,
            LogDay::on,
            "allocated",
            Forms.INTEGER,
            LogDay::allocated,
            "times",
            Forms.listOf(TaughtTime.FORM),
            LogDay::times,
            LogDay::new);

    /** Checks the minutes and copies. */
    public LogDay {
        times = List.copyOf(times);
        Checks.positive(allocated, "allocated");
        long logged = times.stream().mapToLong(TaughtTime::minutes).sum();
        Checks.require(
                logged <= allocated,
                "On %s %s minutes are logged of %s allocated. Expected no more. Maybe two standards shared the time.",
                on,
                logged,
                allocated);
    }
}
