package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.ScoreErrors;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.finding.Estimate;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class GrowthModelTest {
    private static final GrowthModel MODEL = GrowthModel.withDefaults();

    /** So many students, one decimal, the grades before and the newest correlated. */
    static GrowthCohort students(int n, int priors, int year, long seed) {
        SplitMix chance = SplitMix.of(seed);
        double[][] scores = new double[priors + 1][n];
        for (int i = 0; i < n; i++) {
            double ability = chance.nextGaussian();
            for (int k = 0; k <= priors; k++) {
                double score = 500 + 30 * (priors - k) + 45 * ability + 25 * chance.nextGaussian();
                scores[k][i] = Math.rint(10 * score) / 10;
            }
        }
        return GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, year, GradeLevel.of(6), priors),
                scores[0],
                Arrays.asList(scores).subList(1, priors + 1));
    }

    @Test
    void matricesAreStoredAndReadBackAsTheyWere() {
        GrowthMatrices matrices = MODEL.fit(students(400, 2, 2025, 1)).value().orElseThrow();
        String json = CanonicalJson.write(GrowthMatrices.FORM.write(matrices));
        assertThat(GrowthMatrices.FORM.read(CanonicalJson.read(json))).isEqualTo(matrices);
        assertThat(matrices).hasToString("mathematics, grade 6: orders [1, 2]");
        assertThat(matrices.find(2).orElseThrow())
                .hasToString("mathematics, grade 6 on 2 earlier scores, 400 students of [2025]");
        assertThat(matrices.findHighest(5)).isEqualTo(matrices.find(2));
        assertThat(matrices.findHighest(1)).isEqualTo(matrices.find(1));
        assertThat(matrices.findHighest(0)).isEmpty();
        CoefficientMatrix matrix = matrices.find(1).orElseThrow();
        assertThat(matrix.certificate().orElseThrow().gap()).isLessThan(1e-9);
        assertThat(matrix.objectives()).hasSize(100);
    }

    /** Knots are quantiles of all earlier scores of the cohort, also of those who were not tested this year. */
    @Test
    void knotsAreThoseOfAllEarlierScoresWhetherOrNotTheNewestIsThere() {
        GrowthCohort whole = students(500, 1, 2025, 4);
        double[] current = whole.allCurrent();
        for (int i = 0; i < 500; i++) {
            boolean low = whole.findPrior(i, 1).orElseThrow() < 490;
            current[i] = low && i % 3 > 0 ? Double.NaN : current[i];
        }
        GrowthCohort some = GrowthCohort.of(whole.progression(), current, List.of(whole.allPrior(1)));
        CoefficientMatrix matrix = MODEL.fit(some, 1).value().orElseThrow();
        assertThat(matrix.n()).isBetween(250, 450);
        ScoreKnots all = ScoreKnots.of(whole.allPrior(1)).value().orElseThrow();
        assertThat(matrix.priors()).containsExactly(all);
        double[] tested = some.prior(1, some.withOrder(1));
        assertThat(ScoreKnots.of(tested).value().orElseThrow()).isNotEqualTo(all);
    }

    @Test
    void twoHundredAndFiftyStudentsAreEnoughAndOneLessIsNot() {
        assertThat(MODEL.fit(students(250, 1, 2025, 5), 1).isReported()).isTrue();
        assertThat(MODEL.fit(students(249, 1, 2025, 5), 1))
                .isEqualTo(Measured.missing(
                        MissingReason.TOO_FEW, "249 students have 1 earlier scores; at least 250 are needed"));
    }

    @Test
    void aYearIsHeldAgainstTheMatricesOfYearsBefore() {
        GrowthCohort stacked = GrowthCohort.stacked(List.of(students(300, 2, 2023, 1), students(300, 2, 2024, 2)));
        GrowthMatrices baseline = MODEL.fit(stacked).value().orElseThrow();
        assertThat(baseline.find(1).orElseThrow().years()).containsExactly(2023, 2024);
        assertThat(baseline.find(1).orElseThrow().n()).isEqualTo(600);
        GrowthPercentiles few = MODEL.score(students(30, 2, 2025, 3), baseline);
        assertThat(few.scored()).isEqualTo(30);
        assertThat(few).hasToString("30 of 30 students");
        // Each student's own scores score alike within the stack, where the same matrices were fitted.
        GrowthPercentiles whole = MODEL.of(stacked);
        GrowthPercentiles second = MODEL.score(students(300, 2, 2024, 2), baseline);
        for (int place = 0; place < 300; place++) {
            assertThat(second.percentile(place)).isEqualTo(whole.percentile(300 + place));
        }
    }

    @Test
    void matricesOfAnotherSubjectOrGradeAreRefusedAndAnOrderThatIsNotThereIsNotUsed() {
        GrowthMatrices matrices = MODEL.fit(students(400, 2, 2025, 1)).value().orElseThrow();
        GrowthCohort reading = GrowthCohort.of(
                Progression.yearly(Subject.READING, 2025, GradeLevel.of(6), 1), new double[1], List.of(new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.score(reading, matrices))
                .withMessage("The matrices are of mathematics, the cohort of reading.");
        GrowthCohort five = GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(5), 1),
                new double[1],
                List.of(new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.score(five, matrices))
                .withMessageContaining("Expected the same grades");
        GrowthPercentiles growth = MODEL.score(
                students(20, 2, 2025, 4), GrowthMatrices.of(matrices.find(1).orElseThrow()));
        assertThat(growth.order(0)).isEqualTo(1);
        assertThat(growth.matrices().get(1))
                .isEqualTo(Measured.missing(MissingReason.NOT_LOADED, "there is no matrix of order 2"));
        GrowthPercentiles none = MODEL.score(
                students(20, 1, 2025, 4), GrowthMatrices.of(matrices.find(2).orElseThrow()));
        assertThat(none.scored()).isZero();
        assertThat(none.of(0)).isEqualTo(Measured.missing(MissingReason.NOT_LOADED, "there is no matrix of order 1"));
    }

    @Test
    void aDesignThatCannotBeFittedSaysWhy() {
        assertThat(MODEL.fit(students(5, 1, 2025, 1)))
                .isEqualTo(Measured.missing(
                        MissingReason.TOO_FEW, "5 students have 1 earlier scores; at least 250 are needed"));
        assertThat(MODEL.withFewestStudents(1).fit(students(20, 1, 2025, 1), 1))
                .isEqualTo(Measured.missing(
                        MissingReason.TOO_FEW, "20 students have 1 earlier scores; at least 24 are needed"));
        GrowthCohort good = students(300, 1, 2025, 1);
        double[] alike = new double[300];
        Arrays.fill(alike, 500);
        GrowthCohort constant = GrowthCohort.of(good.progression(), good.allCurrent(), List.of(alike));
        assertThat(MODEL.fit(constant))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "all earlier scores are alike"));
        assertThat(MODEL.of(constant).of(0))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "all earlier scores are alike"));
        double[] two = IntStream.range(0, 300).mapToDouble(i -> 500 + i % 2).toArray();
        Measured<GrowthMatrices> twoLevels =
                MODEL.fit(GrowthCohort.of(good.progression(), good.allCurrent(), List.of(two)));
        assertThat(twoLevels).isInstanceOf(Measured.Missing.class);
        assertThat(twoLevels.toString()).contains("too alike");
        // The second score before is too coarse, the first is not: order 1 alone.
        GrowthCohort second = GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2025, GradeLevel.of(6), 2),
                good.allCurrent(),
                List.of(good.allPrior(1), two));
        GrowthPercentiles growth = MODEL.of(second);
        assertThat(growth.matrices().get(1).toString()).contains("score 2 before the newest");
        assertThat(growth.order(0)).isEqualTo(1);
        assertThat(MODEL.fit(second).value().orElseThrow().matrices()).hasSize(1);
    }

    @Test
    void aStudentWithoutTheScoresSaysWhich() {
        GrowthCohort good = students(300, 1, 2025, 1);
        double[] current = good.allCurrent();
        double[] prior = good.allPrior(1);
        current[0] = Double.NaN;
        prior[1] = Double.NaN;
        GrowthPercentiles growth = MODEL.of(GrowthCohort.of(good.progression(), current, List.of(prior)));
        assertThat(growth.of(0)).isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "no newest score"));
        assertThat(growth.of(1))
                .isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "no score in the year before"));
        assertThat(growth.percentile(0)).isZero();
        assertThat(growth.percentiles()).hasSize(300).startsWith(0, 0);
        assertThat(growth.scored()).isEqualTo(298);
        assertThat(growth.findLower(0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth.curve(0))
                .withMessageContaining("Student 1 has no percentile");
        assertThatIllegalArgumentException().isThrownBy(() -> growth.cut(5, 100, 2));
        assertThat(growth.percentile(5, 2)).isZero();
    }

    @Test
    void anIntervalHoldsThePercentilesOfTheScoreLessAndPlusItsError() {
        GrowthCohort cohort = students(400, 1, 2025, 1);
        GrowthMatrices matrices = MODEL.fit(cohort).value().orElseThrow();
        GrowthPercentiles growth =
                MODEL.withErrors(ScoreErrors.constant(10)).withLevel(0.68).score(cohort, matrices);
        double reach = 10 * 0.994457883; // R: qnorm(.84)
        double[] moved = cohort.allCurrent();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i % 2 == 0 ? reach : -reach;
        }
        GrowthPercentiles other =
                MODEL.score(GrowthCohort.of(cohort.progression(), moved, List.of(cohort.allPrior(1))), matrices);
        for (int i = 0; i < moved.length; i++) {
            Estimate interval =
                    growth.of(i).value().orElseThrow().interval().value().orElseThrow();
            assertThat(interval.level()).isEqualTo(0.68);
            assertThat(i % 2 == 0 ? interval.upper() : interval.lower()).isEqualTo(other.percentile(i));
            assertThat(i % 2 == 0 ? growth.findUpper(i) : growth.findLower(i))
                    .isEqualTo(Optional.of(other.percentile(i)));
        }
        assertThat(growth.of(0).value().orElseThrow().toString())
                .matches("percentile \\d+ \\[\\d+, \\d+] on 1 earlier score");
        assertThat(MODEL.score(cohort, matrices).of(0).value().orElseThrow().interval())
                .isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "no standard error of measurement is known"));
    }

    @Test
    void whereEndsAreAdjustedTheHighestScoreIsAboveAllThatReachIt() {
        GrowthCohort cohort = students(400, 1, 2025, 1);
        GrowthMatrices matrices = MODEL.fit(cohort).value().orElseThrow();
        CoefficientMatrix matrix = matrices.find(1).orElseThrow();
        double[] prior = cohort.allPrior(1);
        int student = 7;
        // A scale that ends at the median of the student's predictions: half of them reach it.
        double end = MODEL.score(cohort, matrices).curve(student)[50];
        CoefficientMatrix low = CoefficientMatrix.builder()
                .from(matrix)
                .scale(new ScoreRange(matrix.scale().lowest(), end))
                .build();
        double[] current = cohort.allCurrent();
        current[student] = end;
        GrowthCohort moved = GrowthCohort.of(cohort.progression(), current, List.of(prior));
        assertThat(MODEL.score(moved, GrowthMatrices.of(low)).percentile(student))
                .isBetween(48, 50);
        GrowthPercentiles adjusted = MODEL.withEndsAdjusted().score(moved, GrowthMatrices.of(low));
        assertThat(adjusted.percentile(student)).isEqualTo(99);
        assertThat(adjusted.cut(student, 99, 2)).isEqualTo(Math.rint(end * 100) / 100);
    }

    @Test
    void threadsChangeNothing() {
        GrowthCohort cohort = students(400, 2, 2025, 7);
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            assertThat(MODEL.withExecutor(three).fit(cohort)).isEqualTo(MODEL.fit(cohort));
        } finally {
            three.shutdown();
        }
    }

    @Test
    void theOrderOfStudentsChangesNothingEvenWhereScoresTie() {
        GrowthCohort cohort = students(400, 2, 2025, 7);
        int[] turned = IntStream.range(0, 400).map(i -> (i * 7 + 3) % 400).toArray();
        List<double[]> columns =
                new ArrayList<>(List.of(cohort.current(turned), cohort.prior(1, turned), cohort.prior(2, turned)));
        List<double[]> plain = List.of(cohort.allCurrent(), cohort.allPrior(1), cohort.allPrior(2));
        for (List<double[]> some : List.of(columns, plain)) {
            some.forEach(column -> Arrays.setAll(column, i -> Math.rint(column[i] / 5)));
        }
        GrowthCohort other = GrowthCohort.of(cohort.progression(), columns.get(0), columns.subList(1, 3));
        GrowthCohort same = GrowthCohort.of(cohort.progression(), plain.get(0), plain.subList(1, 3));
        assertThat(MODEL.fit(other)).isEqualTo(MODEL.fit(same));
    }

    @Test
    void ordersAreLimitedWhereAsked() {
        GrowthPercentiles growth = MODEL.withOrders(1).of(students(300, 2, 2025, 1));
        assertThat(growth.matrices()).hasSize(1);
        assertThat(growth.order(0)).isEqualTo(1);
        assertThat(MODEL.withFit(PercentileFit.INDEPENDENT_SORTED).withOrders(1).fit(students(300, 2, 2025, 1)))
                .isEqualTo(MODEL.withOrders(1).fit(students(300, 2, 2025, 1)));
        assertThat(PercentileFit.INDEPENDENT_SORTED).hasToString("each quantile for itself, predictions sorted");
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.fit(students(30, 1, 2025, 1), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.withLevel(1));
    }

    @Test
    void matricesThatDoNotFitTogetherAreRefused() {
        GrowthMatrices matrices = MODEL.fit(students(400, 2, 2025, 1)).value().orElseThrow();
        CoefficientMatrix one = matrices.find(1).orElseThrow();
        CoefficientMatrix two = matrices.find(2).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthMatrices.of(two, one))
                .withMessageContaining("ascending orders");
        CoefficientMatrix other =
                CoefficientMatrix.builder().from(two).subject(Subject.READING).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthMatrices.of(one, other))
                .withMessageContaining("does not belong to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoefficientMatrix.builder()
                        .from(one)
                        .coefficients(two.coefficients())
                        .build())
                .withMessageContaining("Expected 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorePredictor.of(one).fitted(1, 2))
                .withMessageContaining("Expected 1");
    }

    /** Scores on which rounding is hard: a fit that is proved, or words; never an exception. */
    @Test
    void oddScoresAreFittedOrRefusedInWords() {
        double[][] odd = {{10_000, 1, 0}, {500, 0.001, 0}, {20_210_000, 1, 0}, {500, 10, -999}, {500, 10, 9_999}};
        for (double[] kind : odd) {
            SplitMix chance = SplitMix.of(3);
            List<double[]> scores = List.of(new double[340], new double[340], new double[340]);
            int cell = 0;
            for (double[] year : scores) {
                for (int i = 0; i < year.length; i++) {
                    cell++;
                    year[i] = cell % 50 == 0 && kind[2] != 0 ? kind[2] : kind[0] + kind[1] * chance.nextInt(10);
                }
            }
            GrowthCohort cohort = GrowthCohort.of(
                    Progression.yearly(Subject.MATHEMATICS, 2026, GradeLevel.of(5), 2),
                    scores.get(0),
                    scores.subList(1, 3));
            for (PercentileFit way : PercentileFit.values()) {
                for (int order = 1; order <= 2; order++) {
                    Measured<CoefficientMatrix> fit = MODEL.withFit(way).fit(cohort, order);
                    if (fit instanceof Measured.Missing<CoefficientMatrix> missing) {
                        assertThat(missing.reason()).isEqualTo(MissingReason.UNDEFINED);
                    } else {
                        FitCertificate proof =
                                fit.value().orElseThrow().certificate().orElseThrow();
                        assertThat(Math.max(proof.gap(), proof.violation())).isLessThanOrEqualTo(1e-7);
                    }
                }
            }
        }
    }
}
