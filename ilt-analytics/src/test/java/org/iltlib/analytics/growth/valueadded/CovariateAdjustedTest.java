package org.iltlib.analytics.growth.valueadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.iltlib.analytics.multilevel.Memberships;
import org.iltlib.analytics.multilevel.MixedDesign;
import org.iltlib.analytics.multilevel.MixedFit;
import org.iltlib.analytics.multilevel.MixedModel;
import org.iltlib.analytics.multilevel.RandomTerm;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

class CovariateAdjustedTest {
    private static final CovariateAdjusted MODEL = CovariateAdjusted.withDefaults(SuppressionPolicy.PUBLIC_DATA);

    /** Teachers of 20 students each, four a school, who come with unlike students. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the tests
    record Drawn(double[] score, double[] before, double[] truth, int[] teacher, int[] school, double[] effect) {
        static Drawn of(int teachers, double error, long seed) {
            Random random = new Random(seed);
            int n = 20 * teachers;
            Drawn drawn = new Drawn(
                    new double[n], new double[n], new double[n], new int[n], new int[n], new double[teachers]);
            for (int teacher = 0; teacher < teachers; teacher++) {
                drawn.effect[teacher] = 4 * random.nextGaussian();
                double intake = 20 * random.nextGaussian();
                for (int i = 20 * teacher; i < 20 * teacher + 20; i++) {
                    drawn.truth[i] = 500 + intake + 30 * random.nextGaussian();
                    drawn.before[i] = drawn.truth[i] + error * random.nextGaussian();
                    drawn.score[i] = 50 + 0.9 * drawn.truth[i] + drawn.effect[teacher] + 12 * random.nextGaussian();
                    drawn.teacher[i] = teacher;
                    drawn.school[i] = teacher / 4;
                }
            }
            return drawn;
        }

        TaughtRows rows() {
            return TaughtRows.of(score).withPrior("before", before).taughtBy(teacher);
        }
    }

    @Test
    void itIsTheMixedModelWithMeansByClassBesideTheScores() {
        Drawn drawn = Drawn.of(24, 10, 1);
        double[] means = new double[drawn.score.length];
        for (int i = 0; i < means.length; i++) {
            int from = i / 20 * 20;
            means[i] = Arrays.stream(drawn.before, from, from + 20).average().orElseThrow();
        }
        MixedFit byHand = MixedModel.withDefaults()
                .of(MixedDesign.of(drawn.score)
                        .withColumn("before", drawn.before)
                        .withColumn("mean", means)
                        .withRandom(RandomTerm.intercept("teacher", drawn.teacher))
                        .withRandom(RandomTerm.intercept("school", drawn.school)))
                .value()
                .orElseThrow();
        ValueAdded added =
                MODEL.of(drawn.rows().inSchools(drawn.school)).value().orElseThrow();
        assertThat(added.criterion()).isCloseTo(byHand.criterion(), within(1e-6));
        assertThat(added.teachers()).hasSize(24);
        assertThat(added.schools()).hasSize(6);
        for (int teacher = 0; teacher < 24; teacher++) {
            assertThat(value(added.teachers().get(teacher)))
                    .isCloseTo(byHand.effects("teacher").get(teacher).estimate().value(), within(1e-5));
        }
        assertThat(added.rung()).isEqualTo(ClaimRung.ASSOCIATED);
        assertThat(added.why().toString()).contains("480 rows, 0 left out", "not dealt to teachers by lot");
    }

    /** Closed form of a balanced design without columns: mean less grand mean, times τ²/(τ² + σ²/n). */
    @Test
    void aTeacherIsShrunkenByTheReliabilityOfTheMean() {
        Drawn drawn = Drawn.of(12, 0, 2);
        ValueAdded added = MODEL.of(TaughtRows.of(drawn.score).taughtBy(drawn.teacher))
                .value()
                .orElseThrow();
        double grand = Arrays.stream(drawn.score).average().orElseThrow();
        double between = added.getComponent("teacher").variance(RandomTerm.INTERCEPT);
        double reliability = between / (between + added.residualVariance() / 20);
        for (int teacher = 0; teacher < 12; teacher++) {
            double mean = Arrays.stream(drawn.score, 20 * teacher, 20 * teacher + 20)
                    .average()
                    .orElseThrow();
            assertThat(value(added.teachers().get(teacher))).isCloseTo(reliability * (mean - grand), within(1e-6));
            assertThat(added.teachers().get(teacher).reliability().value().orElseThrow())
                    .isCloseTo(reliability, within(1e-6));
        }
        assertThat(ValueAdded.meanReliability(added.teachers()).value().orElseThrow())
                .isCloseTo(reliability, within(1e-6));
    }

    @Test
    void errorsOfTheEarlierScoreFavourTeachersOfStrongStudentsUntilTheyAreCalibrated() {
        Drawn drawn = Drawn.of(400, 20, 3);
        CovariateAdjusted plain = MODEL.withoutClassMeans();
        TaughtRows rows = drawn.rows().inClasses(drawn.teacher);
        ValueAdded biased = plain.of(rows).value().orElseThrow();
        ValueAdded better = plain.withErrorOf("before", 20).of(rows).value().orElseThrow();
        ValueAdded ideal = plain.of(TaughtRows.of(drawn.score)
                        .withPrior("before", drawn.truth)
                        .taughtBy(drawn.teacher))
                .value()
                .orElseThrow();
        assertThat(withIntake(drawn, biased)).isGreaterThan(0.3);
        assertThat(withIntake(drawn, better)).isCloseTo(withIntake(drawn, ideal), within(0.08));
        assertThat(slope(ideal)).isCloseTo(0.9, within(0.02));
        assertThat(slope(biased)).isLessThan(0.75);
        assertThat(slope(better)).isCloseTo(0.9, within(0.03));
        assertThat(better.why().toString()).contains("standard error of measurement of 20.00 points");
    }

    private static double slope(ValueAdded added) {
        return added.getFixedEffect("before").estimate().value();
    }

    /** The correlation of the effects' errors with what the students of the teacher came with. */
    private static double withIntake(Drawn drawn, ValueAdded added) {
        int teachers = drawn.effect.length;
        double[] intake = new double[teachers];
        double[] error = new double[teachers];
        for (int teacher = 0; teacher < teachers; teacher++) {
            intake[teacher] = Arrays.stream(drawn.truth, 20 * teacher, 20 * teacher + 20)
                    .average()
                    .orElseThrow();
            error[teacher] = value(added.teachers().get(teacher)) - drawn.effect[teacher];
        }
        return correlation(intake, error);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double cross = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            cross += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return cross / Math.sqrt(squaresA * squaresB);
    }

    /** Of 100 draws with 24 teachers each: a binomial count of 2,400 at .95 lies in 2,233 to 2,322 above .9999. */
    @Test
    void intervalsHoldTheTruthAtTheirNominalRate() {
        int held = 0;
        for (int seed = 0; seed < 100; seed++) {
            Drawn drawn = Drawn.of(24, 0, 1000 + seed);
            ValueAdded added =
                    MODEL.withoutClassMeans().of(drawn.rows()).value().orElseThrow();
            for (int teacher = 0; teacher < 24; teacher++) {
                Estimate effect = added.teachers().get(teacher).effect().value().orElseThrow();
                held += effect.lower() <= drawn.effect[teacher] && drawn.effect[teacher] <= effect.upper() ? 1 : 0;
            }
        }
        assertThat(held).isBetween(2200, 2330);
    }

    @Test
    void unitsWhoseIntervalsOverlapAreNotRanked() {
        ValueAdded added = MODEL.of(Drawn.of(12, 0, 5).rows()).value().orElseThrow();
        assertThat(added.ranked().toString()).contains("neighbours overlap, so nobody knows the order");
        assertThat(ValueAdded.bands(added.teachers()))
                .allSatisfy(band -> assertThat(band.value().orElseThrow().of()).isEqualTo(12));
        double[] apart = new double[60];
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            apart[i] = 1000 * (i / 20) + random.nextGaussian();
        }
        int[] teacher = IntStream.range(0, 60).map(i -> 7 - i / 20).toArray();
        List<UnitEffect> ranked = MODEL.of(TaughtRows.of(apart).taughtBy(teacher))
                .value()
                .orElseThrow()
                .ranked()
                .value()
                .orElseThrow();
        assertThat(ranked).extracting(UnitEffect::unit).containsExactly("5", "6", "7");
    }

    @Test
    void teachersWhoShareAClassShareItsScores() {
        Drawn drawn = Drawn.of(10, 0, 6);
        int[][] groups = Arrays.stream(drawn.teacher)
                .mapToObj(t -> t == 0 ? new int[] {0, 10} : new int[] {t})
                .toArray(int[][]::new);
        ValueAdded added = MODEL.of(drawn.rows().inClasses(drawn.teacher).taughtBy(Memberships.equalShares(groups)))
                .value()
                .orElseThrow();
        UnitEffect first = ValueAdded.get(added.teachers(), "0");
        UnitEffect second = ValueAdded.get(added.teachers(), "10");
        assertThat(value(first)).isCloseTo(value(second), within(1e-9));
        assertThat(first.students().value()).contains(10.0);
        assertThatThrownBy(() -> ValueAdded.get(added.teachers(), "11")).hasMessageContaining("no unit \"11\"");
    }

    @Test
    void aRowWithoutAScoreIsCountedAndLeftOut() {
        Drawn drawn = Drawn.of(12, 0, 7);
        drawn.score[3] = Double.NaN;
        drawn.before[50] = Double.NaN;
        ValueAdded added = MODEL.of(drawn.rows()).value().orElseThrow();
        assertThat(added.leftOut()).isEqualTo(2);
        assertThat(ValueAdded.get(added.teachers(), "0").students().value()).contains(19.0);
        assertThat(added.why().toString()).contains("238 rows, 2 left out");
    }

    @Test
    void aTeacherWithFewStudentsIsWithheldAndNobodyFollowsFromTheRest() {
        Drawn drawn = Drawn.of(8, 0, 8);
        Arrays.fill(drawn.score, 2, 20, Double.NaN); // the first teacher keeps two
        CovariateAdjusted careful = CovariateAdjusted.withDefaults(SuppressionPolicy.NCES_2011_603);
        ValueAdded added =
                careful.of(drawn.rows().inSchools(drawn.school)).value().orElseThrow();
        Map<String, Boolean> shown = new HashMap<>();
        added.teachers().forEach(unit -> shown.put(unit.unit(), unit.effect().isReported()));
        assertThat(shown.getOrDefault("0", true)).isFalse();
        assertThat(IntStream.range(1, 4)
                        .filter(t -> !shown.getOrDefault(Integer.toString(t), false))
                        .count())
                .isEqualTo(1);
        assertThat(IntStream.range(4, 8).allMatch(t -> shown.getOrDefault(Integer.toString(t), false)))
                .isTrue();
        assertThat(added.teachers().get(0).toString()).doesNotContain("2.0");
        ValueAdded open = MODEL.of(drawn.rows().inSchools(drawn.school)).value().orElseThrow();
        assertThat(open.teachers().stream()
                        .mapToDouble(CovariateAdjustedTest::value)
                        .sum())
                .as("the sum that would give away a single one")
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void whatCannotCarryTheModelHasAReason() {
        Drawn drawn = Drawn.of(4, 0, 9);
        assertThat(MODEL.of(TaughtRows.of(new double[3]).taughtBy(new int[] {1, 1, 2})))
                .hasToString("too few values: 3 complete rows");
        assertThat(MODEL.of(TaughtRows.of(drawn.score).taughtBy(new int[80])).isReported())
                .isFalse();
        Measured<ValueAdded> tooNoisy = MODEL.withErrorOf("before", 300).of(drawn.rows());
        assertThat(tooNoisy.toString()).contains("vary less within classes than their errors alone would");
        assertThatThrownBy(() -> MODEL.of(TaughtRows.of(drawn.score))).hasMessageContaining("no teachers");
        assertThatThrownBy(() -> MODEL.withErrorOf("after", 3).of(drawn.rows()))
                .hasMessage("An error is told of \"after\". Expected one of the earlier scores [before].");
        assertThatThrownBy(() -> MODEL.withErrorOf("before", 0)).hasMessageContaining("Expected above zero");
        assertThatThrownBy(() -> drawn.rows().withColumn("x", new double[80]).withPrior("y", new double[80]))
                .hasMessageContaining("no earlier score");
    }

    static double value(UnitEffect unit) {
        return unit.effect().value().orElseThrow().value();
    }
}
