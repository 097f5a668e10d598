package org.iltlib.analytics.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Percentage;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class QuantileRegressionTest {
    private static final double[] FIVE = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final QuantileRegression ENGEL =
            QuantileRegression.withDefaults().withTaus(FIVE);

    /** Brownlee's stack loss, 21 days, the data set stackloss of R. */
    static final double[][] STACK = {
        {80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70},
        {27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20},
        {89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91},
        {42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15}
    };

    private static QuantileModel engel(QuantileRegression options) {
        return options.of(Engel.FOOD, Engel.NAMES, Engel.COLUMNS).value().orElseThrow();
    }

    private static double error(QuantileModel model, double tau, int j) {
        return model.fit(tau)
                .coefficients()
                .get(j)
                .estimate()
                .value()
                .flatMap(Estimate::standardError)
                .orElseThrow();
    }

    /** In R: rq(foodexp ~ income, tau, data = engel, method = "br"). */
    @Test
    void engelsObjectivesAndCoefficientsAreThoseOfR() {
        QuantileModel model = engel(ENGEL);
        double[] objectives = {
            2174.3173153176836, 7082.315898974878, 8779.966323812847, 6529.250283893929, 1900.244224506217
        };
        double[][] coefficients = {
            {124.88004081257343, 0.34336105763204217},
            {95.48353963455286, 0.47410320819331025},
            {81.48224741693622, 0.5601805512094196},
            {62.39658552896441, 0.64401413936869},
            {64.10396318105516, 0.7090685169621466}
        };
        assertThat(model.n()).isEqualTo(235);
        for (int t = 0; t < 5; t++) {
            QuantileFit fit = model.fit(FIVE[t]);
            assertThat(fit.objective()).isCloseTo(objectives[t], within(1e-10 * objectives[t]));
            assertThat(fit.coefficients().get(0).value()).isCloseTo(coefficients[t][0], within(1e-9));
            assertThat(fit.coefficients().get(1).value()).isCloseTo(coefficients[t][1], within(1e-12));
            assertThat(fit.certificate().gap()).isLessThan(1e-13);
            assertThat(fit.certificate().violation()).isZero();
            assertThat(fit.certificate().zeros()).isEqualTo(2);
        }
    }

    /** In R: summary(rq(foodexp ~ income, tau, data = engel), se = "iid", hs = TRUE or FALSE). */
    @Test
    void errorsAsIfResidualsWereAlikeAreThoseOfR() {
        QuantileModel hall = engel(ENGEL.withErrors(QuantileErrors.IID));
        double[][] expected = {
            {17.6543170386785, 0.0158944297398015},
            {15.8619076503776, 0.0142806983773879},
            {13.239079718080433, 0.011919329529295216},
            {10.6710638049329, 0.00960730871235901},
            {9.84696684825099, 0.00886536264058139}
        };
        for (int t = 0; t < 5; t++) {
            assertThat(error(hall, FIVE[t], 0)).isCloseTo(expected[t][0], Percentage.withPercentage(1e-8));
            assertThat(error(hall, FIVE[t], 1)).isCloseTo(expected[t][1], Percentage.withPercentage(1e-8));
        }
        QuantileModel bofinger = engel(ENGEL.withErrors(QuantileErrors.IID).withBandwidth(Bandwidth.BOFINGER));
        assertThat(error(bofinger, 0.5, 0)).isCloseTo(13.5324539275468, Percentage.withPercentage(1e-8));
        assertThat(error(bofinger, 0.75, 1)).isCloseTo(0.00974017334042882, Percentage.withPercentage(1e-8));
    }

    /** In R: summary(rq(foodexp ~ income, tau, data = engel), se = "nid", hs = TRUE or FALSE). */
    @Test
    void errorsThatAllowForUnevenSpreadAreThoseOfR() {
        QuantileModel hall = engel(ENGEL);
        double[][] expected = {
            {35.0667318136114, 0.0499354874136622},
            {21.3923697518315, 0.0290552734827612},
            {19.250660252106016, 0.028277209683857652},
            {16.3053766028159, 0.0232391681319686},
            {16.853669860142, 0.0179291765585907}
        };
        for (int t = 0; t < 5; t++) {
            assertThat(error(hall, FIVE[t], 0)).isCloseTo(expected[t][0], Percentage.withPercentage(1e-7));
            assertThat(error(hall, FIVE[t], 1)).isCloseTo(expected[t][1], Percentage.withPercentage(1e-7));
        }
        QuantileModel bofinger = engel(ENGEL.withBandwidth(Bandwidth.BOFINGER));
        assertThat(error(bofinger, 0.25, 0)).isCloseTo(21.9616084840808, Percentage.withPercentage(1e-7));
        assertThat(error(bofinger, 0.95, 1)).isCloseTo(0.0176053858718098, Percentage.withPercentage(1e-7));
    }

    /** In R: w = rep(c(1, 2, .5, 3), length.out = 235); summary(rq(foodexp ~ income, weights = w, data = engel), se =). */
    @Test
    void weightsAreThoseOfR() {
        double[] weights = new double[235];
        for (int i = 0; i < 235; i++) {
            weights[i] = new double[] {1, 2, 0.5, 3}[i % 4];
        }
        QuantileRegression median = QuantileRegression.withDefaults();
        QuantileModel uneven = median.of(Engel.FOOD, Engel.NAMES, Engel.COLUMNS, weights)
                .value()
                .orElseThrow();
        QuantileFit fit = uneven.fit(0.5);
        assertThat(fit.objective()).isCloseTo(13745.4900900088, within(1e-9 * 13745));
        assertThat(fit.coefficients().get(0).value()).isCloseTo(85.4113505585863, within(1e-9));
        assertThat(fit.coefficients().get(1).value()).isCloseTo(0.558401702307874, within(1e-12));
        assertThat(error(uneven, 0.5, 0)).isCloseTo(19.7244601050834, Percentage.withPercentage(1e-7));
        assertThat(error(uneven, 0.5, 1)).isCloseTo(0.0299643842293405, Percentage.withPercentage(1e-7));
        QuantileModel alike = median.withErrors(QuantileErrors.IID)
                .of(Engel.FOOD, Engel.NAMES, Engel.COLUMNS, weights)
                .value()
                .orElseThrow();
        assertThat(error(alike, 0.5, 0)).isCloseTo(8.05216166897007, Percentage.withPercentage(1e-8));
    }

    /** In R: rq(stack.loss ~ ., tau, data = stackloss); at .25 and .75 the best fit is not unique, its objective is. */
    @Test
    void whereScoresTieTheObjectiveIsThatOfR() {
        QuantileModel model = QuantileRegression.withDefaults()
                .withTaus(0.25, 0.5, 0.75)
                .withErrors(QuantileErrors.NONE)
                .of(STACK[3], List.of("air", "water", "acid"), List.of(STACK[0], STACK[1], STACK[2]))
                .value()
                .orElseThrow();
        assertThat(model.fit(0.25).objective()).isCloseTo(16.625, within(1e-12));
        assertThat(model.fit(0.5).objective()).isCloseTo(21.0405797101449, within(1e-12));
        assertThat(model.fit(0.75).objective()).isCloseTo(16.2521551724138, within(1e-12));
        double[] median = {-39.6898550724638, 0.831884057971014, 0.573913043478265, -0.0608695652173913};
        for (int j = 0; j < 4; j++) {
            assertThat(model.fit(0.5).coefficients().get(j).value()).isCloseTo(median[j], within(1e-12));
            assertThat(model.fit(0.5).coefficients().get(j).estimate())
                    .isEqualTo(Measured.missing(MissingReason.NOT_APPLICABLE, "no errors were asked for"));
        }
    }

    /** In R: summary(rq(foodexp ~ income, data = engel), se = "boot", bsmethod = "xy", R = 4000): 27.7, 0.0356. */
    @Test
    void theBootstrapSpreadsAsInRAndRepeatsItself() {
        QuantileRegression bootstrap = QuantileRegression.withDefaults()
                .withErrors(QuantileErrors.BOOTSTRAP)
                .withReplications(1000, 7);
        QuantileModel model = engel(bootstrap);
        assertThat(error(model, 0.5, 0)).isCloseTo(27.7, within(2.5));
        assertThat(error(model, 0.5, 1)).isCloseTo(0.0356, within(0.003));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            assertThat(engel(bootstrap.withExecutor(threads))).isEqualTo(model);
        } finally {
            threads.shutdown();
        }
    }

    /** Rows that stand five times are one cluster: drawing clusters gives the error of the rows that stand once. */
    @Test
    void theBootstrapDrawsWholeClusters() {
        double[] food = new double[5 * 235];
        double[] income = new double[5 * 235];
        int[] clusters = new int[5 * 235];
        for (int i = 0; i < food.length; i++) {
            food[i] = Engel.FOOD[i % 235];
            income[i] = Engel.INCOME[i % 235];
            clusters[i] = 9000 - i % 235;
        }
        double[] ones = new double[food.length];
        Arrays.fill(ones, 1);
        QuantileRegression bootstrap = QuantileRegression.withDefaults()
                .withErrors(QuantileErrors.BOOTSTRAP)
                .withReplications(300, 3);
        QuantileModel clustered = bootstrap
                .of(food, Engel.NAMES, List.of(income), ones, clusters)
                .value()
                .orElseThrow();
        assertThat(error(clustered, 0.5, 1)).isCloseTo(error(engel(bootstrap), 0.5, 1), within(1e-9));
    }

    @Test
    void withoutColumnsTheFitIsASampleQuantile() {
        QuantileModel model = QuantileRegression.withDefaults()
                .withErrors(QuantileErrors.IID)
                .of(new double[] {5, 1, 4, 2, 3}, List.of(), List.of())
                .value()
                .orElseThrow();
        assertThat(model.fit(0.5).coefficients().get(0).value()).isEqualTo(3);
        assertThat(model.fit(0.5).predict()).isEqualTo(3);
        assertThat(model.fit(0.5).objective()).isEqualTo(3);
    }

    @Test
    void aFitPredicts() {
        QuantileFit fit = engel(ENGEL).fit(0.25);
        assertThat(fit.predict(1000)).isCloseTo(95.48353963455286 + 474.10320819331025, within(1e-9));
        assertThat(fit.why().claim()).startsWith("No coefficients reach less than 7082.32 at the quantile 0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> fit.predict(1, 2)).withMessageContaining("2 numbers");
    }

    @Test
    void whatCannotBeFittedIsMissingWithItsReason() {
        QuantileRegression median = QuantileRegression.withDefaults();
        double[] up = {1, 2, 3, 4, 5};
        assertThat(median.of(new double[] {1, 2}, List.of("x"), List.of(new double[] {3, 4})))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "2 rows for 2 coefficients"));
        assertThat(median.of(new double[] {7, 7, 7, 7, 7}, List.of("x"), List.of(up)))
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "the outcome is 7.0 in every row"));
        assertThat(median.of(
                        up, List.of("x", "y"), List.of(new double[] {1, 4, 2, 8, 5}, new double[] {3, 9, 5, 17, 11})))
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "\"y\" is determined by what stands before it"));
        assertThat(median.of(up, List.of("x"), List.of(new double[] {6, 6, 6, 6, 6})))
                .isEqualTo(Measured.missing(MissingReason.UNDEFINED, "\"x\" is determined by what stands before it"));
        assertThat(median.of(up, List.of("x"), List.of(up), new double[] {1, 1, 0, 0, 0}))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "2 rows for 2 coefficients"));
    }

    @Test
    void tooFewResidualsTellNoDensity() {
        QuantileModel model = QuantileRegression.withDefaults()
                .withErrors(QuantileErrors.IID)
                .of(new double[] {1, 5, 2}, List.of("x"), List.of(new double[] {1, 2, 4}))
                .value()
                .orElseThrow();
        assertThat(model.fit(0.5).coefficients().get(1).estimate())
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "3 rows, 2 on the fit, for a stretch of 3"));
    }

    @Test
    void misuseIsRefused() {
        QuantileRegression median = QuantileRegression.withDefaults();
        double[] up = {1, 2, 3, 4, 5};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.withTaus(0.5, 1))
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.withTaus(0.5, 0.5))
                .withMessageContaining("after");
        assertThatIllegalArgumentException().isThrownBy(median::withTaus).withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.withLevel(1))
                .withMessageContaining("level");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.withReplications(1, 2))
                .withMessageContaining("at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.of(up, List.of("x"), List.of()))
                .withMessageContaining("1 names for 0 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.of(up, List.of("x"), List.of(new double[] {1, 2, 3, 4, Double.NaN})))
                .withMessageContaining("x is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> median.of(up, List.of("x"), List.of(up), new double[] {1, 1, 1, 1, -1}))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engel(ENGEL).fit(0.3))
                .withMessageContaining("withTaus");
    }

    /** In R: bandwidth.rq(.3, 100, hs = TRUE or FALSE). */
    @Test
    void bandwidthsAreThoseOfR() {
        assertThat(Bandwidth.HALL_SHEATHER.halfWidth(0.3, 100)).isCloseTo(0.165024968107189, within(1e-14));
        assertThat(Bandwidth.BOFINGER.halfWidth(0.3, 100)).isCloseTo(0.193850584711082, within(1e-14));
    }
}
