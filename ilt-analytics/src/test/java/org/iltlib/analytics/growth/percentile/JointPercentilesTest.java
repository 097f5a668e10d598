package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.quantile.FitCertificate;
import org.iltlib.analytics.simulation.NationSimulation;
import org.iltlib.analytics.simulation.SimulatedCohort;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.junit.jupiter.api.Test;

/** Curves that are fitted together: proved, not crossing at any scores that were seen, and close to what each quantile for itself gives. */
class JointPercentilesTest {
    private static final GrowthModel APART = GrowthModel.withDefaults();
    private static final GrowthModel TOGETHER = APART.withFit(PercentileFit.JOINT);

    private static GrowthCohort cohort() {
        SimulatedCohort drawn = NationSimulation.withDefaults()
                .withSize(2_000, 1, 1)
                .withYearsBefore(2)
                .withMissing(0)
                .of(3, 0, 0);
        return GrowthCohort.of(
                Progression.yearly(Subject.MATHEMATICS, 2026, GradeLevel.of(5), 2),
                drawn.score(0),
                List.of(drawn.score(1), drawn.score(2)));
    }

    @Test
    void theyAreProvedAndCostNoLessThanEachForItself() {
        CoefficientMatrix together = TOGETHER.fit(cohort(), 2).value().orElseThrow();
        CoefficientMatrix apart = APART.fit(cohort(), 2).value().orElseThrow();
        assertThat(together.fit()).isEqualTo(PercentileFit.JOINT);
        FitCertificate proof = together.certificate().orElseThrow();
        assertThat(proof.gap()).isLessThanOrEqualTo(1e-9);
        assertThat(proof.violation()).isLessThanOrEqualTo(1e-9);
        assertThat(sum(together)).isGreaterThanOrEqualTo(sum(apart) * (1 - 1e-10));
        assertThat(sum(together)).isLessThan(sum(apart) * 1.001);
    }

    private static double sum(CoefficientMatrix matrix) {
        return matrix.objectives().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Every score that somebody had the year before with every one that somebody had the year before that. */
    @Test
    void theirCurvesRiseForAllPairsOfSeenScores() {
        GrowthCohort seen = cohort();
        CoefficientMatrix matrix = TOGETHER.fit(seen, 2).value().orElseThrow();
        double[] newest = Arrays.stream(seen.allPrior(1)).distinct().toArray();
        double[] before = Arrays.stream(seen.allPrior(2)).distinct().toArray();
        ScorePredictor predictor = ScorePredictor.of(matrix);
        double[] intercepts = predictor.intercepts();
        double[] first = predictor.parts(1, newest);
        double[] second = predictor.parts(2, before);
        double worst = Double.POSITIVE_INFINITY;
        for (int a = 0; a < newest.length; a++) {
            for (int b = 0; b < before.length; b++) {
                for (int tau = 1; tau < CoefficientMatrix.QUANTILES; tau++) {
                    worst = Math.min(
                            worst,
                            at(intercepts, first, second, a, b, tau) - at(intercepts, first, second, a, b, tau - 1));
                }
            }
        }
        assertThat(worst).isGreaterThanOrEqualTo(-1e-7);
        assertThat(newest.length * (long) before.length).isGreaterThan(10_000);
    }

    private static double at(double[] intercepts, double[] first, double[] second, int a, int b, int tau) {
        int wide = CoefficientMatrix.QUANTILES;
        return intercepts[tau] + first[a * wide + tau] + second[b * wide + tau];
    }

    @Test
    void studentsWithScoresNobodyHadAreScored() {
        GrowthCohort seen = cohort();
        GrowthMatrices baseline =
                GrowthMatrices.of(TOGETHER.fit(seen, 2).value().orElseThrow());
        double[] newest = {300, 300, 700, 700, 500.37};
        double[] before = {300, 700, 300, 700, 500.41};
        double[] current = {500, 500, 500, 500, 500};
        GrowthPercentiles odd =
                TOGETHER.score(GrowthCohort.of(seen.progression(), current, List.of(newest, before)), baseline);
        assertThat(odd.scored()).isEqualTo(5);
        for (int place = 0; place < 5; place++) {
            assertThat(odd.curve(place)).isSorted();
        }
    }

    @Test
    void mostStudentsKeepTheirPercentile() {
        GrowthCohort cohort = cohort();
        int[] together = TOGETHER.of(cohort).percentiles();
        int[] apart = APART.of(cohort).percentiles();
        int far = 0;
        for (int place = 0; place < together.length; place++) {
            far += Math.abs(together[place] - apart[place]) > 3 ? 1 : 0;
        }
        assertThat(far).isLessThan(together.length / 20);
    }
}
