package org.iltlib.plan.design;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A line of the change log of a draft.
 *
 * @param unit the id of the unit that is new, gone, moved or changed
 * @param reason why
 */
public record ReasonedChange(String unit, String reason) {
    /** The written form. */
    public static final Form<ReasonedChange> FORM = Form.of(
            "unit",
            Forms.TEXT,
            ReasonedChange::unit,
            "reason",
            Forms.TEXT,
            ReasonedChange::reason,
            ReasonedChange::new);

    /** Checks the parts. */
    public ReasonedChange {
        Checks.id(unit, "unit");
        Checks.text(reason, "reason");
    }
}
