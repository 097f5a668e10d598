package org.iltlib.analytics.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Offset<Double> DIGITS = Offset.offset(5.1e-5);

    @Test
    void twelveMonthsHaveTheKnownLimits() {
        XmrChart chart = XmrChart.of(62, 60, 65, 61, 58, 63, 66, 64, 59, 62, 61, 65);
        assertThat(chart.lower()).isCloseTo(53.2194, DIGITS);
        assertThat(chart.upper()).isCloseTo(71.1139, DIGITS);
        assertThat(chart.upperRange()).isCloseTo(10.9924, DIGITS);
        assertThat(chart.isOutside(72)).isTrue();
        assertThat(chart.isOutside(60)).isFalse();
        assertThatThrownBy(() -> XmrChart.of(1)).hasMessageContaining("at least two");
    }

    @Test
    void eightWeeksHaveTheKnownSlopes() {
        double[] scores = {35, 36, 38, 37, 38, 39, 40, 41};
        assertThat(Slopes.leastSquares(scores)).isCloseTo(0.7857, DIGITS);
        assertThat(Slopes.theilSen(scores)).isCloseTo(0.8452, DIGITS);
        assertThatThrownBy(() -> Slopes.theilSen(1, Double.NaN)).hasMessageContaining("score is NaN");
    }
}
