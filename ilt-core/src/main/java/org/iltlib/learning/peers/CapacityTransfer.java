package org.iltlib.learning.peers;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How the school becomes able to go on without a partner.
 *
 * @param who who will be able to, by role: {@code the mathematics coach}
 * @param what what they will do alone
 * @param by the day by which they do
 */
public record CapacityTransfer(String who, String what, LocalDate by) {
    /** The written form. */
    public static final Form<CapacityTransfer> FORM = Form.of(
            "who",
            Forms.TEXT,
            CapacityTransfer::who,
            "what",
            Forms.TEXT,
            CapacityTransfer::what,
            "by",
            Forms.DATE,
            CapacityTransfer::by,
            CapacityTransfer::new);

    /** Checks the texts. */
    public CapacityTransfer {
        Checks.text(who, "who");
        Checks.text(what, "what");
    }
}
