package org.iltlib.analytics.impact.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.regression.Coefficient;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.LinearRegression;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

/** Effects after weighting when whole clusters are treated and there are twelve. */
class FewTreatedClustersTest {
    private static final int CLUSTERS = 12;
    private static final int ROWS = CLUSTERS * 20;

    private final double[] x = new double[ROWS];
    private final double[] y = new double[ROWS];
    private final int[] cluster = new int[ROWS];
    private final boolean[] treated = new boolean[ROWS];

    private BalancedGroups draw(SplitMix chance, int treatedClusters) {
        double own = 0;
        for (int i = 0; i < ROWS; i++) {
            own = i % 20 == 0 ? chance.nextGaussian() : own;
            cluster[i] = i / 20;
            treated[i] = cluster[i] < treatedClusters;
            x[i] = chance.nextGaussian();
            y[i] = own + x[i] + 2 * chance.nextGaussian();
        }
        return EntropyBalancing.withDefaults()
                .of(Candidates.of(treated).with("x", x))
                .value()
                .orElseThrow();
    }

    private Measured<TreatmentEffect> effect(BalancedGroups groups) {
        return AverageEffect.withDefaults().clusteredBy(cluster).of(groups, y);
    }

    @Test
    void theErrorIsThatOfTheRegression() {
        BalancedGroups groups = draw(SplitMix.of(1), 6);
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, groups::weight);
        Coefficient expected = LinearRegression.withDefaults()
                .of(Design.of("y", y)
                        .with("treated", treated)
                        .weightedBy(weights)
                        .clusteredBy(cluster))
                .value()
                .orElseThrow()
                .getCoefficient("treated");
        TreatmentEffect found = effect(groups).value().orElseThrow();
        assertThat(found.points().value()).isCloseTo(expected.value(), within(1e-10));
        assertThat(found.points().standardError().orElse(0.0)).isCloseTo(expected.standardError(), within(1e-10));
        assertThat(found.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-10));
    }

    @Test
    void oneOrTwoTreatedClustersAreRefused() {
        assertThat(effect(draw(SplitMix.of(1), 1))).asString().contains("maybe one of them alone decides it");
        assertThat(effect(draw(SplitMix.of(1), 2))).asString().contains("degrees of freedom; at least 4 needed");
    }

    /** qbinom(1 - 1e-4, 400, .05) = 38; with G − 1 degrees of freedom and without CR2 about 11 of 100 reject. */
    @Test
    void sixOfTwelveRejectAtTheirRate() {
        SplitMix chance = SplitMix.of(5);
        int rejected = 0;
        for (int run = 0; run < 400; run++) {
            TreatmentEffect found = effect(draw(chance, 6)).value().orElseThrow();
            rejected += found.pValue() < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isLessThan(38);
    }

    /** The spread of the effects over the draws is the yardstick: without adjustment the error is too large. */
    @Test
    void adjustedTheErrorAfterWeightingIsThatOfTheDraws() {
        SplitMix chance = SplitMix.of(6);
        double sum = 0;
        double squares = 0;
        double errors = 0;
        int runs = 300;
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < ROWS; i++) {
                x[i] = chance.nextGaussian();
                treated[i] = chance.nextDouble() < 1 / (1 + Math.exp(1 - 0.5 * x[i]));
                y[i] = 2 * x[i] + chance.nextGaussian();
            }
            TreatmentEffect found = AverageEffect.withDefaults()
                    .adjusted()
                    .of(
                            EntropyBalancing.withDefaults()
                                    .of(Candidates.of(treated).with("x", x))
                                    .value()
                                    .orElseThrow(),
                            y)
                    .value()
                    .orElseThrow();
            sum += found.points().value();
            squares += found.points().value() * found.points().value();
            errors += found.points().standardError().orElse(0.0) / runs;
        }
        double spread = Math.sqrt((squares - sum * sum / runs) / (runs - 1));
        assertThat(errors / spread).isBetween(0.85, 1.15);
    }
}
