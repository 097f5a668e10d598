package org.iltlib.analytics.internal.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.internal.quantile.QuantileProcess;
import org.iltlib.analytics.internal.quantile.SplineDesign;
import org.iltlib.analytics.internal.quantile.SplineQuantiles;
import org.junit.jupiter.api.Test;

class JointQuantilesTest {
    private static final Executor HERE = Runnable::run;

    private static JointProcess fit(SplineDesign design, double... taus) {
        return JointQuantiles.of(design, taus, HERE);
    }

    /**
     * R 4.2.2: the linear programme with a condition at every combination of scores, by {@code lpSolve::lp}; the same
     * stacked, by {@code quantreg::rq.fit.fnc(rbind(X, 2 * c), c(y, 1e5), R, r = -1e-10, eps = 1e-9)} with one row that
     * stands for the different quantiles: 651.244838956670 and 651.244838956664.
     */
    @Test
    void theObjectiveIsThatOfALinearProgrammeWithEveryCombinationOfScores() {
        assertObjective(fit(SmallDesigns.formulas(2), .1, .2, .3, .7, .9), 651.244838956670, 2);
        assertObjective(fit(SmallDesigns.formulas(2), .25, .5, .75), 538.540089279925, 2);
        assertObjective(fit(SmallDesigns.formulas(2), .1, .2, .3, .4, .5, .6, .7, .8, .9), 1422.007388755855, 8);
    }

    /** R: {@code rq.fit.br} at each quantile alone gives 822.556812169312 in sum, and no two curves cross. */
    @Test
    void curvesThatWouldNotCrossAnywayAreThoseOfEachQuantileAlone() {
        assertObjective(fit(SmallDesigns.formulas(1), .1, .3, .5, .7, .9), 822.556812169312, 0);
    }

    private static void assertObjective(JointProcess process, double expected, int binding) {
        assertThat(process.certified()).isTrue();
        assertThat(process.objective()).isCloseTo(expected, within(1e-10 * expected));
        assertThat(process.dualValue()).isCloseTo(expected, within(1e-10 * expected));
        assertThat(process.bindingPairs()).isEqualTo(binding);
    }

    @Test
    void whereNothingBindsTheObjectiveIsTheSumOfQuantilesFittedAlone() {
        double[][] scores = SmallDesigns.scores(3000, 1, 0, 5);
        SplineDesign design = SmallDesigns.of(scores[0], List.of(scores[1]));
        double[] taus = {.15, .5, .85};
        JointProcess joint = fit(design, taus);
        assertThat(joint.bindingPairs()).isZero();
        for (int j = 0; j < taus.length; j++) {
            double alone = fit(design, taus[j]).objective();
            assertThat(joint.objective(j)).isCloseTo(alone, within(1e-10 * alone));
        }
    }

    /** The other engine goes from vertex to vertex of each quantile's own problem. */
    @Test
    void theOtherEngineFindsTheSameWhereNothingBinds() {
        double[][] scores = SmallDesigns.scores(3000, 1, 0, 5);
        SplineDesign design = SmallDesigns.of(scores[0], List.of(scores[1]));
        double[] taus = {.15, .5, .85};
        JointProcess joint = fit(design, taus);
        QuantileProcess alone = SplineQuantiles.of(design, taus, HERE);
        for (int j = 0; j < taus.length; j++) {
            assertThat(joint.objective(j)).isCloseTo(alone.objective(j), within(1e-10 * alone.objective(j)));
            assertThat(joint.coefficients(j)).containsExactly(alone.coefficients(j), within(1e-4));
        }
    }

    @Test
    void wherePairsBindTheObjectiveIsAboveTheSumOfQuantilesFittedAlone() {
        SplineDesign design = SmallDesigns.simulated(400, 2, 1, 6);
        double[] taus = SmallDesigns.taus(10);
        JointProcess joint = fit(design, taus);
        double alone = 0;
        for (double tau : taus) {
            alone += fit(design, tau).objective();
        }
        assertThat(joint.certified()).isTrue();
        assertThat(joint.bindingPairs()).isPositive();
        assertThat(joint.dualValue()).isGreaterThan(alone * (1 + 1e-6));
    }

    @Test
    void noCombinationOfScoresHasAHigherQuantileBelowALowerOne() {
        SplineDesign design = SmallDesigns.simulated(300, 2, 1, 7);
        JointProcess process = fit(design, SmallDesigns.taus(20));
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 1; j < process.size(); j++) {
            double[] low = process.coefficients(j - 1);
            double[] high = process.coefficients(j);
            double[][] under = {design.parts(0, low), design.parts(1, low)};
            double[][] over = {design.parts(0, high), design.parts(1, high)};
            for (int s = 0; s < under[0].length; s++) {
                for (int t = 0; t < under[1].length; t++) {
                    double upper = high[0] + over[0][s] + over[1][t];
                    double lower = low[0] + under[0][s] + under[1][t];
                    assertThat(upper).isGreaterThanOrEqualTo(lower);
                    smallest = Math.min(smallest, upper - lower);
                }
            }
        }
        assertThat(process.smallestDifference()).isCloseTo(smallest, within(1e-11));
    }

    @Test
    void aBandOfRowsAboutEachCurveGivesTheSameAsAllRows() {
        SplineDesign design = SmallDesigns.simulated(20_000, 2, 1, 8);
        JointProcess process = fit(design, SmallDesigns.taus(12));
        assertThat(process.certified()).isTrue();
        double sum = 0;
        for (int j = 0; j < process.size(); j++) {
            double[] b = process.coefficients(j);
            double[][] parts = {design.parts(0, b), design.parts(1, b)};
            for (int i = 0; i < design.rows(); i++) {
                double fit = b[0] + parts[0][design.codes(0)[i]] + parts[1][design.codes(1)[i]];
                double residual = design.outcome()[i] - fit;
                sum += Math.max(process.tau(j) * residual, (process.tau(j) - 1) * residual);
            }
        }
        assertThat(process.objective()).isCloseTo(sum, within(1e-12 * sum));
    }

    @Test
    void theSameBitsOnOneThreadAndOnThree() {
        SplineDesign design = SmallDesigns.simulated(13_000, 2, 1, 9);
        double[] taus = SmallDesigns.taus(9);
        JointProcess one = JointQuantiles.of(design, taus, HERE);
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            JointProcess other = JointQuantiles.of(design, taus, three);
            for (int j = 0; j < taus.length; j++) {
                assertThat(other.coefficients(j)).isEqualTo(one.coefficients(j));
            }
            assertThat(other.dualValue()).isEqualTo(one.dualValue());
        } finally {
            three.shutdown();
        }
    }

    @Test
    void aPriorOfManyScoresIsHeldAtSomeAndProvedAtAll() {
        SplittableRandom chance = new SplittableRandom(11);
        double[] outcome = new double[1500];
        double[] prior = new double[1500];
        for (int i = 0; i < outcome.length; i++) {
            prior[i] = 100 * chance.nextDouble();
            outcome[i] = prior[i] + (1 + prior[i] / 20) * chance.nextDouble(-10, 10);
        }
        JointProcess process = fit(SmallDesigns.of(outcome, List.of(prior), .2, .4, .6, .8), SmallDesigns.taus(40));
        assertThat(process.certified()).isTrue();
        assertThat(process.bindingPairs()).isPositive();
        assertThat(process.smallestDifference()).isNotNegative();
    }

    @Test
    void manyQuantilesOfFewStudentsWithScoresAllDifferentAreProved() {
        double[][] scores = SmallDesigns.scores(400, 2, 0.1, 13);
        for (int i = 0; i < scores[0].length; i++) {
            scores[1][i] += (i % 10) / 10.0;
            scores[2][i] += (i % 7) / 10.0;
        }
        SplineDesign design = SmallDesigns.of(scores[0], List.of(scores[1], scores[2]), .2, .4, .6, .8);
        JointProcess process = fit(design, SmallDesigns.taus(50));
        assertThat(process.certified()).isTrue();
        assertThat(process.bindingPairs()).isEqualTo(49);
    }

    /** What is left of imbalance is rounding and must not count more where scores lie far from zero. */
    @Test
    void curvesOfTheDecimalScoresOnThreePriorsAreProved() {
        double[][] scores = SmallDesigns.published("sgp_scores_decimal.csv");
        SplineDesign design = SmallDesigns.of(scores[4], List.of(scores[3], scores[2], scores[1]), .2, .4, .6, .8);
        JointProcess process = fit(design, SmallDesigns.taus(100));
        assertThat(process.certified()).isTrue();
    }

    /** Outcomes differ from a line by thousandths of a point, so that rounding weighs more. */
    @Test
    void curvesOfASpreadThatCollapsesAreProved() {
        for (int seed = 1; seed <= 2; seed++) {
            double[][] scores = SmallDesigns.scores(400, 2, 0.1, seed);
            for (int i = 0; i < scores[0].length; i++) {
                double line = 570 + 0.8 * (scores[1][i] - 550);
                scores[0][i] = line + (scores[0][i] - line) * 1e-5;
            }
            SplineDesign design = SmallDesigns.of(scores[0], List.of(scores[1], scores[2]), .2, .4, .6, .8);
            JointProcess process = fit(design, SmallDesigns.taus(100));
            assertThat(process.gap()).isLessThan(JointProcess.LARGEST_GAP);
            assertThat(process.certified()).isTrue();
        }
    }

    @Test
    void outcomesThatOneCurveFitsHaveNoObjective() {
        double[] prior = new double[50];
        double[] outcome = new double[50];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = i % 13;
            outcome[i] = 7 + 2 * prior[i];
        }
        JointProcess process = fit(SmallDesigns.of(outcome, List.of(prior)), .25, .5);
        assertThat(process.certified()).isTrue();
        assertThat(process.objective()).isZero();
        assertThat(process.coefficients(0)).isEqualTo(process.coefficients(1));
    }

    @Test
    void quantilesThatDoNotAscendAreRefused() {
        SplineDesign design = SmallDesigns.formulas(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(design, .5, .5))
                .withMessageContaining("2.")
                .withMessageContaining("0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> fit(design, 50)).withMessageContaining("percents");
        assertThatIllegalArgumentException().isThrownBy(() -> fit(design));
    }

    @Test
    void aColumnThatOthersExplainIsRefused() {
        double[] prior = new double[40];
        double[] outcome = new double[40];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = i % 3;
            outcome[i] = i;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(SmallDesigns.of(outcome, List.of(prior)), .5))
                .withMessageContaining("Column 3 of 4");
    }

    @Test
    void rowsInAnotherOrderGiveTheSameObjective() {
        double[][] scores = SmallDesigns.scores(500, 1, 1, 12);
        double[][] turned = Arrays.stream(scores)
                .map(each -> {
                    double[] back = new double[each.length];
                    for (int i = 0; i < each.length; i++) {
                        back[i] = each[each.length - 1 - i];
                    }
                    return back;
                })
                .toArray(double[][]::new);
        double[] taus = SmallDesigns.taus(8);
        double objective =
                fit(SmallDesigns.of(scores[0], List.of(scores[1])), taus).objective();
        assertThat(fit(SmallDesigns.of(turned[0], List.of(turned[1])), taus).objective())
                .isCloseTo(objective, within(1e-10 * objective));
    }
}
