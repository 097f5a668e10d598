package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineAndChangeTest {

    // b <- coef(lm(v ~ small + factor(sch)))["small"]; w <- 1 - 3/(4*n - 9); p0 <- mean(v[small == 0])
    // w*b/sp; w*(qlogis(p0 + b) - qlogis(p0))/1.65
    @ParameterizedTest
    @CsvSource({
        "ses, F, 6301, -0.008466410248603694, -0.016939024442336692, -0.020539011355559633",
        "sx, F, 6325, -2.3604942685078543e-05, -4.7214902774025903e-05, -5.7260204671733287e-05",
        "eth, B, 6322, -0.005725294571558493, -0.012217306581893454, -0.015731982755020267"
    })
    void kindergartenClassesOfProjectStarWereAlikeToBeginWith(
            String column, String value, int n, double difference, double g, double cox) {
        StarRows rows = StarRows.all().grade("K");
        Balance balance = BaselineBalance.withDefaults()
                .of(rows.small("math"), column, rows.is(column, value))
                .value()
                .orElseThrow();
        assertThat(balance.difference().points().n()).isEqualTo(n);
        assertThat(balance.difference().points().value()).isCloseTo(difference, within(1e-10));
        assertThat(balance.difference().standardized().value()).isCloseTo(g, within(1e-10));
        assertThat(balance.effectSize()).isCloseTo(cox, within(1e-10));
        assertThat(balance.equivalence()).isEqualTo(BaselineEquivalence.EQUIVALENT);
        assertThat(balance.why().claim()).endsWith("equivalent.");
    }

    // coef(lm(exp ~ small + factor(sch)))["small"]
    @Test
    void somethingMeasuredCountsByHedgesG() {
        StarRows rows = StarRows.all().grade("K");
        Balance balance = BaselineBalance.withDefaults()
                .withComparison(FixedEffectsComparison.withDefaults().withUnit("years"))
                .of(rows.small("math"), "experience", rows.column(row -> SharedFiles.number(row, "exp")))
                .value()
                .orElseThrow();
        assertThat(balance.difference().points().value()).isCloseTo(-0.5169633844240494, within(1e-10));
        assertThat(balance.effectSize())
                .isEqualTo(balance.difference().standardized().value());
        assertThat(balance.equivalence()).isEqualTo(BaselineEquivalence.ADJUST);
    }

    @Test
    void theLimitsOfEquivalenceBelongToTheMilderVerdict() {
        assertThat(BaselineEquivalence.of(-0.05)).isEqualTo(BaselineEquivalence.EQUIVALENT);
        assertThat(BaselineEquivalence.of(0.0501)).isEqualTo(BaselineEquivalence.ADJUST);
        assertThat(BaselineEquivalence.of(-0.25)).isEqualTo(BaselineEquivalence.ADJUST);
        assertThat(BaselineEquivalence.of(0.2501)).isEqualTo(BaselineEquivalence.NOT_EQUIVALENT);
    }

    @Test
    void aShareOfZeroHasNoOdds() {
        Comparison comparison = Comparison.of(new double[6], new boolean[] {false, false, false, true, true, true});
        assertThat(BaselineBalance.withDefaults().of(comparison, "retained", new double[] {0, 0, 0, 1, 1, 0}))
                .asString()
                .contains("no odds");
    }

    // t.test(c(13,12,12,15,15,14), c(10,12,9,14,11,13), paired = TRUE)
    @Test
    void aChangeOfTheSameStudentsEqualsThePairedTTest() {
        Change change = BeforeAfter.withDefaults()
                .withUnit("marks")
                .of(
                        new double[] {10, 12, 9, 14, 11, 13, Double.NaN, 4},
                        new double[] {13, 12, 12, 15, 15, 14, 3, Double.NaN})
                .value()
                .orElseThrow();
        assertThat(change.points().value()).isEqualTo(2);
        assertThat(change.points().standardError().orElseThrow()).isCloseTo(0.6324555320336759, within(1e-12));
        assertThat(change.points().lower()).isCloseTo(0.37422129750653194, within(1e-9));
        assertThat(change.points().upper()).isCloseTo(3.625778702493468, within(1e-9));
        assertThat(change.leftOut()).isEqualTo(2);
        assertThat(change.why().toString()).contains("6 students have both results; 2 lack one.");
    }

    @Test
    void noChangeIsMadeUpFromTooLittle() {
        BeforeAfter paired = BeforeAfter.withDefaults().withLevel(0.9);
        assertThat(paired.of(new double[4], new double[4])).hasToString("too few values: 4 students with both results");
        assertThat(paired.of(new double[5], new double[] {1, 1, 1, 1, 1}))
                .asString()
                .contains("same amount");
        assertThatThrownBy(() -> paired.of(new double[1], new double[2])).hasMessageContaining("after 2");
        assertThatThrownBy(() -> paired.withLevel(0)).hasMessageContaining("level is 0.0");
    }

    // (qt(.975, J-2) + qt(.8, J-2)) * sqrt((rho + (1-rho)/n)/(.25*J)) and variations; J 40, n 20, rho .15
    @Test
    void theMinimumDetectableEffectFollowsBloom() {
        MinimumDetectableEffect effect = MinimumDetectableEffect.withDefaults();
        assertThat(effect.ofClusters(40, 20, 0.15)).isCloseTo(0.3989701060626805, within(1e-9));
        assertThat(effect.withAlpha(0.1)
                        .withPower(0.9)
                        .withTreatedShare(0.3)
                        .withExplained(0.5, 0.4)
                        .ofClusters(40, 20, 0.15))
                .isCloseTo(0.3441187816061406, within(1e-9));
        assertThat(effect.ofStudents(500)).isCloseTo(0.2510730987785166, within(1e-9));
        assertThatThrownBy(() -> effect.ofStudents(2)).hasMessageContaining("students is 2");
        assertThatThrownBy(() -> effect.ofClusters(2, 1, 0)).hasMessageContaining("clusters is 2");
        assertThatThrownBy(() -> effect.withPower(0.5)).hasMessageContaining("power");
        assertThatThrownBy(() -> effect.withAlpha(0)).hasMessageContaining("alpha");
        assertThatThrownBy(() -> effect.withTreatedShare(1)).hasMessageContaining("share");
    }
}
