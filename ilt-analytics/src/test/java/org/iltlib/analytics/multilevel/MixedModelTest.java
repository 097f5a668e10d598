package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

class MixedModelTest {
    private static final MixedModel MODEL = MixedModel.withDefaults();

    private static final double[] Y = {1, 5, 3, 4, 7, 1, 2, 8};
    private static final int[] PAIRS = {1, 1, 2, 2, 3, 3, 4, 4};

    private static double[] column(int groups, int[][] members, double[][] shares, int group) {
        double[] z = new double[members.length];
        for (int i = 0; i < z.length; i++) {
            for (int e = 0; e < members[i].length; e++) {
                z[i] += members[i][e] == group ? shares[i][e] : 0;
            }
        }
        assertThat(group).isLessThan(groups);
        return z;
    }

    /** Against the likelihood from its definition: equal at the estimates, and nowhere near them lower. */
    @Test
    void severalMembershipsReachTheOptimumOfTheLikelihood() {
        SplitMix chance = SplitMix.of(11);
        int n = 90;
        int[][] members = new int[n][];
        double[][] shares = new double[n][];
        double[] level = new double[9];
        for (int g = 0; g < level.length; g++) {
            level[g] = 2 * chance.nextGaussian();
        }
        double[] y = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            int first = chance.nextInt(9);
            int second = (first + 1 + chance.nextInt(8)) % 9;
            boolean moved = i % 3 == 0;
            members[i] = moved ? new int[] {first, second} : new int[] {first};
            shares[i] = moved ? new double[] {0.25, 0.75} : new double[] {1};
            x[i] = chance.nextGaussian();
            y[i] = 3 + x[i] + chance.nextGaussian();
            for (int e = 0; e < members[i].length; e++) {
                y[i] += shares[i][e] * level[members[i][e]];
            }
        }
        MixedFit fit = MODEL.of(MixedDesign.of(y)
                        .withColumn("x", x)
                        .withRandom(RandomTerm.intercept("teacher", Memberships.of(members, shares))))
                .value()
                .orElseThrow();
        double[][] dense = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                DenseLikelihood likelihood = new DenseLikelihood(n);
                double[] own = new double[n];
                Arrays.fill(own, fit.residualVariance() * (0.98 + 0.02 * b));
                likelihood.plusOwn(own);
                for (int g = 0; g < 9; g++) {
                    likelihood.plus(
                            column(9, members, shares, g),
                            fit.getComponent("teacher").variance(RandomTerm.INTERCEPT) * (0.98 + 0.02 * a));
                }
                dense[a][b] = likelihood.restricted(y, x);
            }
        }
        assertThat(fit.criterion()).isCloseTo(dense[1][1], within(1e-8));
        for (double[] row : dense) {
            for (double value : row) {
                assertThat(value).isGreaterThanOrEqualTo(dense[1][1]);
            }
        }
        assertThat(fit.effects("teacher")).hasSize(9);
    }

    /** The same for rows whose errors of measurement are known. */
    @Test
    void knownErrorVariancesReachTheOptimumOfTheLikelihood() {
        SplitMix chance = SplitMix.of(5);
        int n = 80;
        double[] y = new double[n];
        double[] errors = new double[n];
        int[] group = new int[n];
        double level = 0;
        for (int i = 0; i < n; i++) {
            group[i] = i / 8;
            level = i % 8 == 0 ? 2 * chance.nextGaussian() : level;
            errors[i] = 0.2 + 3 * chance.nextDouble();
            y[i] = level + chance.nextGaussian() + Math.sqrt(errors[i]) * chance.nextGaussian();
        }
        MixedFit fit = MODEL.of(MixedDesign.of(y)
                        .withRandom(RandomTerm.intercept("class", group))
                        .withErrorVariances(errors))
                .value()
                .orElseThrow();
        double best = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                int between = (a + 1) % 3;
                int inside = (b + 1) % 3;
                DenseLikelihood likelihood = new DenseLikelihood(n);
                double[] own = errors.clone();
                for (int i = 0; i < n; i++) {
                    own[i] += fit.residualVariance() * (0.98 + 0.02 * inside);
                }
                likelihood.plusOwn(own);
                for (int g = 0; g < 10; g++) {
                    double[] z = new double[n];
                    for (int i = 0; i < n; i++) {
                        z[i] = group[i] == g ? 1 : 0;
                    }
                    likelihood.plus(
                            z, fit.getComponent("class").variance(RandomTerm.INTERCEPT) * (0.98 + 0.02 * between));
                }
                double value = likelihood.restricted(y);
                best = a == 0 && b == 0 ? value : best;
                assertThat(value).isGreaterThanOrEqualTo(best);
            }
        }
        assertThat(fit.criterion()).isCloseTo(best, within(1e-8));
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).degreesOfFreedom()).isInfinite();
    }

    // lmer(strength ~ 1 + (1 | batch/cask), Pastes): REMLcrit 246.990745853486, theta 3.52690184231453,
    // 1.56346049902788,
    // sigma 0.823407544345357, intercept 60.0533333333351 +- 0.676870097254071 on 9 df
    @Test
    void classesNumberedAnewInEverySchoolAreToldApart() {
        double[] strength = {
            62.8, 62.6, 60.1, 62.3, 62.7, 63.1, 60.0, 61.4, 57.5, 56.9, 61.1, 58.9, 58.7, 57.5, 63.9, 63.1, 65.4, 63.7,
            57.1, 56.4, 56.9, 58.6, 64.7, 64.5, 55.1, 55.1, 54.7, 54.2, 58.8, 57.5, 63.4, 64.9, 59.3, 58.1, 60.5, 60.0,
            62.5, 62.6, 61.0, 58.7, 56.9, 57.7, 59.2, 59.4, 65.2, 66.0, 64.8, 64.1, 54.8, 54.8, 64.0, 64.0, 57.7, 56.8,
            58.3, 59.3, 59.2, 59.2, 58.9, 56.6
        };
        int[] batch = new int[60];
        int[] cask = new int[60];
        for (int i = 0; i < 60; i++) {
            batch[i] = i / 6;
            cask[i] = i / 2 % 3;
        }
        MixedFit fit = MODEL.of(MixedDesign.of(strength)
                        .withRandom(RandomTerm.intercept("cask", cask).within(batch))
                        .withRandom(RandomTerm.intercept("batch", batch)))
                .value()
                .orElseThrow();
        assertThat(fit.criterion()).isCloseTo(246.990745853486, within(1e-8));
        assertThat(fit.theta().get(0)).isCloseTo(3.52690184231453, within(1e-5));
        assertThat(fit.theta().get(1)).isCloseTo(1.56346049902788, within(1e-5));
        assertThat(fit.residualDeviation()).isCloseTo(0.823407544345357, within(1e-6));
        FixedEffect mean = fit.getFixedEffect(RandomTerm.INTERCEPT);
        assertThat(mean.estimate().value()).isCloseTo(60.0533333333351, within(1e-8));
        assertThat(mean.estimate().standardError().orElseThrow()).isCloseTo(0.676870097254071, within(1e-6));
        assertThat(mean.degreesOfFreedom()).isCloseTo(9, within(1e-4));
        assertThat(fit.effects("cask")).hasSize(30);
        assertThat(fit.effects("cask").get(4).group()).isEqualTo("1:1");
    }

    /** Two terms on one grouping, one for levels and one for slopes, are one uncorrelated term. */
    @Test
    void twoTermsOfOneGroupingEqualOneUncorrelatedTerm() {
        RandomTerm days = Rows.days();
        MixedFit one =
                MODEL.of(Rows.sleep().withRandom(days.uncorrelated())).value().orElseThrow();
        MixedFit two = MODEL.of(Rows.sleep()
                        .withRandom(RandomTerm.intercept(
                                "Subject", Rows.of("sleepstudy.csv").codes("Subject")))
                        .withRandom(days.withoutIntercept()))
                .value()
                .orElseThrow();
        assertThat(two.criterion()).isCloseTo(one.criterion(), within(1e-9));
        assertThat(two.theta().get(1)).isCloseTo(one.theta().get(1), within(1e-8));
    }

    @Test
    void whatCannotBeFittedIsRefusedWithTheReason() {
        assertThat(MODEL.of(MixedDesign.of(new double[] {1, 2, 3, 4, 6})
                        .withRandom(RandomTerm.intercept("class", new int[] {1, 1, 2, 2, 2}))))
                .hasToString("too few values: 5 rows for 0 columns");
        MixedDesign design = MixedDesign.of(Y);
        assertThat(MODEL.of(design.withRandom(RandomTerm.intercept("class", new int[8]))))
                .hasToString("too few values: \"class\" has one group");
        assertThat(MODEL.of(design.withRandom(RandomTerm.intercept("class", new int[] {1, 2, 3, 4, 5, 6, 7, 8}))))
                .hasToString("too few values: \"class\" has 8 random coefficients for 8 rows");
        MixedDesign paired = design.withRandom(RandomTerm.intercept("class", PAIRS));
        double[] twos = {2, 2, 2, 2, 2, 2, 2, 2};
        assertThat(MODEL.of(paired.withColumn("constant", twos)))
                .hasToString("undefined: \"constant\" is determined by the columns before it");
        assertThat(MODEL.of(paired.withColumn("a", new double[] {1, 2, 3, 4, 5, 6, 7, 9})
                        .withColumn("b", new double[] {3, 5, 7, 9, 11, 13, 15, 19})))
                .hasToString("undefined: \"b\" is determined by the columns before it");
        assertThat(MODEL.of(MixedDesign.of(twos).withRandom(RandomTerm.intercept("class", PAIRS))))
                .hasToString("undefined: the outcome is constant");
        assertThat(MODEL.of(paired.withColumn("same", Y))).hasToString("undefined: the columns determine the outcome");
        int[] halves = {1, 1, 1, 1, 2, 2, 2, 2};
        Measured<MixedFit> slope = MODEL.of(design.withRandom(
                RandomTerm.intercept("class", halves).withSlope("size", new double[] {3, 3, 3, 3, 4, 4, 4, 4})));
        assertThat(slope).hasToString("undefined: \"size\" does not vary within any group of \"class\"");
        assertThat(MODEL.withMaximumLikelihood()
                        .withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER)
                        .of(paired))
                .asString()
                .contains("is for REML");
        assertThat(MODEL.withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER).of(paired.withErrorVariances(twos)))
                .asString()
                .contains("known error variances");
        assertThat(MODEL.withDegreesOfFreedom(DegreesOfFreedom.KENWARD_ROGER)
                        .of(Drawn.of(8_000, 4, 2, 0, 1).crossed()))
                .asString()
                .contains("too many for Kenward and Roger's rule");
    }

    @Test
    void anOutcomeThatTheGroupsDetermineGivesAReason() {
        double[] level = {1, 1, 5, 5, 3, 3, 9, 9};
        assertThat(MODEL.of(MixedDesign.of(level).withRandom(RandomTerm.intercept("class", PAIRS))))
                .hasToString("undefined: nothing varies within groups");
    }

    @Test
    void misuseIsRefused() {
        MixedDesign design = MixedDesign.of(Y).withRandom(RandomTerm.intercept("class", PAIRS));
        assertThatThrownBy(() -> MODEL.of(MixedDesign.of(Y))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> design.withColumn("x", new double[3])).hasMessageContaining("3 values. Expected 8");
        assertThatThrownBy(() -> design.withColumn("(Intercept)", Y)).hasMessageContaining("already");
        assertThatThrownBy(() -> design.withRandom(RandomTerm.intercept("class", PAIRS)))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> design.withRandom(RandomTerm.intercept("school", new int[3])))
                .hasMessageContaining("3 rows");
        assertThatThrownBy(() -> design.withWeights(new double[8])).hasMessageContaining("weight is 0.0");
        assertThatThrownBy(() -> design.withErrorVariances(new double[] {-1, 1, 1, 1, 1, 1, 1, 1}))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> MixedDesign.of(new double[] {Double.NaN})).hasMessageContaining("outcome");
        assertThatThrownBy(() -> MODEL.withLevel(1)).hasMessageContaining("level is 1.0");
        RandomTerm term = RandomTerm.intercept("class", PAIRS);
        assertThatThrownBy(term::withoutIntercept).hasMessageContaining("Nothing would vary");
        assertThatThrownBy(() -> term.withSlope("x", new double[2])).hasMessageContaining("2 values");
        assertThatThrownBy(() -> term.withSlope(RandomTerm.INTERCEPT, Y)).hasMessageContaining("varies already");
        assertThatThrownBy(() -> term.within(new int[2])).hasMessageContaining("2 outer codes");
        int[][] two = {{1, 2}, {2}};
        assertThatThrownBy(() ->
                        RandomTerm.intercept("t", Memberships.equalShares(two)).within(new int[2]))
                .hasMessageContaining("several groups");
        assertThatThrownBy(() -> Memberships.of(two, new double[][] {{0.5, 0.4}, {1}}))
                .hasMessageContaining("add up to 0.9");
        assertThatThrownBy(() -> Memberships.of(two, new double[][] {{1.5, -0.5}, {1}}))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> Memberships.of(two, new double[][] {{1}, {1}})).hasMessageContaining("Row 0");
        assertThatThrownBy(() -> Memberships.of(two, new double[1][])).hasMessageContaining("2 rows");
        assertThatThrownBy(() -> Memberships.equalShares(new int[][] {{3, 3}})).hasMessageContaining("twice");
    }

    @Test
    void whatIsNotThereIsNamed() {
        MixedFit fit = MODEL.withLevel(0.9)
                .withUnit("marks")
                .withDegreesOfFreedom(DegreesOfFreedom.NORMAL)
                .of(MixedDesign.of(Y).withRandom(RandomTerm.intercept("class", PAIRS)))
                .value()
                .orElseThrow();
        assertThatThrownBy(() -> fit.getFixedEffect("x")).hasMessageContaining("(Intercept)");
        assertThatThrownBy(() -> fit.getComponent("x")).hasMessageContaining("class");
        assertThatThrownBy(() -> fit.getComponent("class").variance("x")).hasMessageContaining("(Intercept)");
        assertThatThrownBy(() -> fit.effectCovariance("class", "9", "(Intercept)", "(Intercept)"))
                .hasMessageContaining("no group");
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).estimate().unit()).isEqualTo("marks");
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).pValue()).isBetween(0.0, 0.01);
        assertThat(fit.thetaErrors()).isEqualTo(List.of(0.0));
        assertThat(fit.parameters()).isEqualTo(3);
    }
}
