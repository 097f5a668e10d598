package org.iltlib.analytics.regression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * A fitted regression: coefficients with their uncertainty, contrasts of them, and joint tests. Immutable.
 */
public final class RegressionFit {
    static final double FEWEST_DEGREES = 4;

    private final UsableRows rows;
    private final LeastSquares fit;
    private final Sandwich sandwich;
    private final FitWords words;
    private final List<String> names;
    private final double[][] covariance;
    private final double[] values;
    private final int leading;

    RegressionFit(UsableRows rows, LeastSquares fit, Sandwich sandwich, FitWords words) {
        this.rows = rows;
        this.fit = fit;
        this.sandwich = sandwich;
        this.words = words;
        this.names = List.copyOf(rows.names());
        this.covariance = sandwich.covariance();
        this.values = fit.coefficients();
        this.leading = fit.nuisance();
    }

    /** The coefficients, the intercept first if there is one. */
    public List<Coefficient> coefficients() {
        return names.stream().map(this::getCoefficient).toList();
    }

    /**
     * The coefficient of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Coefficient getCoefficient(String name) {
        return coefficient(name, unit(name));
    }

    /**
     * A sum of coefficients times numbers, such as the difference of two effects.
     *
     * @param name what it is, in words
     * @param multiples the numbers by the coefficients' names
     * @throws IllegalArgumentException if a name is not known or all numbers are zero
     */
    public Coefficient contrast(String name, Map<String, Double> multiples) {
        Checks.text(name, "name");
        double[] contrast = new double[values.length];
        boolean some = false;
        for (Map.Entry<String, Double> entry : new LinkedHashMap<>(multiples).entrySet()) {
            double multiple = Checks.finite(entry.getValue(), entry.getKey());
            contrast[place(entry.getKey())] = multiple;
            some |= multiple != 0;
        }
        Checks.require(
                some, "The contrast \"%s\" is zero whatever the coefficients are. Maybe its multiples are.", name);
        return coefficient(name, contrast);
    }

    /**
     * The test that these coefficients are zero at once: Hotelling's T² with moments matched (HTZ, Pustejovsky &amp; Tipton
     * 2018), or the plain F test for errors that are not cluster-robust. Missing with fewer than four denominator degrees
     * of freedom, or where the clusters are too few for the coefficients to have a covariance of full rank.
     *
     * @throws IllegalArgumentException if a name is not known, stands twice, or there is none
     */
    public Measured<JointTest> jointTest(String... tested) {
        List<String> which = Checks.distinct(Checks.notEmpty(List.of(tested), "tested"), "tested");
        int q = which.size();
        double[][] contrasts = new double[q][];
        double[][] block = new double[q][q];
        double[] at = new double[q];
        for (int s = 0; s < q; s++) {
            contrasts[s] = unit(which.get(s));
            at[s] = values[place(which.get(s))];
            for (int t = 0; t < q; t++) {
                block[s][t] = covariance[place(which.get(s))][place(which.get(t))];
            }
        }
        GramFactor factor = GramFactor.of(block);
        double eta = sandwich.wishartDegrees(contrasts);
        if (factor.deficientColumn().isPresent() || Double.isNaN(eta)) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "the clusters are too few to test " + q + " coefficients at once");
        }
        double denominator = sandwich.denominator(eta, q);
        if (!(denominator >= FEWEST_DEGREES)) {
            return Measured.missing(MissingReason.TOO_FEW, degrees(denominator));
        }
        double square = GramFactor.dot(at, factor.solve(at), q);
        double statistic = Double.isInfinite(eta) ? square / q : (eta - q + 1) / (eta * q) * square;
        double p = Distributions.fisherUpper(q, denominator, statistic);
        Explanation why = Explanation.of(
                        "%s: F = %.3f on %d and %.2f degrees of freedom, p = %.4f.",
                        String.join(", ", which), statistic, q, denominator, p)
                .because("The test asks whether all are zero at once; %s.", words.errors())
                .because("Q = %.4f, turned into F with η = %.3f (Hotelling's T² with matched moments).", square, eta);
        return Measured.of(JointTest.builder()
                .statistic(statistic)
                .numeratorDegrees(q)
                .denominatorDegrees(denominator)
                .pValue(p)
                .why(why)
                .build());
    }

    /** The covariance of two coefficients. */
    public double covariance(String one, String other) {
        return covariance[place(one)][place(other)];
    }

    /** The number of rows used. */
    public int n() {
        return rows.n();
    }

    /** The number of rows that lacked a value or had no weight. */
    public int leftOut() {
        return rows.leftOut();
    }

    /** The number of clusters of each kind; of rows where none were given. */
    public List<Integer> clusters() {
        return words.clusters();
    }

    /** Rows less coefficients, absorbed ones counted. */
    public int residualDegrees() {
        return fit.residualDegrees();
    }

    /** The root of the residual sum of squares over its degrees of freedom, in the unit of the outcome. */
    public double residualDeviation() {
        return Math.sqrt(fit.residualSquares() / fit.residualDegrees());
    }

    /** The confidence level of the intervals. */
    public double level() {
        return words.level();
    }

    /** Why, in words and arithmetic. */
    public Explanation why() {
        Explanation why = Explanation.of(
                        "%s on %s; %d rows, %d left out.", words.outcome(), String.join(", ", names), n(), leftOut())
                .because(
                        "Least squares; rows less coefficients are %d, residuals spread by %.4g.",
                        residualDegrees(), residualDeviation())
                .because("Errors: %s.", words.errors());
        for (Coefficient each : coefficients()) {
            why = why.because(
                    "%s: %.4g, standard error %.4g%s.",
                    each.name(),
                    each.value(),
                    each.standardError(),
                    each.isConclusive()
                            ? String.format(Locale.ROOT, ", %.1f degrees of freedom", each.degreesOfFreedom())
                            : "; nothing can be concluded from it");
        }
        return why;
    }

    private Coefficient coefficient(String name, double[] contrast) {
        int p = values.length;
        double variance = 0;
        for (int i = 0; i < p; i++) {
            variance += contrast[i] * GramFactor.dot(covariance[i], contrast, p);
        }
        double value = GramFactor.dot(contrast, values, p);
        double degrees = sandwich.degreesOfFreedom(contrast);
        double error = variance > 0 && degrees > 0 ? Math.sqrt(variance) : 0;
        Coefficient.Builder built = Coefficient.builder()
                .name(name)
                .value(value)
                .standardError(error)
                .degreesOfFreedom(Double.isFinite(degrees) && error > 0 ? degrees : 0);
        if (!(error > 0) || !Double.isFinite(degrees)) {
            String detail = "the clusters are too few for " + name + " to have a standard error"
                    + (Double.isNaN(degrees) ? "; maybe one of them alone decides it" : "");
            return built.estimate(Measured.missing(MissingReason.UNDEFINED, detail))
                    .pValue(Measured.missing(MissingReason.UNDEFINED, detail))
                    .build();
        } else if (degrees < FEWEST_DEGREES) {
            return built.estimate(Measured.missing(MissingReason.TOO_FEW, degrees(degrees)))
                    .pValue(Measured.missing(MissingReason.TOO_FEW, degrees(degrees)))
                    .build();
        }
        double shortfall = sandwich.shortfall(contrast);
        double reach = error * Math.sqrt(shortfall) * Distributions.studentQuantile(degrees, 0.5 + words.level() / 2);
        return built.estimate(Measured.of(Estimate.builder()
                        .value(value)
                        .lower(value - reach)
                        .upper(value + reach)
                        .level(words.level())
                        .standardError(error)
                        .n(n())
                        .unit(words.unit())
                        .method(words.method())
                        .build()))
                .pValue(Measured.of(Distributions.fisherUpper(1, degrees, value * value / (variance * shortfall))))
                .build();
    }

    private static String degrees(double found) {
        return String.format(Locale.ROOT, "%.1f degrees of freedom; at least %.0f needed", found, FEWEST_DEGREES);
    }

    private double[] unit(String name) {
        double[] unit = new double[values.length];
        unit[place(name)] = 1;
        return unit;
    }

    private int place(String name) {
        int place = names.indexOf(name);
        Checks.require(place >= 0, "There is no coefficient \"%s\". Expected one of %s.", name, names);
        return leading + place;
    }

    /** The residuals of the rows used, in the unit of the outcome. */
    double[] residuals() {
        return fit.residuals();
    }
}
