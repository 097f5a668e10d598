package org.iltlib.analytics.impact;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/**
 * The difference that a treatment made, with its uncertainty. Immutable. It says nothing about how the treatment came
 * about: only who was treated at random allows the word "because".
 */
@Value.Immutable
public abstract class TreatmentEffect {
    /** With fewer degrees of freedom nothing can be concluded; a rounding error below four is four. */
    static final double FEWEST_DEGREES = 4 - 1e-9;

    TreatmentEffect() {}

    /** The effect in the unit of the outcome, with its interval. */
    public abstract Estimate points();

    /**
     * The effect in standard deviations: Hedges' g, the effect over the pooled standard deviation of students within
     * the two groups before any adjustment, with the correction for small samples 1 − 3/(4N − 9). The interval is that
     * of the points on the new scale; the standard deviation is taken as known.
     */
    public abstract Estimate standardized();

    /** The effect over its standard error. */
    public abstract double statistic();

    /** The degrees of freedom of the t distribution behind interval and p-value, more than zero. */
    public abstract double degreesOfFreedom();

    /** The probability of a difference at least this far from zero, either way, if there were no effect. */
    public abstract double pValue();

    /** The number of treated students. */
    public abstract long treated();

    /** The number of other students. */
    public abstract long control();

    /** The number of rows without an outcome or a covariate, which were not used. */
    public abstract long leftOut();

    /** The number of strata within which students were compared. */
    public abstract int strata();

    /** The number of clusters. */
    public abstract int clusters();

    /**
     * The share of the outcome's variance, treatment held equal, that lies between clusters, from a random-intercept
     * model by REML; missing where every student is a cluster.
     */
    public abstract Measured<Double> intraclassCorrelation();

    /** The textbook's error beside; empty if the effect is not one of unweighted least squares. */
    public abstract Optional<PlainError> plainError();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** Checks that the numbers are possible. */
    @Value.Check
    void check() {
        Checks.finite(statistic(), "statistic");
        Checks.finite(degreesOfFreedom(), "degreesOfFreedom");
        Checks.require(degreesOfFreedom() > 0, "degreesOfFreedom is %s. Expected more than zero.", degreesOfFreedom());
        Checks.share(pValue(), "pValue");
    }

    /**
     * Whether there are at least four degrees of freedom; with fewer, interval and p-value are too uncertain
     * themselves to conclude from (Tipton 2015, doi:10.1037/met0000011).
     */
    public boolean isConclusive() {
        return degreesOfFreedom() >= FEWEST_DEGREES;
    }

    /** The effect in points, as {@link Estimate#toString()}. */
    @Override
    public String toString() {
        return points().toString();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an effect; everything but the plain error must be set. */
    public static final class Builder extends ImmutableTreatmentEffect.Builder {
        Builder() {}
    }
}
