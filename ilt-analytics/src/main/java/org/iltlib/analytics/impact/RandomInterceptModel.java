package org.iltlib.analytics.impact;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** A fitted linear mixed model with one random intercept. Immutable. */
@Value.Immutable
public abstract class RandomInterceptModel {
    RandomInterceptModel() {}

    /**
     * One fixed effect.
     *
     * @param name its name; {@code (Intercept)} for the first
     * @param estimate its value, with the standard error and an interval from the normal distribution
     */
    public record Coefficient(String name, Estimate estimate) {}

    /**
     * The predicted effect of one group.
     *
     * @param group the code of the group as the caller gave it
     * @param estimate how far the group lies from what the fixed effects say, shrunken towards zero; the interval takes
     *     the fixed effects and variances as known
     */
    public record GroupEffect(int group, Estimate estimate) {}

    /** The fixed effects, the intercept first. */
    public abstract List<Coefficient> coefficients();

    /** The groups' effects, in the order in which the groups first appear. */
    public abstract List<GroupEffect> effects();

    /** The variance between groups, in squared units of the outcome; zero is a legitimate answer, see {@link #isSingular}. */
    public abstract double betweenVariance();

    /** The variance within groups, in squared units of the outcome. */
    public abstract double withinVariance();

    /** Minus twice the logarithm of the likelihood (of the restricted likelihood under REML) at the optimum. */
    public abstract double criterion();

    /** The number of rows used. */
    public abstract long n();

    /** Why, in words and arithmetic. */
    public abstract Explanation why();

    /** Checks that the variances are possible. */
    @Value.Check
    void check() {
        Checks.require(
                betweenVariance() >= 0 && withinVariance() > 0,
                "The variances are %s and %s. Expected zero or more, and more than zero.",
                betweenVariance(),
                withinVariance());
        Checks.finite(criterion(), "criterion");
        Checks.notEmpty(coefficients(), "coefficients");
    }

    /**
     * The fixed effect of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Estimate getCoefficient(String name) {
        return coefficients().stream()
                .filter(coefficient -> coefficient.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no coefficient \"" + name
                        + "\". Expected one of "
                        + coefficients().stream().map(Coefficient::name).toList() + "."))
                .estimate();
    }

    /** The share of the variance that lies between groups, fixed effects held equal. */
    public double intraclassCorrelation() {
        return betweenVariance() / (betweenVariance() + withinVariance());
    }

    /** Whether the variance between groups is zero: the data show no more of it than chance would. */
    public boolean isSingular() {
        return betweenVariance() == 0;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a model; every property but the lists must be set. */
    public static final class Builder extends ImmutableRandomInterceptModel.Builder {
        Builder() {}
    }
}
