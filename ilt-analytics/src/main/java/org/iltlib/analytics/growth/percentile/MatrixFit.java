package org.iltlib.analytics.growth.percentile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.Levels;
import org.iltlib.analytics.internal.joint.JointProcess;
import org.iltlib.analytics.internal.joint.JointQuantiles;
import org.iltlib.analytics.internal.quantile.QuantileProcess;
import org.iltlib.analytics.internal.quantile.SplineDesign;
import org.iltlib.analytics.internal.quantile.SplineQuantiles;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * The fit of one order. Students enter in the order of their scores, so that the order in which they came shows nowhere,
 * even where several fits are best.
 */
final class MatrixFit {
    private static final int STUDENTS_A_COLUMN = 3;
    private static final double WIDEST = 1e-7;

    private MatrixFit() {}

    static Measured<CoefficientMatrix> of(GrowthCohort cohort, int order, GrowthOptions options) {
        int[] places = cohort.withOrder(order);
        List<ScoreKnots> knots = new ArrayList<>();
        for (int back = 1; back <= order; back++) {
            Measured<ScoreKnots> placed = ScoreKnots.of(cohort.allPrior(back));
            if (placed instanceof Measured.Missing<ScoreKnots> missing) {
                return Measured.missing(missing.reason(), missing.detail());
            }
            knots.add(placed.value().orElseThrow());
        }
        List<CubicSpline> splines = knots.stream().map(ScoreKnots::spline).toList();
        int coefficients = 1 + splines.stream().mapToInt(CubicSpline::columns).sum();
        int fewest = Math.max(options.fewestStudents(), STUDENTS_A_COLUMN * coefficients);
        if (places.length < fewest) {
            return Measured.missing(
                    MissingReason.TOO_FEW,
                    places.length + " students have " + order + " earlier scores; at least " + fewest + " are needed");
        }
        SplineDesign design = design(cohort, places, splines);
        OptionalInt deficient = SplineQuantiles.deficientColumn(design);
        if (deficient.isPresent()) {
            return Measured.missing(MissingReason.UNDEFINED, words(deficient.getAsInt(), splines));
        }
        double[] taus = IntStream.range(0, CoefficientMatrix.QUANTILES)
                .mapToDouble(CoefficientMatrix::tau)
                .toArray();
        int n = places.length;
        return curves(design, taus, options).map(found -> matrix(cohort, knots, n, options.fit(), found));
    }

    /** In a method of its own, so that copies of the scores are gone before the fit begins. */
    private static SplineDesign design(GrowthCohort cohort, int[] places, List<CubicSpline> splines) {
        List<double[]> columns = new ArrayList<>(List.of(cohort.current(places)));
        for (int back = 1; back <= splines.size(); back++) {
            columns.add(cohort.prior(back, places));
        }
        List<double[]> ordered = inOrder(columns);
        return SplineDesign.of(ordered.get(0), ordered.subList(1, ordered.size()), splines);
    }

    /**
     * What a fit gives of all quantiles.
     *
     * @param coefficients a row a quantile
     * @param objectives one a quantile
     * @param certificate of the worst
     */
    private record Curves(List<double[]> coefficients, List<Double> objectives, FitCertificate certificate) {}

    private static Measured<Curves> curves(SplineDesign design, double[] taus, GrowthOptions options) {
        return options.fit() == PercentileFit.JOINT
                ? together(JointQuantiles.of(design, taus, options.executor()))
                : proved(SplineQuantiles.of(design, taus, options.executor()));
    }

    private static Measured<Curves> together(JointProcess process) {
        if (!process.certified()) {
            return Measured.missing(
                    MissingReason.UNDEFINED,
                    "curves that do not cross were found, but not proved to be the best: they may be improved by "
                            + process.gap());
        }
        List<double[]> coefficients = new ArrayList<>();
        List<Double> objectives = new ArrayList<>();
        for (int tau = 0; tau < process.size(); tau++) {
            coefficients.add(process.coefficients(tau));
            objectives.add(process.objective(tau));
        }
        double violation = Math.max(0, -process.smallestDifference());
        return Measured.of(new Curves(
                coefficients, objectives, new FitCertificate(process.gap(), violation, process.bindingPairs())));
    }

    private static Measured<Curves> proved(QuantileProcess process) {
        for (int tau = 0; tau < process.size(); tau++) {
            if (!process.proved(tau, WIDEST)) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        "rounding keeps the quantile " + process.tau(tau) + " from being proved the best: maybe some"
                                + " scores lie far from all others, or differ by very little");
            }
        }
        return Measured.of(apart(process));
    }

    private static Curves apart(QuantileProcess process) {
        List<double[]> coefficients = new ArrayList<>();
        List<Double> objectives = new ArrayList<>();
        double gap = 0;
        double violation = 0;
        int zeros = 0;
        for (int tau = 0; tau < process.size(); tau++) {
            coefficients.add(process.coefficients(tau));
            objectives.add(process.objective(tau));
            gap = Math.max(gap, process.gap(tau));
            violation = Math.max(violation, process.violation(tau));
            zeros += process.zeros(tau);
        }
        return new Curves(coefficients, objectives, new FitCertificate(gap, violation, zeros));
    }

    private static String words(int column, List<CubicSpline> splines) {
        int left = column - 1;
        int back = 1;
        while (back < splines.size() && left >= splines.get(back - 1).columns()) {
            left -= splines.get(back - 1).columns();
            back++;
        }
        return "the earlier scores are too alike: function " + (left + 2) + " of the spline of score " + back
                + " before the newest follows from the others";
    }

    private static CoefficientMatrix matrix(
            GrowthCohort cohort, List<ScoreKnots> knots, int n, PercentileFit fit, Curves found) {
        List<GradeLevel> grades = cohort.progression().grades();
        CoefficientMatrix.Builder matrix = CoefficientMatrix.builder();
        for (double[] coefficients : found.coefficients()) {
            matrix.addCoefficients(Arrays.stream(coefficients).boxed().toList());
        }
        return matrix.addAllObjectives(found.objectives())
                .subject(cohort.progression().subject())
                .addAllGrades(grades.subList(grades.size() - knots.size() - 1, grades.size()))
                .addAllYears(cohort.years())
                .n(n)
                .addAllPriors(knots)
                .scale(ScoreRange.of(cohort.allCurrent()))
                .fit(fit)
                .build()
                .with(found.certificate());
    }

    /** The rows by the last column, within it by the one before, and so on: one counting sort a column. */
    private static List<double[]> inOrder(List<double[]> columns) {
        int n = columns.get(0).length;
        int[] order = IntStream.range(0, n).toArray();
        for (double[] column : columns) {
            Levels levels = Levels.of(column);
            int[] codes = new int[n];
            int[] starts = new int[levels.size() + 1];
            for (int row = 0; row < n; row++) {
                codes[row] = levels.place(column[row]);
                starts[codes[row] + 1]++;
            }
            for (int level = 1; level < starts.length; level++) {
                starts[level] += starts[level - 1];
            }
            int[] next = new int[n];
            for (int row : order) {
                next[starts[codes[row]]++] = row;
            }
            order = next;
        }
        List<double[]> rows = new ArrayList<>();
        for (double[] column : columns) {
            double[] picked = new double[n];
            for (int i = 0; i < n; i++) {
                picked[i] = column[order[i]];
            }
            rows.add(picked);
        }
        return rows;
    }
}
