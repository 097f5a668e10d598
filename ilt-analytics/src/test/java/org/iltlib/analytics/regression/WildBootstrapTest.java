package org.iltlib.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class WildBootstrapTest {
    private static final double[] WEBB = {-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)};
    private static final Panel PANEL = new Panel();

    /** Every draw fitted from its rows: the outcome of the restricted fit with residuals times Webb's numbers. */
    @Test
    void theDrawsEqualRefitting() {
        int draws = 60;
        long seed = 5;
        WildBootstrapResult found = WildBootstrap.withDefaults()
                .withDraws(draws)
                .withSeed(seed)
                .of(PANEL.design(), "treat")
                .value()
                .orElseThrow();
        LinearRegression cr1 = LinearRegression.withDefaults().withErrors(ErrorRule.CR1);
        double statistic = cr1.of(PANEL.design())
                .value()
                .orElseThrow()
                .getCoefficient("treat")
                .statistic();
        assertThat(found.statistic()).isCloseTo(statistic, within(1e-11));
        RegressionFit restricted = cr1.of(Design.of("score", PANEL.y)
                        .with("post", PANEL.post)
                        .with("treat:post", PANEL.both)
                        .clusteredBy(PANEL.unit))
                .value()
                .orElseThrow();
        double[] rest = restricted.residuals();
        int extreme = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] again = PANEL.y.clone();
            for (int i = 0; i < again.length; i++) {
                double chance = SplitMix.at(seed, draw * 24L + PANEL.unit[i] - 1);
                again[i] += rest[i] * (WEBB[(int) (chance * 6)] - 1);
            }
            double t = cr1.of(Design.of("score", again)
                            .with("treat", PANEL.treat)
                            .with("post", PANEL.post)
                            .with("treat:post", PANEL.both)
                            .clusteredBy(PANEL.unit))
                    .value()
                    .orElseThrow()
                    .getCoefficient("treat")
                    .statistic();
            extreme += Math.abs(t) >= Math.abs(statistic) ? 1 : 0;
        }
        assertThat(found.asExtreme()).isEqualTo(extreme);
    }

    @Test
    void theIntervalHoldsWhatIsNotRejected() {
        WildBootstrap boot = WildBootstrap.withDefaults().withDraws(399).withSeed(3);
        WildBootstrapResult found =
                boot.of(PANEL.design(), "treat:post").value().orElseThrow();
        Estimate interval = found.interval().value().orElseThrow();
        assertThat(interval.excludes(0)).isEqualTo(found.pValue() <= 0.05);
        double[] shifted = PANEL.y.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] -= (interval.upper() + 1e-3) * PANEL.both[i];
        }
        Design moved = Design.of("score", shifted)
                .with("treat", PANEL.treat)
                .with("post", PANEL.post)
                .with("treat:post", PANEL.both)
                .clusteredBy(PANEL.unit);
        assertThat(boot.of(moved, "treat:post").value().orElseThrow().pValue()).isLessThanOrEqualTo(0.05);
        assertThat(found.why().toString()).contains("24 clusters, Webb's six weights");
    }

    @Test
    void threeThreadsGiveTheSameBitsAsOne() {
        WildBootstrap one = WildBootstrap.withDefaults().withDraws(999);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(one.withExecutor(pool).of(PANEL.design(), "treat")).isEqualTo(one.of(PANEL.design(), "treat"));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void unitsAbsorbedWithinClustersEqualDummies() {
        WildBootstrap boot = WildBootstrap.withDefaults().withDraws(199);
        Design plain = Design.of("score", PANEL.y).with("tp", PANEL.both).with("t", PANEL.t);
        Design absorbed = plain.absorbing("unit", PANEL.unit);
        Design dummies = plain.withFactor("unit", PANEL.unit);
        for (int[] clusters : new int[][] {PANEL.unit, PANEL.across()}) {
            WildBootstrapResult found =
                    boot.of(absorbed.clusteredBy(clusters), "tp").value().orElseThrow();
            assertThat(found.asExtreme())
                    .isEqualTo(boot.of(dummies.clusteredBy(clusters), "tp")
                            .value()
                            .orElseThrow()
                            .asExtreme());
        }
    }

    /** A null effect on whole clusters: four treated of twelve, cluster effects in the errors. */
    private static boolean[] rejections(SplitMix chance) {
        int[] cluster = new int[96];
        double[] treated = new double[96];
        double[] y = new double[96];
        double[] shared = new double[12];
        for (int g = 0; g < 12; g++) {
            shared[g] = chance.nextGaussian();
        }
        for (int i = 0; i < 96; i++) {
            cluster[i] = i / 8;
            treated[i] = cluster[i] < 4 ? 1 : 0;
            y[i] = shared[cluster[i]] + 1.5 * chance.nextGaussian();
        }
        Design design = Design.of("score", y).with("treated", treated).clusteredBy(cluster);
        RegressionFit small = LinearRegression.withDefaults().of(design).value().orElseThrow();
        RegressionFit plain = LinearRegression.withDefaults()
                .withErrors(ErrorRule.CR0)
                .of(design)
                .value()
                .orElseThrow();
        Coefficient naive = plain.getCoefficient("treated");
        double wild = WildBootstrap.withDefaults()
                .withDraws(199)
                .withSeed(chance.nextLong())
                .withoutInterval()
                .of(design, "treated")
                .value()
                .orElseThrow()
                .pValue();
        return new boolean[] {
            small.getCoefficient("treated").pValue().orElse(1.0) < 0.05,
            Math.abs(naive.statistic()) > 1.96,
            wild <= 0.05
        };
    }

    /** Bounds: qbinom(c(5e-5, 1 - 5e-5), 1000, .05) = 25, 79. */
    @Test
    void theNullIsRejectedAtItsNominalRateByCr2AndFarTooOftenByCr0() {
        int[] count = new int[3];
        for (boolean[] each : Replications.of(1000, 20261129, Runnable::run, WildBootstrapTest::rejections)) {
            for (int k = 0; k < 3; k++) {
                count[k] += each[k] ? 1 : 0;
            }
        }
        assertThat(count[0]).as("CR2, Satterthwaite").isBetween(25, 79);
        assertThat(count[1]).as("CR0, normal").isGreaterThan(95);
        assertThat(count[2]).as("wild bootstrap").isBetween(25, 79);
    }
}
