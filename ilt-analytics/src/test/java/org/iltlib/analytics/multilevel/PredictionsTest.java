package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final MixedModel MODEL = MixedModel.withDefaults();

    /** Groups of 4 to 9 rows with a column that differs between them and one within. */
    private static MixedDesign unbalanced(int groups, double spread, long seed) {
        Random random = new Random(seed);
        int n = 0;
        for (int g = 0; g < groups; g++) {
            n += 4 + g % 6;
        }
        double[] y = new double[n];
        double[] x = new double[n];
        int[] group = new int[n];
        int row = 0;
        for (int g = 0; g < groups; g++) {
            double level = spread * random.nextGaussian();
            for (int i = 0; i < 4 + g % 6; i++) {
                group[row] = 100 + g;
                x[row] = g + random.nextGaussian();
                y[row++] = 3 + 0.5 * g + level + 2 * random.nextGaussian();
            }
        }
        return MixedDesign.of(y).withColumn("x", x).withRandom(RandomTerm.intercept("class", group));
    }

    /**
     * The squared error of the known part is the diagonal of the inverse of Henderson's equations, written out and inverted;
     * what the uncertain variance adds, 2·2τ²r(1 − r)²/Σr²·m/(m − 1), is added by hand.
     */
    @Test
    void errorsAreThoseOfHendersonsEquations() {
        int groups = 7;
        MixedDesign design = unbalanced(groups, 2, 3);
        MixedFit fit = MODEL.of(design).value().orElseThrow();
        double between = fit.getComponent("class").variance(RandomTerm.INTERCEPT);
        double inside = fit.residualVariance();
        RealMatrix equations = new Array2DRowRealMatrix(2 + groups, 2 + groups);
        double[] row = new double[2 + groups];
        int at = 0;
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < 4 + g % 6; i++) {
                Arrays.fill(row, 0);
                row[0] = 1;
                row[1] = design.columns()[0][at++];
                row[2 + g] = 1;
                for (int a = 0; a < row.length; a++) {
                    for (int b = 0; b < row.length; b++) {
                        equations.addToEntry(a, b, row[a] * row[b] / inside);
                    }
                }
            }
            equations.addToEntry(2 + g, 2 + g, 1 / between);
        }
        RealMatrix inverse = new LUDecomposition(equations).getSolver().getInverse();
        List<RandomEffect> plain = fit.effects("class");
        List<RandomEffect> predictions = fit.predictions("class").value().orElseThrow();
        List<RandomEffect> comparisons = fit.comparisons("class").value().orElseThrow();
        double squares = 0;
        double[] share = new double[groups];
        for (int g = 0; g < groups; g++) {
            share[g] = 1 - square(plain.get(g)) / between;
            squares += share[g] * share[g];
        }
        for (int g = 0; g < groups; g++) {
            double added = 4 * between * share[g] * (1 - share[g]) * (1 - share[g]) / squares * groups / (groups - 1);
            Estimate estimate = predictions.get(g).estimate();
            assertThat(square(predictions.get(g))).isCloseTo(inverse.getEntry(2 + g, 2 + g) + added, within(1e-9));
            assertThat(estimate.value()).isEqualTo(plain.get(g).estimate().value());
            assertThat(estimate.n()).isEqualTo(4 + g % 6);
            assertThat(square(predictions.get(g))).isGreaterThan(square(comparisons.get(g)));
            assertThat(square(comparisons.get(g))).isGreaterThan(square(plain.get(g)));
            // R: qt(.975, 6)
            assertThat((estimate.upper() - estimate.value())
                            / estimate.standardError().orElseThrow())
                    .isCloseTo(2.446911851, within(1e-8));
        }
    }

    private static double square(RandomEffect effect) {
        return Math.pow(effect.estimate().standardError().orElseThrow(), 2);
    }

    /** Of 200 draws with few groups: whoever knows an interval holds the truth at its rate or more. */
    @Test
    void intervalsHoldTheTruthWhereGroupsAreFew() {
        for (int groups : new int[] {5, 8, 20}) {
            int held = 0;
            int all = 0;
            for (int draw = 0; draw < 200; draw++) {
                Random random = new Random(1000L * groups + draw);
                double[] y = new double[12 * groups];
                int[] group = new int[y.length];
                double[] truth = new double[groups];
                for (int i = 0; i < y.length; i++) {
                    group[i] = i / 12;
                    truth[i / 12] = i % 12 == 0 ? 3 * random.nextGaussian() : truth[i / 12];
                    y[i] = truth[i / 12] + 8 * random.nextGaussian();
                }
                MixedFit fit = MODEL.of(MixedDesign.of(y).withRandom(RandomTerm.intercept("class", group)))
                        .value()
                        .orElseThrow();
                for (RandomEffect effect : fit.predictions("class").orElse(List.of())) {
                    double real = truth[Integer.parseInt(effect.group())];
                    held += effect.estimate().lower() <= real
                                    && real <= effect.estimate().upper()
                            ? 1
                            : 0;
                    all++;
                    assertThat(effect.estimate().upper())
                            .isGreaterThan(effect.estimate().lower());
                }
            }
            assertThat((double) held / all).as("%s groups", groups).isBetween(0.94, 1.0);
        }
    }

    @Test
    void whereNothingIsKnownOfTheGroupsThereIsAReason() {
        double[] y = {1, 2, 3, 4, 2, 1, 4, 3, 3, 4, 1, 2};
        int[] group = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        MixedDesign design = MixedDesign.of(y).withRandom(RandomTerm.intercept("class", group));
        MixedFit fit = MODEL.of(design).value().orElseThrow();
        assertThat(fit.isSingular()).isTrue();
        assertThat(fit.predictions("class"))
                .hasToString("undefined: groups of \"class\" differ no more than chance would have it");
        double[] one = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        double[] two = {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0};
        MixedFit full = MODEL.of(design.withColumn("a", one).withColumn("b", two))
                .value()
                .orElseThrow();
        assertThat(full.predictions("class"))
                .hasToString("too few values: 3 groups of \"class\" for 3 coefficients constant within them");
    }

    @Test
    void unitsSayWhatACoefficientCounts() {
        MixedFit fit = MODEL.of(Rows.sleep().withRandom(Rows.days())).value().orElseThrow();
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).estimate().unit()).isEqualTo("points");
        assertThat(fit.getFixedEffect("Days").estimate().unit()).isEqualTo("points per unit of Days");
        RandomEffect slope = fit.effects("Subject").get(1);
        assertThat(slope.column()).isEqualTo("Days");
        assertThat(slope.estimate().unit()).isEqualTo("points per unit of Days");
        assertThat(slope.estimate().n()).isEqualTo(10);
        assertThat(fit.getFixedEffect("Days").estimate().n()).isEqualTo(180);
        assertThat(fit.predictions("Subject").value().orElseThrow()).hasSize(36);
    }

    @Test
    void whereErrorsAreKnownTheNormalDistributionStandsInAndSaysSo() {
        MixedDesign design = unbalanced(6, 2, 4);
        double[] errors = new double[design.rows()];
        Arrays.fill(errors, 0.5);
        MixedFit fit = MODEL.of(design.withErrorVariances(errors)).value().orElseThrow();
        assertThat(fit.degreesOfFreedom()).isEqualTo(DegreesOfFreedom.NORMAL);
        assertThat(fit.why().toString())
                .contains("z = ", "(normal distribution)", "are not to be had with known error variances")
                .doesNotContain("Infinity", "(Satterthwaite");
        assertThat(MODEL.of(design).value().orElseThrow().degreesOfFreedom()).isEqualTo(DegreesOfFreedom.SATTERTHWAITE);
        assertThat(fit.isResidualAtBound()).isFalse();
    }

    @Test
    void knownErrorsLargerThanWhatVariesAreSaidToBeSo() {
        MixedDesign design = unbalanced(8, 3, 5);
        double[] errors = new double[design.rows()];
        Arrays.fill(errors, 40);
        MixedFit fit = MODEL.of(design.withErrorVariances(errors)).value().orElseThrow();
        assertThat(fit.isResidualAtBound()).isTrue();
        assertThat(fit.isSingular()).isTrue();
        assertThat(fit.why().toString()).contains("The error variances given leave nothing for it");
    }
}
