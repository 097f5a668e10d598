package org.iltlib.decision.options;

import org.iltlib.base.Checks;
import org.iltlib.choice.Rational;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Something that options are marked on.
 *
 * @param name what it is: impact, effort
 * @param weight how much it matters, above zero; weights need not add up to anything
 * @param lowerIsBetter whether a low mark speaks for an option, as with effort or cost
 */
public record Criterion(String name, Rational weight, boolean lowerIsBetter) {
    /** The written form. */
    public static final Form<Criterion> FORM = Form.of(
            "name",
            Forms.TEXT,
            Criterion::name,
            "weight",
            Forms.id(Rational::toString, Rational::parse),
            Criterion::weight,
            "lowerIsBetter",
            Forms.FLAG,
            Criterion::lowerIsBetter,
            Criterion::new);

    /** Checks name and weight. */
    public Criterion {
        Checks.id(name, "criterion");
        Checks.require(weight.signum() > 0, "The weight of %s is %s. Expected more than zero.", name, weight);
    }

    /** One of which more is better. */
    public static Criterion of(String name, Rational weight) {
        return new Criterion(name, weight, false);
    }

    /** One of which less is better. */
    public static Criterion cost(String name, Rational weight) {
        return new Criterion(name, weight, true);
    }
}
