package org.iltlib.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must not matter does not. */
class RegressionProperties {
    private static final int N = 60;

    private final double[] y = new double[N];
    private final double[] x = new double[N];
    private final double[] z = new double[N];
    private final int[] school = new int[N];
    private final int[] cluster = new int[N];

    private void draw(int seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < N; i++) {
            cluster[i] = chance.nextInt(9);
            school[i] = i % 2 == 0 ? cluster[i] : chance.nextInt(5);
            x[i] = chance.nextGaussian() + cluster[i] / 4.0;
            z[i] = chance.nextBoolean() ? 1 : 0;
            y[i] = 2 * x[i] + chance.nextGaussian() * (1 + z[i]) + school[i];
        }
    }

    private static RegressionFit fit(Design design, ErrorRule rule) {
        return LinearRegression.withDefaults()
                .withErrors(rule)
                .of(design)
                .value()
                .orElseThrow();
    }

    private Design design() {
        return Design.of("score", y).with("x", x).with("z", z).clusteredBy(cluster);
    }

    private static void same(Coefficient found, Coefficient expected) {
        assertThat(found.value()).isCloseTo(expected.value(), within(1e-9));
        assertThat(found.standardError()).isCloseTo(expected.standardError(), within(1e-9));
        assertThat(found.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-6));
    }

    @Property(tries = 20)
    void theOrderOfRowsDoesNotMatter(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        Coefficient before = fit(design(), ErrorRule.CR2).getCoefficient("x");
        double p = WildBootstrap.withDefaults()
                .withDraws(99)
                .of(design(), "x")
                .value()
                .orElseThrow()
                .pValue();
        for (int i = 0; i < N / 2; i++) {
            swap(i, N - 1 - i);
        }
        same(fit(design(), ErrorRule.CR2).getCoefficient("x"), before);
        assertThat(WildBootstrap.withDefaults()
                        .withDraws(99)
                        .of(design(), "x")
                        .value()
                        .orElseThrow()
                        .pValue())
                .isEqualTo(p);
    }

    private void swap(int i, int j) {
        for (double[] column : new double[][] {y, x, z}) {
            double kept = column[i];
            column[i] = column[j];
            column[j] = kept;
        }
        int kept = cluster[i];
        cluster[i] = cluster[j];
        cluster[j] = kept;
    }

    @Property(tries = 20)
    void addingANumberToTheOutcomeMovesTheInterceptAlone(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        RegressionFit before = fit(design(), ErrorRule.CR3);
        double[] higher = Arrays.stream(y).map(value -> value + 500).toArray();
        RegressionFit after =
                fit(Design.of("score", higher).with("x", x).with("z", z).clusteredBy(cluster), ErrorRule.CR3);
        same(after.getCoefficient("x"), before.getCoefficient("x"));
        assertThat(after.getCoefficient(Design.INTERCEPT).value())
                .isCloseTo(before.getCoefficient(Design.INTERCEPT).value() + 500, within(1e-8));
    }

    @Property(tries = 20)
    void clustersMayBeNamedOtherwise(
            @ForAll @IntRange(min = 1, max = 999) int seed, @ForAll @IntRange(min = -50, max = 50) int shift) {
        draw(seed);
        int[] renamed = Arrays.stream(cluster).map(code -> 7 * (shift - code)).toArray();
        same(
                fit(design().clusteredBy(renamed), ErrorRule.CR2).getCoefficient("z"),
                fit(design(), ErrorRule.CR2).getCoefficient("z"));
    }

    @Property(tries = 20)
    void clustersOfOneRowGiveTheHeteroscedasticityRobustErrors(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        int[] own = new int[N];
        Arrays.setAll(own, i -> i);
        ErrorRule[][] pairs = {
            {ErrorRule.CR0, ErrorRule.HC0},
            {ErrorRule.CR1S, ErrorRule.HC1},
            {ErrorRule.CR2, ErrorRule.HC2},
            {ErrorRule.CR3, ErrorRule.HC3}
        };
        for (ErrorRule[] pair : pairs) {
            same(
                    fit(design().clusteredBy(own), pair[0]).getCoefficient("x"),
                    fit(design(), pair[1]).getCoefficient("x"));
        }
    }

    @Property(tries = 20)
    void absorbingEqualsDummies(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        Design absorbed = design().absorbing("school", school);
        Design dummies = design().withFactor("school", school);
        for (ErrorRule rule : ErrorRule.values()) {
            same(fit(absorbed, rule).getCoefficient("x"), fit(dummies, rule).getCoefficient("x"));
        }
    }

    @Property(tries = 20)
    void equalWeightsAreNoWeights(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        double[] twos = new double[N];
        Arrays.fill(twos, 2);
        for (WorkingCovariance working : WorkingCovariance.values()) {
            RegressionFit weighted = LinearRegression.withDefaults()
                    .withWorking(working)
                    .of(design().weightedBy(twos))
                    .value()
                    .orElseThrow();
            same(weighted.getCoefficient("x"), fit(design(), ErrorRule.CR2).getCoefficient("x"));
        }
    }

    @Property(tries = 10)
    void nearlyEqualWeightsMeetTheShortcut(@ForAll @IntRange(min = 1, max = 999) int seed) {
        draw(seed);
        double[] nearly = new double[N];
        Arrays.setAll(nearly, i -> 1 + i % 3 * 1e-10);
        for (WorkingCovariance working : WorkingCovariance.values()) {
            Coefficient weighted = LinearRegression.withDefaults()
                    .withWorking(working)
                    .of(design().weightedBy(nearly))
                    .value()
                    .orElseThrow()
                    .getCoefficient("x");
            Coefficient plain = fit(design(), ErrorRule.CR2).getCoefficient("x");
            assertThat(weighted.standardError()).isCloseTo(plain.standardError(), within(1e-7));
            assertThat(weighted.degreesOfFreedom()).isCloseTo(plain.degreesOfFreedom(), within(1e-5));
        }
    }
}
