package org.iltlib.curriculum.transition;

import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.curriculum.StandardId;
import org.iltlib.form.Form;

/**
 * How many of a group are ready on one standard, as somebody measured it.
 *
 * @param standard the standard
 * @param share the share of the group, withheld or missing where it must be
 */
public record ReadyShare(StandardId standard, Measured<Fraction> share) {
    /** The written form. */
    public static final Form<ReadyShare> FORM = Form.of(
            "standard",
            StandardId.FORM,
            ReadyShare::standard,
            "share",
            Measured.form(Fraction.FORM),
            ReadyShare::share,
            ReadyShare::new);

    /** That share of the group. */
    public static ReadyShare of(StandardId standard, Fraction share) {
        return new ReadyShare(standard, Measured.of(share));
    }
}
