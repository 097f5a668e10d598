package org.iltlib.decision;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * What a proposal costs.
 *
 * @param amount how much, zero or more, exact
 * @param unit of what: {@code USD}, {@code teacher hours}
 * @param what for what
 */
public record Cost(BigDecimal amount, String unit, String what) {
    /** The written form. */
    public static final Form<Cost> FORM = Form.of(
            "amount",
            Forms.DECIMAL,
            Cost::amount,
            "unit",
            Forms.TEXT,
            Cost::unit,
            "what",
            Forms.TEXT,
            Cost::what,
            Cost::new);

    /** Checks the amount and the texts; trailing zeros are dropped, so that equal amounts are equal. */
    public Cost {
        Checks.require(amount.signum() >= 0, "amount is %s. Expected zero or more.", amount);
        amount = amount.stripTrailingZeros();
        Checks.text(unit, "unit");
        Checks.text(what, "what");
    }
}
