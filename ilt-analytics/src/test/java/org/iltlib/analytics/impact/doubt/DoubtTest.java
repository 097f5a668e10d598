package org.iltlib.analytics.impact.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.iltlib.analytics.impact.MinimumDetectableEffect;
import org.iltlib.analytics.impact.SharedFiles;
import org.iltlib.base.Fraction;
import org.iltlib.choice.Rational;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private static final double[] PAIRS = {5, -2, 7, 3.5, -1, 8, 4, 6, -3, 9, 2.5, 10};

    private static double cluster(String name) {
        Node cases = SharedFiles.json("effects.json", "cluster", "cases");
        Node.Fields first = (Node.Fields) ((Node.Items) cases).values().get(0);
        return ((Node.Numeral) first.find(name).orElseThrow()).value().doubleValue();
    }

    /** {@code effects.json}, cluster: 300 and 300 students in 24 clusters, d = 0.2, the correlation 0.20. */
    @Test
    void aStudyThatTookClustersForStudentsIsMended() {
        ClusterCorrection mend = ClusterCorrection.of(300, 300, 24, 0.20);
        ClusterCorrection.Corrected found = mend.correct(0.2, cluster("hedges2007_t"));
        assertThat(mend.spreadFactor()).isCloseTo(cluster("gamma"), within(1e-12));
        assertThat(mend.designEffect()).isCloseTo(cluster("eta"), within(1e-12));
        assertThat(found.degreesOfFreedom()).isCloseTo(cluster("h"), within(1e-9));
        assertThat(found.effect()).isCloseTo(cluster("g_cluster"), within(1e-12));
        assertThat(found.standardError() * found.standardError())
                .isCloseTo(cluster("var_dT2_hedges2007"), within(1e-12));
        assertThat(found.statistic()).isCloseTo(cluster("hedges2007_tA"), within(1e-12));
        assertThat(found.pValue()).isCloseTo(cluster("hedges2007_p"), within(1e-10));
        assertThat(found.why().toString()).contains("24 clusters");
    }

    @Test
    void independentStudentsNeedNoMending() {
        ClusterCorrection none = ClusterCorrection.of(30, 32, 62, 0.20);
        assertThat(none.correct(0.5, 2).statistic()).isCloseTo(2, within(1e-12));
        assertThat(ClusterCorrection.of(30, 32, 10, 0).correct(0.5, 2).statistic())
                .isCloseTo(2, within(1e-12));
        assertThat(ClusterCorrection.of(30, 32, 10, 0).degreesOfFreedom()).isCloseTo(60, within(1e-9));
        assertThatThrownBy(() -> ClusterCorrection.of(30, 32, 2, 0.2)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> ClusterCorrection.of(3, 3, 9, 0.2)).hasMessageContaining("no more clusters");
        assertThatThrownBy(() -> ClusterCorrection.of(3, 3, 3, 1)).hasMessageContaining("below 1");
    }

    /** The exact bounds in R by adding the probabilities of all 4096 signs; the first is also wilcox.test(d). */
    @Test
    void theBoundOnAPValueIsThatOfAllSigns() {
        RosenbaumBounds bounds = RosenbaumBounds.of(PAIRS).value().orElseThrow();
        assertThat(bounds.statistic()).isEqualTo(71);
        assertThat(bounds.pairs()).isEqualTo(12);
        assertThat(bounds.upperPValue(1)).isCloseTo(0.004638671875, within(1e-14));
        assertThat(bounds.upperPValue(2)).isCloseTo(0.05395142640481256, within(1e-14));
        assertThat(bounds.upperPValue(3)).isCloseTo(0.13961058855056763, within(1e-14));
        double tipping = bounds.tippingPoint(0.05).orElse(0.0);
        assertThat(tipping).isBetween(1.9, 2.0);
        assertThat(bounds.upperPValue(tipping)).isLessThanOrEqualTo(0.05);
        assertThat(bounds.upperPValue(tipping + 1e-5)).isGreaterThan(0.05);
    }

    /** {@code r <- rank(abs(d)); p <- 2 / 3; 1 - pnorm((sum(r[d > 0]) - p * sum(r)) / sqrt(p * (1 - p) * sum(r^2)))}. */
    @Test
    void manyPairsUseTheNormalCurve() {
        double[] some = {.5, -.2, 1.3, 2.2, .7, -.4, .9, 1.1, 1.6, -.1, .3, 2.5, .8, 1.9, .6, 1.2, -.3, .4, 1.4, 1.7};
        double[] all = new double[80];
        for (int i = 0; i < 80; i++) {
            all[i] = some[i % 20] + (i + 1) * 0.001;
        }
        RosenbaumBounds bounds = RosenbaumBounds.of(all).value().orElseThrow();
        assertThat(bounds.upperPValue(2)).isCloseTo(1.088749731481542e-06, within(1e-15));
    }

    @Test
    void tiesShareTheirRankAndPairsWithoutADifferenceDoNotCount() {
        RosenbaumBounds bounds =
                RosenbaumBounds.of(new double[] {0, 2, 2, -2, 5, 7, 0}).value().orElseThrow();
        assertThat(bounds.pairs()).isEqualTo(5);
        assertThat(bounds.statistic()).isEqualTo(2 + 2 + 4 + 5);
        assertThat(RosenbaumBounds.of(new double[] {1, 2, 0, 0, 0, 3, 4}).toString())
                .contains("4 pairs differ");
        assertThat(bounds.tippingPoint(0.05).toString()).contains("not beyond chance to begin with");
        assertThatThrownBy(() -> bounds.upperPValue(0.5)).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> RosenbaumBounds.of(new double[] {1, Double.NaN}))
                .hasMessageContaining("NaN");
    }

    @Test
    void attritionIsExactAndItsBoundaryIsAskedFor() {
        Attrition lost = Attrition.of(100, 20, 200, 30);
        assertThat(lost.overall()).isEqualTo(Fraction.of(1, 6));
        assertThat(lost.differential()).isEqualTo(Rational.of(1, 20));
        assertThat(Attrition.of(200, 30, 100, 20).differential()).isEqualTo(Rational.of(1, 20));
        assertThat(lost.isLow(Optional.empty()).toString()).contains("boundary not given");
        assertThat(lost.isLow(Optional.of(Fraction.percent(5))).orElse(false)).isTrue();
        assertThat(lost.isLow(Optional.of(Fraction.of(499, 10_000))).orElse(true))
                .isFalse();
        assertThat(lost.why().toString()).contains("16.7 %", "5.0 points", "20 of 100 treated");
        assertThatThrownBy(() -> Attrition.of(10, 11, 10, 0)).hasMessageContaining("11/10");
    }

    /** {@code c(1 - pt((-.02 + .1) / .03 ...))}: R's {@code pt} with 50 degrees of freedom. */
    @Test
    void aDifferenceTooSmallToMatterCanBeProved() {
        EquivalenceTest.Result found = EquivalenceTest.within(0.1).of(0.02, 0.03, 50);
        assertThat(found.above()).isCloseTo(0.0001045951231819497, within(1e-12));
        assertThat(found.below()).isCloseTo(0.005146795974062118, within(1e-12));
        assertThat(found.pValue()).isEqualTo(found.below());
        assertThat(EquivalenceTest.within(0.1).of(0.2, 0.03, 50).pValue()).isGreaterThan(0.99);
        assertThatThrownBy(() -> EquivalenceTest.within(0)).hasMessageContaining("margin");
    }

    /** The last is power.t.test(n = 30, delta = .6). R: {@code se <- …; (qt(.975, df) + qt(.8, df)) * se; 1 - pt(qt(.975, df), df, d / se) + pt(-qt(.975, df), df, d / se)}. */
    @Test
    void powerAndSmallestEffectOfClustersClassesAndBlocks() {
        MinimumDetectableEffect half = MinimumDetectableEffect.withDefaults().withExplained(0.5, 0.5);
        assertThat(half.ofClusters(40, 20, 0.2)).isCloseTo(0.3150036690266634, within(1e-10));
        assertThat(half.power(half.clusters(40, 20, 0.2), 0.25)).isCloseTo(0.6042333614387009, within(1e-8));
        MinimumDetectableEffect three = MinimumDetectableEffect.withDefaults().withExplained(0.3, 0.5);
        MinimumDetectableEffect.Precision schools = three.schoolsWithClasses(20, 3, 18, 0.10, 0.05);
        assertThat(three.of(schools)).isCloseTo(0.3489565760939302, within(1e-10));
        assertThat(three.power(schools, 0.3)).isCloseTo(0.6735709452384380, within(1e-8));
        MinimumDetectableEffect plain = MinimumDetectableEffect.withDefaults();
        assertThat(plain.of(plain.clustersInBlocks(40, 10, 25, 0.15))).isCloseTo(0.3932966848281005, within(1e-10));
        assertThat(plain.of(plain.studentsInBlocks(600, 12))).isCloseTo(0.2291291516859356, within(1e-10));
        assertThat(plain.power(plain.students(60), 0.6)).isCloseTo(0.6274937127986386, within(1e-4));
    }

    @Test
    void theSmallestEffectHasJustThePowerThatWasWished() {
        MinimumDetectableEffect rule = MinimumDetectableEffect.withDefaults().withPower(0.9);
        MinimumDetectableEffect.Precision design = rule.clusters(60, 25, 0.18);
        assertThat(rule.power(design, rule.of(design))).isCloseTo(0.9, within(5e-3));
        assertThat(rule.power(design, 0)).isCloseTo(0.05, within(1e-8));
        assertThatThrownBy(() -> rule.clustersInBlocks(11, 10, 25, 0.15)).hasMessageContaining("two more");
        assertThatThrownBy(() -> rule.studentsInBlocks(11, 10)).hasMessageContaining("two more");
        assertThatThrownBy(() -> rule.schoolsWithClasses(2, 10, 10, 0.1, 0.1)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> rule.schoolsWithClasses(9, 10, 10, 0.6, 0.6)).hasMessageContaining("1.2");
    }
}
