package org.iltlib.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Estimate MEAN = Estimate.builder()
            .value(487.9)
            .lower(480.1)
            .upper(495.7)
            .level(0.95)
            .standardError(3.9)
            .n(68)
            .unit("points")
            .method("mean, Student t interval")
            .build();

    @Test
    void itIsWrittenAndReadBack() {
        String json = CanonicalJson.write(Estimate.FORM.write(MEAN));
        assertThat(json)
                .isEqualTo("{\"level\":0.95,\"lower\":480.1,\"method\":\"mean, Student t interval\",\"n\":68,"
                        + "\"standardError\":3.9,\"unit\":\"points\",\"upper\":495.7,\"value\":487.9}");
        assertThat(Estimate.FORM.read(CanonicalJson.read(json))).isEqualTo(MEAN);
    }

    @Test
    void anIntervalThatDoesNotHoldItsValueIsRefused() {
        assertThatThrownBy(() -> MEAN.toBuilder().lower(490).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not hold the value 487.9");
    }

    @Test
    void itExcludesWhatLiesOutsideItsInterval() {
        assertThat(MEAN.excludes(480)).isTrue();
        assertThat(MEAN.excludes(480.1)).isFalse();
        assertThat(MEAN.excludes(500)).isTrue();
    }

    @Test
    void itPrintsTheSameInEveryLocale() {
        assertThat(MEAN).hasToString("487.9 [480.1, 495.7] points (n = 68)");
    }
}
