package org.iltlib.analytics.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Offset;
import org.iltlib.analytics.internal.NoncentralT;
import org.iltlib.analytics.progress.Chance;
import org.iltlib.analytics.progress.Noise;
import org.iltlib.base.Explanation;
import org.junit.jupiter.api.Test;

/** Ten weekly probes, an aim of 1.5 a week, noise of 8: the circumstances of the published simulations. */
class RuleChancesTest {
    private static final Offset<Double> PRINTED = Offset.offset(0.02);
    private static final Offset<Double> EXACT = Offset.offset(5.1e-6);
    private static final double[] GROWTH = {1.5, 1.0, 0.5, 0.0};
    private static final MonitoringPlan PLAN = MonitoringPlan.weekly(10, 1.5, Noise.normal(8));
    private static final MonitoringPlan WATCHED = PLAN.withLooks(Looks.AFTER_EVERY_PROBE);

    /** The rule without its formula, so that it must be simulated. */
    private record Plain(ProgressRule rule) implements ProgressRule {
        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public int minimum() {
            return rule.minimum();
        }

        @Override
        public RuleTracker start() {
            return rule.start();
        }
    }

    private static void behaves(ProgressRule rule, MonitoringPlan plan, double... known) {
        for (int i = 0; i < GROWTH.length; i++) {
            Chance exact = RuleChances.of(rule, plan).intensifies(GROWTH[i]);
            assertThat(exact.probability()).as(rule.name() + " at " + GROWTH[i]).isCloseTo(known[i], PRINTED);
            assertThat(exact.isExact()).isTrue();
            Chance simulated = RuleChances.of(new Plain(rule), plan).intensifies(GROWTH[i]);
            assertThat(simulated.isExact()).isFalse();
            assertThat(simulated.probability())
                    .as("simulated, four standard errors")
                    .isCloseTo(exact.probability(), Offset.offset(4 * Math.max(0.002, simulated.standardError())));
        }
    }

    @Test
    void theTableOfOperatingCharacteristicsIsReproducedAndSimulationAgreesWithTheFormulas() {
        behaves(ProgressRules.THREE_IN_A_ROW, WATCHED, 0.46, 0.70, 0.88, 0.96);
        behaves(ProgressRules.FOUR_IN_A_ROW, WATCHED, 0.22, 0.43, 0.67, 0.85);
        behaves(ProgressRules.SLOPE, PLAN, 0.50, 0.72, 0.88, 0.96);
        behaves(ProgressRules.UPPER_BOUND, PLAN, 0.10, 0.23, 0.42, 0.63);
    }

    /** Counts of sequences of fair signs, over 2 to the number of weeks. */
    @Test
    void onTheAimLineTheRunRulesHaveTheKnownFractions() {
        assertThat(alarms(3, 9)).isCloseTo(0.46484, EXACT);
        assertThat(alarms(4, 9)).isCloseTo(0.21680, EXACT);
        assertThat(alarms(4, 8)).isCloseTo(0.1875, EXACT);
        assertThat(alarms(4, 12)).isCloseTo(0.29883, EXACT);
        assertThat(alarms(3, 12)).isCloseTo(0.58374, EXACT);
    }

    private static double alarms(int behind, int weeks) {
        MonitoringPlan plan =
                MonitoringPlan.weekly(weeks + 1, 2, Noise.normal(3)).withLooks(Looks.AFTER_EVERY_PROBE);
        return RuleChances.of(RunRule.of(behind, 6), plan).falseAlarm().probability();
    }

    /** In R: pnorm(0.5 * sqrt(82.5) / 8) and pt(-qt(0.9, 8), 8, -0.5 * sqrt(82.5) / 8), and so on. */
    @Test
    void theSlopeRulesAreExactToManyDigits() {
        Offset<Double> digits = Offset.offset(1e-8);
        double[] slope = {0.5, 0.714875370984452, 0.871889604071371, 0.955720955127157};
        double[] bound = {0.1, 0.228753844322267, 0.418686501102949, 0.629887298690464};
        for (int i = 0; i < GROWTH.length; i++) {
            assertThat(RuleChances.of(ProgressRules.SLOPE, PLAN)
                            .intensifies(GROWTH[i])
                            .probability())
                    .isCloseTo(slope[i], digits);
            assertThat(RuleChances.of(ProgressRules.UPPER_BOUND, PLAN)
                            .intensifies(GROWTH[i])
                            .probability())
                    .isCloseTo(bound[i], digits);
        }
    }

    /** In R: pt(-2, 1, -1.5), pt(1, 3, 2), pt(-1.3, 30, -0.7). */
    @Test
    void theNoncentralDistributionAgreesWithR() {
        Offset<Double> digits = Offset.offset(1e-7);
        assertThat(NoncentralT.below(-2, 1, -1.5)).isCloseTo(0.508980098482425, digits);
        assertThat(NoncentralT.below(1, 3, 2)).isCloseTo(0.157349433969959, digits);
        assertThat(NoncentralT.below(-1.3, 30, -0.7)).isCloseTo(0.280590189473367, digits);
    }

    /** In R, with c the weights of the slope: pnorm(0.5 / (8 * sqrt(t(c) %*% 0.4^abs(outer(x, x, "-")) %*% c))). */
    @Test
    void scoresThatHangTogetherRaiseTheFalseAlarmsOfTheBoundAndHaveAFormulaForTheSlope() {
        MonitoringPlan together = MonitoringPlan.weekly(10, 1.5, Noise.autocorrelated(8, 0.4));
        Chance slope = RuleChances.of(ProgressRules.SLOPE, together).intensifies(1);
        assertThat(slope.isExact()).isTrue();
        assertThat(slope.probability()).isCloseTo(0.668525223637614, Offset.offset(1e-8));
        assertThat(RuleChances.of(new Plain(ProgressRules.SLOPE), together)
                        .intensifies(1)
                        .probability())
                .isCloseTo(slope.probability(), Offset.offset(0.015));
        assertThat(RuleChances.of(ProgressRules.UPPER_BOUND, together)
                        .falseAlarm()
                        .probability())
                .isGreaterThan(0.15);
    }

    @Test
    void lookingAfterEveryProbeRaisesMoreFalseAlarmsThanLookingOnce() {
        for (ProgressRule rule : ProgressRules.all()) {
            double once = RuleChances.of(rule, PLAN).falseAlarm().probability();
            double often = RuleChances.of(rule, WATCHED).falseAlarm().probability();
            assertThat(often).as(rule.name()).isGreaterThan(once);
        }
        assertThat(RuleChances.of(ProgressRules.MEDIAN_OF_THREE, PLAN).falseAlarm())
                .isEqualTo(Chance.exact(0.5));
        assertThat(RuleChances.of(ProgressRules.FOUR_IN_A_ROW, PLAN).falseAlarm())
                .isEqualTo(Chance.exact(0.0625));
    }

    @Test
    void theMedianRuleIsExactWithAnyNumberOfLooks() {
        for (MonitoringPlan plan : List.of(PLAN, WATCHED)) {
            for (double growth : GROWTH) {
                Chance exact = RuleChances.of(MedianRule.of(5), plan).intensifies(growth);
                assertThat(exact.isExact()).isTrue();
                assertThat(RuleChances.of(new Plain(MedianRule.of(5)), plan)
                                .intensifies(growth)
                                .probability())
                        .isCloseTo(exact.probability(), Offset.offset(0.015));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSharesOnAnyNumberOfThreads() {
        MonitoringPlan plan = PLAN.toBuilder().seed(42).build();
        MonitoringPlan asked = plan.toBuilder().runs(20_001).build();
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            Chance alone =
                    RuleChances.of(new Plain(ProgressRules.THEIL_SEN), plan).intensifies(1);
            Chance together = RuleChances.of(
                            new Plain(SlopeRule.theilSen()), plan.toBuilder().build())
                    .on(four)
                    .intensifies(1);
            assertThat(together).isEqualTo(alone);
            int first = (int) Math.round(alone.probability() * 20_000);
            int second = (int) Math.round(RuleChances.of(new Plain(ProgressRules.THEIL_SEN), asked)
                            .on(four)
                            .intensifies(1)
                            .probability()
                    * 20_001);
            assertThat(second - first).as("one more run, the others the same").isBetween(0, 1);
        } finally {
            four.shutdown();
        }
    }

    @Test
    void theTheilSenRuleIsAsPowerfulAsTheSlopeWithNormalNoise() {
        Chance chance = RuleChances.of(ProgressRules.THEIL_SEN, PLAN).intensifies(0.5);
        assertThat(chance.isExact()).isFalse();
        assertThat(chance.probability()).isCloseTo(0.88, Offset.offset(0.03));
        assertThat(RuleChances.of(ProgressRules.THEIL_SEN, PLAN).falseAlarm()).isEqualTo(Chance.exact(0.5));
    }

    @Test
    void aMeasureOfWhichLessIsBetterIsTheMirrorImage() {
        Noise skewed = Noise.residuals(1, -4, -1, -1, 0, 6);
        MonitoringPlan up = MonitoringPlan.weekly(9, 1.5, skewed).withLooks(Looks.AFTER_EVERY_PROBE);
        MonitoringPlan down = MonitoringPlan.weekly(9, -1.5, skewed.mirrored()).withLooks(Looks.AFTER_EVERY_PROBE);
        for (ProgressRule rule : ProgressRules.all()) {
            assertThat(RuleChances.of(rule, down).intensifies(-1))
                    .as(rule.name())
                    .isEqualTo(RuleChances.of(rule, up).intensifies(1));
            assertThat(RuleChances.of(rule, down).rates())
                    .isEqualTo(RuleChances.of(rule, up).rates());
        }
    }

    @Test
    void onesOwnResidualsGiveExactSignsWhenDrawnSinglyAndSimulatedOnesInStretches() {
        MonitoringPlan singly =
                WATCHED.toBuilder().noise(Noise.residuals(1, -4, -1, -1, 0, 6)).build();
        double[] hanging = {4, 5, 3, 6, 4, -4, -5, -3, -6, -4};
        MonitoringPlan alone =
                WATCHED.toBuilder().noise(Noise.residuals(1, hanging)).build();
        MonitoringPlan stretches =
                WATCHED.toBuilder().noise(Noise.residuals(5, hanging)).build();
        assertThat(RuleChances.of(ProgressRules.FOUR_IN_A_ROW, singly)
                        .falseAlarm()
                        .isExact())
                .isTrue();
        Chance together = RuleChances.of(ProgressRules.FOUR_IN_A_ROW, stretches).falseAlarm();
        assertThat(together.isExact()).isFalse();
        assertThat(RuleChances.of(ProgressRules.FOUR_IN_A_ROW, alone)
                        .falseAlarm()
                        .probability())
                .isCloseTo(0.21680, EXACT);
        assertThat(together.probability()).as("what hangs together alarms more").isGreaterThan(0.4);
        assertThat(RuleChances.of(MedianRule.of(3), stretches).falseAlarm().isExact())
                .isFalse();
    }

    @Test
    void aPlanTooShortForTheRuleNeverAlarms() {
        MonitoringPlan three = MonitoringPlan.weekly(3, 1.5, Noise.normal(8));
        assertThat(RuleChances.of(ProgressRules.UPPER_BOUND, three).falseAlarm())
                .isEqualTo(Chance.exact(0));
        assertThat(RuleChances.of(ProgressRules.UPPER_BOUND, three).miss()).isEqualTo(Chance.exact(1));
    }

    @Test
    void aRuleOfOnesOwnIsSimulated() {
        ProgressRule always = new ProgressRule() {
            @Override
            public String name() {
                return "always";
            }

            @Override
            public int minimum() {
                return 1;
            }

            @Override
            public RuleTracker start() {
                return new RuleTracker() {
                    @Override
                    public void add(double week, double distance) {}

                    @Override
                    public Advice advice() {
                        return Advice.INTENSIFY;
                    }

                    @Override
                    public Explanation why() {
                        return Explanation.of("Always.");
                    }
                };
            }
        };
        assertThat(RuleChances.of(always, PLAN).falseAlarm()).isEqualTo(new Chance(1, 20_000));
        assertThat(always.looks()).isEqualTo(Looks.AT_THE_END);
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> Noise.normal(0)).hasMessageContaining("deviation is 0.0");
        assertThatThrownBy(() -> Noise.autocorrelated(1, 1)).hasMessageContaining("correlation is 1.0");
        assertThatThrownBy(() -> Noise.residuals(1, 2)).hasMessageContaining("at least two");
        assertThatThrownBy(() -> Noise.residuals(1, 2, Double.NaN)).hasMessageContaining("residual is NaN");
        assertThatThrownBy(() -> Noise.residuals(3, 1, 2)).hasMessageContaining("block is 3. Expected 1 to 2");
        assertThatThrownBy(() -> Noise.residuals(1, 2, 2)).hasMessageContaining("All residuals are the same");
        assertThatThrownBy(() -> MonitoringPlan.weekly(5, 0, Noise.normal(1))).hasMessageContaining("aimPerWeek is 0");
        assertThatThrownBy(() -> PLAN.toBuilder().weeks(List.of(2.0, 1.0)).build())
                .hasMessageContaining("week 1.0 follows week 2.0");
        assertThatThrownBy(() -> PLAN.toBuilder().runs(5).build()).hasMessageContaining("runs is 5");
        assertThatThrownBy(() -> MedianRule.of(4)).hasMessageContaining("points is 4. Expected an odd number");
        assertThatThrownBy(() -> MedianRule.of(5).withMinimum(3)).hasMessageContaining("minimum is 3");
        assertThatThrownBy(() -> BoundRule.withDefaults().withLevel(0.4)).hasMessageContaining("level is 0.4");
        assertThatThrownBy(() -> BoundRule.withDefaults().withMinimum(2)).hasMessageContaining("minimum is 2");
        assertThatThrownBy(() -> SlopeRule.theilSen().withMinimum(1)).hasMessageContaining("minimum is 1");
        assertThatThrownBy(() -> RuleChances.of(ProgressRules.SLOPE, PLAN).intensifies(Double.NaN))
                .hasMessageContaining("growth is NaN");
        assertThat(Chance.simulated(366, 1000)).hasToString("36.6 % (1000 simulated runs)");
        assertThat(Chance.exact(1 + 1e-12)).isEqualTo(Chance.exact(1));
    }
}
