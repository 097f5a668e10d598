package org.iltlib.team;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How much one person said in one meeting. A fact about an adult: shown by role unless the person asks.
 *
 * @param person who
 * @param turns the number of turns taken, zero or more
 * @param minutes how long in all, in minutes, zero or more
 */
public record Contribution(PersonId person, int turns, double minutes) {
    /** The written form. */
    public static final Form<Contribution> FORM = Form.of(
            "person",
            PersonId.FORM,
            Contribution::person,
            "turns",
            Forms.INTEGER,
            Contribution::turns,
            "minutes",
            Forms.NUMBER,
            Contribution::minutes,
            Contribution::new);

    /** Checks the numbers. */
    public Contribution {
        Checks.notNegative(turns, "turns");
        Checks.finite(minutes, "minutes");
        Checks.require(minutes >= 0, "minutes is %s. Expected zero or more.", minutes);
    }

    /** That contribution. */
    public static Contribution of(PersonId person, int turns, double minutes) {
        return new Contribution(person, turns, minutes);
    }
}
