package org.iltlib.analytics.impact.doubt;

import java.util.Locale;
import org.iltlib.base.Checks;

/**
 * How strong an unmeasured cause is: two partial R², each a share from 0 to below 1 (the second may be 1).
 *
 * @param withTreatment the share of what varies in the treatment, given the covariates, that it explains
 * @param withOutcome the share of what varies in the outcome, given treatment and covariates, that it explains
 */
public record Strength(double withTreatment, double withOutcome) {
    /** Checks the shares. */
    public Strength {
        Checks.share(withTreatment, "withTreatment");
        Checks.share(withOutcome, "withOutcome");
        Checks.require(withTreatment < 1, "withTreatment is %s. Expected below 1.", withTreatment);
    }

    /** That strength. */
    public static Strength of(double withTreatment, double withOutcome) {
        return new Strength(withTreatment, withOutcome);
    }

    /** Such as {@code 1.5 % of the treatment and 12.4 % of the outcome}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the treatment and %.1f %% of the outcome",
                100 * withTreatment,
                100 * withOutcome);
    }
}
