package org.iltlib.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iltlib.analytics.equity.RiskRatio.Result;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.junit.jupiter.api.Test;

/** Expected values by fractions. */
class RiskRatioTest {
    private static final Risk STATE = new Risk(60_000, 1_000_000);

    private static Measured<Result> of(Risk group, Risk others) {
        return RiskRatio.withDefaults().of(group, others, STATE);
    }

    @Test
    void eighteenOfOneHundredTwentyAgainstNinetySixOfOneThousandFourHundredEightyIsTwoPointThree() {
        Result result = of(new Risk(18, 120), new Risk(96, 1_480)).value().orElseThrow();
        assertThat(result.value()).isEqualTo(2.3125);
        assertThat(result.ratio()).isEqualTo(Rational.of(37, 16));
        assertThat(result.alternate()).isFalse();
        assertThat(result.why().toString()).contains("18 of 120 in the group, 96 of 1480 others.");
    }

    @Test
    void aCellOfSixIsNotCalculated() {
        assertThat(of(new Risk(6, 120), new Risk(96, 1_480)).toString()).contains("fewer than 10 of the group");
        assertThat(of(new Risk(12, 29), new Risk(96, 1_480)).toString()).contains("smaller than 30");
        assertThat(of(new Risk(10, 30), new Risk(96, 1_480)).isReported()).isTrue();
    }

    /** 22 others here are too few: (18/120) / (60,000/1,000,000) = 2.5. */
    @Test
    void whereTheOthersAreTooFewTheStateStandsIn() {
        Result result = of(new Risk(18, 120), new Risk(12, 22)).value().orElseThrow();
        assertThat(result.alternate()).isTrue();
        assertThat(result.value()).isEqualTo(2.5);
        assertThat(of(new Risk(18, 120), new Risk(9, 400)).value().orElseThrow().alternate())
                .isTrue();
        assertThat(of(new Risk(18, 120), new Risk(10, 30)).value().orElseThrow().alternate())
                .isFalse();
        assertThat(RiskRatio.withDefaults()
                        .of(new Risk(18, 120), new Risk(0, 5), new Risk(0, 900))
                        .isReported())
                .isFalse();
    }

    @Test
    void moreThanAllIsRefused() {
        assertThatThrownBy(() -> new Risk(5, 4)).hasMessageContaining("5 of 4 students");
        assertThatThrownBy(() -> new RiskRatio(0, 30)).hasMessageContaining("minimumCell");
    }
}
