package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every student of SGP 2.2-0.0: {@code studentGrowthPercentiles(panel.data, sgp.labels = list(my.year = 2025, my.subject =
 * 'MATHEMATICS'), grade.progression = (6 - k):6, percentile.cuts = c(1, 35, 50, 65, 99), percuts.digits = 2,
 * print.other.gp = TRUE)} on 600 students, scores with one decimal and the same scores rounded.
 */
class GoldenPercentilesTest {
    private static final int[] CUTS = {1, 35, 50, 65, 99};

    @ParameterizedTest
    @CsvSource({"decimal,1", "decimal,2", "decimal,3", "integer,1"})
    void storedMatricesGiveEveryStudentTheSamePercentile(String kind, int order) {
        GrowthCohort cohort = GoldenGrowth.cohort(kind, order);
        agree(GrowthModel.withDefaults().score(cohort, GoldenGrowth.matrices(kind)), kind, order);
    }

    @ParameterizedTest
    @CsvSource({"decimal,1", "decimal,2", "decimal,3", "integer,1"})
    void ourOwnFitsGiveEveryStudentTheSamePercentile(String kind, int order) {
        agree(GrowthModel.withDefaults().of(GoldenGrowth.cohort(kind, order)), kind, order);
    }

    private static void agree(GrowthPercentiles ours, String kind, int order) {
        String file = "sgp_" + kind + "_order" + order + ".csv";
        for (int k = 1; k <= order; k++) {
            double[] golden = GoldenGrowth.column(file, "SGP_ORDER_" + k);
            for (int place = 0; place < golden.length; place++) {
                assertThat(ours.percentile(place, k))
                        .as("student %s", place + 1)
                        .isEqualTo((int) golden[place]);
            }
        }
        double[] reported = GoldenGrowth.column(file, "SGP");
        double[] standardized = GoldenGrowth.column(file, "SCALE_SCORE_PRIOR_STANDARDIZED");
        double[] prior = GoldenGrowth.column(file, "SCALE_SCORE_PRIOR");
        double[][] cuts = new double[CUTS.length][];
        for (int c = 0; c < CUTS.length; c++) {
            cuts[c] = GoldenGrowth.column(file, "PERCENTILE_CUT_" + CUTS[c]);
        }
        for (int place = 0; place < reported.length; place++) {
            GrowthPercentile growth = ours.of(place).value().orElseThrow();
            assertThat(growth.percentile()).isEqualTo((int) reported[place]);
            assertThat(growth.order()).isEqualTo(order);
            assertThat(growth.prior()).isEqualTo(prior[place]);
            assertThat(growth.priorStandardized()).isEqualTo(Measured.of(standardized[place]));
            for (int c = 0; c < CUTS.length; c++) {
                assertThat(ours.cut(place, CUTS[c], 2)).isCloseTo(cuts[c][place], within(0.0100001));
            }
        }
    }

    @Test
    void knotsAndBoundariesAreThoseOfTheStoredMatrices() {
        for (String kind : List.of("decimal", "integer")) {
            for (CoefficientMatrix matrix : GoldenGrowth.matrices(kind).matrices()) {
                for (int back = 1; back <= matrix.order(); back++) {
                    double[] scores = GoldenGrowth.column("sgp_scores_" + kind + ".csv", "SS" + (6 - back));
                    assertThat(ScoreKnots.of(scores))
                            .isEqualTo(Measured.of(matrix.priors().get(back - 1)));
                }
            }
        }
    }

    @Test
    void theFirstStudentIsTheWorkedCase() {
        GrowthPercentiles growth =
                GrowthModel.withDefaults().score(GoldenGrowth.cohort("decimal", 3), GoldenGrowth.matrices("decimal"));
        assertThat(growth.percentile(0, 1)).isEqualTo(31);
        assertThat(growth.percentile(0, 2)).isEqualTo(23);
        assertThat(growth.percentile(0, 3)).isEqualTo(13);
        assertThat(growth.cut(0, 50, 2)).isEqualTo(651.71);
        assertThat(growth.of(0).value().orElseThrow()).hasToString("percentile 13 on 3 earlier scores");
    }

    @Test
    void ourCoefficientsAreThoseOfTheStoredMatricesWhereTheOptimumIsUnique() {
        for (CoefficientMatrix golden : GoldenGrowth.matrices("decimal").matrices()) {
            CoefficientMatrix ours = GrowthModel.withDefaults()
                    .fit(GoldenGrowth.cohort("decimal", 3), golden.order())
                    .value()
                    .orElseThrow();
            assertThat(ours.certificate().orElseThrow().gap()).isLessThan(1e-9);
            int alike = 0;
            for (int tau = 0; tau < CoefficientMatrix.QUANTILES; tau++) {
                boolean same = true;
                for (int c = 0; c < ours.coefficients().get(tau).size(); c++) {
                    double theirs = golden.coefficients().get(tau).get(c);
                    same &= Math.abs(ours.coefficients().get(tau).get(c) - theirs) <= 1e-7 * (1 + Math.abs(theirs));
                }
                alike += same ? 1 : 0;
            }
            assertThat(alike).isGreaterThanOrEqualTo(95);
        }
    }
}
