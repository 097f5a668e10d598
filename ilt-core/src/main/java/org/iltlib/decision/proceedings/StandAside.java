package org.iltlib.decision.proceedings;

import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Somebody stood aside.
 *
 * @param person who
 * @param reason in their own words
 * @param released whether they need not help to carry it out
 */
public record StandAside(PersonId person, String reason, boolean released) {
    /** The written form. */
    public static final Form<StandAside> FORM = Form.of(
            "person",
            PersonId.FORM,
            StandAside::person,
            "reason",
            Forms.TEXT,
            StandAside::reason,
            "released",
            Forms.FLAG,
            StandAside::released,
            StandAside::new);
}
