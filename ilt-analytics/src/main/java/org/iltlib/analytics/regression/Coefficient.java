package org.iltlib.analytics.regression;

import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** A coefficient of a regression, or a contrast of several, with its uncertainty. Immutable. */
@Value.Immutable
public abstract class Coefficient {
    Coefficient() {}

    /** The column's name, or the contrast in words. */
    public abstract String name();

    /** The number itself. */
    public abstract double value();

    /** The standard error; zero where the clusters are too few for the design to have one. */
    public abstract double standardError();

    /** The degrees of freedom of the t distribution behind interval and p-value; zero where there are none. */
    public abstract double degreesOfFreedom();

    /** The value with its interval; missing with fewer than four degrees of freedom. */
    public abstract Measured<Estimate> estimate();

    /**
     * The probability of a value at least this far from zero, either way, if it were zero in truth; missing with fewer
     * than four degrees of freedom, because it is then too uncertain itself (Tipton 2015, doi:10.1037/met0000011).
     */
    public abstract Measured<Double> pValue();

    /** The value over its standard error; zero where there is no error. */
    public double statistic() {
        return standardError() > 0 ? value() / standardError() : 0;
    }

    /** Whether interval and p-value may be concluded from. */
    public boolean isConclusive() {
        return estimate().isReported();
    }

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.finite(value(), "value");
        Checks.finite(standardError(), "standardError");
        Checks.finite(degreesOfFreedom(), "degreesOfFreedom");
    }

    /** Such as {@code small class: 8.2 [5.1, 11.3] points (n = 3794)}. */
    @Override
    public String toString() {
        return name() + ": " + estimate();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a coefficient; every property must be set. */
    public static final class Builder extends ImmutableCoefficient.Builder {
        Builder() {}
    }
}
