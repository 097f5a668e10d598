package org.iltlib.analytics.quantile;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** The fit of one quantile. Immutable. */
@Value.Immutable
public abstract class QuantileFit {
    QuantileFit() {}

    /** The quantile, between 0 and 1. */
    public abstract double tau();

    /** The coefficients, the intercept first. */
    public abstract List<QuantileCoefficient> coefficients();

    /** The weighted sum of the check function of the residuals, in units of the outcome; the least there is. */
    public abstract double objective();

    /** The proof. */
    public abstract FitCertificate certificate();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /**
     * What the fit expects at that quantile.
     *
     * @param columns one number for each coefficient but the intercept
     * @throws IllegalArgumentException if there are more or fewer
     */
    public double predict(double... columns) {
        Checks.require(
                columns.length == coefficients().size() - 1,
                "There are %s numbers for %s columns. Expected one each, none for the intercept.",
                columns.length,
                coefficients().size() - 1);
        double sum = coefficients().get(0).value();
        for (int j = 0; j < columns.length; j++) {
            sum += coefficients().get(j + 1).value() * columns[j];
        }
        return sum;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a fit. */
    static final class Builder extends ImmutableQuantileFit.Builder {
        Builder() {}
    }
}
