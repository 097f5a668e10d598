package org.iltlib.decision;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * What somebody said for those they speak for.
 *
 * @param speaker who spoke
 * @param speaksFor for which group
 * @param said the position and its reason, in short
 */
public record Perspective(PersonId speaker, StakeholderGroup speaksFor, String said) {
    /** The written form. */
    public static final Form<Perspective> FORM = Form.of(
            "speaker",
            PersonId.FORM,
            Perspective::speaker,
            "speaksFor",
            StakeholderGroup.FORM,
            Perspective::speaksFor,
            "said",
            Forms.TEXT,
            Perspective::said,
            Perspective::new);

    /** Checks the text. */
    public Perspective {
        Checks.text(said, "said");
    }
}
