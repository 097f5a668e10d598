package org.iltlib.plan;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A phase of an inquiry cycle.
 *
 * @param name what it is called
 * @param exit what must be seen before the next phase begins, or before the cycle ends
 */
public record Phase(String name, String exit) {
    /** The written form. */
    public static final Form<Phase> FORM =
            Form.of("name", Forms.TEXT, Phase::name, "exit", Forms.TEXT, Phase::exit, Phase::new);

    /** Checks the texts. */
    public Phase {
        Checks.text(name, "phase");
        Checks.text(exit, "exit");
    }

    @Override
    public String toString() {
        return name;
    }
}
