package org.iltlib.evidence.survey;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One answer that may be chosen.
 *
 * @param value its number; more is more of what a scale measures, unless the item is reversed
 * @param label the words
 */
public record ResponseOption(int value, String label) {
    /** The written form. */
    public static final Form<ResponseOption> FORM = Form.of(
            "value",
            Forms.INTEGER,
            ResponseOption::value,
            "label",
            Forms.TEXT,
            ResponseOption::label,
            ResponseOption::new);

    /** Checks the label. */
    public ResponseOption {
        Checks.text(label, "label");
    }

    /** That option. */
    public static ResponseOption of(int value, String label) {
        return new ResponseOption(value, label);
    }
}
