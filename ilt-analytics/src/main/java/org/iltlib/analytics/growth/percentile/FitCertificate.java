package org.iltlib.analytics.growth.percentile;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The proof that coefficients are the best there are: a dual solution of the same value. The worst of all quantiles.
 *
 * @param gap objective less dual value, relative to 1 + the objective; 0 at the optimum but for rounding
 * @param violation how far the worst dual value lies outside its box; of curves fitted together, by how much two may cross
 * @param zeros how many residuals are zero, over all quantiles; more than one a column where the optimum is not unique; of
 *     curves fitted together, how many neighbours touch somewhere
 */
public record FitCertificate(double gap, double violation, int zeros) {
    /** The written form. */
    public static final Form<FitCertificate> FORM = Form.of(
            "gap",
            Forms.NUMBER,
            FitCertificate::gap,
            "violation",
            Forms.NUMBER,
            FitCertificate::violation,
            "zeros",
            Forms.INTEGER,
            FitCertificate::zeros,
            FitCertificate::new);

    private static final double WIDEST = 1e-3;

    /** Checks the numbers: a gap of a thousandth or more, or below zero by more than rounding, proves nothing. */
    public FitCertificate {
        Checks.require(
                Math.abs(Checks.finite(gap, "gap")) < WIDEST, "gap is %s. Expected about 0, below %s.", gap, WIDEST);
        Checks.require(
                Checks.finite(violation, "violation") >= 0, "violation is %s. Expected zero or more.", violation);
        Checks.notNegative(zeros, "zeros");
    }
}
