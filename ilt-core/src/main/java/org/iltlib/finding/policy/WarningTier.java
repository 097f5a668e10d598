package org.iltlib.finding.policy;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What follows from a number of flags.
 *
 * @param name what it is called: what is done then, in a few words
 * @param fromFlags from how many flags on, at least 1
 */
public record WarningTier(String name, int fromFlags) {
    /** The written form. */
    public static final Form<WarningTier> FORM = Form.of(
            "name",
            Forms.TEXT,
            WarningTier::name,
            "fromFlags",
            Forms.INTEGER,
            WarningTier::fromFlags,
            WarningTier::new);

    /** Checks both. */
    public WarningTier {
        Checks.text(name, "name");
        Checks.positive(fromFlags, "fromFlags");
    }
}
