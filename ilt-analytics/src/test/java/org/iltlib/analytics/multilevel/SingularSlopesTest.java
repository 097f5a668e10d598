package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few groups, slopes that do not vary, correlations of one: where the optimum lies on the edge. */
class SingularSlopesTest {
    private static Measured<MixedFit> fit(int seed) {
        SplitMix chance = SplitMix.of(seed);
        int groups = 3 + chance.nextInt(15);
        int each = 3 + chance.nextInt(10);
        int n = groups * each;
        double slope = seed % 3 == 0 ? 0 : chance.nextDouble() * 2;
        double level = seed % 4 == 0 ? 0 : chance.nextDouble() * 2;
        double together = seed % 5 == 0 ? 1 : 0;
        double[] y = new double[n];
        double[] x = new double[n];
        double[] other = new double[n];
        int[] group = new int[n];
        int[] crossed = new int[n];
        for (int g = 0; g < groups; g++) {
            double u = chance.nextGaussian();
            double v = together * u + Math.sqrt(1 - together * together) * chance.nextGaussian();
            for (int i = g * each; i < (g + 1) * each; i++) {
                group[i] = g;
                crossed[i] = chance.nextInt(4);
                x[i] = chance.nextGaussian() + (seed % 7 == 0 ? 10 : 0);
                other[i] = chance.nextGaussian();
                y[i] = 1 + x[i] + level * u + slope * v * x[i] + chance.nextGaussian();
            }
        }
        RandomTerm term = RandomTerm.intercept("g", group).withSlope("x", x);
        MixedDesign design =
                MixedDesign.of(y).withColumn("x", x).withRandom(seed % 2 == 0 ? term.withSlope("x2", other) : term);
        return MixedModel.withDefaults()
                .withDegreesOfFreedom(DegreesOfFreedom.NORMAL)
                .of(seed % 11 == 0 ? design.withRandom(RandomTerm.intercept("h", crossed)) : design);
    }

    // lmer(y ~ x + (x + x2 | g)), for odd seeds y ~ x + (x | g), for multiples of 11 with (1 | h): REMLcrit of lme4
    // 1.1-31, optimizer = "bobyqa", rhoend = 1e-10, check.nobs.vs.nRE = "ignore"
    @ParameterizedTest
    @CsvSource({
        "4, 598.128317341, true",
        "35, 327.320176776, true",
        "259, 141.297337195, true",
        "598, 57.5034206877, true",
        "1211, 367.618804754, true",
        "1372, 622.547191699, false"
    })
    void theEdgeIsReachedAsByLmer(int seed, double criterion, boolean singular) {
        MixedFit fit = fit(seed).value().orElseThrow();
        assertThat(fit.criterion() / criterion).isCloseTo(1, within(1e-9));
        assertThat(fit.isSingular()).isEqualTo(singular);
    }

    @Test
    void aDesignIsFittedOrRefusedForWantOfRows() {
        assertThat(IntStream.range(0, 300).mapToObj(SingularSlopesTest::fit)).allSatisfy(fit -> {
            if (!fit.isReported()) {
                assertThat(fit).asString().contains("random coefficients for");
            }
        });
    }
}
