package org.iltlib.analytics.growth.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.growth.percentile.GrowthModel;
import org.iltlib.analytics.growth.percentile.GrowthPercentiles;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class SimexTest {
    private static final double ERROR = 25;
    private static final ScoreErrors ERRORS = ScoreErrors.constant(ERROR);
    private static final Simex FEW = Simex.of(List.of(ERRORS)).withReplicates(4);

    /** Students whose true earlier score and newest score lie on a line; the earlier one is seen with error. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the test
    private record World(GrowthCohort cohort, double[] truth) {
        static World of(int n, long seed) {
            SplitMix chance = SplitMix.of(seed);
            double[] truth = new double[n];
            double[] seen = new double[n];
            double[] newest = new double[n];
            for (int i = 0; i < n; i++) {
                truth[i] = 500 + 45 * chance.nextGaussian();
                seen[i] = Math.rint(truth[i] + ERROR * chance.nextGaussian());
                newest[i] = Math.rint(10 * (530 + 0.9 * (truth[i] - 500) + 20 * chance.nextGaussian())) / 10;
            }
            return new World(
                    GrowthCohort.of(
                            Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(5), 1), newest, List.of(seen)),
                    truth);
        }

        /** The mean of those whose true score was low. */
        double low(int[] percentiles) {
            return IntStream.range(0, truth.length)
                    .filter(i -> truth[i] < 470)
                    .map(i -> percentiles[i])
                    .average()
                    .orElseThrow();
        }
    }

    @Test
    void withoutErrorTheCorrectedPercentilesAreThePlainOnes() {
        GrowthCohort cohort = World.of(500, 3).cohort();
        ScoreErrors none = ScoreErrors.constant(0);
        SimexPercentiles corrected =
                Simex.of(List.of(none)).withReplicates(2).of(cohort).value().orElseThrow();
        assertThat(corrected.percentiles()).isEqualTo(corrected.plain().percentiles());
        assertThat(corrected.plain().percentiles())
                .isEqualTo(GrowthModel.withDefaults().of(cohort).percentiles());
        assertThat(Simex.of(List.of(none))
                        .withReplicates(1)
                        .withParabola()
                        .of(cohort)
                        .value()
                        .orElseThrow()
                        .percentiles())
                .isEqualTo(corrected.percentiles());
        assertThat(corrected).hasToString("500 of 500 students, 8 perturbed fits");
    }

    /** The students who scored low in truth grew as all others did, so their mean percentile is 50. */
    @Test
    void whatErrorTakesFromStudentsWhoScoredLowIsMostlyGivenBack() {
        World world = World.of(2000, 11);
        SimexPercentiles corrected = Simex.of(List.of(ERRORS))
                .withReplicates(10)
                .withParabola()
                .of(world.cohort())
                .value()
                .orElseThrow();
        double plain = world.low(corrected.plain().percentiles());
        double better = world.low(corrected.percentiles());
        double ranked = world.low(corrected.rankedPercentiles());
        assertThat(plain).isLessThan(42);
        assertThat(Math.abs(better - 50)).isLessThan(0.6 * (50 - plain));
        assertThat(Math.abs(ranked - 50)).isLessThan(0.6 * (50 - plain));
    }

    @Test
    void rankedPercentilesAreSpreadEvenly() {
        SimexPercentiles corrected = FEW.of(World.of(1000, 5).cohort()).value().orElseThrow();
        int[] ranked = corrected.rankedPercentiles();
        for (int upTo = 10; upTo < 100; upTo += 10) {
            int limit = upTo;
            assertThat(Arrays.stream(ranked).filter(value -> value <= limit).count())
                    .isBetween(limit * 10L - 15, limit * 10L + 25);
        }
        assertThat(corrected.ranked(0)).isEqualTo(ranked[0]);
    }

    @Test
    void theSameSeedGivesTheSameOnAnyThreadsAndAnotherAlmostTheSame() {
        GrowthCohort cohort = World.of(600, 7).cohort();
        int[] once = FEW.of(cohort).value().orElseThrow().percentiles();
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            assertThat(FEW.withExecutor(three).of(cohort).value().orElseThrow().percentiles())
                    .isEqualTo(once);
        } finally {
            three.shutdown();
        }
        int[] other = FEW.withSeed(2).of(cohort).value().orElseThrow().percentiles();
        assertThat(other).isNotEqualTo(once);
        double apart = IntStream.range(0, once.length)
                .map(i -> Math.abs(once[i] - other[i]))
                .average()
                .orElseThrow();
        assertThat(apart).isLessThan(6);
    }

    @Test
    void fitsMayTakeASample() {
        GrowthCohort cohort = World.of(600, 7).cohort();
        SimexPercentiles whole = FEW.of(cohort).value().orElseThrow();
        SimexPercentiles sampled = FEW.withSample(400).of(cohort).value().orElseThrow();
        assertThat(sampled.percentiles()).isNotEqualTo(whole.percentiles());
        double apart = IntStream.range(0, cohort.size())
                .map(i -> Math.abs(whole.percentile(i) - sampled.percentile(i)))
                .average()
                .orElseThrow();
        assertThat(apart).isLessThan(8);
        // Too small a sample cannot be fitted.
        assertThat(FEW.withSample(100).of(cohort)).isInstanceOf(Measured.Missing.class);
    }

    /** Two tests with the same scores: each has errors of its own, root lambda times as large, the same at every lambda. */
    @Test
    void theErrorsOfTwoTestsHaveNothingToDoWithEachOther() {
        double[] scores = IntStream.range(0, 4000).mapToDouble(i -> i).toArray();
        GrowthCohort cohort = GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(5), 2), scores, List.of(scores, scores));
        SimexOptions options = ImmutableSimexOptions.builder()
                .addErrors(ERRORS, ScoreErrors.constant(2 * ERROR))
                .build();
        Extrapolation extrapolation = new Extrapolation(options, cohort, 2);
        double[][] once = extrapolation.perturbed(1, 3);
        double[][] fourTimes = extrapolation.perturbed(4, 3);
        double[] sums = new double[3];
        for (int i = 0; i < 4000; i++) {
            double first = (once[0][i] - scores[i]) / ERROR;
            double second = (once[1][i] - scores[i]) / (2 * ERROR);
            assertThat(fourTimes[0][i] - scores[i]).isCloseTo(2 * ERROR * first, within(1e-9));
            sums[0] += first * first / 4000;
            sums[1] += second * second / 4000;
            sums[2] += first * second / 4000;
        }
        assertThat(sums[0]).isCloseTo(1, within(0.1));
        assertThat(sums[1]).isCloseTo(1, within(0.1));
        assertThat(sums[2]).isCloseTo(0, within(0.06));
    }

    @Test
    void studentsWithoutScoresHaveNoneAndLowerOrdersAreCorrectedForThemselves() {
        World first = World.of(600, 9);
        double[] second = World.of(600, 9).truth().clone();
        for (int i = 0; i < 600; i++) {
            second[i] = i % 2 == 0 ? Double.NaN : Math.rint(second[i] + (i * 37 % 41) - 20);
        }
        double[] current = first.cohort().allCurrent();
        current[0] = Double.NaN;
        GrowthCohort cohort = GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(5), 2),
                current,
                List.of(first.cohort().allPrior(1), second));
        SimexPercentiles corrected = Simex.of(List.of(ERRORS, ERRORS))
                .withReplicates(2)
                .withLambdas(List.of(1.0))
                .of(cohort)
                .value()
                .orElseThrow();
        assertThat(corrected.fits()).isEqualTo(4);
        assertThat(corrected.percentile(0)).isZero();
        assertThat(corrected.ranked(0)).isZero();
        assertThat(corrected.percentile(1)).isBetween(1, 99);
        assertThat(corrected.percentile(2)).isBetween(1, 99);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEW.of(cohort))
                .withMessage("There are errors of 1 tests. Expected 2, one for each year before.");
    }

    @Test
    void aCohortThatCannotBeFittedSaysWhy() {
        assertThat(FEW.of(World.of(30, 1).cohort()).toString()).contains("at least 250 are needed");
        assertThat(FEW.withModel(GrowthModel.withDefaults().withFewestStudents(30))
                        .of(World.of(60, 1).cohort())
                        .isReported())
                .isTrue();
        assertThat(Simex.of(List.of(ScoreErrors.constant(500_000)))
                        .of(World.of(400, 1).cohort())
                        .toString())
                .contains("errors of 5.000e+05 leave too little of a standard deviation of");
        assertThatIllegalArgumentException().isThrownBy(() -> FEW.withLambdas(List.of(1.0, 0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEW.withLambdas(List.of(1.0)).withParabola());
    }

    /** R: l = c(0, .5, 1, 1.5, 2); X = outer(l, 0:d, "^"); c((-1)^(0:d) %*% solve(crossprod(X), t(X))). */
    @Test
    void theExtrapolationIsTheLeastSquaresPolynomialAtMinusOne() {
        List<Double> lambdas = List.of(0.0, 0.5, 1.0, 1.5, 2.0);
        double[] line = {1.0, 0.6, 0.2, -0.2, -0.6};
        double[] parabola = {3.0, -0.4, -1.8, -1.2, 1.4};
        for (int i = 0; i < 5; i++) {
            assertThat(Extrapolation.weights(lambdas, 1)[i]).isCloseTo(line[i], within(1e-14));
            assertThat(Extrapolation.weights(lambdas, 2)[i]).isCloseTo(parabola[i], within(1e-13));
        }
    }

    @Test
    void aFineValueCountsTheSevenMidpointsBetweenTwoNeighbours() {
        double[] curve = new double[100];
        Arrays.setAll(curve, i -> 8.0 * i);
        assertThat(SimexPercentiles.fine(curve, 0)).isZero();
        for (int score = 1; score <= 792; score++) {
            // values lie on every whole number from 0 to 792: as many below as the score says
            assertThat(SimexPercentiles.fine(curve, score)).isEqualTo(score);
        }
        assertThat(SimexPercentiles.fine(curve, 1000)).isEqualTo(793);
    }

    @Test
    void retestIntervalsHoldThePercentileAndAreThoseOfTheNewestScoreWhereEarlierOnesHaveNoError() {
        GrowthCohort cohort = World.of(500, 3).cohort();
        GrowthPercentiles growth = GrowthModel.withDefaults().withErrors(ERRORS).of(cohort);
        List<ScoreErrors> newestOnly = List.of(ERRORS, ScoreErrors.constant(0));
        RetestIntervals some = RetestIntervals.of(growth, newestOnly, 0.95, 2000, 1, Runnable::run);
        RetestIntervals both = RetestIntervals.of(growth, List.of(ERRORS, ERRORS), 0.95, 2000, 1, Runnable::run);
        double narrow = 0;
        double wide = 0;
        for (int i = 0; i < 50; i++) {
            Estimate interval = some.of(i).value().orElseThrow();
            assertThat(interval.value()).isEqualTo(growth.percentile(i));
            assertThat(interval.lower()).isCloseTo(growth.findLower(i).orElseThrow(), within(5.0));
            assertThat(interval.upper()).isCloseTo(growth.findUpper(i).orElseThrow(), within(5.0));
            narrow += interval.upper() - interval.lower();
            wide += both.of(i).value().orElseThrow().upper()
                    - both.of(i).value().orElseThrow().lower();
        }
        assertThat(wide).isGreaterThan(narrow);
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            RetestIntervals again = RetestIntervals.of(growth, newestOnly, 0.95, 2000, 1, three);
            assertThat(again.of(499)).isEqualTo(some.of(499));
        } finally {
            three.shutdown();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetestIntervals.of(growth, List.of(ERRORS), 0.95, 100, 1, Runnable::run))
                .withMessageContaining("Expected 2");
        GrowthPercentiles none = GrowthModel.withDefaults().of(World.of(20, 3).cohort());
        assertThat(RetestIntervals.of(none, newestOnly, 0.9, 20, 1, Runnable::run)
                        .of(0))
                .isInstanceOf(Measured.Missing.class);
    }
}
