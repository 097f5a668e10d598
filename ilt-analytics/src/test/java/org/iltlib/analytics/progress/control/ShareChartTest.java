package org.iltlib.analytics.progress.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.progress.control.ControlSignal.Rule;
import org.junit.jupiter.api.Test;

/** Eight weeks of absent students. The expected values are the formulas, computed in R. */
class ShareChartTest {
    private static final long[] ABSENT = {31, 44, 28, 52, 39, 35, 61, 30};
    private static final long[] ENROLLED = {612, 610, 600, 608, 612, 590, 612, 605};
    private static final Offset<Double> DIGITS = Offset.offset(1e-9);

    /**
     * In R: p = x / n; pb = sum(x) / sum(n); z = (p - pb) / sqrt(pb * (1 - pb) / n); mean(abs(diff(z))) / 1.128; and pb
     * plus or minus 3 * sqrt(pb * (1 - pb) / 612), the second time multiplied by that.
     */
    @Test
    void theLimitsOfBothChartsAgreeWithR() {
        ShareChart plain = ShareChart.of(ABSENT, ENROLLED);
        ShareChart laney = ShareChart.laney(ABSENT, ENROLLED);
        assertThat(plain.share()).isCloseTo(0.065992988244999, DIGITS);
        assertThat(plain.lower(612)).isCloseTo(0.0358858477621934, DIGITS);
        assertThat(plain.upper(612)).isCloseTo(0.0961001287278045, DIGITS);
        assertThat(laney.spread()).isCloseTo(2.54383661638805, DIGITS);
        assertThat(laney.lower(612)).as("-0.0106 in R, but no share is below 0").isZero();
        assertThat(laney.upper(612)).isCloseTo(0.142580634619899, DIGITS);
        assertThat(IntStream.range(0, 8).filter(i -> plain.isOutside(ABSENT[i], ENROLLED[i])))
                .containsExactly(6);
        assertThat(IntStream.range(0, 8).filter(i -> laney.isOutside(ABSENT[i], ENROLLED[i])))
                .isEmpty();
    }

    /** In R: k = 0:612; out = abs((k / 612 - 0.07) / sqrt(0.07 * 0.93 / 612)) beyond 3; a = sum(dbinom(k, 612, 0.07)[out]). */
    @Test
    void falseAlarmsAndMissesAreExactSums() {
        ShareChart chart = new ShareChart(0.07, 1);
        assertThat(chart.signals(0.07, 612).probability()).isCloseTo(0.00295731837297003, DIGITS);
        long[] ten = new long[10];
        Arrays.fill(ten, 612);
        assertThat(chart.signals(0.07, ten).probability()).isCloseTo(0.029182713455615, DIGITS);
        assertThat(chart.signals(0.10, 612).probability()).isCloseTo(0.476723775291393, DIGITS);
        assertThat(chart.signals(0.10, 612).isExact()).isTrue();
        assertThat(chart.signals(0, 612).probability()).isEqualTo(1);
        assertThat(chart.signals(1, 612).probability()).isEqualTo(1);
        assertThat(chart.signals(0.07).probability()).isZero();
    }

    /** In R with rho = (1.8^2 - 1) / 611; th = 1 / rho - 1: sum over out of choose(612, k) and two beta functions. */
    @Test
    void aWiderSpreadIsBetaBinomial() {
        ShareChart wide = new ShareChart(0.07, 1.8);
        assertThat(wide.signals(0.07, 612).probability()).isCloseTo(0.00491483485801813, DIGITS);
    }

    @Test
    void theRulesSeeSharesInThirdsOfTheirOwnLimits() {
        ShareWatch watch = new ShareChart(0.07, 1).watch(EnumSet.allOf(Rule.class));
        assertThat(watch.feed(42, 612)).isEmpty();
        watch.skip();
        assertThat(watch.feed(90, 612)).containsExactly(new ControlSignal(Rule.POINT_OUTSIDE, 3, 3));
        assertThat(watch.feed(8, 61))
                .as("nearly that share of a tenth as many is no surprise")
                .isEmpty();
        for (int i = 0; i < 5; i++) {
            watch.feed(50, 612);
        }
        assertThat(watch.feed(50, 612)).containsExactly(new ControlSignal(Rule.EIGHT_ON_ONE_SIDE, 3, 10));
        assertThat(watch.signals()).hasSize(2);
    }

    @Test
    void allOfThemAlikeHaveAPlainChartAndNoOther() {
        long[] none = {0, 0};
        long[] many = {30, 40};
        ShareChart chart = ShareChart.of(none, many);
        assertThat(chart.isOutside(0, 30)).isFalse();
        assertThat(chart.isOutside(1, 30)).isTrue();
        assertThat(chart.signals(0.0, 30)).hasToString("0.0 %");
        assertThatThrownBy(() -> ShareChart.laney(none, many)).hasMessageContaining("All shares are 0.0");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        long[] one = {1};
        long[] two = {1, 2};
        assertThatThrownBy(() -> ShareChart.of(one, two)).hasMessageContaining("1 count(s) and 2 total(s)");
        assertThatThrownBy(() -> ShareChart.of(new long[0], new long[0])).hasMessageContaining("There is no count");
        assertThatThrownBy(() -> ShareChart.of(two, one.clone())).hasMessageContaining("2 count(s)");
        assertThatThrownBy(() -> ShareChart.of(new long[] {5}, new long[] {4}))
                .hasMessageContaining("count is 5. Expected 0 to the total, 4");
        assertThatThrownBy(() -> ShareChart.laney(one, one)).hasMessageContaining("There is one count");
        assertThatThrownBy(() -> new ShareChart(7, 1)).hasMessageContaining("share is 7.0");
        assertThatThrownBy(() -> new ShareChart(0.5, -1)).hasMessageContaining("spread is -1.0");
        assertThatThrownBy(() -> new ShareChart(0.5, 1).isOutside(1, 0)).hasMessageContaining("total is 0");
        assertThatThrownBy(() -> new ShareChart(0.5, 1).watch(EnumSet.noneOf(Rule.class)))
                .hasMessageContaining("rules is empty");
    }
}
