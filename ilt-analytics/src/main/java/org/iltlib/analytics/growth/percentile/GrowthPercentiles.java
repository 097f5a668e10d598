package org.iltlib.analytics.growth.percentile;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.internal.Rounding;
import org.iltlib.analytics.stats.Distributions;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * The growth percentiles of a cohort: a few bytes a student and order. Immutable, thread-safe. A student is named by the
 * place in the cohort.
 */
public final class GrowthPercentiles {
    private final GrowthCohort cohort;
    private final List<Measured<CoefficientMatrix>> matrices;
    private final List<Optional<ScorePredictor>> predictors;
    private final GrowthOptions options;
    private final byte[] orders;
    private final byte[][] byOrder;
    private final byte[] lower;
    private final byte[] upper;
    private final Moments priors;
    private final int scored;

    GrowthPercentiles(GrowthCohort cohort, List<Measured<CoefficientMatrix>> matrices, GrowthOptions options) {
        this.cohort = cohort;
        this.matrices = List.copyOf(matrices);
        this.options = options;
        predictors = matrices.stream()
                .map(matrix -> matrix.value().map(ScorePredictor::of))
                .toList();
        orders = new byte[cohort.size()];
        byOrder = new byte[matrices.size()][cohort.size()];
        boolean errors = options.errors().isPresent();
        lower = new byte[errors ? cohort.size() : 0];
        upper = new byte[errors ? cohort.size() : 0];
        double reach = Distributions.normalQuantile((1 + options.level()) / 2);
        for (int order = matrices.size(); order > 0; order--) {
            Optional<ScorePredictor> predictor = predictors.get(order - 1);
            if (predictor.isPresent()) {
                score(predictor.get(), order, reach);
            }
        }
        Moments sum = Moments.EMPTY;
        for (int place = 0; place < orders.length; place++) {
            if (orders[place] > 0) {
                sum = sum.with(cohort.findPrior(place, 1).orElseThrow());
            }
        }
        priors = sum;
        scored = (int) sum.n();
    }

    private void score(ScorePredictor predictor, int order, double reach) {
        CoefficientMatrix matrix = predictor.matrix();
        int[] places = cohort.withOrder(order);
        double[] newest = new double[cohort.size()];
        double[] current = cohort.current(places);
        double[] error = new double[cohort.size()];
        Optional<ScoreErrors> given = options.errors();
        double[] errors = given.map(table -> table.at(current)).orElse(new double[places.length]);
        for (int i = 0; i < places.length; i++) {
            newest[places[i]] = current[i];
            error[places[i]] = errors[i] * reach;
        }
        CohortScorer.score(predictor, cohort, places, (place, predictions, offset) -> {
            double score = newest[place];
            byOrder[order - 1][place] = (byte) read(matrix, predictions, offset, score);
            if (orders[place] == 0) {
                orders[place] = (byte) order;
                if (given.isPresent()) {
                    lower[place] = (byte) read(matrix, predictions, offset, score - error[place]);
                    upper[place] = (byte) read(matrix, predictions, offset, score + error[place]);
                }
            }
        });
    }

    private int read(CoefficientMatrix matrix, double[] predictions, int offset, double score) {
        return options.endsAdjusted()
                ? PercentileReading.percentile(predictions, offset, score, matrix.scale())
                : PercentileReading.percentile(predictions, offset, score);
    }

    /** The students. */
    public GrowthCohort cohort() {
        return cohort;
    }

    /** The matrices by order, from 1; or why there is none. */
    public List<Measured<CoefficientMatrix>> matrices() {
        return matrices;
    }

    /** The number of students with a percentile. */
    public int scored() {
        return scored;
    }

    /** The student's percentile, 1 to 99; 0 if there is none, and {@link #of} says why. */
    public int percentile(int place) {
        return orders[place] == 0 ? 0 : byOrder[orders[place] - 1][place];
    }

    /** The student's percentile on so many earlier scores; 0 if there is none. */
    public int percentile(int place, int order) {
        return order >= 1 && order <= byOrder.length ? byOrder[order - 1][place] : 0;
    }

    /** All percentiles, by place; 0 where there is none. */
    public int[] percentiles() {
        int[] all = new int[orders.length];
        for (int place = 0; place < all.length; place++) {
            all[place] = percentile(place);
        }
        return all;
    }

    /** On how many earlier scores the student's percentile rests; 0 if there is none. */
    public int order(int place) {
        return orders[place];
    }

    /** The student's growth, or why it is not known. */
    public Measured<GrowthPercentile> of(int place) {
        if (orders[place] == 0) {
            return missing(place);
        }
        double prior = cohort.findPrior(place, 1).orElseThrow();
        return Measured.of(new GrowthPercentile.Builder()
                .student(cohort.student(place))
                .percentile(percentile(place))
                .order(orders[place])
                .prior(prior)
                .priorStandardized(standardized(prior))
                .interval(interval(place))
                .build());
    }

    private <T> Measured<T> missing(int place) {
        if (cohort.order(place) == 0) {
            return Measured.missing(
                    MissingReason.NOT_COLLECTED,
                    cohort.findCurrent(place).isEmpty() ? "no newest score" : "no score in the year before");
        }
        Measured<CoefficientMatrix> first = matrices.get(0);
        return first.flatMap(matrix -> Measured.missing(MissingReason.NOT_LOADED, "no matrix"));
    }

    private Measured<Double> standardized(double prior) {
        double spread = priors.standardDeviation().orElse(0);
        return spread > 0
                ? Measured.of(Rounding.to(3, (prior - priors.mean()) / spread))
                : Measured.missing(MissingReason.UNDEFINED, "the earlier scores do not differ");
    }

    private Measured<Estimate> interval(int place) {
        if (options.errors().isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no standard error of measurement is known");
        }
        return Measured.of(Estimate.builder()
                .value(percentile(place))
                .lower(lower[place])
                .upper(upper[place])
                .level(options.level())
                .n(matrices.get(orders[place] - 1).value().orElseThrow().n())
                .unit("percentile")
                .method("growth percentiles of the newest score and of that score less and plus its error")
                .build());
    }

    /** The lower end of the student's interval; empty if there is none. Cheaper than {@link #of}. */
    public Optional<Integer> findLower(int place) {
        return lower.length == 0 || orders[place] == 0 ? Optional.empty() : Optional.of((int) lower[place]);
    }

    /** The upper end of the student's interval; empty if there is none. */
    public Optional<Integer> findUpper(int place) {
        return upper.length == 0 || orders[place] == 0 ? Optional.empty() : Optional.of((int) upper[place]);
    }

    /**
     * The hundred predicted scores of a student, ascending, rounded to five decimals; within the scale if the ends are
     * adjusted.
     *
     * @throws IllegalArgumentException if the student has no percentile
     */
    public double[] curve(int place) {
        return curve(place, order(place));
    }

    /** The same on so many earlier scores. */
    public double[] curve(int place, int order) {
        Checks.require(
                percentile(place, order) > 0,
                "Student %s has no percentile of order %s.",
                cohort.student(place),
                order);
        ScorePredictor predictor = predictors.get(order - 1).orElseThrow();
        double[] priors = new double[order];
        for (int back = 1; back <= order; back++) {
            priors[back - 1] = cohort.findPrior(place, back).orElseThrow();
        }
        double[] predictions = predictor.fitted(priors);
        if (options.endsAdjusted()) {
            for (int tau = 0; tau < predictions.length; tau++) {
                predictions[tau] = predictor.matrix().scale().clip(predictions[tau]);
            }
        }
        PercentileReading.sort(predictions);
        PercentileReading.round(predictions);
        return predictions;
    }

    /**
     * The score that parts so many of a hundred such students from the rest, rounded. As the SGP package has it, this is
     * the predicted quantile next above: for 50 that of .505.
     *
     * @param percent 1 to 99
     * @param places decimal places, 0 to 9
     * @throws IllegalArgumentException if the student has no percentile
     */
    public double cut(int place, int percent, int places) {
        Checks.require(percent >= 1 && percent <= 99, "percent is %s. Expected 1 to 99.", percent);
        return Rounding.to(places, curve(place)[percent]);
    }

    /** Such as {@code 600 of 600 students}. */
    @Override
    public String toString() {
        return scored + " of " + cohort.size() + " students";
    }
}
