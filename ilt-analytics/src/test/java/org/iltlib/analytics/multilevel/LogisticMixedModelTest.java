package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

class LogisticMixedModelTest {
    private static final LogisticMixedModel MODEL = LogisticMixedModel.withDefaults();
    private static final boolean[] Y = {true, false, true, true, false, false, true, false, true, false, true, false};
    private static final double[] X = {1, 5, 3, 4, 7, 1, 2, 8, 3, 6, 4, 2};
    private static final int[] CLASSES = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4};
    private static final RandomTerm TERM = RandomTerm.intercept("class", CLASSES);

    private static void refused(BinomialDesign design, MissingReason reason, String words) {
        refused(MODEL, design, reason, words);
    }

    private static void refused(LogisticMixedModel model, BinomialDesign design, MissingReason reason, String words) {
        Measured<LogisticMixedFit> fit = model.of(design);
        assertThat(fit.value()).isEmpty();
        assertThat(fit.toString()).contains(words, reason.toString());
    }

    private static boolean[] all(int count, boolean value) {
        boolean[] all = new boolean[count];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void fewRowsAndFewGroupsAreRefused() {
        int[] five = {1, 1, 2, 2, 3};
        refused(
                BinomialDesign.of(Arrays.copyOf(Y, 5)).withRandom(RandomTerm.intercept("class", five)),
                MissingReason.TOO_FEW,
                "5 rows");
        refused(
                BinomialDesign.of(Y).withRandom(RandomTerm.intercept("class", new int[12])),
                MissingReason.TOO_FEW,
                "one group");
        int[] own = new int[12];
        Arrays.setAll(own, i -> i);
        refused(
                BinomialDesign.of(Y).withRandom(RandomTerm.intercept("student", own)),
                MissingReason.TOO_FEW,
                "12 random coefficients for 12 trials");
    }

    @Test
    void outcomesThatAreAllAlikeAreRefused() {
        refused(BinomialDesign.of(all(12, false)).withRandom(TERM), MissingReason.UNDEFINED, "no success at all");
        refused(BinomialDesign.of(all(12, true)).withRandom(TERM), MissingReason.UNDEFINED, "no failure at all");
    }

    @Test
    void columnsThatDetermineOneAnotherAreNamed() {
        double[] twice = Arrays.stream(X).map(x -> 2 * x + 1).toArray();
        refused(
                BinomialDesign.of(Y).withColumn("x", X).withColumn("y", twice).withRandom(TERM),
                MissingReason.UNDEFINED,
                "\"y\" is determined");
        refused(
                BinomialDesign.of(Y).withColumn("one", new double[12]).withRandom(TERM),
                MissingReason.UNDEFINED,
                "\"one\" is determined");
        int[] halves = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
        double[] ofHalf = Arrays.stream(halves).asDoubleStream().toArray();
        refused(
                BinomialDesign.of(Y)
                        .withRandom(RandomTerm.intercept("half", halves).withSlope("h", ofHalf)),
                MissingReason.UNDEFINED,
                "does not vary within any group");
    }

    @Test
    void separationIsRefusedWhollyAndButForTies() {
        double[] whole = new double[12];
        double[] ties = new double[12];
        for (int i = 0; i < 12; i++) {
            whole[i] = Y[i] ? 3 + i : -1 - i;
            ties[i] = Y[i] && i % 3 == 0 ? 1 : 0;
        }
        refused(BinomialDesign.of(Y).withColumn("x", whole).withRandom(TERM), MissingReason.UNDEFINED, "separate");
        refused(BinomialDesign.of(Y).withColumn("x", ties).withRandom(TERM), MissingReason.UNDEFINED, "separate");
    }

    @Test
    void groupsThatAnswerAllAlikeHaveNoTop() {
        boolean[] alike = new boolean[40];
        int[] group = new int[40];
        for (int i = 0; i < 40; i++) {
            group[i] = i / 4;
            alike[i] = group[i] % 2 == 0;
        }
        refused(
                BinomialDesign.of(alike).withRandom(RandomTerm.intercept("class", group)),
                MissingReason.UNDEFINED,
                "no top");
        refused(
                MODEL.withQuadraturePoints(7),
                BinomialDesign.of(alike).withRandom(RandomTerm.intercept("class", group)),
                MissingReason.UNDEFINED,
                "no top");
    }

    @Test
    void quadratureIsForOneCoefficientAGroup() {
        LogisticMixedModel nine = MODEL.withQuadraturePoints(9);
        refused(
                nine,
                BinomialDesign.of(Y).withRandom(TERM.withSlope("x", X)),
                MissingReason.NOT_APPLICABLE,
                "maybe Laplace's");
        int[] other = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
        refused(
                nine,
                BinomialDesign.of(Y).withRandom(TERM).withRandom(RandomTerm.intercept("subject", other)),
                MissingReason.NOT_APPLICABLE,
                "one random coefficient a group");
        assertThatThrownBy(() -> MODEL.withQuadraturePoints(0)).hasMessageContaining("1 to 25");
        assertThatThrownBy(() -> MODEL.withQuadraturePoints(26)).hasMessageContaining("26 points");
    }

    /** Groups whose shares are all the same: the variance is zero, and the rest is plain logistic regression. */
    @Test
    void aVarianceOfZeroIsAnAnswer() {
        int[] successes = {3, 5, 4, 6, 3, 5, 4, 6};
        int[] trials = {10, 10, 10, 10, 10, 10, 10, 10};
        int[] group = {1, 1, 2, 2, 3, 3, 4, 4};
        double[] x = {0, 1, 0, 1, 0, 1, 0, 1};
        LogisticMixedFit fit = MODEL.of(BinomialDesign.of(successes, trials)
                        .withColumn("x", x)
                        .withRandom(RandomTerm.intercept("class", group)))
                .value()
                .orElseThrow();
        assertThat(fit.isSingular()).isTrue();
        assertThat(fit.theta()).containsExactly(0.0);
        assertThat(fit.getComponent("class").variance(RandomTerm.INTERCEPT)).isZero();
        assertThat(fit.effects("class"))
                .allSatisfy(effect -> assertThat(effect.estimate().value()).isZero());
        double low = Math.log(14.0 / 26);
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).estimate().value()).isCloseTo(low, within(1e-8));
        assertThat(fit.getFixedEffect("x").estimate().value()).isCloseTo(Math.log(22.0 / 18) - low, within(1e-8));
        double error = Math.sqrt(1 / 14.0 + 1 / 26.0 + 1 / 22.0 + 1 / 18.0);
        assertThat(fit.getFixedEffect("x").estimate().standardError().orElseThrow())
                .isCloseTo(error, within(1e-6));
        assertThat(fit.why().toString()).contains("A variance is zero");
        assertThat(fit.shareOfVariance("class")).isZero();
        assertThat(fit.chances().get(0)).isCloseTo(0.35, within(1e-9));
    }

    @Test
    void aSingularCorrelationHasAnExactZero() {
        int n = 0;
        int singular = 0;
        for (long seed = 1; seed <= 12; seed++) {
            DrawnOutcomes drawn = DrawnOutcomes.of(150, 5, 4, 2, seed);
            LogisticMixedFit fit = MODEL.of(drawn.crossed()).value().orElseThrow();
            n++;
            singular += fit.isSingular() ? 1 : 0;
            assertThat(fit.theta().get(0)).isNotNegative();
            assertThat(fit.theta().get(2)).isNotNegative();
            assertThat(fit.isSingular())
                    .isEqualTo(fit.theta().get(0) == 0
                            || fit.theta().get(2) == 0
                            || fit.theta().get(3) == 0);
        }
        assertThat(singular).isBetween(1, n - 1);
    }

    @Test
    void oddsRatiosAndReasonsAreInWords() {
        DrawnOutcomes drawn = DrawnOutcomes.of(500, 12, 4, 2, 7);
        LogisticMixedFit fit = MODEL.withLevel(0.9).of(drawn.schools()).value().orElseThrow();
        FixedEffect x = fit.getFixedEffect("x");
        assertThat(fit.oddsRatio("x").value())
                .isEqualTo(StrictMath.exp(x.estimate().value()));
        assertThat(fit.oddsRatio("x").upper())
                .isEqualTo(StrictMath.exp(x.estimate().upper()));
        assertThat(fit.oddsRatio("x").unit()).isEqualTo("times the odds");
        assertThat(fit.oddsRatio(RandomTerm.INTERCEPT).unit()).isEqualTo("odds");
        assertThat(x.estimate().unit()).isEqualTo("logits");
        assertThat(x.estimate().level()).isEqualTo(0.9);
        assertThat(x.degreesOfFreedom()).isInfinite();
        assertThat(fit.why().toString())
                .contains("1 + x + (1 | school)", "Laplace", "times as high", "in the same group", "to 1");
        assertThat(fit.criterion()).isEqualTo(-2 * fit.logLikelihood());
        assertThat(fit.n()).isEqualTo(500);
        assertThat(fit.components()).hasSize(1);
        double variance = fit.getComponent("school").variance(RandomTerm.INTERCEPT);
        assertThat(fit.shareOfVariance("school"))
                .isCloseTo(variance / (variance + Math.PI * Math.PI / 3), within(1e-12));
        assertThatThrownBy(() -> fit.oddsRatio("z")).hasMessageContaining("(Intercept)");
        assertThatThrownBy(() -> fit.getComponent("z")).hasMessageContaining("school");
    }

    @Test
    void misuseIsNamed() {
        int[] two = {1, 2};
        assertThatThrownBy(() -> BinomialDesign.of(two, new int[] {1})).hasMessageContaining("2 rows");
        assertThatThrownBy(() -> BinomialDesign.of(two, new int[] {1, 1})).hasMessageContaining("Maybe failures");
        assertThatThrownBy(() -> BinomialDesign.of(two, new int[] {1, 0})).hasMessageContaining("0 trials");
        assertThatThrownBy(() -> MODEL.of(BinomialDesign.of(Y))).hasMessageContaining("terms");
        assertThatThrownBy(() -> MODEL.withLevel(1)).hasMessageContaining("0.95");
        BinomialDesign design = BinomialDesign.of(Y).withColumn("x", X);
        assertThatThrownBy(() -> design.withColumn("x", X)).hasMessageContaining("already");
        assertThat(design.names()).containsExactly("x");
        assertThat(design.successes()).isEqualTo(6);
        assertThat(design.trials()).isEqualTo(12);
    }
}
