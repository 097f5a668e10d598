package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.internal.SplitMix;

class MixedModelProperties {
    private static final MixedModel MODEL = MixedModel.withDefaults();

    private static MixedFit fit(MixedDesign design) {
        return MODEL.of(design).value().orElseThrow();
    }

    private static void same(MixedFit one, MixedFit two, double tolerance) {
        assertThat(one.criterion() / two.criterion()).isCloseTo(1, within(tolerance));
        assertThat(one.residualVariance() / two.residualVariance()).isCloseTo(1, within(100 * tolerance));
        for (int a = 0; a < one.theta().size(); a++) {
            assertThat(one.theta().get(a)).isCloseTo(two.theta().get(a), within(1e3 * tolerance));
        }
        for (int j = 0; j < one.fixedEffects().size(); j++) {
            double value = two.fixedEffects().get(j).estimate().value();
            assertThat(one.fixedEffects().get(j).estimate().value() / value).isCloseTo(1, within(1e3 * tolerance));
        }
    }

    @Property(tries = 15)
    void orderOfRowsAndNamesOfGroupsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 3, max = 9) int schools) {
        Drawn drawn = Drawn.of(240, schools, 3, 0.2, seed);
        int[] order = new int[240];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        SplitMix.of(seed).shuffle(order, order.length);
        Drawn other = drawn.inOrder(order);
        for (int i = 0; i < order.length; i++) {
            other.student()[i] = 1_000_003 * (97 - other.student()[i]);
            other.teacher()[i] = -7 * other.teacher()[i];
        }
        same(fit(other.crossed()), fit(drawn.crossed()), 1e-9);
    }

    @Property(tries = 15)
    void aScaledOutcomeScalesTheResults(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int factor) {
        Drawn drawn = Drawn.of(200, 5, 3, 0.1, seed);
        MixedFit plain = fit(drawn.nested());
        for (int i = 0; i < drawn.score().length; i++) {
            drawn.score()[i] *= factor;
        }
        MixedFit scaled = fit(drawn.nested());
        assertThat(scaled.residualDeviation() / plain.residualDeviation()).isCloseTo(factor, within(1e-5));
        for (int a = 0; a < plain.theta().size(); a++) {
            assertThat(scaled.theta().get(a)).isCloseTo(plain.theta().get(a), within(1e-5));
        }
        double effect = plain.getFixedEffect("prior").estimate().value();
        assertThat(scaled.getFixedEffect("prior").estimate().value() / effect).isCloseTo(factor, within(1e-5));
    }

    /** Searle, Casella &amp; McCulloch (1992): with a groups of n each, REML is (MSA − MSE)/n where that is positive. */
    @Property(tries = 30)
    void balancedGroupsGiveTheEstimatesOfTheAnalysisOfVariance(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 12) int groups,
            @ForAll @IntRange(min = 3, max = 9) int each) {
        SplitMix chance = SplitMix.of(seed);
        double[] y = new double[groups * each];
        int[] group = new int[y.length];
        double[] means = new double[groups];
        double mean = 0;
        for (int g = 0; g < groups; g++) {
            double level = 2 * chance.nextGaussian();
            for (int i = g * each; i < (g + 1) * each; i++) {
                group[i] = g;
                y[i] = level + chance.nextGaussian();
                means[g] += y[i] / each;
            }
            mean += means[g] / groups;
        }
        double between = 0;
        double inside = 0;
        for (int i = 0; i < y.length; i++) {
            between += (means[group[i]] - mean) * (means[group[i]] - mean) / (groups - 1);
            inside += (y[i] - means[group[i]]) * (y[i] - means[group[i]]) / (y.length - groups);
        }
        MixedFit fit = fit(MixedDesign.of(y).withRandom(RandomTerm.intercept("group", group)));
        double expected = (between - inside) / each;
        double variance = fit.getComponent("group").variance(RandomTerm.INTERCEPT);
        if (expected > 0.01) {
            assertThat(variance / expected).isCloseTo(1, within(1e-5));
            assertThat(fit.residualVariance() / inside).isCloseTo(1, within(1e-5));
            assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).degreesOfFreedom())
                    .isCloseTo(groups - 1, within(1e-3 * groups));
        } else if (expected < -0.01) {
            assertThat(variance).isZero();
            assertThat(fit.isSingular()).isTrue();
        }
    }

    /** A row of weight k counts like the mean of k rows, given the ratio of variances: the fixed effects are the same. */
    @Property(tries = 10)
    void aMeanWithItsCountAsWeightGivesTheEffectsOfItsRows(@ForAll long seed) {
        SplitMix chance = SplitMix.of(seed);
        int cells = 60;
        double[] means = new double[cells];
        double[] weights = new double[cells];
        int[] group = new int[cells];
        int rows = 0;
        double level = 0;
        for (int c = 0; c < cells; c++) {
            level = c % 5 == 0 ? 3 * chance.nextGaussian() : level;
            group[c] = c / 5;
            weights[c] = 1 + chance.nextInt(4);
            means[c] = level + chance.nextGaussian() / Math.sqrt(weights[c]);
            rows += (int) weights[c];
        }
        MixedFit weighted = fit(MixedDesign.of(means)
                .withRandom(RandomTerm.intercept("group", group))
                .withWeights(weights));
        DenseLikelihood dense = new DenseLikelihood(cells);
        double[] own = new double[cells];
        for (int c = 0; c < cells; c++) {
            own[c] = weighted.residualVariance() / weights[c];
        }
        dense.plusOwn(own);
        for (int g = 0; g < 12; g++) {
            double[] z = new double[cells];
            for (int c = 0; c < cells; c++) {
                z[c] = group[c] == g ? 1 : 0;
            }
            dense.plus(z, weighted.getComponent("group").variance(RandomTerm.INTERCEPT));
        }
        assertThat(weighted.criterion()).isCloseTo(dense.restricted(means), within(1e-7));
        assertThat(rows).isGreaterThanOrEqualTo(cells);
    }

    @Property(tries = 3)
    void anyNumberOfThreadsGivesTheSameBits(@ForAll long seed) {
        MixedDesign design = Drawn.of(3_000, 10, 12, 0.3, seed).crossed();
        MixedFit one = fit(design);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            MixedFit three = MODEL.withExecutor(threads).of(design).value().orElseThrow();
            assertThat(three.criterion()).isEqualTo(one.criterion());
            assertThat(three.theta()).isEqualTo(one.theta());
            assertThat(three.fixedEffects()).isEqualTo(one.fixedEffects());
            assertThat(three.effects("teacher")).isEqualTo(one.effects("teacher"));
        } finally {
            threads.shutdown();
        }
    }
}
