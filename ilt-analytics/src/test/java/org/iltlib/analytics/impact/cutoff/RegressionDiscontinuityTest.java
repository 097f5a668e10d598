package org.iltlib.analytics.impact.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.finding.Estimate;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 400 synthetic points with a cut-off at 0 (rdd.csv), against R 4.2.2. */
class RegressionDiscontinuityTest {
    private static final RegressionDiscontinuity AT_ZERO = RegressionDiscontinuity.at(0);

    private double[] x;
    private double[] y;

    @BeforeEach
    void readThePoints() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("rdd.csv")), StandardCharsets.UTF_8))) {
            List<double[]> rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            x = rows.stream().mapToDouble(row -> row[0]).toArray();
            y = rows.stream().mapToDouble(row -> row[1]).toArray();
        }
    }

    // m <- lm(y ~ T * x, weights = pmax(0, 1 - abs(x)/.35)); sqrt(vcovHC(m, "HC1")[2, 2]), "HC2"
    @Test
    void aGivenBandwidthEqualsTheWeightedRegression() {
        DiscontinuityResult found = AT_ZERO.withBandwidth(0.35)
                .withErrors(ErrorRule.HC1)
                .of(x, y)
                .value()
                .orElseThrow();
        assertThat(found.conventional().value()).isCloseTo(0.4224128712663496, within(1e-12));
        assertThat(found.conventional().standardError().orElse(0.0)).isCloseTo(0.1394050508072992, within(1e-12));
        assertThat(found.below() + found.above()).isEqualTo(137);
        assertThat(found.rung()).isEqualTo(ClaimRung.QUASI_EXPERIMENTAL);
        assertThat(found.toString()).endsWith("[quasi-experimental]");
        assertThat(found.why().toString()).contains("The bandwidth was given", "Assumed: Nobody could place");
        assertThat(AT_ZERO.withBandwidth(0.35)
                        .withErrors(ErrorRule.HC2)
                        .of(x, y)
                        .value()
                        .orElseThrow()
                        .conventional()
                        .standardError()
                        .orElse(0.0))
                .isCloseTo(0.14166637827356146, within(1e-12));
    }

    /** With one bandwidth for both, the correction of a local line is the local parabola (remark 7 of CCT 2014). */
    // lm(y ~ T * (x + I(x^2)), weights = pmax(0, 1 - abs(x)/.35))
    @Test
    void theCorrectedJumpWithOneBandwidthIsThatOfTheParabola() {
        assertThat(AT_ZERO.withBandwidth(0.35)
                        .of(x, y)
                        .value()
                        .orElseThrow()
                        .robust()
                        .value())
                .isCloseTo(0.32010961891003187, within(1e-11));
    }

    // the formulas of Calonico, Cattaneo and Titiunik written out in R with dense matrices
    @Test
    void chosenBandwidthsAndRobustErrorsEqualTheFormulas() {
        DiscontinuityResult found = AT_ZERO.of(x, y).value().orElseThrow();
        assertThat(found.bandwidth()).isCloseTo(0.2320181628711547, within(1e-9));
        assertThat(found.biasBandwidth()).isCloseTo(0.3536254172762428, within(1e-9));
        assertThat(found.conventional().value()).isCloseTo(0.3741181195671007, within(1e-9));
        assertThat(found.conventional().standardError().orElse(0.0)).isCloseTo(0.180089816251602, within(1e-9));
        assertThat(found.robust().value()).isCloseTo(0.32695009823304455, within(1e-9));
        assertThat(found.robust().standardError().orElse(0.0)).isCloseTo(0.21394909287714797, within(1e-9));
        assertThat(found.pValue()).isBetween(0.1, 0.2);
    }

    // coef_test(m, vcovCR(m, cluster = (i - 1) %% 20, "CR2", target = 1/w)); scores of the parabola times 20/19
    @Test
    void clustersEqualClubSandwich() {
        int[] cluster = new int[400];
        Arrays.setAll(cluster, i -> (i + 1 - 1) % 20);
        DiscontinuityResult found =
                AT_ZERO.withBandwidth(0.35).of(x, y, cluster).value().orElseThrow();
        assertThat(found.conventional().standardError().orElse(0.0)).isCloseTo(0.11343936014321711, within(1e-10));
        assertThat(found.robust().standardError().orElse(0.0)).isCloseTo(0.1520647784180171, within(1e-10));
        assertThat(AT_ZERO.of(x, y, new int[400])).asString().contains("one cluster");
    }

    @Test
    void theSideThatIsTreatedTurnsTheSign() {
        Estimate above = AT_ZERO.of(x, y).value().orElseThrow().robust();
        Estimate below = AT_ZERO.treatedBelow().of(x, y).value().orElseThrow().robust();
        assertThat(below.value()).isEqualTo(-above.value());
        assertThat(below.upper()).isCloseTo(-above.lower(), within(1e-12));
    }

    @Test
    void movingAndStretchingTheScoreChangesNothing() {
        double[] moved = Arrays.stream(x).map(each -> 500 + 40 * each).toArray();
        DiscontinuityResult found =
                RegressionDiscontinuity.at(500).of(moved, y).value().orElseThrow();
        DiscontinuityResult plain = AT_ZERO.of(x, y).value().orElseThrow();
        assertThat(found.bandwidth()).isCloseTo(40 * plain.bandwidth(), within(1e-6));
        assertThat(found.robust().value()).isCloseTo(plain.robust().value(), within(1e-8));
        assertThat(found.robust().standardError().orElse(0.0))
                .isCloseTo(plain.robust().standardError().orElse(0.0), within(1e-8));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        double[] otherX = new double[400];
        double[] otherY = new double[400];
        for (int i = 0; i < 400; i++) {
            otherX[i] = x[399 - i];
            otherY[i] = y[399 - i];
        }
        assertThat(AT_ZERO.of(otherX, otherY)).isEqualTo(AT_ZERO.of(x, y));
    }

    @Test
    void theDonutLeavesTheNearestOut() {
        DiscontinuityResult found = AT_ZERO.withDonut(0.05).of(x, y).value().orElseThrow();
        long near = Arrays.stream(x).filter(each -> Math.abs(each) < 0.05).count();
        assertThat(near).isPositive();
        assertThat(found.leftOut()).isEqualTo(near);
    }

    @Test
    void otherBandwidthsAndCovariatesAreLookedAt() {
        List<SensitivityPoint> points = AT_ZERO.atBandwidths(x, y, 0.2, 0.35, 1e-9);
        assertThat(points.get(1).result()).isEqualTo(AT_ZERO.withBandwidth(0.35).of(x, y));
        assertThat(points.get(2).result()).hasToString("too few values: nobody below the cut-off within 1.0E-9 of it");
        double[] smooth = Arrays.stream(x)
                .map(each -> Math.sin(3 * each) + Math.cos(1000 * each))
                .toArray();
        double[] jumps = new double[x.length];
        Arrays.setAll(jumps, i -> smooth[i] + (x[i] >= 0 ? 5 : 0));
        List<ContinuityCheck> checks =
                ContinuityCheck.of(AT_ZERO, x, Map.of("smooth", smooth, "jumps", jumps, "same", new double[x.length]));
        assertThat(checks.stream().map(ContinuityCheck::name)).containsExactly("jumps", "same", "smooth");
        assertThat(checks.get(0).isBroken()).isTrue();
        assertThat(checks.get(1).isBroken()).isFalse();
        assertThat(checks.get(1).jump()).hasToString("undefined: the outcome is the same for everybody");
        assertThat(checks.get(2).isBroken()).isFalse();
    }

    @Test
    void aDesignThatSaysNothingIsRefused() {
        double[] five = {1, 2, 3, 4, 5};
        assertThat(AT_ZERO.of(new double[] {1, 2, Double.NaN, 4}, new double[4]))
                .hasToString("too few values: 3 rows with score and outcome; at least 5 needed");
        assertThat(AT_ZERO.of(new double[5], five)).hasToString("undefined: the score is the same for everybody");
        assertThat(AT_ZERO.of(five, new double[5])).hasToString("undefined: the outcome is the same for everybody");
        assertThat(AT_ZERO.of(five, five)).hasToString("too few values: nobody below the cut-off");
        assertThat(RegressionDiscontinuity.at(9).of(five, five))
                .hasToString("too few values: nobody above the cut-off");
        double[] coarse = {-2, -1, 0, 1, 2, -2, -1, 0, 1, 2};
        double[] some = {1, 2, 4, 3, 5, 2, 3, 1, 4, 2};
        assertThat(AT_ZERO.of(coarse, some)).asString().contains("fewer than 6 different scores on one side");
        assertThat(AT_ZERO.withBandwidth(5).of(coarse, some)).asString().contains("at least 3 and 4 needed");
        assertThatThrownBy(() -> AT_ZERO.of(five, new double[2])).hasMessageContaining("5 scores, 2 outcomes");
        assertThatThrownBy(() -> AT_ZERO.withBandwidth(0)).hasMessageContaining("bandwidth is 0");
        assertThatThrownBy(() -> AT_ZERO.withErrors(ErrorRule.CLASSICAL)).hasMessageContaining("HC2");
        assertThatThrownBy(() -> AT_ZERO.withDonut(-1)).hasMessageContaining("radius");
        assertThatThrownBy(() -> RegressionDiscontinuity.at(Double.NaN)).hasMessageContaining("cutoff");
    }

    private static boolean[] holds(SplitMix chance) {
        double[] score = new double[500];
        double[] outcome = new double[500];
        for (int i = 0; i < 500; i++) {
            double u = 2 * chance.nextDouble() - 1;
            score[i] = u;
            outcome[i] = 1.5 * u + 3 * u * u * (u < 0 ? -1 : 1) + (u < 0 ? 0 : 0.5) + 0.4 * chance.nextGaussian();
        }
        DiscontinuityResult found = AT_ZERO.of(score, outcome).value().orElseThrow();
        return new boolean[] {
            !found.robust().excludes(0.5), !found.conventional().excludes(0.5)
        };
    }

    /** Calonico, Cattaneo and Titiunik report coverage of 0.92 to 0.94 with 500 rows; qbinom(5e-5, 1000, .92) = 885. */
    @Test
    void theRobustIntervalHoldsTheTruthAtItsRateAndMoreOftenThanTheUsualOne() {
        int robust = 0;
        int usual = 0;
        for (boolean[] each : Replications.of(1000, 2014, Runnable::run, RegressionDiscontinuityTest::holds)) {
            robust += each[0] ? 1 : 0;
            usual += each[1] ? 1 : 0;
        }
        assertThat(robust).isBetween(900, 975);
        assertThat(robust).isGreaterThan(usual);
    }
}
