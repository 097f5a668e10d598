package org.iltlib.finding.policy;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A warning sign: it is raised if any of its conditions holds.
 *
 * @param name what it is called
 * @param anyOf the conditions, at least one
 * @param source who found it to tell something; with "commonly told" where the source itself was not read
 */
public record Indicator(String name, List<Condition> anyOf, String source) {
    /** The written form. */
    public static final Form<Indicator> FORM = Form.of(
            "name",
            Forms.TEXT,
            Indicator::name,
            "anyOf",
            Forms.listOf(Condition.FORM),
            Indicator::anyOf,
            "source",
            Forms.TEXT,
            Indicator::source,
            Indicator::new);

    /** Checks the texts and copies. */
    public Indicator {
        Checks.text(name, "name");
        Checks.text(source, "source");
        anyOf = List.copyOf(Checks.distinct(Checks.notEmpty(anyOf, "anyOf"), "anyOf"));
    }
}
