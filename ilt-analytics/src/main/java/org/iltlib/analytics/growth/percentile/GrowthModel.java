package org.iltlib.analytics.growth.percentile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * Student growth percentiles as the SGP package computes them. Immutable options; {@link #of} fits and scores a cohort,
 * {@link #fit} and {@link #score} do the one and the other, so that a year can be held against matrices of earlier years.
 *
 * <p>For each number of earlier scores, called the order, one fit on all students who have as many; a student is scored by
 * the highest order that his or her scores allow and that could be fitted. A cohort of a district with some 75 students a
 * grade is too small for matrices of its own: fit several years {@linkplain GrowthCohort#stacked stacked}, or a state's.
 *
 * <p>The same bits for any order of students and number of threads where the optimum is unique, as it is for scores with
 * decimals. Time: 100 fits an order; scoring takes 100 · k additions a student and order k.
 */
public final class GrowthModel {
    private final GrowthOptions options;

    private GrowthModel(GrowthOptions options) {
        this.options = options;
    }

    /** All orders that the cohort has, at least 250 students an order, scores beyond the scale not adjusted. */
    public static GrowthModel withDefaults() {
        return new GrowthModel(ImmutableGrowthOptions.builder().build());
    }

    private ImmutableGrowthOptions.Builder copy() {
        return ImmutableGrowthOptions.builder().from(options);
    }

    private static GrowthModel with(ImmutableGrowthOptions.Builder builder) {
        return new GrowthModel(builder.build());
    }

    /** A copy that uses at most so many earlier scores. */
    public GrowthModel withOrders(int most) {
        return with(copy().orders((int) Checks.positive(most, "most")));
    }

    /** A copy that fits an order on no fewer students than that; in any case on no fewer than three a coefficient. */
    public GrowthModel withFewestStudents(int fewest) {
        return with(copy().fewestStudents((int) Checks.positive(fewest, "fewest")));
    }

    /**
     * A copy that takes predictions beyond the lowest and the highest obtainable score for these, and counts a student at
     * the highest as above all predictions that reach it. In SGP: {@code sgp.loss.hoss.adjustment}.
     */
    public GrowthModel withEndsAdjusted() {
        return with(copy().endsAdjusted(true));
    }

    /** A copy that gives each percentile the interval that follows from the error of the newest score. */
    public GrowthModel withErrors(ScoreErrors errors) {
        return with(copy().errors(errors));
    }

    /** A copy whose intervals have that level; 0.95 unless told otherwise. */
    public GrowthModel withLevel(double level) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        return with(copy().level(level));
    }

    /** A copy that fits the quantiles in that way. */
    public GrowthModel withFit(PercentileFit fit) {
        return with(copy().fit(fit));
    }

    /** A copy that works on the threads of that executor; results are the same on any. */
    public GrowthModel withExecutor(Executor executor) {
        return with(copy().executor(executor));
    }

    /** Fits all orders on the cohort and scores it. */
    public GrowthPercentiles of(GrowthCohort cohort) {
        List<Measured<CoefficientMatrix>> fits = new ArrayList<>();
        for (int order = 1; order <= Math.min(options.orders(), cohort.priors()); order++) {
            fits.add(fit(cohort, order));
        }
        return new GrowthPercentiles(cohort, fits, options);
    }

    /** The matrices of all orders that can be fitted; missing with the reason of the first order if none can. */
    public Measured<GrowthMatrices> fit(GrowthCohort cohort) {
        List<CoefficientMatrix> found = new ArrayList<>();
        Measured<CoefficientMatrix> first = fit(cohort, 1);
        first.value().ifPresent(found::add);
        for (int order = 2; order <= Math.min(options.orders(), cohort.priors()); order++) {
            fit(cohort, order).value().ifPresent(found::add);
        }
        return found.isEmpty()
                ? first.flatMap(matrix -> Measured.of(GrowthMatrices.of(matrix)))
                : Measured.of(new GrowthMatrices(found));
    }

    /**
     * The matrix of one order, fitted on all students who have as many earlier scores.
     *
     * @return missing if there are too few students, scores so alike that the coefficients cannot be told, or a fit that
     *     rounding keeps from being proved the best to a ten-millionth
     * @throws IllegalArgumentException if the cohort has no such order
     */
    public Measured<CoefficientMatrix> fit(GrowthCohort cohort, int order) {
        Checks.require(
                order >= 1 && order <= cohort.priors(), "order is %s. Expected 1 to %s.", order, cohort.priors());
        return MatrixFit.of(cohort, order, options);
    }

    /**
     * The cohort as held against matrices of other years. An order that is not among them, because the cohort or the
     * matrices lack it, is not used; nor is one for whose scores the cohort's are of another scale: more than half of them
     * lie beyond the boundaries of the knots, or of the newest farther beyond the matrix's scale than it is wide.
     *
     * @throws IllegalArgumentException if the matrices are of another subject or of other grades
     */
    public GrowthPercentiles score(GrowthCohort cohort, GrowthMatrices matrices) {
        int most = Math.min(options.orders(), cohort.priors());
        Checks.require(
                matrices.subject().equals(cohort.progression().subject()),
                "The matrices are of %s, the cohort of %s.",
                matrices.subject(),
                cohort.progression().subject());
        List<Measured<CoefficientMatrix>> known = IntStream.rangeClosed(1, most)
                .mapToObj(order -> checked(cohort, matrices.find(order), order))
                .toList();
        return new GrowthPercentiles(cohort, known, options);
    }

    private static Measured<CoefficientMatrix> checked(
            GrowthCohort cohort, Optional<CoefficientMatrix> matrix, int order) {
        if (matrix.isEmpty()) {
            return Measured.missing(MissingReason.NOT_LOADED, "there is no matrix of order " + order);
        }
        List<?> grades = cohort.progression().grades();
        List<?> ours = grades.subList(grades.size() - order - 1, grades.size());
        Checks.require(
                ours.equals(matrix.get().grades()),
                "The matrix of order %s is of %s, the cohort of %s. Expected the same grades.",
                order,
                matrix.get().grades(),
                ours);
        return scaled(cohort, matrix.get());
    }

    private static Measured<CoefficientMatrix> scaled(GrowthCohort cohort, CoefficientMatrix matrix) {
        ScoreRange newest = matrix.scale();
        double width = newest.highest() - newest.lowest();
        for (int back = 0; back <= matrix.order(); back++) {
            ScoreRange range = back == 0
                    ? new ScoreRange(newest.lowest() - width, newest.highest() + width)
                    : matrix.priors().get(back - 1).boundaries();
            double[] scores = back == 0 ? cohort.allCurrent() : cohort.allPrior(back);
            long beyond = Arrays.stream(scores)
                    .filter(score -> range.clip(score) != score)
                    .count();
            if (2 * beyond > scores.length) {
                return Measured.missing(
                        MissingReason.UNDEFINED,
                        beyond + " of " + scores.length + (back == 0 ? " newest scores" : " scores " + back + " before")
                                + " lie outside " + range.lowest() + " to " + range.highest()
                                + ", where the matrix was fitted; maybe they are of another scale");
            }
        }
        return Measured.of(matrix);
    }
}
