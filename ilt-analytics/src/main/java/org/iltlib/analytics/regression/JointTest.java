package org.iltlib.analytics.regression;

import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/** The test that several coefficients are zero at once. Immutable. */
@Value.Immutable
public abstract class JointTest {
    JointTest() {}

    /** The F statistic. */
    public abstract double statistic();

    /** How many coefficients are tested. */
    public abstract int numeratorDegrees();

    /** The denominator degrees of freedom, at least four. */
    public abstract double denominatorDegrees();

    /** The probability of an F at least as large if all were zero in truth. */
    public abstract double pValue();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.finite(statistic(), "statistic");
        Checks.finite(denominatorDegrees(), "denominatorDegrees");
        Checks.share(pValue(), "pValue");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a test; every property must be set. */
    public static final class Builder extends ImmutableJointTest.Builder {
        Builder() {}
    }
}
