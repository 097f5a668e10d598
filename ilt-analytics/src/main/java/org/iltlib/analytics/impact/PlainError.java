package org.iltlib.analytics.impact;

import org.iltlib.base.Checks;

/**
 * The textbook's standard error of a least-squares effect, as if all errors were independent and equally spread, whatever
 * error its interval has: what formulas about shares of variance ask for.
 *
 * @param standardError in the unit of the outcome, above zero
 * @param residualDegrees rows less coefficients, strata counted
 */
public record PlainError(double standardError, int residualDegrees) {
    /** Checks the numbers. */
    public PlainError {
        Checks.require(
                Checks.finite(standardError, "standardError") > 0,
                "standardError is %s. Expected above zero.",
                standardError);
        Checks.positive(residualDegrees, "residualDegrees");
    }
}
