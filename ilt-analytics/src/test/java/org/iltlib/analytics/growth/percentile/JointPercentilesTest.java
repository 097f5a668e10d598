package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.simulation.NationSimulation;
import org.iltlib.analytics.simulation.SimulatedCohort;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.junit.jupiter.api.Test;

/** Curves that are fitted together: proved, nowhere crossing, and close to what each quantile for itself gives. */
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

    @Test
    void theirCurvesRiseForStudentsNobodySaw() {
        GrowthCohort seen = cohort();
        GrowthMatrices baseline =
                GrowthMatrices.of(TOGETHER.fit(seen, 2).value().orElseThrow());
        double[] newest = {300, 300, 700, 700, 500};
        double[] before = {300, 700, 300, 700, 500};
        GrowthPercentiles odd = TOGETHER.score(
                GrowthCohort.of(seen.progression(), new double[] {500, 500, 500, 500, 500}, List.of(newest, before)),
                baseline);
        CoefficientMatrix matrix = baseline.find(2).orElseThrow();
        for (int place = 0; place < 5; place++) {
            double last = Double.NEGATIVE_INFINITY;
            for (int tau = 0; tau < CoefficientMatrix.QUANTILES; tau++) {
                double value = unsorted(matrix, tau, clamp(newest[place], matrix, 0), clamp(before[place], matrix, 1));
                assertThat(value).isGreaterThanOrEqualTo(last - 1e-6);
                last = value;
            }
        }
        assertThat(odd.scored()).isEqualTo(5);
    }

    /** The promise is for scores that the test can give: those between the lowest and the highest seen. */
    private static double clamp(double score, CoefficientMatrix matrix, int prior) {
        return Math.max(
                matrix.priors().get(prior).scale().lowest(),
                Math.min(matrix.priors().get(prior).scale().highest(), score));
    }

    private static double unsorted(CoefficientMatrix matrix, int tau, double... scores) {
        List<Double> coefficients = matrix.coefficients().get(tau);
        double value = coefficients.get(0);
        int at = 1;
        for (int prior = 0; prior < scores.length; prior++) {
            for (double basis : matrix.priors().get(prior).spline().row(scores[prior])) {
                value += basis * coefficients.get(at++);
            }
        }
        return value;
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
