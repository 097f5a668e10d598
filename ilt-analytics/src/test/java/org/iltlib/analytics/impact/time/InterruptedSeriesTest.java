package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.impact.ClaimRung;
import org.junit.jupiter.api.Test;

/** The series of 24 times (effects.json, its), against sandwich 3.0-2. */
class InterruptedSeriesTest {
    private static final double[] Y = {
        70.616, 70.311, 70.734, 71.126, 71.294, 72.366, 70.482, 71.101, 74.841, 73.404, 71.956, 72.851, 73.194, 77.685,
        79.784, 78.548, 77.971, 79.005, 78.615, 80.635, 77.683, 81.244, 80.146, 81.831
    };
    private static final int[] TIME = new int[24];

    static {
        Arrays.setAll(TIME, i -> i + 1);
    }

    // m <- lm(y ~ t + post + post*(t - 14)), post = t > 14; NeweyWest(m, lag = 2, prewhite = FALSE, adjust = TRUE)
    @Test
    void levelAndSlopeEqualSandwich() {
        SeriesChange found =
                InterruptedSeries.withDefaults().of(Y, TIME, 15).value().orElseThrow();
        assertThat(found.level().value()).isCloseTo(3.4090000000000087, within(1e-11));
        assertThat(found.slope().value()).isCloseTo(-0.1003438561438546, within(1e-11));
        assertThat(found.level().standardError()).isCloseTo(0.7669068967918754, within(1e-11));
        assertThat(found.slope().standardError()).isCloseTo(0.1715019895627567, within(1e-11));
        assertThat(found.regression().durbinWatson()).isCloseTo(2.137598628780781, within(1e-11));
        assertThat(found.rung()).isEqualTo(ClaimRung.ASSOCIATED);
        assertThat(found.changeAt(24).value()).isCloseTo(3.409 - 10 * 0.1003438561438546, within(1e-9));
        assertThat(found.why().toString()).contains("Durbin–Watson 2.138", "Assumed: Nothing else happened");
    }

    @Test
    void aComparisonTakesItsOwnBreakAway() {
        double[] both = new double[48];
        int[] time = new int[48];
        boolean[] treated = new boolean[48];
        double[] other = new double[24];
        for (int i = 0; i < 48; i++) {
            time[i] = TIME[i % 24];
            treated[i] = i < 24;
            both[i] = i < 24 ? Y[i] : 60 + 0.3 * i + Math.sin(3.0 * i) + (i >= 38 ? 1 : 0);
            other[i % 24] = both[i];
        }
        InterruptedSeries series = InterruptedSeries.withDefaults();
        SeriesChange found = series.comparative(both, time, treated, 15).value().orElseThrow();
        SeriesChange mine = series.of(Y, TIME, 15).value().orElseThrow();
        SeriesChange theirs = series.of(other, TIME, 15).value().orElseThrow();
        assertThat(found.level().value())
                .isCloseTo(mine.level().value() - theirs.level().value(), within(1e-9));
        assertThat(found.slope().value())
                .isCloseTo(mine.slope().value() - theirs.slope().value(), within(1e-9));
        assertThat(found.rung()).isEqualTo(ClaimRung.QUASI_EXPERIMENTAL);
        assertThat(series.withFirstOrderErrors()
                        .comparative(both, time, treated, 15)
                        .isReported())
                .isTrue();
    }

    // the iteration in R, checked with nlme::gls: level 3.5191191618399023 (1.0580843086094576)
    @Test
    void firstOrderErrorsArePraisAndWinstens() {
        SeriesChange found = InterruptedSeries.withDefaults()
                .withFirstOrderErrors()
                .of(Y, TIME, 15)
                .value()
                .orElseThrow();
        assertThat(found.level().value()).isCloseTo(3.5191191618399023, within(1e-9));
        assertThat(found.level().standardError()).isCloseTo(1.0580843086094576, within(1e-9));
    }

    @Test
    void aComparisonOnAnotherCourseBeforeIsNoMoreThanCompared() {
        SplitMix chance = SplitMix.of(3);
        double[] both = new double[48];
        int[] time = new int[48];
        boolean[] treated = new boolean[48];
        for (int i = 0; i < 48; i++) {
            time[i] = i % 24;
            treated[i] = i < 24;
            both[i] = (treated[i] ? 3 : -3) * time[i] + 0.5 * chance.nextGaussian();
        }
        assertThat(InterruptedSeries.withDefaults()
                        .comparative(both, time, treated, 12)
                        .value()
                        .orElseThrow()
                        .rung())
                .isEqualTo(ClaimRung.COMPARED);
    }

    /** From 2011 on the series rises by 5 a year from zero: at 2011 it is 5 above its old line, which is zero. */
    @Test
    void theSentenceSaysWhereTheSeriesStandsAtTheFirstTime() {
        double[] rising = new double[20];
        int[] year = new int[20];
        for (int i = 0; i < 20; i++) {
            year[i] = 2001 + i;
            rising[i] = Math.max(0, 5 * (i - 9)) + 0.001 * (i % 2);
        }
        SeriesChange found =
                InterruptedSeries.withDefaults().of(rising, year, 2011).value().orElseThrow();
        assertThat(found.why().toString()).startsWith("At 2011 the series stands 5.00");
        assertThat(found.changeAt(2011).value()).isCloseTo(5, within(0.01));
    }

    /**
     * Series without a change. qbinom(1 - 1e-4, 300, .05) = 31; Student's t on N − p rejects 17 in a hundred of independent
     * errors and 23 of those that carry over half. The latter cannot be held at five with 24 times, but below twelve.
     */
    @Test
    void shortSeriesWithoutAChangeSeldomShowOne() {
        SplitMix chance = SplitMix.of(8);
        for (double carried : new double[] {0, 0.5}) {
            int rejected = 0;
            for (int run = 0; run < 300; run++) {
                double[] y = new double[24];
                double error = chance.nextGaussian() / Math.sqrt(1 - carried * carried);
                for (int i = 0; i < 24; i++) {
                    y[i] = error;
                    error = carried * error + chance.nextGaussian();
                }
                rejected += InterruptedSeries.withDefaults()
                                        .of(y, TIME, 13)
                                        .value()
                                        .orElseThrow()
                                        .level()
                                        .pValue()
                                        .value()
                                        .orElse(1.0)
                                < 0.05
                        ? 1
                        : 0;
            }
            assertThat(rejected).isLessThanOrEqualTo(carried == 0 ? 31 : 36);
        }
        assertThat(InterruptedSeries.withDefaults().of(Arrays.copyOf(Y, 12), Arrays.copyOf(TIME, 12), 7))
                .asString()
                .contains("12 values; at least 16 needed");
    }

    @Test
    void tooShortASideIsRefused() {
        InterruptedSeries series = InterruptedSeries.withDefaults();
        assertThat(series.of(Y, TIME, 1)).hasToString("too few values: 0 times before the change; at least 3 needed");
        assertThat(series.of(Y, TIME, 23)).hasToString("too few values: 2 times after the change; at least 3 needed");
        assertThat(series.comparative(Y, TIME, new boolean[24], 15))
                .hasToString("too few values: 0 times before the change in the treated series; at least 3 needed");
        assertThatThrownBy(() -> series.of(Y, new int[3], 15)).hasMessageContaining("24 outcomes, 3 times");
        int[] twice = new int[24];
        Arrays.setAll(twice, i -> i % 12);
        assertThatThrownBy(() -> series.of(Y, twice, 6)).hasMessageContaining("stands twice");
    }
}
