package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    /** R: datasets::attitude. */
    private static final double[][] ATTITUDE = {
        {43, 51, 30, 39, 61, 92, 45},
        {63, 64, 51, 54, 63, 73, 47},
        {71, 70, 68, 69, 76, 86, 48},
        {61, 63, 45, 47, 54, 84, 35},
        {81, 78, 56, 66, 71, 83, 47},
        {43, 55, 49, 44, 54, 49, 34},
        {58, 67, 42, 56, 66, 68, 35},
        {71, 75, 50, 55, 70, 66, 41},
        {72, 82, 72, 67, 71, 83, 31},
        {67, 61, 45, 47, 62, 80, 41},
        {64, 53, 53, 58, 58, 67, 34},
        {67, 60, 47, 39, 59, 74, 41},
        {69, 62, 57, 42, 55, 63, 25},
        {68, 83, 83, 45, 59, 77, 35},
        {77, 77, 54, 72, 79, 77, 46},
        {81, 90, 50, 72, 60, 54, 36},
        {74, 85, 64, 69, 79, 79, 63},
        {65, 60, 65, 75, 55, 80, 60},
        {65, 70, 46, 57, 75, 85, 46},
        {50, 58, 68, 54, 64, 78, 52},
        {50, 40, 33, 34, 43, 64, 33},
        {64, 61, 52, 62, 66, 80, 41},
        {53, 66, 52, 50, 63, 80, 37},
        {40, 37, 42, 58, 50, 57, 49},
        {63, 54, 42, 48, 66, 75, 33},
        {66, 77, 66, 63, 88, 76, 72},
        {78, 75, 58, 74, 80, 78, 49},
        {48, 57, 44, 45, 51, 83, 38},
        {85, 85, 71, 71, 77, 74, 55},
        {82, 82, 39, 59, 64, 78, 39}
    };

    /**
     * R: {@code psych::alpha(attitude)}; interval {@code 1-(1-a)*qf(c(.975,.025),29,29*6)}; SEM {@code
     * sd(rowSums(attitude))*sqrt(1-a)}.
     */
    @Test
    void alphaAgreesWithR() {
        Reliability reliability = CronbachAlpha.withDefaults().of(ATTITUDE);
        Estimate alpha = reliability.alpha().value().orElseThrow();
        assertThat(alpha.value()).isCloseTo(0.8431427695647599, within(1e-12));
        assertThat(alpha.lower()).isCloseTo(0.739375685643, within(1e-9));
        assertThat(alpha.upper()).isCloseTo(0.915773072160, within(1e-9));
        assertThat(reliability.standardErrorOfMeasurement().orElse(0.0)).isCloseTo(22.8714213749, within(1e-8));
        assertThat(CronbachAlpha.withDefaults()
                        .withLevel(0.9)
                        .of(ATTITUDE)
                        .alpha()
                        .value()
                        .orElseThrow()
                        .lower())
                .isGreaterThan(alpha.lower());
    }

    /** R: {@code psych::alpha(attitude)$item.stats$r.drop}. */
    @Test
    void discriminationAgreesWithR() {
        double[] expected = {
            0.6712620572236645,
            0.7421097102222385,
            0.5607111114802555,
            0.7144454981336763,
            0.7862755938344,
            0.26503433919667607,
            0.4608105494684964
        };
        List<ItemAnalysis> items = ItemAnalysis.of(ATTITUDE);
        for (int i = 0; i < expected.length; i++) {
            assertThat(items.get(i).discrimination().orElse(9.0)).isCloseTo(expected[i], within(1e-12));
        }
    }

    /** Cohen 1968: kappa .492, weighted .348; R: {@code psych::cohen.kappa(p, w, n.obs = 200)}. */
    @Test
    void kappaAgreesWithCohen() {
        double[][] p = {{.44, .07, .09}, {.05, .20, .05}, {.01, .03, .06}};
        double[][] w = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};
        assertThat(Kappa.cohen(p).orElse(9.0)).isCloseTo(0.49152542372881347, within(1e-12));
        assertThat(Kappa.weighted(p, w).orElse(9.0)).isCloseTo(0.34782608695652173, within(1e-12));
        assertThat(Kappa.cohen(new double[][] {{5, 0}, {0, 0}}).isReported()).isFalse();
        assertThatThrownBy(() -> Kappa.cohen(new double[][] {{1, 2}})).hasMessageContaining("square");
        assertThatThrownBy(() -> Kappa.cohen(new double[][] {{-1}})).hasMessageContaining("zero or more");
    }

    @Test
    void whatDoesNotExistIsMissing() {
        assertThat(CronbachAlpha.withDefaults().of(new double[0][]).alpha().isReported())
                .isFalse();
        assertThat(CronbachAlpha.withDefaults()
                        .of(new double[][] {{1, 0}, {0, 1}})
                        .alpha()
                        .isReported())
                .isFalse();
        assertThat(ItemAnalysis.of(new double[][] {{1, 0}, {1, 1}})
                        .get(0)
                        .discrimination()
                        .isReported())
                .isFalse();
        assertThat(ItemAnalysis.of(new double[0][])).isEmpty();
        assertThatThrownBy(() -> ItemAnalysis.of(new double[][] {{1}, {1, 2}})).hasMessageContaining("not given");
        assertThatThrownBy(() -> CronbachAlpha.withDefaults().withLevel(95)).hasMessageContaining("0.95");
    }
}
