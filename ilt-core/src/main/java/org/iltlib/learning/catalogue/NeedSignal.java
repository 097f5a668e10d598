package org.iltlib.learning.catalogue;

import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One thing that points to a need.
 *
 * @param source from where it is known
 * @param evidence the entry that shows it
 * @param says what it says, in one sentence
 */
public record NeedSignal(NeedSource source, EntryId evidence, String says) {
    /** The written form. */
    public static final Form<NeedSignal> FORM = Form.of(
            "source",
            Forms.enumOf(NeedSource.class),
            NeedSignal::source,
            "evidence",
            EntryId.FORM,
            NeedSignal::evidence,
            "says",
            Forms.TEXT,
            NeedSignal::says,
            NeedSignal::new);

    /** Checks the words. */
    public NeedSignal {
        Checks.text(says, "says");
    }
}
