package org.iltlib.analytics.growth.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthMatrices;
import org.iltlib.analytics.growth.percentile.ScorePredictor;
import org.iltlib.base.Checks;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;

/**
 * A hundred paths into the coming years. Path j grows each year as the j-th fitted quantile says, its own predicted score
 * being the newest score of the next year; after each year scores are clipped to the scale of the grade and sorted. Each
 * year uses the matrix of the highest order for which the student then has scores. Immutable, thread-safe.
 *
 * <p>It supposes that the coming years grow as the years did on which the matrices were fitted. Time for a student: some
 * ten thousand multiplications a year.
 */
public final class GrowthProjection {
    private final List<GrowthMatrices> years;
    private final List<List<ScorePredictor>> predictors;

    private GrowthProjection(List<GrowthMatrices> years) {
        this.years = years;
        predictors = years.stream()
                .map(year -> year.matrices().stream().map(ScorePredictor::of).toList())
                .toList();
    }

    /**
     * Over the grades ahead, the next one first.
     *
     * @throws IllegalArgumentException if there are none, or they are of different subjects or do not follow one another
     */
    public static GrowthProjection of(List<GrowthMatrices> years) {
        Checks.notEmpty(years, "years");
        for (int i = 1; i < years.size(); i++) {
            GrowthMatrices before = years.get(i - 1);
            GrowthMatrices after = years.get(i);
            List<GradeLevel> grades = after.matrices().get(0).grades();
            Checks.require(
                    before.subject().equals(after.subject()) && before.grade().equals(grades.get(grades.size() - 2)),
                    "%s does not follow %s. Expected the same subject and the grade after.",
                    after,
                    before);
        }
        return new GrowthProjection(List.copyOf(years));
    }

    /** The matrices of the grades ahead. */
    public List<GrowthMatrices> years() {
        return years;
    }

    /**
     * The paths of a student.
     *
     * @param scores the scores so far, the newest first, without a gap
     * @return missing without a score, or if a year ahead has no matrix for so few
     */
    public Measured<Trajectories> of(double... scores) {
        if (scores.length == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no newest score");
        }
        for (double score : scores) {
            Checks.finite(score, "score");
        }
        List<double[]> paths = new ArrayList<>(); // the newest year first
        for (int year = 0; year < predictors.size(); year++) {
            int known = scores.length + year;
            Optional<ScorePredictor> highest = predictors.get(year).stream()
                    .filter(predictor -> predictor.matrix().order() <= known)
                    .reduce((low, high) -> high);
            if (highest.isEmpty()) {
                return Measured.missing(
                        MissingReason.NOT_LOADED,
                        "no matrix for " + years.get(year).grade() + " on " + known + " earlier scores");
            }
            paths.add(0, advance(highest.get(), paths, scores));
        }
        List<double[]> oldestFirst = new ArrayList<>();
        paths.forEach(path -> oldestFirst.add(0, path));
        return Measured.of(new Trajectories(oldestFirst));
    }

    private static double[] advance(ScorePredictor predictor, List<double[]> paths, double[] scores) {
        CoefficientMatrix matrix = predictor.matrix();
        double[] next = new double[CoefficientMatrix.QUANTILES];
        double[] priors = new double[matrix.order()];
        double[] shared = {};
        for (int j = 0; j < next.length; j++) {
            for (int k = 0; k < priors.length; k++) {
                priors[k] = k < paths.size() ? paths.get(k)[j] : scores[k - paths.size()];
            }
            if (paths.isEmpty()) { // all paths start from the same scores
                shared = j == 0 ? predictor.fitted(priors) : shared;
                next[j] = shared[j];
            } else {
                next[j] = predictor.fitted(j, priors);
            }
            next[j] = matrix.scale().clip(next[j]);
        }
        Arrays.sort(next);
        return next;
    }

    /** Such as {@code mathematics, grade 5 to grade 6}. */
    @Override
    public String toString() {
        return years.get(0).subject() + ", " + years.get(0).grade() + " to "
                + years.get(years.size() - 1).grade();
    }
}
