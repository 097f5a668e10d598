package org.iltlib.learning.evaluation;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What follows from an evaluation.
 *
 * @param course how it goes on
 * @param reason why, in words
 */
public record Adjustment(Course course, String reason) {
    /** The written form. */
    public static final Form<Adjustment> FORM = Form.of(
            "course",
            Forms.enumOf(Course.class),
            Adjustment::course,
            "reason",
            Forms.TEXT,
            Adjustment::reason,
            Adjustment::new);

    /** How professional learning goes on. */
    public enum Course {
        /** As it is. */
        CONTINUE,
        /** Changed; the reason says in what. */
        CHANGE,
        /** No longer. */
        END
    }

    /** Checks the reason. */
    public Adjustment {
        Checks.text(reason, "reason");
    }
}
