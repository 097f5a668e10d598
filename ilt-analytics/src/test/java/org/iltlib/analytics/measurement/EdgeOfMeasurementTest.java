package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.measurement.IntraclassCorrelation.Form;
import org.iltlib.base.Measured;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small, extreme and decimal tables, where a formula alone would give a wrong number. */
class EdgeOfMeasurementTest {
    private static ClassificationResult classify(double reliability, int cut, long... counts) {
        return Classification.livingstonLewis(ScoreHistogram.of(counts), reliability, cut)
                .value()
                .orElseThrow();
    }

    /** R: 2,000,000 draws of {@code rbeta(a, b)}, shapes .18 and .18 and .23 and .10, and {@code pbinom} for each. */
    @Test
    void shapesBelowOneHalfAreIntegrated() {
        ClassificationResult found = classify(0.95, 5, 40, 25, 12, 8, 6, 5, 6, 8, 12, 25, 40);
        assertThat(found.accuracy()).isCloseTo(0.96177, within(0.0005));
        assertThat(found.consistency()).isCloseTo(0.94575, within(0.0005));
        ClassificationResult skewed = classify(0.8, 8, 30, 10, 20, 30, 10, 20, 20, 30, 40, 60, 90);
        assertThat(skewed.accuracy()).isCloseTo(0.85979, within(0.0005));
        assertThat(skewed.consistency()).isCloseTo(0.79264, within(0.0005));
    }

    @Test
    void aHundredTimesTheStudentsGiveTheSameClassification() {
        ClassificationResult one = classify(0.6, 3, 1, 2, 2, 1, 0, 1);
        ClassificationResult many = classify(0.6, 3, 100, 200, 200, 100, 0, 100);
        assertThat(many.effectiveLength()).isEqualTo(one.effectiveLength());
        assertThat(many.accuracy()).isCloseTo(one.accuracy(), within(1e-12));
    }

    @Test
    void totalsThatVaryAsErrorsAloneDoAreNotClassified() {
        assertThat(Classification.livingstonLewis(ScoreHistogram.of(0, 0, 0, 0, 100, 200, 100, 0, 0, 0, 0), 0.0001, 5)
                        .isReported())
                .isFalse();
    }

    /** Both tails of 27 hold 17 of the 80 in the middle: 18.5/27 − 8.5/27. */
    @Test
    void wholeTiesOverBothBordersCountInBothTails() {
        ResponseTable.Builder table = ResponseTable.builder(List.of("a", "b", "c"));
        for (int i = 0; i < 100; i++) {
            int a = i < 10 ? 0 : i < 90 ? i % 2 : 1;
            int b = i < 10 ? 0 : i < 90 ? 1 - i % 2 : 1;
            table.add("p-" + i, (byte) a, (byte) b, (byte) (i < 90 ? 0 : 1));
        }
        assertThat(org.iltlib.analytics.measurement.item.ItemStudy.withDefaults()
                        .of(table.build())
                        .get(0)
                        .upperLower()
                        .orElse(9.0))
                .isCloseTo(10 / 27.0, within(1e-12));
    }

    @Test
    void noIntraclassCorrelationLeavesItsRange() {
        java.util.Random random = new java.util.Random(5);
        int reported = 0;
        for (int round = 0; round < 3000; round++) {
            int n = 3 + random.nextInt(6);
            int k = 2 + random.nextInt(3);
            double[][] ratings = new double[n][k];
            for (double[] row : ratings) {
                double target = random.nextInt(4);
                for (int j = 0; j < k; j++) {
                    row[j] = Math.max(1, Math.min(4, Math.round(target + random.nextGaussian())));
                }
            }
            for (Form form : Form.values()) {
                Measured<Estimate> found = IntraclassCorrelation.withDefaults().of(ratings, form);
                if (found.isReported()) {
                    reported++;
                    Estimate estimate = found.value().orElseThrow();
                    assertThat(estimate.value()).isLessThanOrEqualTo(1);
                    assertThat(estimate.upper()).isLessThanOrEqualTo(1 + 1e-12);
                    assertThat(estimate.lower()).isLessThan(estimate.value());
                }
            }
        }
        assertThat(reported).isGreaterThan(9000);
    }

    /**
     * Raters who agree wholly have the coefficient 1 in each form, and the lower end that an error of a twelfth, which whole
     * numbers hide, would give; R: {@code f <- 2 / (1/12) / qf(.975, 2, 3); (f - 1) / (f + 1)}, and qf(.975, 2, 2).
     */
    @Test
    void wholeAgreementIsOneAndTheAgreementOfFewIsNoCertainty() {
        double[][] ratings = {{1, 1}, {2, 2}, {3, 3}};
        for (Form form : Form.values()) {
            Estimate estimate = IntraclassCorrelation.withDefaults()
                    .of(ratings, form)
                    .value()
                    .orElseThrow();
            assertThat(estimate.value()).as("%s", form).isEqualTo(1);
            assertThat(estimate.upper()).isEqualTo(1);
            assertThat(estimate.lower()).isLessThan(1);
        }
        assertThat(lower(ratings, Form.ONE_WAY_SINGLE)).isCloseTo(0.198678264547, within(1e-9));
        assertThat(lower(ratings, Form.TWO_WAY_FIXED_SINGLE)).isCloseTo(-0.238095238095, within(1e-9));
        double[][] many = new double[40][2];
        for (int i = 0; i < many.length; i++) {
            many[i] = new double[] {1 + i % 4, 1 + i % 4};
        }
        assertThat(lower(many, Form.TWO_WAY_RANDOM_SINGLE)).isBetween(0.8, 0.95);
    }

    private static double lower(double[][] ratings, Form form) {
        return IntraclassCorrelation.withDefaults()
                .of(ratings, form)
                .value()
                .orElseThrow()
                .lower();
    }

    /** One rater gives one level more each time: consistent wholly, agreeing not; the limit of an error that vanishes. */
    @Test
    void ratersWhoDifferByTheSameAreConsistent() {
        double[][] shifted = {{1, 2}, {2, 3}, {4, 5}, {3, 4}, {1, 2}};
        double[][] nearly = {{1, 2 + 1e-5}, {2, 3 - 1e-5}, {4, 5}, {3, 4}, {1, 2}};
        IntraclassCorrelation icc = IntraclassCorrelation.withDefaults();
        assertThat(icc.of(shifted, Form.TWO_WAY_FIXED_SINGLE)
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        assertThat(icc.of(shifted, Form.TWO_WAY_FIXED_MEAN)
                        .value()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        for (Form form : List.of(Form.TWO_WAY_RANDOM_SINGLE, Form.ONE_WAY_SINGLE)) {
            Estimate exact = icc.of(shifted, form).value().orElseThrow();
            Estimate limit = icc.of(nearly, form).value().orElseThrow();
            assertThat(exact.value()).isLessThan(0.9).isCloseTo(limit.value(), within(1e-4));
            assertThat(exact.lower()).isCloseTo(limit.lower(), within(1e-4));
            assertThat(exact.upper()).isCloseTo(limit.upper(), within(1e-4));
        }
    }

    @Test
    void decimalsThatAreTheSameDoNotVary() {
        double[][] totals = {{0.1, 0.2}, {0.2, 0.1}, {0.3, 0.0}, {0.15, 0.15}};
        assertThat(CronbachAlpha.withDefaults().of(totals).alpha().isReported()).isFalse();
        double[][] constant = {{0.1, 1, 2}, {0.1, 2, 1}, {0.1, 3, 5}};
        assertThat(ItemAnalysis.of(constant).get(0).discrimination().isReported())
                .isFalse();
        assertThat(ItemAnalysis.of(constant).get(1).discrimination().isReported())
                .isTrue();
        for (Form form : Form.values()) {
            assertThat(IntraclassCorrelation.withDefaults()
                            .of(new double[][] {{0.1, 0.7}, {0.1, 0.7}, {0.1, 0.7}}, form)
                            .isReported())
                    .isFalse();
        }
        double[][] huge = {{1e200, 2e200}, {3e200, 1e200}, {2e200, 5e200}};
        assertThat(CronbachAlpha.withDefaults().of(huge).alpha().toString()).contains("too large");
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "3, 2, 5", "10, 10, 20"})
    void fullAgreementOfFewIsNotCertainty(long yes, long no, long n) {
        Estimate kappa = KappaInterval.withDefaults()
                .cohen(new long[][] {{yes, 0}, {0, no}})
                .value()
                .orElseThrow();
        assertThat(kappa.value()).isEqualTo(1);
        assertThat(kappa.upper()).isEqualTo(1);
        double chance = (double) (yes * yes + no * no) / (n * n);
        double z = 1.959963984540054;
        double wilson = n / (n + z * z);
        assertThat(kappa.lower()).isCloseTo((wilson - chance) / (1 - chance), within(1e-9));
    }

    @Test
    void drawingFewUnitsOrUnitsThatAllAgreeGivesNoInterval() {
        List<List<Double>> units = new ArrayList<>(List.of(List.of(1.0, 1.0), List.of(2.0, 2.0), List.of(1.0, 1.0)));
        KrippendorffAlpha.Scale scale = KrippendorffAlpha.Scale.NOMINAL;
        assertThat(KrippendorffAlpha.interval(units, scale, .95, 100, 1).toString())
                .contains("10 are needed");
        for (int i = 0; i < 9; i++) {
            units.add(List.of(2.0, 2.0));
        }
        assertThat(KrippendorffAlpha.interval(units, scale, .95, 100, 1).toString())
                .contains("agree on every unit");
    }

    /** 24,000 different values: a table of pairs would not fit into memory. */
    @Test
    void manyDifferentValuesNeedNoTableOfPairs() {
        List<List<Double>> units = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            units.add(List.of(i + 0.25, i + 0.75));
        }
        assertThat(KrippendorffAlpha.of(units, KrippendorffAlpha.Scale.INTERVAL).orElse(0.0))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void anErrorForLargeSamplesIsNotGivenForTwo() {
        ResponseTable two = ResponseTable.builder(List.of("a", "b", "c"))
                .add("p-1", (byte) 5, (byte) 3, (byte) 1)
                .add("p-2", (byte) 0, (byte) 1, (byte) 0)
                .build();
        assertThat(InternalConsistency.withDefaults()
                        .of(two)
                        .alphaStandardError()
                        .toString())
                .contains("2 students");
    }

    @Test
    void whatWasNeverInCannotBeTakenOut() {
        ResponseTable some = ResponseTable.builder(List.of("a", "b"))
                .add("p-1", (byte) 1, (byte) 0)
                .add("p-2", (byte) 0, (byte) 1)
                .add("p-3", (byte) 1, (byte) 1)
                .build();
        ItemMoments all = ItemMoments.of(some);
        ItemMoments never = ItemMoments.of(ResponseTable.builder(List.of("a", "b"))
                .add("p-9", (byte) 5, (byte) 5)
                .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.without(never))
                .withMessageContaining("never added");
        assertThat(all.without(all).students()).isZero();
        assertThat(all.without(ItemMoments.of(some.select(row -> row == 1))).students())
                .isEqualTo(2);
    }

    @Test
    void weightsOfTheWrongKindAreRefused() {
        int[][] counts = {{2, 0}, {1, 1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralRaters.gwet(counts, new double[][] {{0.5, 0}, {0, 0.5}}))
                .withMessageContaining("Maybe these are weights of disagreement");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeveralRaters.gwet(counts, new double[][] {{1, 0.5}, {0, 1}}))
                .withMessageContaining("both ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kappa.weighted(new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 0}, {0, 1}}))
                .withMessageContaining("Maybe these are weights of agreement");
        assertThatIllegalArgumentException().isThrownBy(() -> SeveralRaters.light(new int[][] {{0}, {0}}, -1));
    }
}
