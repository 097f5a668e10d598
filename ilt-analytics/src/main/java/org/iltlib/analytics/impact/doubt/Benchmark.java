package org.iltlib.analytics.impact.doubt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * How much a covariate that was measured explains, as a yardstick for one that was not.
 *
 * @param name the covariate
 * @param withTreatment its partial R² with the treatment, given the other covariates
 * @param withOutcome its partial R² with the outcome, given the treatment and the other covariates
 */
public record Benchmark(String name, double withTreatment, double withOutcome) {
    /** Checks the shares. */
    public Benchmark {
        Checks.text(name, "name");
        Checks.share(withTreatment, "withTreatment");
        Checks.share(withOutcome, "withOutcome");
    }

    /**
     * The strength of an unmeasured cause that is so many times as strong as this covariate, in both relations: with k, r
     * = k·R²(D)²/((1 − k·R²(D))(1 − R²(D))), it has k·R²(D)/(1 − R²(D)) with the treatment and, with the outcome, ((√k +
     * √r)/√(1 − r))²·R²(Y)/(1 − R²(Y)), at most 1. Missing if nothing can be so strong.
     *
     * <p>Source: Cinelli &amp; Hazlett (2020), doi:10.1111/rssb.12348, section 4.4.
     *
     * @param k how many times, above zero
     */
    public Measured<Strength> times(double k) {
        Checks.require(Checks.finite(k, "k") > 0, "k is %s. Expected above zero.", k);
        double treatment = k * withTreatment / (1 - withTreatment);
        double both = k * withTreatment * withTreatment / ((1 - k * withTreatment) * (1 - withTreatment));
        if (withTreatment >= 1 || withOutcome >= 1 || treatment >= 1 || k * withTreatment >= 1 || both >= 1) {
            return Measured.missing(
                    MissingReason.UNDEFINED, "nothing can explain " + k + " times as much as " + name + " does");
        }
        double ratio = (Math.sqrt(k) + Math.sqrt(both)) / Math.sqrt(1 - both);
        return Measured.of(Strength.of(treatment, Math.min(1, ratio * ratio * withOutcome / (1 - withOutcome))));
    }

    /**
     * The benchmarks of covariates, by least squares within strata; partial R² is t²/(t² + residual degrees of freedom).
     * Missing if columns determine each other, nothing varies, or there are too few rows.
     *
     * @param outcome one finite number a row
     * @param treatment one finite number a row, 0 and 1 say
     * @param strata codes of groups whose means are taken away; all zero for none
     * @param names the covariates' names
     * @param columns their values, finite
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Measured<List<Benchmark>> of(
            double[] outcome, double[] treatment, int[] strata, List<String> names, List<double[]> columns) {
        int n = outcome.length;
        Checks.require(
                treatment.length == n && strata.length == n && names.size() == columns.size(),
                "There are %s outcomes, %s treatments and %s strata; %s names and %s columns. Expected one each.",
                n,
                treatment.length,
                strata.length,
                names.size(),
                columns.size());
        for (double[] column : columns) {
            Checks.require(column.length == n, "A column has %s values for %s rows.", column.length, n);
        }
        GroupCodes groups = GroupCodes.of(strata);
        double[][] covariates = columns.toArray(new double[0][]);
        double[][] all = Arrays.copyOf(covariates, covariates.length + 1);
        all[covariates.length] = treatment;
        LeastSquares ofOutcome = LeastSquares.of(outcome, all, groups);
        LeastSquares ofTreatment = LeastSquares.of(treatment, covariates, groups);
        if (ofOutcome.deficientColumn().isPresent()
                || ofTreatment.deficientColumn().isPresent()) {
            return Measured.missing(MissingReason.UNDEFINED, "covariates, treatment and strata determine each other");
        } else if (ofOutcome.residualDegrees() <= 0 || isExact(ofOutcome) || isExact(ofTreatment)) {
            return Measured.missing(MissingReason.TOO_FEW, "nothing is left to explain");
        }
        List<Benchmark> benchmarks = new ArrayList<>();
        for (int j = 0; j < covariates.length; j++) {
            benchmarks.add(new Benchmark(names.get(j), partial(ofTreatment, j), partial(ofOutcome, j)));
        }
        return Measured.of(List.copyOf(benchmarks));
    }

    /** Whether what is left is no more than rounding. */
    private static boolean isExact(LeastSquares fit) {
        return !(fit.residualSquares() > 1e-20 * fit.withinSquares());
    }

    private static double partial(LeastSquares fit, int column) {
        double value = fit.coefficients()[column];
        double square = value * value / fit.classicalCovariance()[column][column];
        return square / (square + fit.residualDegrees());
    }
}
