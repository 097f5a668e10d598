package org.iltlib.analytics.impact.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Against the figures that Cinelli and Hazlett print for their example, and against a cause that the test knows. */
class HiddenConfounderTest {
    /** The effect of direct harm on attitudes to peace in Darfur, as printed: 0.097, 0.023, 783 degrees of freedom. */
    private static final HiddenConfounder DARFUR = new HiddenConfounder(0.09731582, 0.02325654, 783);

    @Test
    void itEqualsThePublishedExample() {
        assertThat(DARFUR.partialShare()).isCloseTo(0.02187, within(5e-6));
        assertThat(DARFUR.robustness(1)).isCloseTo(0.13878, within(5e-6));
        assertThat(DARFUR.robustness(1, 0.05)).isCloseTo(0.07626, within(5e-6));
        assertThat(DARFUR.why().toString()).contains("13.9 %", "7.6 %");
    }

    /** Printed: as strong as being female, 0.0092 and 0.1246 leave 0.0752 with standard error 0.0219. */
    @Test
    void aCauseAsStrongAsTheBenchmarkLeavesThePublishedEffect() {
        Estimate left = DARFUR.adjusted(Strength.of(0.0092, 0.1246), 0.95, "points", 1276);
        assertThat(left.value()).isCloseTo(0.0752, within(1e-4));
        assertThat(left.standardError().orElseThrow()).isCloseTo(0.0219, within(1e-4));
        assertThat(left.lower()).isCloseTo(0.0323, within(2e-4));
        assertThat(left.upper()).isCloseTo(0.1182, within(2e-4));
    }

    @Test
    void aCauseOfJustTheRobustnessValueTakesAllAway() {
        double share = DARFUR.robustness(1);
        assertThat(DARFUR.bias(Strength.of(share, share))).isCloseTo(0.09731582, within(1e-12));
        double half = DARFUR.robustness(0.5);
        assertThat(DARFUR.bias(Strength.of(half, half))).isCloseTo(0.09731582 / 2, within(1e-12));
    }

    @Test
    void justShortOfChanceTheIntervalTouchesZero() {
        double share = DARFUR.robustness(1, 0.05);
        assertThat(DARFUR.adjusted(Strength.of(share, share), 0.95, "points", 1276)
                        .lower())
                .isCloseTo(0, within(1e-12));
        assertThat(new HiddenConfounder(0.01, 0.02, 50).robustness(1, 0.05)).isZero();
        assertThat(new HiddenConfounder(900, 1, 5).robustness(1, 0.05)).isBetween(0.9, 1.0);
    }

    /** The bias formula is an identity: leaving a known column out moves the effect by just that much. */
    @Test
    void leavingOutAKnownCauseMovesTheEffectByTheFormula() {
        SplitMix chance = SplitMix.of(5);
        int n = 200;
        double[] hidden = new double[n];
        double[] known = new double[n];
        double[] treatment = new double[n];
        double[] outcome = new double[n];
        for (int i = 0; i < n; i++) {
            hidden[i] = chance.nextGaussian();
            known[i] = chance.nextGaussian() + 0.3 * hidden[i];
            treatment[i] = chance.nextGaussian() + 0.5 * hidden[i] + 0.4 * known[i] > 0 ? 1 : 0;
            outcome[i] = treatment[i] + hidden[i] + 0.5 * known[i] + chance.nextGaussian();
        }
        int[] one = new int[n];
        GroupCodes all = GroupCodes.of(one);
        LeastSquares without = LeastSquares.of(outcome, new double[][] {known, treatment}, all);
        LeastSquares with = LeastSquares.of(outcome, new double[][] {known, hidden, treatment}, all);
        double error = Math.sqrt(without.classicalCovariance()[1][1]);
        HiddenConfounder doubt = new HiddenConfounder(without.coefficients()[1], error, without.residualDegrees());
        Benchmark strength = Benchmark.of(outcome, treatment, one, List.of("known", "hidden"), List.of(known, hidden))
                .value()
                .orElseThrow()
                .get(1);
        Estimate left =
                doubt.adjusted(Strength.of(strength.withTreatment(), strength.withOutcome()), 0.95, "points", n);
        assertThat(left.value()).isCloseTo(with.coefficients()[2], within(1e-10));
        assertThat(left.standardError().orElseThrow())
                .isCloseTo(Math.sqrt(with.classicalCovariance()[2][2]), within(1e-10));
    }

    /** Twelve schools, six treated: about ten degrees of freedom for the interval, 238 for what explains what. */
    @Test
    void theSharesDoNotDependOnTheErrorOfTheInterval() {
        SplitMix chance = SplitMix.of(9);
        int n = 240;
        double[] outcome = new double[n];
        boolean[] treated = new boolean[n];
        int[] school = new int[n];
        double own = 0;
        for (int i = 0; i < n; i++) {
            own = i % 20 == 0 ? chance.nextGaussian() : own;
            school[i] = i / 20;
            treated[i] = school[i] % 2 == 0;
            outcome[i] = own + 2 * chance.nextGaussian() + (treated[i] ? 0.5 : 0);
        }
        Comparison comparison = Comparison.of(outcome, treated).clusteredBy(school);
        FixedEffectsComparison robust = FixedEffectsComparison.withDefaults();
        HiddenConfounder found =
                HiddenConfounder.of(robust.of(comparison).value().orElseThrow());
        TreatmentEffect plain =
                robust.withErrors(ErrorRule.CLASSICAL).of(comparison).value().orElseThrow();
        double t = plain.statistic();
        assertThat(found.degreesOfFreedom()).isEqualTo(238);
        assertThat(found.partialShare()).isCloseTo(t * t / (t * t + 238), within(1e-12));
        assertThat(HiddenConfounder.of(plain)).isEqualTo(found);
        TreatmentEffect weighted = TreatmentEffect.builder()
                .from(plain)
                .plainError(Optional.empty())
                .build();
        assertThatThrownBy(() -> HiddenConfounder.of(weighted)).hasMessageContaining("without weights");
    }

    /** In the published example being female has 0.0091 and 0.1090 itself, and one as strong has 0.0092 and 0.1246. */
    @Test
    void aBenchmarkIsScaledAsPublished() {
        Benchmark female = new Benchmark("female", 0.00908, 0.10903);
        Strength same = female.times(1).value().orElseThrow();
        assertThat(same.withTreatment()).isCloseTo(0.00916, within(2e-5));
        assertThat(same.withOutcome()).isCloseTo(0.1246, within(2e-4));
        Strength thrice = female.times(3).value().orElseThrow();
        assertThat(thrice.withTreatment()).isCloseTo(0.0275, within(1e-4));
        assertThat(thrice.withOutcome()).isCloseTo(0.374, within(5e-4));
        assertThat(female.times(1000).toString()).contains("nothing can explain");
    }

    @Test
    void benchmarksThatCannotBeHadAreRefused() {
        double[] line = {1, 2, 3, 4, 5, 6};
        double[] half = {0, 1, 0, 1, 0, 1};
        int[] one = new int[6];
        assertThat(Benchmark.of(line, half, one, List.of("same"), List.of(half)).toString())
                .contains("determine each other");
        assertThat(Benchmark.of(line, half, one, List.of("line"), List.of(line)).toString())
                .contains("nothing is left");
        assertThatThrownBy(() -> Benchmark.of(line, half, one, List.of("short"), List.of(new double[2])))
                .hasMessageContaining("2 values");
        assertThatThrownBy(() -> Benchmark.of(line, half, one, List.of(), List.of(line)))
                .hasMessageContaining("0 names");
        assertThatThrownBy(() -> Strength.of(1, 0)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> new HiddenConfounder(1, 0, 9)).hasMessageContaining("standardError");
        assertThatThrownBy(() -> new HiddenConfounder(1, 1, 1)).hasMessageContaining("degreesOfFreedom");
        assertThatThrownBy(() -> DARFUR.robustness(0)).hasMessageContaining("part");
        assertThat(Strength.of(0.015, 0.124)).hasToString("1.5 % of the treatment and 12.4 % of the outcome");
    }

    private static Estimate ratio(double value, double lower, double upper) {
        return Estimate.builder()
                .value(value)
                .lower(lower)
                .upper(upper)
                .level(0.95)
                .n(100)
                .unit("risk ratio")
                .method("as published")
                .build();
    }

    /** VanderWeele and Ding: a risk ratio of 3.9 (1.8 to 8.7) has E-values 7.26 and 3.0. */
    @Test
    void theEValueEqualsThePublishedExample() {
        EValue found = EValue.ofRiskRatio(ratio(3.9, 1.8, 8.7));
        assertThat(found.point()).isCloseTo(7.26, within(0.005));
        assertThat(found.limit()).isCloseTo(3.0, within(0.005));
    }

    @Test
    void theEValueOfAProtectiveRatioIsThatOfItsInverse() {
        EValue found = EValue.ofRiskRatio(ratio(1 / 3.9, 1 / 8.7, 1 / 1.8));
        assertThat(found.point()).isCloseTo(7.26, within(0.005));
        assertThat(found.limit()).isCloseTo(3.0, within(0.005));
        assertThat(EValue.ofRiskRatio(ratio(0.8, 0.5, 1.2)).limit()).isEqualTo(1);
        assertThat(EValue.ofStandardized(ratio(-0.2, -0.5, 0.1)).limit()).isEqualTo(1);
        EValue small = EValue.ofStandardized(ratio(0.2, 0.1, 0.3));
        double risk = Math.exp(0.91 * 0.2);
        assertThat(small.point()).isCloseTo(risk + Math.sqrt(risk * (risk - 1)), within(1e-12));
        assertThat(small.limit()).isLessThan(small.point());
        assertThatThrownBy(() -> EValue.ofRiskRatio(ratio(1, 0, 2))).hasMessageContaining("above zero");
    }
}
