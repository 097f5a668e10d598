package org.iltlib.decision.ladder;

import java.time.LocalDate;
import java.util.Comparator;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Something that is due, as data: nothing here rings. In the order of days.
 *
 * @param on the day
 * @param whom who is reminded
 * @param what of what
 */
public record Reminder(LocalDate on, String whom, String what) implements Comparable<Reminder> {
    /** The written form. */
    public static final Form<Reminder> FORM = Form.of(
            "on",
            Forms.DATE,
            Reminder::on,
            "whom",
            Forms.TEXT,
            Reminder::whom,
            "what",
            Forms.TEXT,
            Reminder::what,
            Reminder::new);

    private static final Comparator<Reminder> ORDER =
            Comparator.comparing(Reminder::on).thenComparing(Reminder::whom).thenComparing(Reminder::what);

    /** Checks the texts. */
    public Reminder {
        Checks.text(whom, "whom");
        Checks.text(what, "what");
    }

    @Override
    public int compareTo(Reminder other) {
        return ORDER.compare(this, other);
    }
}
