package org.iltlib.curriculum.design;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What ties a unit to something outside of the classroom.
 *
 * @param unit the id of the unit in its course
 * @param sort what it is tied to
 * @param what how, in words
 */
public record ContextLink(String unit, ContextSort sort, String what) {
    /** The written form. */
    public static final Form<ContextLink> FORM = Form.of(
            "unit",
            Forms.TEXT,
            ContextLink::unit,
            "sort",
            Forms.enumOf(ContextSort.class),
            ContextLink::sort,
            "what",
            Forms.TEXT,
            ContextLink::what,
            ContextLink::new);

    /** Checks the parts. */
    public ContextLink {
        Checks.id(unit, "unit");
        Checks.text(what, "what");
    }
}
