package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the conventions are worth: on the stored matrices of SGP 2.2-0.0, how many of 600 students keep the right
 * percentile where one of them is left out. The shares were computed in R from the same matrices.
 */
class ConventionsTest {
    private static double share(String kind, int order, UnaryOperator<double[]> ordered, boolean rounded) {
        GrowthCohort cohort = GoldenGrowth.cohort(kind, order);
        ScorePredictor predictor =
                ScorePredictor.of(GoldenGrowth.matrices(kind).find(order).orElseThrow());
        double[] golden = GoldenGrowth.column("sgp_" + kind + "_order" + order + ".csv", "SGP");
        int right = 0;
        for (int place = 0; place < golden.length; place++) {
            int student = place;
            double[] priors = IntStream.rangeClosed(1, order)
                    .mapToDouble(back -> cohort.findPrior(student, back).orElseThrow())
                    .toArray();
            double[] curve = ordered.apply(predictor.fitted(priors));
            if (rounded) {
                PercentileReading.round(curve);
            }
            double score = cohort.findCurrent(place).orElseThrow();
            int last = 0;
            for (int tau = 0; tau < curve.length; tau++) {
                last = curve[tau] < score ? tau + 1 : last;
            }
            right += Math.max(1, Math.min(99, last)) == golden[place] ? 1 : 0;
        }
        return 100.0 * right / golden.length;
    }

    private static double[] sorted(double[] values) {
        PercentileReading.sort(values);
        return values;
    }

    /** Pool adjacent violators: the nearest ascending curve in squares. */
    private static double[] pooled(double[] values) {
        double[] sums = new double[values.length];
        int[] sizes = new int[values.length];
        int blocks = 0;
        for (double value : values) {
            sums[blocks] = value;
            sizes[blocks++] = 1;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] >= sums[blocks - 1] / sizes[blocks - 1]) {
                blocks--;
                sums[blocks - 1] += sums[blocks];
                sizes[blocks - 1] += sizes[blocks];
            }
        }
        double[] pooled = new double[values.length];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(pooled, at, at + sizes[block], sums[block] / sizes[block]);
            at += sizes[block];
        }
        return pooled;
    }

    @ParameterizedTest
    @CsvSource({"decimal,1", "decimal,2", "decimal,3", "integer,1"})
    void sortedAndRoundedAllAreRight(String kind, int order) {
        assertThat(share(kind, order, ConventionsTest::sorted, true)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"decimal,1,98.2", "decimal,2,92.2", "decimal,3,87.2", "integer,1,98.3"})
    void notSortedSomeAreWrong(String kind, int order, double share) {
        assertThat(share(kind, order, UnaryOperator.identity(), true)).isCloseTo(share, within(0.051));
    }

    @ParameterizedTest
    @CsvSource({"decimal,1,98.2", "decimal,2,92.3", "decimal,3,87.3", "integer,1,98.3"})
    void pooledInsteadOfSortedSomeAreWrong(String kind, int order, double share) {
        assertThat(share(kind, order, ConventionsTest::pooled, true)).isCloseTo(share, within(0.051));
    }

    @ParameterizedTest
    @CsvSource({"decimal,1,61.2", "decimal,2,45.3", "decimal,3,33.3", "integer,1,69.3"})
    void notRoundedAThirdOrMoreAreWrong(String kind, int order, double share) {
        // Which side of a score an unrounded prediction falls on is chance: the share differs with the order of sums.
        assertThat(share(kind, order, ConventionsTest::sorted, false)).isCloseTo(share, within(8.0));
    }

    @Test
    void aCutTakesTheQuantileNextAbove() {
        GrowthPercentiles growth =
                GrowthModel.withDefaults().score(GoldenGrowth.cohort("decimal", 1), GoldenGrowth.matrices("decimal"));
        double[] golden = GoldenGrowth.column("sgp_decimal_order1.csv", "PERCENTILE_CUT_50");
        assertThat(growth.curve(0)[50]).isCloseTo(golden[0], within(0.00501)); // τ = .505
        assertThat(growth.curve(0)[49]).isNotCloseTo(golden[0], within(0.00501)); // τ = .495
    }

    @Test
    void theMatrixOfOrderOneIsFittedOnAllWhoHaveOneScoreOrMore() {
        GrowthCohort all = GoldenGrowth.cohort("decimal", 2);
        double[] second = all.prior(2, IntStream.range(0, 600).toArray());
        for (int place = 0; place < 600; place += 3) {
            second[place] = Double.NaN;
        }
        GrowthCohort gaps = GrowthCohort.of(all.progression(), all.allCurrent(), List.of(all.allPrior(1), second));
        GrowthPercentiles growth = GrowthModel.withDefaults().of(gaps);
        assertThat(growth.matrices().get(0).map(CoefficientMatrix::n)).isEqualTo(Measured.of(600));
        assertThat(growth.matrices().get(1).map(CoefficientMatrix::n)).isEqualTo(Measured.of(400));
        double[] golden = GoldenGrowth.column("sgp_decimal_order1.csv", "SGP");
        for (int place = 0; place < 600; place++) {
            assertThat(growth.percentile(place, 1)).isEqualTo((int) golden[place]);
            assertThat(growth.order(place)).isEqualTo(place % 3 == 0 ? 1 : 2);
            assertThat(growth.percentile(place)).isEqualTo(growth.percentile(place, growth.order(place)));
        }
    }

    @Test
    void integerScoresHaveSeveralBestFitsButOnePercentile() {
        CoefficientMatrix ours = GrowthModel.withDefaults()
                .fit(GoldenGrowth.cohort("integer", 1), 1)
                .value()
                .orElseThrow();
        assertThat(ours.certificate().orElseThrow().zeros()).isGreaterThan(100 * 8); // more than one a column
        // The objective of the stored coefficients, never below ours: no assertion on coefficients.
        CoefficientMatrix golden = GoldenGrowth.matrices("integer").matrices().get(0);
        double[] current = GoldenGrowth.column("sgp_scores_integer.csv", "SS6");
        double[] prior = GoldenGrowth.column("sgp_scores_integer.csv", "SS5");
        ScorePredictor predictor = ScorePredictor.of(golden);
        for (int tau = 0; tau < CoefficientMatrix.QUANTILES; tau++) {
            double objective = 0;
            for (int i = 0; i < current.length; i++) {
                double residual = current[i] - predictor.fitted(tau, new double[] {prior[i]});
                objective += residual * (CoefficientMatrix.tau(tau) - (residual < 0 ? 1 : 0));
            }
            assertThat(ours.objectives().get(tau)).isCloseTo(objective, within(1e-10 * objective));
        }
    }
}
