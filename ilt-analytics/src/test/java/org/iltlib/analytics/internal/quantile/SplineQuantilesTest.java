package org.iltlib.analytics.internal.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.internal.CubicSpline;
import org.iltlib.analytics.internal.SplitMix;
import org.junit.jupiter.api.Test;

class SplineQuantilesTest {
    private static final double[] FIVE = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final CubicSpline SPLINE =
            CubicSpline.of(new double[] {547.1, 577.96, 605.82, 640.02}, 394.35, 776.55);

    /** Six hundred students; in R: rq.fit.br(cbind(1, bs(x, knots =, Boundary.knots =)), y, tau). */
    @Test
    void theObjectivesAndCoefficientsAreThoseOfTheSimplexOfR() {
        double[][] scores = Cohorts.published("sgp_scores_decimal.csv");
        SplineDesign design = SplineDesign.of(scores[4], List.of(scores[3]), List.of(SPLINE));
        QuantileProcess process = SplineQuantiles.of(design, FIVE, Runnable::run);
        double[] objectives = {
            2037.184991317441, 6331.700823968739, 7943.445147936531, 6430.935597020197, 2004.695450006777
        };
        for (int t = 0; t < 5; t++) {
            assertThat(process.objective(t)).isCloseTo(objectives[t], within(1e-10 * objectives[t]));
            assertThat(process.zeros(t)).isEqualTo(8);
        }
        assertThat(process.coefficients(2))
                .containsExactly(
                        new double[] {
                            391.07546098810064, 90.68281571090479, 116.01409146027733, 209.0023043341069,
                            234.63921410483835, 310.13797155880036, 333.26442382563425, 420.62544982752604
                        },
                        within(1e-8));
    }

    /** Whole scores tie, so that the best fit is not unique; the certificate decides. */
    @Test
    void everyQuantileOfTiedScoresIsProved() {
        SplineDesign design = Cohorts.design(Cohorts.seeded(3_000, 3, 5));
        QuantileProcess process = SplineQuantiles.of(design, Cohorts.taus(100), Runnable::run);
        assertThat(process.size()).isEqualTo(100);
        for (int t = 0; t < 100; t++) {
            assertThat(process.gap(t)).isLessThan(1e-12);
            assertThat(process.violation(t)).isLessThan(1e-9);
            assertThat(process.zeros(t)).isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void theFitsAreTheSameBitsOnThreeThreads() {
        SplineDesign design = Cohorts.design(Cohorts.seeded(2_000, 3, 6));
        double[] taus = Cohorts.taus(60);
        QuantileProcess alone = SplineQuantiles.of(design, taus, Runnable::run);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            QuantileProcess together = SplineQuantiles.of(design, taus, threads);
            for (int t = 0; t < taus.length; t++) {
                assertThat(together.coefficients(t)).containsExactly(alone.coefficients(t));
                assertThat(together.objective(t)).isEqualTo(alone.objective(t));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aFitDoesNotDependOnTheOtherQuantilesAskedFor() {
        SplineDesign design = Cohorts.design(Cohorts.seeded(2_000, 2, 7));
        QuantileProcess many = SplineQuantiles.of(design, Cohorts.taus(20), Runnable::run);
        for (int t = 0; t < 20; t += 7) {
            double[] one = {many.tau(t)};
            assertThat(SplineQuantiles.of(design, one, Runnable::run).coefficients(0))
                    .containsExactly(many.coefficients(t));
        }
    }

    @Test
    void aColumnThatNoScoreReachesIsNamed() {
        double[] prior = new double[200];
        double[] outcome = new double[200];
        for (int i = 0; i < 200; i++) {
            prior[i] = i < 100 ? i % 20 : 80 + i % 20;
            outcome[i] = i * i % 37;
        }
        CubicSpline spline = CubicSpline.of(new double[] {40, 45, 50, 55, 60}, 0, 100);
        SplineDesign design = SplineDesign.of(outcome, List.of(prior), List.of(spline));
        assertThat(SplineQuantiles.deficientColumn(design)).hasValue(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplineQuantiles.of(design, FIVE, Runnable::run))
                .withMessageContaining("column 4");
    }

    @Test
    void fewerRowsThanColumnsCannotTellThemApart() {
        SplineDesign design =
                SplineDesign.of(new double[] {1, 2, 3}, List.of(new double[] {500, 600, 700}), List.of(SPLINE));
        assertThat(SplineQuantiles.deficientColumn(design)).isPresent();
    }

    @Test
    void aQuantileOutsideOrOutOfOrderIsRefused() {
        SplineDesign design = Cohorts.design(Cohorts.seeded(500, 2, 8));
        assertThat(SplineQuantiles.deficientColumn(design)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplineQuantiles.of(design, new double[] {0.5, 1}, Runnable::run))
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplineQuantiles.of(design, new double[] {0.5, 0.4}, Runnable::run))
                .withMessageContaining("0.4 follows 0.5");
    }

    /** Ten scores each far from zero: the same cohort near zero is the reference, as only the intercept can differ. */
    @Test
    void scoresFarFromZeroThatHardlyDifferAreFittedAsIfTheyWereNear() {
        for (double[] place : new double[][] {{10_000, 1}, {500, 0.01}, {500, 0.001}, {20_210_000, 1}}) {
            QuantileProcess far = SplineQuantiles.of(tenScores(place[0], place[1]), Cohorts.taus(100), Runnable::run);
            QuantileProcess near = SplineQuantiles.of(tenScores(0, place[1]), Cohorts.taus(100), Runnable::run);
            for (int t = 0; t < 100; t++) {
                assertThat(far.proved(t, 1e-9)).isTrue();
                assertThat(far.objective(t)).isCloseTo(near.objective(t), within(1e-7 * near.objective(t)));
            }
        }
    }

    private static SplineDesign tenScores(double base, double step) {
        SplitMix chance = SplitMix.of(7);
        List<double[]> scores = List.of(new double[300], new double[300], new double[300]);
        for (int i = 0; i < 300; i++) {
            for (double[] year : scores) {
                year[i] = base + step * chance.nextInt(10);
            }
        }
        double[] knots = {base + 1.8 * step, base + 3.6 * step, base + 5.4 * step, base + 7.2 * step};
        CubicSpline spline = CubicSpline.of(knots, base - 0.9 * step, base + 9.9 * step);
        return SplineDesign.of(scores.get(0), scores.subList(1, 3), List.of(spline, spline));
    }

    /** A code for a missing score that was taken for a score; the proof needs no other reference. */
    @Test
    void aScoreFarBelowAllOthersLeavesAFitThatIsProved() {
        List<double[]> scores = Cohorts.seeded(340, 3, 11);
        for (int i = 0; i < 1_020; i += 50) {
            scores.get(i % 3)[i / 3] = -999;
        }
        QuantileProcess process = SplineQuantiles.of(Cohorts.design(scores), Cohorts.taus(100), Runnable::run);
        for (int t = 0; t < 100; t++) {
            assertThat(process.proved(t, 1e-9))
                    .as("quantile %s", process.tau(t))
                    .isTrue();
        }
    }
}
