package org.iltlib.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegressionRefusalsTest {
    private static final double[] Y = {3, 5, 4, 8, 6, 9, 7};
    private static final double[] X = {1, 2, 3, 4, 5, 6, 8};
    private static final LinearRegression FIT = LinearRegression.withDefaults();

    @Test
    void fourRowsAreTooFew() {
        assertThat(FIT.of(Design.of("score", new double[] {1, 2, Double.NaN, 3, 4})))
                .hasToString("too few values: 4 rows with all values; at least 5 needed");
    }

    @Test
    void aRowWithoutWeightIsLeftOut() {
        RegressionFit found = FIT.of(Design.of("score", Y).with("x", X).weightedBy(new double[] {1, 1, 1, 1, 1, 1, 0}))
                .value()
                .orElseThrow();
        assertThat(found.n()).isEqualTo(6);
        assertThat(found.leftOut()).isEqualTo(1);
    }

    @Test
    void oneClusterIsRefused() {
        assertThat(FIT.of(Design.of("score", Y).with("x", X).clusteredBy(new int[7])))
                .asString()
                .contains("one cluster");
    }

    @Test
    void aConstantOutcomeIsRefused() {
        assertThat(FIT.of(Design.of("score", new double[] {2, 2, 2, 2, 2}).with("x", new double[] {1, 2, 3, 4, 5})))
                .hasToString("undefined: score is the same in every row");
    }

    @Test
    void aColumnThatOthersDetermineIsNamed() {
        double[] months = {12, 24, 36, 48, 60, 72, 96};
        assertThat(FIT.of(Design.of("score", Y).with("years", X).with("months", months)))
                .hasToString("undefined: \"months\" is determined by the columns before it");
        assertThat(FIT.of(Design.of("score", Y).with("x", X).absorbing("row", new int[] {1, 2, 3, 4, 5, 6, 7})))
                .asString()
                .contains("\"x\" is determined");
    }

    @Test
    void aSaturatedAndAPerfectFitAreRefused() {
        double[] five = {3, 5, 4, 8, 6};
        assertThat(FIT.of(Design.of("score", five).withFactor("row", new int[] {1, 2, 3, 4, 5})))
                .asString()
                .contains("as many coefficients as rows");
        assertThat(FIT.of(Design.of("score", X).with("x", X))).asString().contains("without rest");
    }

    @Test
    void fewerThanFourDegreesOfFreedomGiveAnErrorAndNoConclusion() {
        RegressionFit found = FIT.of(Design.of("score", Y).with("x", X).clusteredBy(new int[] {1, 1, 2, 2, 3, 3, 3}))
                .value()
                .orElseThrow();
        Coefficient x = found.getCoefficient("x");
        assertThat(x.standardError()).isPositive();
        assertThat(x.isConclusive()).isFalse();
        assertThat(x.estimate().toString())
                .matches("too few values: [123]\\.\\d degrees of freedom; at least 4 needed");
        assertThat(x.pValue().toString()).startsWith("too few values");
        assertThat(found.jointTest("x").isReported()).isFalse();
        assertThat(found.why().toString()).contains("nothing can be concluded");
        assertThat(WildBootstrap.withDefaults()
                        .of(Design.of("score", Y).with("x", X).clusteredBy(new int[] {1, 1, 2, 2, 3, 3, 3}), "x"))
                .hasToString("too few values: 3 clusters; at least 4 needed");
    }

    @Test
    void moreTestsThanClustersHaveNoCovariance() {
        Design design = Design.of("score", new double[] {3, 5, 4, 8, 6, 9, 7, 1})
                .with("a", new double[] {1, 2, 3, 4, 5, 6, 8, 1})
                .with("b", new double[] {1, 0, 3, 0, 5, 0, 8, 2})
                .with("c", new double[] {1, 1, 0, 0, 5, 2, 2, 3})
                .clusteredBy(new int[] {1, 1, 1, 1, 2, 2, 2, 2});
        RegressionFit found = FIT.of(design).value().orElseThrow();
        assertThat(found.jointTest("a", "b", "c")).asString().contains("too few to test 3 coefficients at once");
    }

    @Test
    void misuseIsToldWithTheName() {
        Design design = Design.of("score", Y).with("x", X);
        RegressionFit found = FIT.of(design).value().orElseThrow();
        assertThatThrownBy(() -> design.with("x", X)).hasMessageContaining("\"x\" already");
        assertThatThrownBy(() -> design.with("z", new double[2])).hasMessageContaining("z has 2 values for 7");
        assertThatThrownBy(() -> design.with("z", new double[] {1, 2, 3, 4, 5, 6, 1 / 0.0}))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> design.weightedBy(new double[] {-1, 1, 1, 1, 1, 1, 1}))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> design.alsoClusteredBy(new int[7])).hasMessageContaining("clusteredBy first");
        assertThatThrownBy(() -> FIT.of(design.clusteredBy(new int[7]).alsoClusteredBy(new int[7])))
                .hasMessageContaining("CR1S for two kinds");
        assertThatThrownBy(() -> found.getCoefficient("w")).hasMessageContaining("[(Intercept), x]");
        assertThatThrownBy(() -> found.contrast("nothing", Map.of("x", 0.0))).hasMessageContaining("zero whatever");
        assertThatThrownBy(() -> found.jointTest("x", "x")).hasMessageContaining("twice");
        assertThatThrownBy(() -> FIT.withLevel(95)).hasMessageContaining("level is 95");
        assertThatThrownBy(() -> WildBootstrap.withDefaults().of(design, "w")).hasMessageContaining("no column \"w\"");
    }
}
