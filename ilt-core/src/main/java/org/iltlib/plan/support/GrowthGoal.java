package org.iltlib.plan.support;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What an intervention is to bring about, put as growth: from where to where.
 *
 * @param measure the id of the measure
 * @param from where the student or the group stands, in its unit
 * @param to where they shall stand at the end; another value
 */
public record GrowthGoal(String measure, BigDecimal from, BigDecimal to) {
    /** The written form. */
    public static final Form<GrowthGoal> FORM = Form.of(
            "measure",
            Forms.TEXT,
            GrowthGoal::measure,
            "from",
            Forms.DECIMAL,
            GrowthGoal::from,
            "to",
            Forms.DECIMAL,
            GrowthGoal::to,
            GrowthGoal::new);

    /** Checks the id, and that there is growth; trailing zeros are dropped, so that equal values are equal. */
    public GrowthGoal {
        Checks.id(measure, "measure");
        Checks.require(
                from.compareTo(to) != 0,
                "The goal goes from %s to %s. Expected another value at the end than at the start.",
                from,
                to);
        from = from.stripTrailingZeros();
        to = to.stripTrailingZeros();
    }

    /** Such as {@code words-per-minute from 35 to 60}. */
    @Override
    public String toString() {
        return measure + " from " + from.toPlainString() + " to " + to.toPlainString();
    }
}
