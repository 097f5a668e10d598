package org.iltlib.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class StatsTest {
    private static final double[] X = {3, 5, 4, 8, 9.5};
    private static final double[] Y = {1, 2, 6, 7, 3};

    private static void isInterval(Estimate estimate, double lower, double upper) {
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-9));
    }

    @Test
    void quantilesAgreeWithR() {
        // R: qt(.975, 5.5); qt(.975, 1); qt(.995, 30); qnorm(.975)
        assertThat(Distributions.studentQuantile(5.5, 0.975)).isCloseTo(2.5018586175892397, within(1e-12));
        assertThat(Distributions.studentQuantile(1, 0.975)).isCloseTo(12.706204736174694, within(1e-11));
        assertThat(Distributions.studentQuantile(30, 0.995)).isCloseTo(2.7499956535672254, within(1e-12));
        assertThat(Distributions.normalQuantile(0.975)).isCloseTo(1.9599639845400536, within(1e-12));
        assertThat(Distributions.normalProbability(0)).isEqualTo(0.5);
        // R: quantile(x, .3)
        assertThat(Quantiles.of(X, 0.3).orElseThrow()).isCloseTo(4.2, within(1e-12));
        assertThat(Quantiles.median(X).orElseThrow()).isEqualTo(5);
        assertThat(Quantiles.median()).isEmpty();
    }

    @Test
    void meansAndTheirDifferenceAgreeWithR() {
        // R: t.test(x)$conf.int; t.test(x, y)
        isInterval(
                MeanInterval.withDefaults().of(Moments.of(X)).value().orElseThrow(),
                2.488247135637321,
                9.31175286436268);
        WelchTest.Result welch = WelchTest.withDefaults()
                .of(Moments.of(X), Moments.of(Y))
                .value()
                .orElseThrow();
        isInterval(welch.difference(), -1.7953953641262066, 5.995395364126207);
        assertThat(welch.pValue()).isCloseTo(0.24885671225790293, within(1e-10));
        assertThat(welch.degreesOfFreedom()).isCloseTo(7.971636774051085, within(1e-10));
    }

    @Test
    void sharesAgreeWithR() {
        // R: prop.test(7, 20, correct = FALSE)$conf.int; prop.test(0, 20, correct = FALSE)$conf.int
        isInterval(
                WilsonInterval.withDefaults().of(7, 20).value().orElseThrow(), 0.18119182410108206, 0.5671457233147637);
        isInterval(WilsonInterval.withDefaults().of(0, 20).value().orElseThrow(), 0, 0.1611251580528193);
        assertThat(WilsonInterval.withDefaults().withLevel(0.9).of(0, 0).isReported())
                .isFalse();
        assertThatThrownBy(() -> WilsonInterval.withDefaults().of(3, 2)).hasMessageContaining("Expected 0 to 2");
    }

    @Test
    void theLineAgreesWithR() {
        // R: coef(lm(y ~ x)); confint(lm(y ~ x))[2, ]
        StraightLine.Result line = StraightLine.withDefaults().of(X, Y).value().orElseThrow();
        assertThat(line.intercept()).isCloseTo(1.9635761589403955, within(1e-12));
        assertThat(line.slope().value()).isCloseTo(0.3112582781456955, within(1e-12));
        isInterval(line.slope(), -1.3223997335533, 1.9449162898466);
        assertThat(StraightLine.withDefaults()
                        .withLevel(0.9)
                        .of(new double[3], new double[3])
                        .isReported())
                .isFalse();
        assertThat(StraightLine.withDefaults().of(new double[2], new double[2]).isReported())
                .isFalse();
    }

    @Test
    void hedgesGAgreesWithTheWorkedExamples() {
        // What Works Clearinghouse 4.1 formulas by hand: 512 (48, 84) against 500 (50, 168);
        // 55.2 (10.3, 30) against 50.1 (9.8, 32)
        Estimate year = HedgesG.withDefaults()
                .of(new Moments(84, 512, 83 * 48 * 48), new Moments(168, 500, 167 * 50 * 50))
                .value()
                .orElseThrow();
        assertThat(year.value()).isCloseTo(0.2425, within(5e-5));
        Estimate other = HedgesG.withDefaults()
                .withLevel(0.95)
                .of(new Moments(30, 55.2, 29 * 10.3 * 10.3), new Moments(32, 50.1, 31 * 9.8 * 9.8))
                .value()
                .orElseThrow();
        assertThat(other.value()).isCloseTo(0.50135353, within(1e-8));
        assertThat(other.standardError().orElseThrow()).isCloseTo(0.25494946, within(1e-8));
    }

    @Test
    void manyQuestionsRaiseTheBar() {
        // R: p.adjust(c(.002, .009, .012, .021, .05, .11, .3, .74), "BH")
        assertThat(BenjaminiHochberg.adjust(.002, .009, .012, .021, .05, .11, .3, .74))
                .containsExactly(
                        new double[] {.016, .032, .032, .042, .08, .1466666666667, .3428571428571, .74}, within(1e-12));
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
    }

    @Test
    void whatCannotBeComputedIsMissing() {
        Moments one = Moments.of(3);
        Moments flat = Moments.of(3, 3, 3);
        assertThat(one.variance()).isEmpty();
        assertThat(one.standardDeviation()).isEmpty();
        assertThat(MeanInterval.withDefaults()
                        .withLevel(0.9)
                        .withUnit("days")
                        .of(one)
                        .isReported())
                .isFalse();
        assertThat(MeanInterval.withDefaults().of(Moments.EMPTY).isReported()).isFalse();
        assertThat(WelchTest.withDefaults()
                        .withLevel(0.9)
                        .withUnit("days")
                        .of(one, flat)
                        .isReported())
                .isFalse();
        assertThat(WelchTest.withDefaults().of(flat, flat).isReported()).isFalse();
        assertThat(HedgesG.withDefaults().of(flat, one).isReported()).isFalse();
        assertThat(HedgesG.withDefaults().of(flat, flat).isReported()).isFalse();
        assertThatThrownBy(() -> MeanInterval.withDefaults().withLevel(1)).hasMessageContaining("level is 1.0");
    }

    @Test
    void theCorrectionForSmallSamplesIsThatOfHedges() {
        // 1 - 3 / (4 * 252 - 9)
        assertThat(HedgesG.smallSampleFactor(252)).isCloseTo(0.996996996996997, within(1e-15));
        assertThat(HedgesG.smallSampleFactor(3)).isZero();
        assertThatThrownBy(() -> HedgesG.smallSampleFactor(2)).hasMessageContaining("at least 3");
    }

    /** 512 (48, n 84) against 500 (50, n 168): g and index by R, {@code 100 * (pnorm(g) - 0.5)}. */
    @Test
    void theImprovementIndexIsThePercentileOfAnAverageStudentLessFifty() {
        Estimate effect = HedgesG.withDefaults()
                .of(new Moments(84, 512, 83 * 48 * 48), new Moments(168, 500, 167 * 50 * 50))
                .value()
                .orElseThrow();
        assertThat(effect.value()).isCloseTo(0.2425, within(5e-5));
        assertThat(HedgesG.improvementIndex(effect.value())).isCloseTo(9.58, within(5e-3));
        assertThat(HedgesG.improvementIndex(0)).isZero();
        assertThat(HedgesG.improvementIndex(-1)).isCloseTo(-34.13447460685429, within(1e-12));
    }

    /** 0.62 against 0.55, by R: {@code (qlogis(.62) - qlogis(.55)) / 1.65}. */
    @Test
    void theCoxIndexIsTheDifferenceOfLogitsOverOnePointSixFive() {
        assertThat(CoxIndex.of(0.62, 0.55).orElse(0.0)).isCloseTo(0.1751, within(5e-5));
        assertThat(CoxIndex.of(0.55, 0.62).orElse(0.0))
                .isEqualTo(-CoxIndex.of(0.62, 0.55).orElse(0.0));
        assertThat(CoxIndex.of(0.5, 0.5).orElse(1.0)).isZero();
        assertThat(CoxIndex.of(1, 0.5).isReported()).isFalse();
        assertThat(CoxIndex.of(0.5, 0).isReported()).isFalse();
        assertThatThrownBy(() -> CoxIndex.of(1.2, 0.5)).hasMessageContaining("first is 1.2");
    }
}
