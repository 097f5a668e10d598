package org.iltlib.curriculum.scorecard;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * How a sum of one section is read, by the scorecard that is loaded.
 *
 * @param name what such a section is called
 * @param from the least sum that is called so
 */
public record SectionBand(String name, int from) {
    /** The written form. */
    public static final Form<SectionBand> FORM =
            Form.of("name", Forms.TEXT, SectionBand::name, "from", Forms.INTEGER, SectionBand::from, SectionBand::new);

    /** Checks the name. */
    public SectionBand {
        Checks.id(name, "band");
    }

    /** That band. */
    public static SectionBand of(String name, int from) {
        return new SectionBand(name, from);
    }
}
