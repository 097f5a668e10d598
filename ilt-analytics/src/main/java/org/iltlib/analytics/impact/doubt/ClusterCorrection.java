package org.iltlib.analytics.impact.doubt;

import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/**
 * Mends the effect and the t of a study in which whole clusters, such as classes, were treated and the analysis took
 * students for independent. Immutable options; O(1).
 *
 * <p>For clusters of n = N/M students each: γ = √(1 − 2(n − 1)ρ/(N − 2)), g = ω·d·γ with ω = 1 − 3/(4h − 1), t becomes
 * t·√(((N − 2) − 2(n − 1)ρ)/((N − 2)(1 + (n − 1)ρ))) on h degrees of freedom. Sources: Hedges (2007),
 * doi:10.3102/1076998606298043 and doi:10.3102/1076998606298040; What Works Clearinghouse Procedures Handbook 4.1.
 *
 * @param treated the number of treated students
 * @param control the number of other students
 * @param clusters M, the number of clusters, at least 3
 * @param correlation ρ, the share of variance between clusters; commonly 0.20 for achievement and 0.10 otherwise where a
 *     study does not tell its own
 */
public record ClusterCorrection(long treated, long control, int clusters, double correlation) {
    /** Checks the numbers. */
    public ClusterCorrection {
        Checks.positive(treated, "treated");
        Checks.positive(control, "control");
        Checks.require(clusters >= 3, "clusters is %s. Expected at least 3.", clusters);
        Checks.require(
                clusters <= treated + control,
                "There are %s clusters of %s students. Expected no more clusters than students.",
                clusters,
                treated + control);
        Checks.share(correlation, "correlation");
        Checks.require(correlation < 1, "correlation is %s. Expected below 1.", correlation);
    }

    /** That correction. */
    public static ClusterCorrection of(long treated, long control, int clusters, double correlation) {
        return new ClusterCorrection(treated, control, clusters, correlation);
    }

    /** The mended study. Immutable. */
    @Value.Immutable
    public abstract static class Corrected {
        Corrected() {}

        /** g. */
        public abstract double effect();

        /** The standard error of d·γ. */
        public abstract double standardError();

        /** The mended t. */
        public abstract double statistic();

        /** h. */
        public abstract double degreesOfFreedom();

        /** Two-sided. */
        public abstract double pValue();

        /** In words. */
        public abstract Explanation why();

        static final class Builder extends ImmutableCorrected.Builder {
            Builder() {}
        }
    }

    private double students() {
        return (double) treated + control;
    }

    private double size() {
        return students() / clusters;
    }

    private double lost() {
        return 2 * (size() - 1) * correlation;
    }

    /** γ, by which the spread of students within the two groups is smaller than that of all. */
    public double spreadFactor() {
        return Math.sqrt(1 - lost() / (students() - 2));
    }

    /** 1 + (n − 1)ρ, by which the variance of a mean is larger than of independent students. */
    public double designEffect() {
        return 1 + (size() - 1) * correlation;
    }

    /** h, the degrees of freedom of the mended t. */
    public double degreesOfFreedom() {
        double left = students() - 2 - lost();
        return left * left / spreadOfVariance();
    }

    private double spreadOfVariance() {
        double n = size();
        double rest = 1 - correlation;
        return (students() - 2) * rest * rest
                + n * (students() - 2 * n) * correlation * correlation
                + 2 * (students() - 2 * n) * correlation * rest;
    }

    /**
     * The mended effect and t.
     *
     * @param difference d, the difference of the means over the pooled standard deviation of students, without correction
     *     for small samples
     * @param statistic the t of the study as it was analysed
     */
    public Corrected correct(double difference, double statistic) {
        Checks.finite(difference, "difference");
        Checks.finite(statistic, "statistic");
        double total = students();
        double h = degreesOfFreedom();
        double plain = difference * spreadFactor();
        double effect = (1 - 3 / (4 * h - 1)) * plain;
        double variance = total / ((double) treated * control) * designEffect()
                + plain * plain * spreadOfVariance() / (2 * (total - 2) * (total - 2 - lost()));
        double mended = statistic * Math.sqrt((total - 2 - lost()) / ((total - 2) * designEffect()));
        double p = Math.min(1, 2 * Distributions.studentProbability(h, -Math.abs(mended)));
        return new Corrected.Builder()
                .effect(effect)
                .standardError(Math.sqrt(variance))
                .statistic(mended)
                .degreesOfFreedom(h)
                .pValue(p)
                .why(Explanation.of(
                                "Taking clusters into account, t is %.3f rather than %.3f (p = %.4f).",
                                mended, statistic, p)
                        .because(
                                "%d clusters of %.1f students, of whose differences %.2f lie between clusters: the variance"
                                        + " of a mean is %.2f times that of independent students.",
                                clusters, size(), correlation, designEffect())
                        .because("Effect %.4f, with %.1f degrees of freedom.", effect, h))
                .build();
    }
}
