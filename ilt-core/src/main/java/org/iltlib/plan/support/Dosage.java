package org.iltlib.plan.support;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How much support is planned.
 *
 * @param sessionsPerWeek at least 1
 * @param minutes of a session, at least 1; all sessions together no more than a week has
 * @param weeks 1 to 12; after that the intervention is decided on anew
 */
public record Dosage(int sessionsPerWeek, int minutes, int weeks) {
    /** The written form. */
    public static final Form<Dosage> FORM = Form.of(
            "sessionsPerWeek",
            Forms.INTEGER,
            Dosage::sessionsPerWeek,
            "minutes",
            Forms.INTEGER,
            Dosage::minutes,
            "weeks",
            Forms.INTEGER,
            Dosage::weeks,
            Dosage::new);

    static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
    private static final int USUAL_WEEKS = 6;
    private static final int MOST_WEEKS = 12;

    /** Checks the numbers. */
    public Dosage {
        Checks.positive(sessionsPerWeek, "sessionsPerWeek");
        Checks.positive(minutes, "minutes");
        Checks.require(
                (long) sessionsPerWeek * minutes <= MINUTES_OF_A_WEEK,
                "%s sessions of %s minutes are planned for a week. Expected at most %s minutes, which a week has.",
                sessionsPerWeek,
                minutes,
                MINUTES_OF_A_WEEK);
        Checks.require(
                weeks >= 1 && weeks <= MOST_WEEKS,
                "weeks is %s. Expected 1 to %s. Maybe plan a shorter one and decide anew after it.",
                weeks,
                MOST_WEEKS);
    }

    /** For six weeks, which is what Panorama suggests where nothing else is said. */
    public static Dosage of(int sessionsPerWeek, int minutes) {
        return new Dosage(sessionsPerWeek, minutes, USUAL_WEEKS);
    }

    /** The minutes planned for that many weeks from the start; no more than for all of them. */
    public long minutesIn(long weeksFromStart) {
        Checks.notNegative(weeksFromStart, "weeksFromStart");
        return Math.min(weeksFromStart, weeks) * sessionsPerWeek * minutes;
    }
}
