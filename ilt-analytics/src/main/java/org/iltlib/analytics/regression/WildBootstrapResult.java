package org.iltlib.analytics.regression;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** What a wild cluster bootstrap found about one coefficient. Immutable. */
@Value.Immutable
public abstract class WildBootstrapResult {
    WildBootstrapResult() {}

    /** The coefficient. */
    public abstract double value();

    /** The t statistic of the null hypothesis that it is zero, with CR1 errors. */
    public abstract double statistic();

    /** How many draws there were. */
    public abstract int draws();

    /** How many of them gave a t at least as far from zero. */
    public abstract int asExtreme();

    /** The numbers that the bootstrap would not reject; missing where they have no end. */
    public abstract Measured<Estimate> interval();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** The two-sided p-value (asExtreme + 1)/(draws + 1), never zero. */
    public double pValue() {
        return (asExtreme() + 1.0) / (draws() + 1.0);
    }

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.finite(value(), "value");
        Checks.finite(statistic(), "statistic");
        Checks.positive(draws(), "draws");
        Checks.require(
                asExtreme() >= 0 && asExtreme() <= draws(),
                "asExtreme is %s. Expected 0 to %s, the draws.",
                asExtreme(),
                draws());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a result; every property must be set. */
    public static final class Builder extends ImmutableWildBootstrapResult.Builder {
        Builder() {}
    }
}
