package org.iltlib.analytics.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.iltlib.analytics.equity.RiskRatio.Risk;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values from {@code effects.json} (disproportionality), by fractions, and by R where the test says so. */
class RiskComparisonTest {
    private static final RiskComparison GOLDEN = RiskComparison.of(new Risk(40, 200), new Risk(75, 1_000));

    @Test
    void fortyOfTwoHundredAgainstSeventyFiveOfAThousand() {
        Estimate ratio = GOLDEN.ratio().value().orElseThrow();
        assertThat(ratio.value()).isCloseTo(2.666666666666667, within(1e-14));
        assertThat(GOLDEN.logError().orElseThrow()).isCloseTo(0.17981471945681568, within(1e-14));
        assertThat(ratio.lower()).isCloseTo(1.8746067029366194, within(1e-8));
        assertThat(ratio.upper()).isCloseTo(3.793388287778644, within(1e-8));
        assertThat(GOLDEN.exactRatio().value().orElseThrow()).isEqualTo(Rational.of(8, 3));
    }

    /** Newcombe's own example, 56/70 against 48/80: .2, .0524 to .3339. */
    @Test
    void theDifferenceHasNewcombesInterval() {
        Estimate difference = RiskComparison.of(new Risk(56, 70), new Risk(48, 80))
                .difference()
                .value()
                .orElseThrow();
        assertThat(difference.value()).isCloseTo(0.2, within(1e-14));
        assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
    }

    /** R: fisher.test(matrix(c(9,21,20,20),2))$p.value. */
    @Test
    void lessThanFourFifthsIsAScreenBesideAnExactTest() {
        RiskComparison.Screen screen = RiskComparison.of(new Risk(9, 30), new Risk(20, 40))
                .screen(Fraction.of(4, 5))
                .value()
                .orElseThrow();
        assertThat(screen.ratio()).isEqualTo(Rational.of(3, 5));
        assertThat(screen.below()).isTrue();
        assertThat(screen.exactP()).isCloseTo(0.1409667513, within(1e-9));
        assertThat(RiskComparison.of(new Risk(8, 20), new Risk(10, 20))
                        .screen(Fraction.of(4, 5))
                        .value()
                        .orElseThrow()
                        .below())
                .isFalse();
    }

    @Test
    void whatCannotBeDividedIsMissing() {
        assertThat(RiskComparison.of(new Risk(4, 20), new Risk(0, 20)).ratio().toString())
                .contains("none of the others");
        assertThat(RiskComparison.of(new Risk(0, 20), new Risk(4, 20)).ratio().toString())
                .contains("no interval");
        assertThat(RiskComparison.of(new Risk(0, 20), new Risk(4, 20))
                        .exactRatio()
                        .value()
                        .orElseThrow())
                .isEqualTo(Rational.ZERO);
        RiskComparison empty = RiskComparison.of(new Risk(0, 0), new Risk(4, 20));
        assertThat(empty.ratio().isReported()).isFalse();
        assertThat(empty.difference().isReported()).isFalse();
        assertThat(empty.exactTest()).isEqualTo(1);
    }

    /** By hand: state 200, 300, 500; risks 1/5, 1/10, 1/20: (0.8 · 1/5) ÷ (0.3 · 1/10 + 0.5 · 1/20) = 32/11. */
    @Test
    void theWeightedRatioTakesTheStatesShares() {
        WeightedRiskRatio weighted = new WeightedRiskRatio(Map.of("a", 200L, "b", 300L, "c", 500L));
        Map<String, Risk> risks = Map.of("a", new Risk(10, 50), "b", new Risk(10, 100), "c", new Risk(5, 100));
        assertThat(weighted.of(risks, "a").value().orElseThrow()).isEqualTo(Rational.of(32, 11));
        assertThat(weighted.of(Map.of("a", new Risk(1, 5)), "a").isReported()).isFalse();
        assertThat(weighted.of(Map.of("b", new Risk(1, 5)), "a").isReported()).isFalse();
        assertThatThrownBy(() -> weighted.of(Map.of("d", new Risk(1, 5)), "a")).hasMessageContaining("[a, b, c]");
    }

    /** By hand: 40 of 115 against 200 of 1,200: 48/23; A = 1/6, (40/115 − 1/6)² · 115 = 3.79 &gt; 5/36. */
    @Test
    void aGroupsShareOfAProgramStandsBesideItsShareOfAll() {
        Representation twice = Representation.of(40, 115, 200, 1_200);
        assertThat(twice.index().value().orElseThrow()).isEqualTo(Rational.of(48, 23));
        assertThat(twice.composition().value().orElseThrow()).isEqualTo(Rational.of(8, 23));
        assertThat(twice.difference().value().orElseThrow()).isEqualTo(Rational.of(25, 138));
        assertThat(twice.exceedsE().value().orElseThrow()).isTrue();
        assertThat(Representation.of(5, 20, 200, 1_000).exceedsE().value().orElseThrow())
                .isFalse();
        assertThat(Representation.of(1, 20, 200, 1_000).exceedsE().value().orElseThrow())
                .isFalse();
        assertThat(Representation.of(0, 0, 200, 1_000).index().isReported()).isFalse();
        assertThat(Representation.of(0, 9, 0, 1_000).index().isReported()).isFalse();
    }

    /** R: Wilson's limits w(2, 2) = (.3424, 1), w(1, 1) = (.2065, 1), w(10, 100); distances on the logarithm. */
    @Test
    void whereItHappenedToEverybodyTheIntervalStillHasAWidth() {
        Estimate tiny = RiskComparison.of(new Risk(2, 2), new Risk(1, 1))
                .ratio()
                .value()
                .orElseThrow();
        assertThat(tiny.value()).isEqualTo(1);
        assertThat(tiny.lower()).isCloseTo(0.342380227507, within(1e-9));
        assertThat(tiny.upper()).isCloseTo(4.84145882069, within(1e-8));
        assertThat(RiskComparison.of(new Risk(2, 2), new Risk(1, 1)).logError()).isEmpty();
        Estimate one = RiskComparison.of(new Risk(2, 2), new Risk(10, 100))
                .ratio()
                .value()
                .orElseThrow();
        assertThat(one.lower()).isCloseTo(2.98957419308, within(1e-8));
        assertThat(one.upper()).isCloseTo(18.10638465891, within(1e-8));
    }

    @Test
    void moreStudentsThanTheExactTestCanCountAreRefused() {
        assertThatThrownBy(() -> RiskComparison.of(new Risk(5, 3_000_000_000L), new Risk(5, 5))
                        .exactTest())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3000000000");
    }

    @Test
    void equalRisksGiveAWeightedRatioOfOneWhoeverIsAbsent() {
        WeightedRiskRatio weighted = new WeightedRiskRatio(Map.of("a", 25L, "b", 25L, "c", 25L, "d", 25L));
        Risk same = new Risk(10, 100);
        assertThat(weighted.of(Map.of("a", same, "b", same, "c", same), "a")
                        .value()
                        .orElseThrow())
                .isEqualTo(Rational.of(1, 1));
        assertThat(weighted.of(Map.of("a", same, "b", same, "c", new Risk(0, 0)), "a")
                        .value()
                        .orElseThrow())
                .isEqualTo(Rational.of(1, 1));
        assertThat(weighted.of(Map.of("a", same), "a").toString()).contains("none of the others are here");
        assertThat(new WeightedRiskRatio(Map.of("a", 0L, "b", 0L))
                        .of(Map.of("a", same, "b", same), "a")
                        .isReported())
                .isFalse();
    }
}
