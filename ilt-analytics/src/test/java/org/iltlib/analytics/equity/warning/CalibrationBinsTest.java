package org.iltlib.analytics.equity.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.junit.jupiter.api.Test;

class CalibrationBinsTest {
    private static List<Long> sizes(int ties, int all, int bins) {
        double[] predicted = new double[all];
        for (int i = 0; i < all; i++) {
            predicted[i] = i < ties ? 0.1 : 0.1 + 0.8 * (i - ties + 1) / all;
        }
        return new Calibration(bins, SuppressionPolicy.PUBLIC_DATA)
                .of(predicted, new boolean[all]).value().orElseThrow().bins().stream()
                        .map(bin -> bin.happened().value().orElseThrow().n())
                        .toList();
    }

    @Test
    void afterManyEqualPredictionsTheBinsAreAsLargeAsBefore() {
        assertThat(sizes(120, 200, 10)).containsExactly(120L, 20L, 20L, 20L, 20L);
        assertThat(sizes(139, 200, 10)).containsExactly(139L, 21L, 20L, 20L);
        assertThat(sizes(195, 200, 10)).containsExactly(200L);
        assertThat(sizes(1, 200, 10)).containsOnly(20L).hasSize(10);
        assertThat(sizes(1, 4, 10)).containsExactly(1L, 1L, 1L, 1L);
        assertThat(sizes(4, 4, 10)).containsExactly(4L);
    }

    @Test
    void noBinHasFewerThanHalfItsShare() {
        for (int ties = 1; ties <= 103; ties++) {
            int all = 103;
            assertThat(sizes(ties, all, 10)).allMatch(n -> 20 * n >= all);
            assertThat(sizes(ties, all, 10).stream().mapToLong(n -> n).sum()).isEqualTo(all);
        }
    }
}
