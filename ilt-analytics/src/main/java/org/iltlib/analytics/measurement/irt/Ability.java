package org.iltlib.analytics.measurement.irt;

import org.iltlib.base.Checks;

/**
 * The ability of a student, as far as the test tells.
 *
 * @param value in logits
 * @param standardError of a posterior mean, the posterior standard deviation
 */
public record Ability(double value, double standardError) {
    /** Checks that both are finite. */
    public Ability {
        Checks.finite(value, "value");
        Checks.finite(standardError, "standardError");
    }
}
