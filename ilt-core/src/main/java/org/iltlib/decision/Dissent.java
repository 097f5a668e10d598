package org.iltlib.decision;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The reasoning of somebody who did not agree, kept with the decision.
 *
 * @param person who; absent unless the dissenter agrees to be named
 * @param reason the reasoning
 */
public record Dissent(Optional<PersonId> person, String reason) {
    /** The written form. */
    public static final Form<Dissent> FORM = Form.of(
            "person",
            Forms.optional(PersonId.FORM),
            Dissent::person,
            "reason",
            Forms.TEXT,
            Dissent::reason,
            Dissent::new);

    /** Checks the reason. */
    public Dissent {
        Checks.text(reason, "reason");
    }
}
