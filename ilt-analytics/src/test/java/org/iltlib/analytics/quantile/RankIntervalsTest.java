package org.iltlib.analytics.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

/** Expected values are those of quantreg in R 4.2.2. */
class RankIntervalsTest {
    private static final QuantileRegression ALIKE = QuantileRegression.withDefaults()
            .withErrors(QuantileErrors.RANK_IID)
            .withLevel(0.9);
    private static final QuantileRegression UNEVEN = ALIKE.withErrors(QuantileErrors.RANK_NID);

    /** Fertility, agriculture, education, Catholics and infant mortality of 47 districts: the data set swiss of R. */
    private static final double[][] SWISS = {
        {
            80.2, 83.1, 92.5, 85.8, 76.9, 76.1, 83.8, 92.4, 82.4, 82.9, 87.1, 64.1, 66.9, 68.9, 61.7, 68.3, 71.7, 55.7,
            54.3, 65.1, 65.5, 65, 56.6, 57.4, 72.5, 74.2, 72, 60.5, 58.3, 65.4, 75.5, 69.3, 77.3, 70.5, 79.4, 65, 92.2,
            79.3, 70.4, 65.7, 72.7, 64.4, 77.6, 67.6, 35, 44.7, 42.8
        },
        {
            17, 45.1, 39.7, 36.5, 43.5, 35.3, 70.2, 67.8, 53.3, 45.2, 64.5, 62, 67.5, 60.7, 69.3, 72.6, 34, 19.4, 15.2,
            73, 59.8, 55.1, 50.9, 54.1, 71.2, 58.1, 63.5, 60.8, 26.8, 49.5, 85.9, 84.9, 89.7, 78.2, 64.9, 75.9, 84.6,
            63.1, 38.4, 7.7, 16.7, 17.6, 37.6, 18.7, 1.2, 46.6, 27.7
        },
        {
            12, 9, 5, 7, 15, 7, 7, 8, 7, 13, 6, 12, 7, 12, 5, 2, 8, 28, 20, 9, 10, 3, 12, 6, 1, 8, 3, 10, 19, 8, 2, 6,
            2, 6, 3, 9, 3, 13, 12, 11, 13, 32, 7, 7, 53, 29, 29
        },
        {
            9.96, 84.84, 93.4, 33.77, 5.16, 90.57, 92.85, 97.16, 97.67, 91.38, 98.61, 8.52, 2.27, 4.43, 2.82, 24.2, 3.3,
            12.11, 2.15, 2.84, 5.23, 4.52, 15.14, 4.2, 2.4, 5.23, 2.56, 7.72, 18.46, 6.1, 99.71, 99.68, 100, 98.96,
            98.22, 99.06, 99.46, 96.83, 5.62, 13.79, 11.22, 16.92, 4.97, 8.65, 42.34, 50.43, 58.33
        },
        {
            22.2, 22.2, 20.2, 20.3, 20.6, 26.6, 23.6, 24.9, 21, 24.4, 24.5, 16.5, 19.1, 22.7, 18.7, 21.2, 20, 20.2,
            10.8, 20, 18, 22.4, 16.7, 15.3, 21, 23.8, 18, 16.3, 20.9, 22.5, 15.1, 19.8, 18.3, 19.4, 20.2, 17.8, 16.3,
            18.1, 20.3, 20.5, 18.9, 23, 20, 19.5, 18, 18.2, 19.3
        }
    };

    private static Estimate estimate(QuantileModel model, double tau, int j) {
        return model.fit(tau).coefficients().get(j).estimate().value().orElseThrow();
    }

    private static void assertIntervals(Measured<QuantileModel> model, double tau, double[][] expected) {
        for (int j = 0; j < expected.length; j++) {
            Estimate estimate = estimate(model.value().orElseThrow(), tau, j);
            assertThat(estimate.lower()).isCloseTo(expected[j][0], within(1e-8 * (1 + Math.abs(expected[j][0]))));
            assertThat(estimate.upper()).isCloseTo(expected[j][1], within(1e-8 * (1 + Math.abs(expected[j][1]))));
            assertThat(estimate.standardError()).isEmpty();
        }
    }

    /** In R: summary(rq(foodexp ~ income, tau, data = engel), se = "rank", iid =, alpha =). */
    @Test
    void engelsIntervalsAreThoseOfR() {
        assertIntervals(engel(ALIKE, 0.5), 0.5, new double[][] {
            {53.25915154539426, 114.0115572427523}, {0.48702226938261, 0.6019890421317}
        });
        assertIntervals(engel(ALIKE, 0.25), 0.25, new double[][] {
            {73.78607654524646, 120.09847454190833}, {0.42032981505091, 0.49432877747602}
        });
        assertIntervals(engel(UNEVEN, 0.5), 0.5, new double[][] {
            {41.57074892723139, 136.44902692312456}, {0.48394622294756, 0.60288685603104}
        });
        assertIntervals(engel(UNEVEN.withLevel(0.95), 0.9), 0.9, new double[][] {
            {21.94868979744143, 124.95524500008564}, {0.63962223382554, 0.74303835078835}
        });
    }

    /** In R: summary(rq(Fertility ~ . - Examination, 0.4, data = swiss), se = "rank", iid =, alpha = 0.05). */
    @Test
    void theIntervalsOfSeveralColumnsAreThoseOfR() {
        assertIntervals(swiss(ALIKE.withLevel(0.95)), 0.4, new double[][] {
            {28.52556329289741, 84.9211003664359},
            {-0.41861114376484, 0.011789507581222},
            {-1.95682648621405, -0.296720954319385},
            {0.03441286178402, 0.196328687803997},
            {0.33640922249747, 2.447529338863032}
        });
        assertIntervals(swiss(UNEVEN.withLevel(0.95)), 0.4, new double[][] {
            {28.489577827051512, 85.26498221580488},
            {-0.418865505966987, 0.012444669006523},
            {-1.963360071763569, -0.296286684102108},
            {0.034219290544371, 0.196997167270447},
            {-0.297753388857210, 2.449542487702463}
        });
    }

    private static Measured<QuantileModel> swiss(QuantileRegression options) {
        return options.withTaus(0.4)
                .of(
                        SWISS[0],
                        List.of("agriculture", "education", "catholic", "infants"),
                        List.of(SWISS[1], SWISS[2], SWISS[3], SWISS[4]));
    }

    /** In R: summary(rq(Fertility ~ Agriculture + Education, 0.4, swiss, weights = w), se = "rank", alpha = 0.05). */
    @Test
    void weightedIntervalsAreThoseOfR() {
        double[] weights = new double[47];
        for (int i = 0; i < 47; i++) {
            weights[i] = new double[] {1, 2, 0.5}[i % 3];
        }
        Measured<QuantileModel> model = ALIKE.withLevel(0.95)
                .withTaus(0.4)
                .of(SWISS[0], List.of("agriculture", "education"), List.of(SWISS[1], SWISS[2]), weights);
        assertIntervals(model, 0.4, new double[][] {
            {72.5460041444702, 98.47119348212502},
            {-0.2526974182748, 0.060940737970809},
            {-1.6920028599381, -0.646354932106140}
        });
    }

    /**
     * By brute force in R: slopes of the objective of rq.fit.br(X[, -2], y - x * X[, 2], 0.5) jump at .5275 and .50794, from
     * statistics of 1.4553 to 1.5883 and 2.2256; the critical value is 1.7396. R's own limit, .5128, lies there too.
     */
    @Test
    void whereColumnsTakeFewValuesTheLimitLiesBetweenTwoJumps() {
        Estimate air = estimate(stack(ALIKE).value().orElseThrow(), 0.5, 1);
        assertThat(air.lower()).isBetween(0.50794, 0.5275);
        assertThat(air.upper()).isCloseTo(1.141171151437701, within(1e-8));
    }

    private static Measured<QuantileModel> stack(QuantileRegression options) {
        return options.withTaus(0.5)
                .of(
                        QuantileRegressionTest.STACK[3],
                        List.of("air", "water", "acid"),
                        List.of(
                                QuantileRegressionTest.STACK[0],
                                QuantileRegressionTest.STACK[1],
                                QuantileRegressionTest.STACK[2]));
    }

    /** Where no value is rejected on one side there is no interval; R writes its largest number. */
    @Test
    void fiveRowsAreTooFewToRejectAnything() {
        QuantileModel model = ALIKE.withLevel(0.999)
                .of(new double[] {1, 3, 2, 5, 4}, List.of("x"), List.of(new double[] {1, 2, 3, 4, 5}))
                .value()
                .orElseThrow();
        assertThat(model.fit(0.5).coefficients().get(1).estimate())
                .isEqualTo(Measured.missing(
                        MissingReason.UNDEFINED, "the rank test rejects no value, however far on one side"));
    }

    private static Measured<QuantileModel> engel(QuantileRegression options, double tau) {
        return options.withTaus(tau).of(Engel.FOOD, Engel.NAMES, Engel.COLUMNS);
    }
}
