package org.iltlib.analytics.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Turns TURNS = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);

    @Test
    void aMeetingOfTenHasTheKnownValues() {
        assertThat(TURNS.gini()).isCloseTo(0.3178, Offset.offset(5e-5));
        assertThat(TURNS.evenness()).isCloseTo(0.9291, Offset.offset(5e-5));
        assertThat(TURNS.concentration()).isCloseTo(0.1363, Offset.offset(5e-5));
        List<String> groups = List.of("a", "a", "c", "t", "t", "t", "t", "t", "t", "t");
        assertThat(TURNS.equityRatio(groups, "a").orElse(0.0)).isCloseTo(1.889, Offset.offset(5e-4));
        assertThat(TURNS.equityRatio(groups, "c").orElse(0.0)).isCloseTo(1.556, Offset.offset(5e-4));
        assertThat(TURNS.equityRatio(groups, "t").orElse(0.0)).isCloseTo(0.667, Offset.offset(5e-4));
        assertThat(TURNS.equityRatio(groups, "x").isReported()).isFalse();
    }

    @Test
    void oneSpeakerOfTenAndEqualSpeakersAreTheExtremes() {
        Turns one = Turns.of(5, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(one.gini()).isCloseTo(0.9, Offset.offset(1e-12));
        assertThat(one.silent()).isEqualTo(9);
        assertThat(Turns.of(3, 3).gini()).isZero();
        assertThatThrownBy(() -> Turns.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void chanceAloneIsUnevenButLessSo() {
        ChanceBand band = ChanceBand.simulate(10, 90, 5000, 7);
        assertThat(band.expected()).isCloseTo(0.17, Offset.offset(0.008));
        assertThat(band.high()).isCloseTo(0.24, Offset.offset(0.01));
        assertThat(band.low()).isLessThan(band.expected());
        assertThat(TURNS.gini()).isGreaterThan(band.high());
        assertThat(ChanceBand.simulate(10, 90, 5000, 7)).isEqualTo(band);
        assertThat(ChanceBand.simulate(10, 30, 5000, 7).expected()).isCloseTo(0.29, Offset.offset(0.008));
    }
}
