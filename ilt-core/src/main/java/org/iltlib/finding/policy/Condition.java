package org.iltlib.finding.policy;

import java.math.BigDecimal;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * A condition on a reading of a student, such as an absence share of at least 0.1. Exact.
 *
 * @param reading the name of the reading, such as absence share
 * @param comparison how it is compared
 * @param threshold with what
 */
public record Condition(String reading, Comparison comparison, BigDecimal threshold) {
    /** The written form. */
    public static final Form<Condition> FORM = Form.of(
            "reading",
            Forms.TEXT,
            Condition::reading,
            "comparison",
            Forms.enumOf(Comparison.class),
            Condition::comparison,
            "threshold",
            Forms.DECIMAL,
            Condition::threshold,
            Condition::new);

    /** Checks the reading; trailing zeros of the threshold are dropped. */
    public Condition {
        Checks.text(reading, "reading");
        threshold = threshold.signum() == 0 ? BigDecimal.ZERO : threshold.stripTrailingZeros();
    }

    /** Such as {@code absence share at least 0.1}. */
    @Override
    public String toString() {
        return reading + " " + comparison + " " + threshold.toPlainString();
    }
}
