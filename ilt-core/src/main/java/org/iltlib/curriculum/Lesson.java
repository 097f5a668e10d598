package org.iltlib.curriculum;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One lesson of a unit.
 *
 * @param title what it is called
 * @param standards the standards it works on, each once; may be empty
 * @param minutes how long it takes, at least 1
 */
public record Lesson(String title, List<StandardId> standards, int minutes) {
    /** The written form. */
    public static final Form<Lesson> FORM = Form.of(
            "title",
            Forms.TEXT,
            Lesson::title,
            "standards",
            Forms.listOf(StandardId.FORM),
            Lesson::standards,
            "minutes",
            Forms.INTEGER,
            Lesson::minutes,
            Lesson::new);

    /** Checks the parts and copies the list. */
    public Lesson {
        Checks.text(title, "title");
        standards = List.copyOf(Checks.distinct(standards, "standards"));
        Checks.positive(minutes, "minutes");
    }
}
