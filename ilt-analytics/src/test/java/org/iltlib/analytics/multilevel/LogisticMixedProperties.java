package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.special.Gamma;
import org.iltlib.analytics.internal.SplitMix;

class LogisticMixedProperties {
    private static final LogisticMixedModel MODEL = LogisticMixedModel.withDefaults();

    private static LogisticMixedFit fit(BinomialDesign design) {
        return MODEL.of(design).value().orElseThrow();
    }

    private static void same(LogisticMixedFit one, LogisticMixedFit two, double sign) {
        for (int a = 0; a < one.theta().size(); a++) {
            assertThat(one.theta().get(a)).isCloseTo(two.theta().get(a), within(1e-4));
        }
        for (int j = 0; j < one.fixedEffects().size(); j++) {
            FixedEffect effect = one.fixedEffects().get(j);
            FixedEffect other = two.fixedEffects().get(j);
            assertThat(effect.estimate().value())
                    .isCloseTo(sign * other.estimate().value(), within(1e-6));
            assertThat(effect.estimate().standardError().orElseThrow())
                    .isCloseTo(other.estimate().standardError().orElseThrow(), within(1e-5));
        }
    }

    @Property(tries = 12)
    void orderOfRowsAndNamesOfGroupsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 5, max = 15) int schools) {
        DrawnOutcomes drawn = DrawnOutcomes.of(400, schools, 7, 3, seed);
        int[] order = new int[400];
        Arrays.setAll(order, i -> i);
        SplitMix.of(seed).shuffle(order, order.length);
        DrawnOutcomes other = drawn.at(order);
        for (int i = 0; i < order.length; i++) {
            other.school()[i] = 1_000_003 * (97 - other.school()[i]);
            other.teacher()[i] = -7 * other.teacher()[i];
        }
        LogisticMixedFit one = fit(other.crossed());
        LogisticMixedFit two = fit(drawn.crossed());
        assertThat(one.logLikelihood()).isCloseTo(two.logLikelihood(), within(1e-7));
        same(one, two, 1);
    }

    @Property(tries = 12)
    void successesAndFailuresSwappedSwapTheSigns(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int most) {
        DrawnOutcomes drawn = DrawnOutcomes.of(400, 8, 7, most, seed);
        LogisticMixedFit plain = fit(drawn.crossed());
        for (int i = 0; i < 400; i++) {
            drawn.successes()[i] = drawn.trials()[i] - drawn.successes()[i];
        }
        LogisticMixedFit swapped = fit(drawn.crossed());
        assertThat(swapped.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-7));
        same(swapped, plain, -1);
        for (int i = 0; i < plain.effects("school").size(); i++) {
            assertThat(swapped.effects("school").get(i).estimate().value())
                    .isCloseTo(-plain.effects("school").get(i).estimate().value(), within(1e-4));
        }
        double product = swapped.oddsRatio("x").value() * plain.oddsRatio("x").value();
        assertThat(product).isCloseTo(1, within(1e-5));
    }

    @Property(tries = 12)
    void trialsInOneRowAreTheSameRowsOneByOne(@ForAll long seed) {
        DrawnOutcomes drawn = DrawnOutcomes.of(120, 8, 7, 5, seed);
        LogisticMixedFit rows = fit(drawn.crossed());
        LogisticMixedFit single = fit(drawn.oneByOne().crossed());
        same(single, rows, 1);
        double logs = 0;
        for (int i = 0; i < 120; i++) {
            logs += Gamma.logGamma(drawn.trials()[i] + 1)
                    - Gamma.logGamma(drawn.successes()[i] + 1)
                    - Gamma.logGamma(drawn.trials()[i] - drawn.successes()[i] + 1);
        }
        assertThat(rows.logLikelihood() - logs).isCloseTo(single.logLikelihood(), within(1e-7));
        for (int points : new int[] {3, 10}) {
            LogisticMixedModel model = MODEL.withQuadraturePoints(points);
            same(
                    model.of(drawn.schools()).value().orElseThrow(),
                    model.of(drawn.oneByOne().schools()).value().orElseThrow(),
                    1);
        }
    }

    /** The log-likelihood of a fit is not below that of its neighbours: against the definition, with dense matrices. */
    @Property(tries = 8)
    void theFitIsTheTop(@ForAll long seed) {
        DrawnOutcomes drawn = DrawnOutcomes.of(200, 6, 5, 3, seed);
        BinomialDesign design = drawn.fixed()
                .withRandom(RandomTerm.intercept("school", drawn.school()))
                .withRandom(RandomTerm.intercept("teacher", drawn.teacher()));
        LogisticMixedFit fit = fit(design);
        double[] point = {
            fit.theta().get(0),
            fit.theta().get(1),
            fit.fixedEffects().get(0).estimate().value(),
            fit.fixedEffects().get(1).estimate().value()
        };
        double top = dense(drawn, point);
        for (int a = 0; a < point.length; a++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[] moved = point.clone();
                moved[a] += step;
                assertThat(dense(drawn, moved)).isLessThan(top);
            }
        }
    }

    private static double dense(DrawnOutcomes drawn, double[] point) {
        int n = drawn.x().length;
        double[] fixed = new double[n];
        double[] yes = new double[n];
        double[] trials = new double[n];
        double[][] scaled = new double[n][11];
        for (int i = 0; i < n; i++) {
            fixed[i] = point[2] + point[3] * drawn.x()[i];
            yes[i] = drawn.successes()[i];
            trials[i] = drawn.trials()[i];
            scaled[i][drawn.school()[i]] = point[0];
            scaled[i][6 + drawn.teacher()[i]] = point[1];
        }
        return new DenseLaplace(yes, trials).at(fixed, scaled);
    }

    /** Years counted from the birth of Christ: the same model, told by its variances at the old zero. */
    @Property(tries = 8)
    void anotherZeroOfASlopesColumnChangesOnlyTheLevels(
            @ForAll long seed, @ForAll @IntRange(min = -2030, max = 2030) int shift) {
        DrawnOutcomes drawn = DrawnOutcomes.of(400, 12, 7, 3, seed);
        LogisticMixedFit plain = fit(drawn.crossed());
        for (int i = 0; i < drawn.x().length; i++) {
            drawn.x()[i] += shift;
        }
        LogisticMixedFit shifted = fit(drawn.crossed());
        assertThat(shifted.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-7));
        assertThat(shifted.getFixedEffect("x").estimate().value())
                .isCloseTo(plain.getFixedEffect("x").estimate().value(), within(1e-5));
        double level = shifted.getFixedEffect(RandomTerm.INTERCEPT).estimate().value()
                + shift * shifted.getFixedEffect("x").estimate().value();
        assertThat(level)
                .isCloseTo(plain.getFixedEffect(RandomTerm.INTERCEPT).estimate().value(), within(1e-5));
        TermVariance one = shifted.getComponent("school");
        TermVariance two = plain.getComponent("school");
        assertThat(one.deviation("x")).isCloseTo(two.deviation("x"), within(1e-4));
        double atOldZero = one.variance(RandomTerm.INTERCEPT)
                + 2 * shift * one.covariance(RandomTerm.INTERCEPT, "x")
                + (double) shift * shift * one.variance("x");
        assertThat(atOldZero).isCloseTo(two.variance(RandomTerm.INTERCEPT), within(1e-4));
        RandomEffect effect = shifted.effects("school").get(1);
        assertThat(effect.column()).isEqualTo("x");
        assertThat(effect.estimate().value())
                .isCloseTo(plain.effects("school").get(1).estimate().value(), within(1e-4));
        double error = effect.estimate().standardError().orElseThrow();
        assertThat(error)
                .isCloseTo(
                        plain.effects("school")
                                .get(1)
                                .estimate()
                                .standardError()
                                .orElseThrow(),
                        within(1e-4));
    }

    @Property(tries = 3)
    void anyNumberOfThreadsGivesTheSameBits(@ForAll long seed) {
        BinomialDesign design = DrawnOutcomes.of(3_000, 90, 80, 2, seed).crossed();
        LogisticMixedFit one = fit(design);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            LogisticMixedFit three =
                    MODEL.withExecutor(threads).of(design).value().orElseThrow();
            assertThat(three.logLikelihood()).isEqualTo(one.logLikelihood());
            assertThat(three.theta()).isEqualTo(one.theta());
            assertThat(three.fixedEffects()).isEqualTo(one.fixedEffects());
            assertThat(three.effects("teacher")).isEqualTo(one.effects("teacher"));
        } finally {
            threads.shutdown();
        }
    }
}
