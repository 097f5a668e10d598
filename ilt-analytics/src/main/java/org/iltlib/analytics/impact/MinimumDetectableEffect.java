package org.iltlib.analytics.impact;

import org.iltlib.analytics.internal.NoncentralT;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;

/**
 * The smallest true effect, in standard deviations of students, that a comparison of two groups would find with the
 * wished-for power, and the power for a given effect: what to ask before a study, not after it. Immutable options; O(1).
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

    /**
     * How precisely a design tells the effect, in standard deviations of students.
     *
     * @param standardError of the effect
     * @param degreesOfFreedom of its t
     */
    public record Precision(double standardError, double degreesOfFreedom) {
        /** Checks the numbers. */
        public Precision {
            Checks.require(
                    Checks.finite(standardError, "standardError") > 0,
                    "standardError is %s. Expected above zero.",
                    standardError);
            Checks.require(degreesOfFreedom >= 1, "degreesOfFreedom is %s. Expected at least 1.", degreesOfFreedom);
        }
    }

    /** The smallest effect that a design of that precision finds with the wished-for power. */
    public double of(Precision design) {
        double degrees = design.degreesOfFreedom();
        return (Distributions.studentQuantile(degrees, 1 - alpha / 2) + Distributions.studentQuantile(degrees, power))
                * design.standardError();
    }

    /**
     * The power of a design of that precision for a true effect: the probability that the two-sided test finds a
     * difference, by the noncentral t distribution; good to 1e-8.
     *
     * @param effect in standard deviations of students
     */
    public double power(Precision design, double effect) {
        double degrees = design.degreesOfFreedom();
        double shift = Math.abs(Checks.finite(effect, "effect")) / design.standardError();
        double critical = Distributions.studentQuantile(degrees, 1 - alpha / 2);
        double found = 1 - NoncentralT.below(critical, degrees, shift) + NoncentralT.below(-critical, degrees, shift);
        return Math.max(0, Math.min(1, found));
    }

    /** Students dealt one by one: M·√((1 − R²)/(P(1 − P)N)) with N − 2 degrees of freedom, N at least 3. */
    public double ofStudents(int students) {
        return of(students(students));
    }

    /** The precision of students dealt one by one; see {@link #ofStudents}. */
    public Precision students(int students) {
        Checks.require(students >= 3, "students is %s. Expected at least 3.", students);
        return new Precision(Math.sqrt((1 - explained) / (treatedTimesOthers() * students)), students - 2.0);
    }

    /**
     * The precision of students dealt one by one within blocks, such as schools, whose effect is held equal: N − K − 1
     * degrees of freedom. What blocks explain is said by {@link #withExplained}.
     *
     * @param students N, in all blocks, at least K + 2
     * @param blocks K, at least 1
     */
    public Precision studentsInBlocks(int students, int blocks) {
        Checks.positive(blocks, "blocks");
        Checks.require(
                students >= blocks + 2,
                "There are %s students in %s blocks. Expected at least two more.",
                students,
                blocks);
        return new Precision(Math.sqrt((1 - explained) / (treatedTimesOthers() * students)), students - blocks - 1.0);
    }

    /**
     * Whole clusters dealt: M·√((ρ(1 − R²₂) + (1 − ρ)(1 − R²₁)/n)/(P(1 − P)J)) with J − 2 degrees of freedom.
     *
     * @param clusters J, the number of clusters, at least 3
     * @param students n, the students in each, at least 1
     * @param correlation ρ, the share of the variance between clusters
     */
    public double ofClusters(int clusters, int students, double correlation) {
        return of(clusters(clusters, students, correlation));
    }

    /** The precision of whole clusters dealt; see {@link #ofClusters}. */
    public Precision clusters(int clusters, int students, double correlation) {
        Checks.require(clusters >= 3, "clusters is %s. Expected at least 3.", clusters);
        return clustersInBlocks(clusters, 1, students, correlation);
    }

    /**
     * The precision of whole clusters dealt within blocks, such as classes within schools, whose effect is held equal: as
     * {@link #ofClusters}, with J − K − 1 degrees of freedom.
     *
     * @param clusters J, in all blocks, at least K + 2
     * @param blocks K, at least 1
     * @param students n, the students in each cluster, at least 1
     * @param correlation ρ, the share of the variance within blocks that lies between clusters
     */
    public Precision clustersInBlocks(int clusters, int blocks, int students, double correlation) {
        Checks.positive(blocks, "blocks");
        Checks.require(
                clusters >= blocks + 2,
                "There are %s clusters in %s blocks. Expected at least two more.",
                clusters,
                blocks);
        Checks.positive(students, "students");
        Checks.share(correlation, "correlation");
        double between = correlation * (1 - explainedBetween);
        double within = (1 - correlation) * (1 - explained) / students;
        return new Precision(
                Math.sqrt((between + within) / (treatedTimesOthers() * clusters)), clusters - blocks - 1.0);
    }

    /**
     * The precision of whole schools dealt, with classes in them: √((ρ₃(1 − R²₃) + ρ₂(1 − R²₂)/J + (1 − ρ₂ − ρ₃)(1 −
     * R²₁)/(Jn))/(P(1 − P)K)) with K − 2 degrees of freedom; R²₂ and R²₃ are the share explained between clusters. Source:
     * Dong &amp; Maynard (2013), doi:10.1080/19345747.2012.673143.
     *
     * @param schools K, at least 3
     * @param classes J in each school, at least 1
     * @param students n in each class, at least 1
     * @param ofSchools ρ₃, the share of the variance between schools
     * @param ofClasses ρ₂, the share between classes of a school
     */
    public Precision schoolsWithClasses(int schools, int classes, int students, double ofSchools, double ofClasses) {
        Checks.require(schools >= 3, "schools is %s. Expected at least 3.", schools);
        Checks.positive(classes, "classes");
        Checks.positive(students, "students");
        Checks.share(ofSchools, "ofSchools");
        Checks.share(ofClasses, "ofClasses");
        Checks.share(ofSchools + ofClasses, "ofSchools + ofClasses");
        double top = ofSchools * (1 - explainedBetween);
        double middle = ofClasses * (1 - explainedBetween) / classes;
        double within = (1 - ofSchools - ofClasses) * (1 - explained) / ((double) classes * students);
        return new Precision(Math.sqrt((top + middle + within) / (treatedTimesOthers() * schools)), schools - 2.0);
    }

    private double treatedTimesOthers() {
        return share * (1 - share);
    }
}
