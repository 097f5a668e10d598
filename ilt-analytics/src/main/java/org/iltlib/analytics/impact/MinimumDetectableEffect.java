package org.iltlib.analytics.impact;

import org.hipparchus.distribution.continuous.TDistribution;
import org.iltlib.base.Checks;

/**
 * The smallest true effect, in standard deviations of students, that a comparison of two groups would find with the
 * wished-for power: what to ask before a study, not after it. Immutable options; O(1).
 *
 * <p>It is M times the standard error of the effect, M = t(1 − α/2) + t(power) on the degrees of freedom of the design.
 * Source: Bloom (1995), doi:10.1177/0193841X9501900504; Bloom, Richburg-Hayes &amp; Black (2007),
 * doi:10.3102/0162373707299550.
 */
public final class MinimumDetectableEffect {
    private final double power;
    private final double alpha;
    private final double share;
    private final double explained;
    private final double explainedBetween;

    private MinimumDetectableEffect(
            double power, double alpha, double share, double explained, double explainedBetween) {
        this.power = power;
        this.alpha = alpha;
        this.share = share;
        this.explained = explained;
        this.explainedBetween = explainedBetween;
    }

    /** Power 0.8, a two-sided test at 0.05, half treated, no covariates. */
    public static MinimumDetectableEffect withDefaults() {
        return new MinimumDetectableEffect(0.8, 0.05, 0.5, 0, 0);
    }

    /** A copy with another power, between 0.5 and 1, both excluded. */
    public MinimumDetectableEffect withPower(double newPower) {
        Checks.require(newPower > 0.5 && newPower < 1, "power is %s. Expected above 0.5, such as 0.8.", newPower);
        return new MinimumDetectableEffect(newPower, alpha, share, explained, explainedBetween);
    }

    /** A copy with another probability of a false alarm in a two-sided test. */
    public MinimumDetectableEffect withAlpha(double newAlpha) {
        Checks.require(newAlpha > 0 && newAlpha < 1, "alpha is %s. Expected between 0 and 1, such as 0.05.", newAlpha);
        return new MinimumDetectableEffect(power, newAlpha, share, explained, explainedBetween);
    }

    /** A copy with another share of units treated. */
    public MinimumDetectableEffect withTreatedShare(double newShare) {
        Checks.require(newShare > 0 && newShare < 1, "share is %s. Expected between 0 and 1, both excluded.", newShare);
        return new MinimumDetectableEffect(power, alpha, newShare, explained, explainedBetween);
    }

    /** A copy whose covariates explain these shares of the variance of students within clusters, and between clusters. */
    public MinimumDetectableEffect withExplained(double ofStudents, double ofClusters) {
        Checks.share(ofStudents, "ofStudents");
        Checks.share(ofClusters, "ofClusters");
        return new MinimumDetectableEffect(power, alpha, share, ofStudents, ofClusters);
    }

    /** Students dealt one by one: M·√((1 − R²)/(P(1 − P)N)) with N − 2 degrees of freedom, N at least 3. */
    public double ofStudents(int students) {
        Checks.require(students >= 3, "students is %s. Expected at least 3.", students);
        return multiplier(students - 2) * Math.sqrt((1 - explained) / (share * (1 - share) * students));
    }

    /**
     * Whole clusters dealt: M·√((ρ(1 − R²₂) + (1 − ρ)(1 − R²₁)/n)/(P(1 − P)J)) with J − 2 degrees of freedom.
     *
     * @param clusters J, the number of clusters, at least 3
     * @param students n, the students in each, at least 1
     * @param correlation ρ, the share of the variance between clusters
     */
    public double ofClusters(int clusters, int students, double correlation) {
        Checks.require(clusters >= 3, "clusters is %s. Expected at least 3.", clusters);
        Checks.positive(students, "students");
        Checks.share(correlation, "correlation");
        double between = correlation * (1 - explainedBetween);
        double within = (1 - correlation) * (1 - explained) / students;
        return multiplier(clusters - 2) * Math.sqrt((between + within) / (share * (1 - share) * clusters));
    }

    private double multiplier(int degrees) {
        TDistribution t = new TDistribution(degrees);
        return t.inverseCumulativeProbability(1 - alpha / 2) + t.inverseCumulativeProbability(power);
    }
}
