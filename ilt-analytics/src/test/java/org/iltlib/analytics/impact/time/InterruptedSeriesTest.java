package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
