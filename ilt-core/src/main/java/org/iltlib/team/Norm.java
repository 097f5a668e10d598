package org.iltlib.team;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A behaviour that the team agreed on and checks at the end of a meeting.
 *
 * @param id a short id, unique in the charter
 * @param text the behaviour: {@code we start and end on time}
 */
public record Norm(String id, String text) {
    /** The written form. */
    public static final Form<Norm> FORM =
            Form.of("id", Forms.TEXT, Norm::id, "text", Forms.TEXT, Norm::text, Norm::new);

    /** Checks id and text. */
    public Norm {
        Checks.id(id, "norm id");
        Checks.text(text, "norm");
    }

    /** That norm. */
    public static Norm of(String id, String text) {
        return new Norm(id, text);
    }
}
