package org.iltlib.analytics.growth.measured;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.growth.percentile.PercentileReading;
import org.iltlib.analytics.growth.percentile.ScorePredictor;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/**
 * How far each percentile would move if all the tests were sat again: the student's scores, the earlier ones too, are
 * drawn anew with their errors of measurement, and the percentiles that follow from the same matrices are put in order.
 * Immutable. It centres on the scores as they are, so it tells chance, not bias; {@link Simex} tells bias.
 *
 * <p>Each student has a stream of chance of his or her own place: the same seed gives the same intervals on any number of
 * threads. Time: the draws times a prediction of 100 quantiles a student, 0.1 to 0.3 ms for 200 draws.
 */
public final class RetestIntervals {
    private static final int BLOCK = 256;

    private final GrowthPercentiles growth;
    private final double level;
    private final byte[] lower;
    private final byte[] upper;

    private RetestIntervals(GrowthPercentiles growth, double level) {
        this.growth = growth;
        this.level = level;
        lower = new byte[growth.cohort().size()];
        upper = new byte[growth.cohort().size()];
    }

    /**
     * Draws.
     *
     * @param growth the percentiles
     * @param errors of the newest test, of the test one year before, and so on
     * @param level of the intervals
     * @param draws a student, at least 20
     * @param seed of all
     * @param executor works on fixed blocks of students
     */
    public static RetestIntervals of(
            GrowthPercentiles growth, List<ScoreErrors> errors, double level, int draws, long seed, Executor executor) {
        Checks.require(level > 0 && level < 1, "level is %s. Expected between 0 and 1, such as 0.95.", level);
        Checks.require(draws >= 20, "draws is %s. Expected at least 20.", draws);
        Checks.require(
                errors.size() > growth.matrices().size(),
                "There are errors of %s tests. Expected %s, the newest among them.",
                errors.size(),
                growth.matrices().size() + 1);
        RetestIntervals found = new RetestIntervals(growth, level);
        List<Optional<ScorePredictor>> predictors = growth.matrices().stream()
                .map(matrix -> matrix.value().map(ScorePredictor::of))
                .toList();
        int size = growth.cohort().size();
        List<CompletableFuture<Void>> blocks = IntStream.range(0, (size + BLOCK - 1) / BLOCK)
                .mapToObj(block -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = block * BLOCK; i < Math.min(size, (block + 1) * BLOCK); i++) {
                                if (growth.order(i) > 0) {
                                    ScorePredictor predictor =
                                            predictors.get(growth.order(i) - 1).orElseThrow();
                                    found.draw(i, predictor, errors, draws, Replications.chance(seed, i));
                                }
                            }
                        },
                        executor))
                .toList();
        blocks.forEach(CompletableFuture::join);
        return found;
    }

    private void draw(int place, ScorePredictor predictor, List<ScoreErrors> errors, int draws, SplitMix chance) {
        GrowthCohort cohort = growth.cohort();
        int order = growth.order(place);
        double score = cohort.findCurrent(place).orElseThrow();
        double error = errors.get(0).at(score)[0];
        double[] priors = new double[order];
        double[] spreads = new double[order];
        for (int k = 0; k < order; k++) {
            priors[k] = cohort.findPrior(place, k + 1).orElseThrow();
            spreads[k] = errors.get(k + 1).at(priors[k])[0];
        }
        int[] counts = new int[CoefficientMatrix.QUANTILES];
        double[] moved = new double[order];
        for (int draw = 0; draw < draws; draw++) {
            double newest = score + error * chance.nextGaussian();
            for (int k = 0; k < order; k++) {
                moved[k] = priors[k] + spreads[k] * chance.nextGaussian();
            }
            counts[PercentileReading.percentile(predictor.fitted(moved), 0, newest)]++;
        }
        double tail = (1 - level) / 2 * draws;
        lower[place] = (byte) Math.min(growth.percentile(place), at(counts, tail));
        upper[place] = (byte) Math.max(growth.percentile(place), at(counts, draws - tail));
    }

    /** The lowest percentile with at least so many draws at or below it. */
    private static int at(int[] counts, double wanted) {
        int until = 0;
        int value = 0;
        while (value < 99 && until + counts[value] < wanted) {
            until += counts[value++];
        }
        return value;
    }

    /** The student's percentile with its interval, or why there is none. */
    public Measured<Estimate> of(int place) {
        if (growth.order(place) == 0) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "no percentile");
        }
        return Measured.of(Estimate.builder()
                .value(growth.percentile(place))
                .lower(lower[place])
                .upper(upper[place])
                .level(level)
                .n(growth.matrices()
                        .get(growth.order(place) - 1)
                        .value()
                        .orElseThrow()
                        .n())
                .unit("percentile")
                .method("growth percentiles of scores drawn anew with their errors")
                .build());
    }
}
