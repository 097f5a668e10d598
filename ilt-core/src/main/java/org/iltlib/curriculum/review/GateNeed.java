package org.iltlib.curriculum.review;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What must be so at an earlier gate before a gate is rated at all.
 *
 * @param gate the id of the earlier gate
 * @param least the least band that opens the way; "does not meet" asks only that the earlier gate was rated
 */
public record GateNeed(String gate, Band least) {
    /** The written form. */
    public static final Form<GateNeed> FORM = Form.of(
            "gate", Forms.TEXT, GateNeed::gate, "least", Forms.enumOf(Band.class), GateNeed::least, GateNeed::new);

    /** Checks the gate's id. */
    public GateNeed {
        Checks.id(gate, "gate");
    }

    /** That need. */
    public static GateNeed of(String gate, Band least) {
        return new GateNeed(gate, least);
    }
}
