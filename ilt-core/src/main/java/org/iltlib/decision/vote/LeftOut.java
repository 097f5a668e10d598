package org.iltlib.decision.vote;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A ballot that was not counted, or a substitution that has no effect.
 *
 * @param person whose ballot, or for whom somebody was to stand in
 * @param reason why
 */
public record LeftOut(PersonId person, String reason) {
    /** The written form. */
    public static final Form<LeftOut> FORM =
            Form.of("person", PersonId.FORM, LeftOut::person, "reason", Forms.TEXT, LeftOut::reason, LeftOut::new);

    /** Checks the reason. */
    public LeftOut {
        Checks.text(reason, "reason");
    }
}
