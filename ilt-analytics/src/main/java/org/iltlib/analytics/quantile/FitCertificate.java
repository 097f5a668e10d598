package org.iltlib.analytics.quantile;

import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * The proof that a fit is the best there is: a dual solution whose value reaches the objective. Of several quantiles, the
 * worst of all. Source: Koenker &amp; Bassett (1978), doi:10.2307/1913643.
 *
 * @param gap how much better any other coefficients could be at most: the objective less the dual value, relative to 1 +
 *     the objective; zero but for rounding
 * @param violation how far the worst dual value lies outside its bounds, zero but for rounding; of curves fitted
 *     together, by how much two may cross
 * @param zeros the rows through which the fit passes, over all quantiles; more than there are coefficients where scores
 *     tie; of curves fitted together, how many neighbours touch somewhere
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

    /** A quantile regression whose gap is wider is not given. */
    public static final double WIDEST = 1e-9;

    private static final double NO_PROOF = 1e-3;

    /** Checks the numbers: a gap of a thousandth or more, or below zero by more than rounding, proves nothing. */
    public FitCertificate {
        Checks.require(
                Math.abs(Checks.finite(gap, "gap")) < NO_PROOF,
                "gap is %s. Expected about 0, below %s.",
                gap,
                NO_PROOF);
        Checks.require(
                Checks.finite(violation, "violation") >= 0, "violation is %s. Expected zero or more.", violation);
        Checks.notNegative(zeros, "zeros");
    }

    /** Whether gap and violation are no more than {@link #WIDEST}. */
    public boolean holds() {
        return gap <= WIDEST && violation <= WIDEST;
    }
}
