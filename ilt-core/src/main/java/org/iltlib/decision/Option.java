package org.iltlib.decision;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One way to answer the question of a proposal.
 *
 * @param id a short id, unique in the proposal
 * @param text what would be done
 * @param statusQuo whether it is to leave things as they are
 */
public record Option(String id, String text, boolean statusQuo) {
    /** The written form. */
    public static final Form<Option> FORM = Form.of(
            "id",
            Forms.TEXT,
            Option::id,
            "text",
            Forms.TEXT,
            Option::text,
            "statusQuo",
            Forms.FLAG,
            Option::statusQuo,
            Option::new);

    /** Checks id and text. */
    public Option {
        Checks.id(id, "option id");
        Checks.text(text, "option");
    }

    /** A change. */
    public static Option of(String id, String text) {
        return new Option(id, text, false);
    }

    /** To leave things as they are. */
    public static Option statusQuo(String text) {
        return new Option("status-quo", text, true);
    }
}
