package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;

import org.iltlib.analytics.impact.time.DifferenceInDifferences;
import org.iltlib.analytics.impact.time.EventStudy;
import org.iltlib.analytics.impact.time.Panel;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.analytics.regression.Design;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.analytics.regression.LinearRegression;
import org.iltlib.analytics.regression.RegressionFit;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

/**
 * The effect on a single treated cluster cannot be told from what the cluster has of its own; with the error of a
 * generalised inverse more than half of such effects would be called significant where there are none.
 */
class OneClusterAloneTest {
    private static final int CLUSTERS = 12;
    private static final int EACH = 15;
    private static final int ROWS = CLUSTERS * EACH;

    private final double[] y = new double[ROWS];
    private final double[] x = new double[ROWS];
    private final double[] weights = new double[ROWS];
    private final int[] cluster = new int[ROWS];
    private final int[] place = new int[ROWS];

    OneClusterAloneTest() {
        SplitMix chance = SplitMix.of(1);
        double[] own = new double[CLUSTERS];
        for (int i = 0; i < ROWS; i++) {
            cluster[i] = i / EACH;
            place[i] = i % EACH;
            own[cluster[i]] = place[i] == 0 ? chance.nextGaussian() : own[cluster[i]];
            x[i] = chance.nextGaussian();
            weights[i] = 1 + i % 3;
            y[i] = own[cluster[i]] + x[i] + 2 * chance.nextGaussian();
        }
    }

    private boolean[] treated(int clusters) {
        boolean[] treated = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            treated[i] = cluster[i] < clusters;
        }
        return treated;
    }

    private Measured<TreatmentEffect> effect(int treatedClusters) {
        return FixedEffectsComparison.withDefaults()
                .of(Comparison.of(y, treated(treatedClusters))
                        .clusteredBy(cluster)
                        .adjustedFor("x", x));
    }

    @Test
    void twoClustersOnEachSideAreNeeded() {
        assertThat(effect(1)).asString().startsWith("too few values: one cluster with treated students; at least 2");
        assertThat(effect(11)).asString().startsWith("too few values: one cluster with other students; at least 2");
        assertThat(effect(6).isReported()).isTrue();
    }

    /** Two treated clusters of twelve have about 1.3 degrees of freedom. */
    @Test
    void fewerThanFourDegreesOfFreedomAreRefused() {
        assertThat(effect(2)).asString().contains("degrees of freedom, at least 4 needed");
    }

    @Test
    void theTextbooksErrorAsksForNoClusters() {
        assertThat(FixedEffectsComparison.withDefaults()
                        .withErrors(ErrorRule.CLASSICAL)
                        .of(Comparison.of(y, treated(1)).clusteredBy(cluster))
                        .isReported())
                .isTrue();
    }

    @Test
    void aRegressionHasNoErrorForWhatOneClusterDecides() {
        Design design = Design.of("score", y).with("x", x).with("treated", treated(1));
        for (ErrorRule rule : new ErrorRule[] {ErrorRule.CR0, ErrorRule.CR1S, ErrorRule.CR2, ErrorRule.CR3}) {
            for (Design each : new Design[] {
                design.clusteredBy(cluster), design.weightedBy(weights).clusteredBy(cluster)
            }) {
                RegressionFit fit = LinearRegression.withDefaults()
                        .withErrors(rule)
                        .of(each)
                        .value()
                        .orElseThrow();
                assertThat(fit.getCoefficient("treated").estimate())
                        .asString()
                        .contains("maybe one of them alone decides it");
                assertThat(fit.getCoefficient("x").estimate().isReported()).isTrue();
                assertThat(fit.jointTest("x", "treated").isReported()).isFalse();
            }
        }
    }

    @Test
    void norForARowThatItsOwnColumnFits() {
        boolean[] one = new boolean[ROWS];
        one[7] = true;
        RegressionFit fit = LinearRegression.withDefaults()
                .withErrors(ErrorRule.HC2)
                .of(Design.of("score", y).with("x", x).with("one", one))
                .value()
                .orElseThrow();
        assertThat(fit.getCoefficient("one").estimate().isReported()).isFalse();
        assertThat(fit.getCoefficient("x").estimate().isReported()).isTrue();
    }

    @Test
    void norForClustersOfTwoKinds() {
        RegressionFit fit = LinearRegression.withDefaults()
                .withErrors(ErrorRule.CR1S)
                .of(Design.of("score", y)
                        .with("x", x)
                        .with("treated", treated(1))
                        .clusteredBy(cluster)
                        .alsoClusteredBy(place))
                .value()
                .orElseThrow();
        assertThat(fit.getCoefficient("treated").estimate().isReported()).isFalse();
    }

    /** A column of its own for every cluster fits each mean without rest, but what varies within rests on no mean. */
    @Test
    void whatVariesWithinClustersKeepsItsError() {
        RegressionFit fit = LinearRegression.withDefaults()
                .of(Design.of("score", y)
                        .with("x", x)
                        .withFactor("school", cluster)
                        .clusteredBy(cluster))
                .value()
                .orElseThrow();
        assertThat(fit.getCoefficient("x").estimate().isReported()).isTrue();
    }

    @Test
    void oneTreatedUnitOfAPanelIsRefused() {
        int[] start = new int[ROWS];
        boolean[] after = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            start[i] = cluster[i] == 0 ? 8 : Panel.NEVER;
            after[i] = place[i] >= 8;
        }
        Panel panel = Panel.of(y, cluster, place, start);
        DifferenceInDifferences differences = DifferenceInDifferences.withDefaults();
        assertThat(differences.of(panel)).asString().contains("one cluster with treated");
        assertThat(differences.of(y, treated(1), after, cluster)).asString().contains("one cluster with treated");
        EventStudy.withDefaults()
                .of(panel)
                .value()
                .orElseThrow()
                .moments()
                .forEach(each ->
                        assertThat(each.difference().estimate().isReported()).isFalse());
    }
}
