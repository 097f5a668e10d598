package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.measurement.SharedItems;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/**
 * Against lme4 1.1-31, {@code glmer(…, binomial, control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend =
 * 1e-10, maxfun = 1e5), tolPwrss = 1e-13))}. Without {@code tolPwrss} glmer stops its inner loop early, and its Laplace
 * log-likelihoods are off in the fourth digit after the point; so are those of {@code glmm.json}.
 */
class GoldenLogisticTest {
    private static final LogisticMixedModel MODEL = LogisticMixedModel.withDefaults();

    private static Node.Fields expected(String name) {
        try {
            Node whole = CanonicalJson.read(Files.readString(SharedItems.file("achievement/glmm.json")));
            return (Node.Fields) ((Node.Fields) whole).find(name).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogisticMixedFit fit(LogisticMixedModel model, BinomialDesign design) {
        return model.of(design).value().orElseThrow();
    }

    private static BinomialDesign cbpp() {
        Rows rows = Rows.of("cbpp.csv");
        return BinomialDesign.of(rows.codes("incidence"), rows.codes("size"))
                .withColumn("period2", rows.is("period", "2"))
                .withColumn("period3", rows.is("period", "3"))
                .withColumn("period4", rows.is("period", "4"))
                .withRandom(RandomTerm.intercept("herd", rows.codes("herd")));
    }

    private static BinomialDesign contraception(Rows rows) {
        double[] use = rows.numbers("use01");
        boolean[] outcome = new boolean[use.length];
        for (int i = 0; i < use.length; i++) {
            outcome[i] = use[i] > 0;
        }
        double[] age = rows.numbers("age");
        return BinomialDesign.of(outcome)
                .withColumn("age", age)
                .withColumn("I(age^2)", Arrays.stream(age).map(a -> a * a).toArray())
                .withColumn("urbanY", rows.is("urban", "Y"));
    }

    private static void fixed(LogisticMixedFit fit, double tolerance, double... valuesAndErrors) {
        int p = fit.fixedEffects().size();
        for (int j = 0; j < p; j++) {
            assertThat(fit.fixedEffects().get(j).estimate().value()).isCloseTo(valuesAndErrors[j], within(tolerance));
            double error = fit.fixedEffects().get(j).estimate().standardError().orElseThrow();
            assertThat(error / valuesAndErrors[p + j]).isCloseTo(1, within(1e-4)); // glmer takes differences of values;
        }
    }

    private static void modes(LogisticMixedFit fit, String term, double tolerance, double... modesAndVariances) {
        int count = modesAndVariances.length / 2;
        for (int i = 0; i < count; i++) {
            RandomEffect effect = fit.effects(term).get(i);
            assertThat(effect.estimate().value()).isCloseTo(modesAndVariances[i], within(tolerance));
            double error = effect.estimate().standardError().orElseThrow();
            assertThat(error * error / modesAndVariances[count + i]).isCloseTo(1, within(1e-4));
        }
    }

    /** {@code cbind(incidence, size - incidence) ~ period + (1 | herd)}. */
    @Test
    void infectedCattleByLaplaceEqualGlmer() {
        LogisticMixedFit fit = fit(MODEL, cbpp());
        assertThat(fit.logLikelihood()).isCloseTo(-92.0262818714972, within(1e-7));
        assertThat(fit.theta().get(0)).isCloseTo(0.642261430034319, within(1e-6));
        assertThat(fit.deviance()).isCloseTo(73.471723625992, within(1e-5));
        assertThat(fit.aic()).isCloseTo(194.0525637429944, within(1e-6));
        assertThat(fit.bic()).isCloseTo(204.1793221966701, within(1e-6));
        fixed(
                fit,
                1e-6,
                -1.3985321438446363,
                -0.9923326826875503,
                -1.1286720380333604,
                -1.5803139023058046,
                0.2324718471166492,
                0.3066421622150118,
                0.3266375888761378,
                0.4274359461826661);
        modes(fit, "herd", 1e-6, 0.5900200103789220, -0.2988972203635526, 0.1212885472604702, 0.1336327988125541);
        assertThat(fit.covariance("(Intercept)", "period2")).isCloseTo(-0.0259200268388, within(1e-6));
        assertThat(fit.parameters()).isEqualTo(5);
        assertThat(fit.evaluations()).isLessThan(20);
    }

    /** Where the published values stand: by the definition, a little below the top, and above what was printed. */
    @Test
    void thePublishedValuesOfInfectedCattleAreThoseOfAnInnerLoopThatStopsEarly() {
        Node.Fields published = expected("cbpp_laplace");
        LogisticMixedFit fit = fit(MODEL, cbpp());
        assertThat(fit.logLikelihood()).isCloseTo(SharedItems.number(published, "logLik"), within(3e-4));
        assertThat(fit.theta().get(0)).isCloseTo(SharedItems.number(published, "theta"), within(3e-4));
        Node.Fields values = (Node.Fields) published.find("fixef").orElseThrow();
        for (FixedEffect effect : fit.fixedEffects()) {
            assertThat(effect.estimate().value()).isCloseTo(SharedItems.number(values, effect.name()), within(6e-4));
        }
        double[] modes = SharedItems.numbers(published, "ranef_head");
        for (int i = 0; i < modes.length; i++) {
            assertThat(fit.effects("herd").get(i).estimate().value()).isCloseTo(modes[i], within(6e-4));
        }
        double[] beta = fit.fixedEffects().stream()
                .mapToDouble(effect -> SharedItems.number(values, effect.name()))
                .toArray();
        double there = laplace(beta, SharedItems.number(published, "theta"));
        double[] ours = fit.fixedEffects().stream()
                .mapToDouble(effect -> effect.estimate().value())
                .toArray();
        double top = laplace(ours, fit.theta().get(0));
        assertThat(top - there).isBetween(0.0, 1e-5);
        double coefficients = fit.logLikelihood() - top;
        assertThat(there + coefficients).isCloseTo(-92.02628633656279, within(1e-8));
        assertThat(there + coefficients - SharedItems.number(published, "logLik"))
                .isBetween(2.7e-4, 2.9e-4);
    }

    private static double laplace(double[] beta, double theta) {
        Rows rows = Rows.of("cbpp.csv");
        int[] herd = rows.codes("herd");
        double[] eta = new double[herd.length];
        double[][] scaled = new double[herd.length][15];
        for (int i = 0; i < eta.length; i++) {
            int period = rows.codes("period")[i];
            eta[i] = beta[0] + (period > 1 ? beta[period - 1] : 0);
            scaled[i][herd[i] - 1] = theta;
        }
        return new DenseLaplace(rows.numbers("incidence"), rows.numbers("size")).at(eta, scaled);
    }

    /** {@code use01 ~ age + I(age^2) + urban + livch + (1 | district)}, nAGQ = 9. */
    @Test
    void contraceptionByNinePointsEqualsGlmer() {
        Rows rows = Rows.of("Contraception.csv");
        BinomialDesign design = contraception(rows);
        for (String children : List.of("1", "2", "3+")) {
            design = design.withColumn("livch" + children, rows.is("livch", children));
        }
        design = design.withRandom(RandomTerm.intercept("district", rows.codes("district")));
        LogisticMixedFit fit = fit(MODEL.withQuadraturePoints(9), design);
        Node.Fields published = expected("Contraception_agq9");
        assertThat(fit.logLikelihood()).isCloseTo(SharedItems.number(published, "logLik"), within(1e-8));
        assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(SharedItems.number(published, "logLik"));
        assertThat(fit.theta().get(0)).isCloseTo(SharedItems.number(published, "theta"), within(1e-7));
        assertThat(fit.deviance()).isCloseTo(SharedItems.number(published, "deviance"), within(1e-4));
        assertThat(fit.aic()).isCloseTo(SharedItems.number(published, "AIC"), within(1e-7));
        Node.Fields values = (Node.Fields) published.find("fixef").orElseThrow();
        for (FixedEffect effect : fit.fixedEffects()) {
            assertThat(effect.estimate().value()).isCloseTo(SharedItems.number(values, effect.name()), within(1e-5));
        }
        double[] modes = SharedItems.numbers(published, "ranef_head");
        for (int i = 0; i < modes.length; i++) {
            assertThat(fit.effects("district").get(i).estimate().value()).isCloseTo(modes[i], within(2e-6));
        }
        fixed(
                fit,
                1e-5,
                -1.035420499188162,
                0.003532777627745302,
                -0.004563206963193593,
                0.6967074156062151,
                0.8151496209913267,
                0.9165225637960458,
                0.915362515031047,
                0.17610253619319258,
                0.009287164275133757,
                0.0007302544497179949,
                0.12095684746354711,
                0.16335249449489267,
                0.1865077849223988,
                0.18749047269527572);
    }

    /** {@code use01 ~ age + I(age^2) + urban + (urban | district)}. */
    @Test
    void contraceptionWithCorrelatedSlopesEqualsGlmer() {
        Rows rows = Rows.of("Contraception.csv");
        RandomTerm term =
                RandomTerm.intercept("district", rows.codes("district")).withSlope("urbanY", rows.is("urban", "Y"));
        LogisticMixedFit fit = fit(MODEL, contraception(rows).withRandom(term));
        assertThat(fit.logLikelihood()).isCloseTo(-1197.90571106148, within(1e-6));
        double[] theta = {0.6045547157544500, -0.5749104732948408, 0.4474516189254894};
        for (int a = 0; a < 3; a++) {
            assertThat(fit.theta().get(a)).isCloseTo(theta[a], within(3e-6));
        }
        fixed(
                fit,
                3e-6,
                -0.24994765924652768,
                0.032977929459347105,
                -0.006104497881875885,
                0.7110402002793207,
                0.11513669004506666,
                0.006480396996728009,
                0.0006814295061241156,
                0.16209367475020964);
        modes(
                fit,
                "district",
                3e-6,
                -0.984461475250167,
                0.5080497366046928,
                0.03371396083826884,
                -0.03206080223521968,
                0.09553164891498546,
                0.1443413044915601,
                0.1428391507293799,
                0.3293873574613513);
        double correlation = fit.getComponent("district").correlation(RandomTerm.INTERCEPT, "urbanY");
        assertThat(correlation).isCloseTo(-0.7891, within(1e-3));
    }

    /** {@code (attain >= 6) ~ sex + (1 | primary) + (1 | second)}. */
    @Test
    void crossedPrimariesAndSecondariesEqualGlmer() {
        Rows rows = Rows.of("ScotsSec.csv");
        double[] attain = rows.numbers("attain");
        boolean[] high = new boolean[attain.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = attain[i] >= 6;
        }
        BinomialDesign design = BinomialDesign.of(high)
                .withColumn("sexM", rows.is("sex", "M"))
                .withRandom(RandomTerm.intercept("primary", rows.codes("primary")))
                .withRandom(RandomTerm.intercept("second", rows.codes("second")));
        LogisticMixedFit fit = fit(MODEL, design);
        assertThat(fit.logLikelihood()).isCloseTo(-2273.19041614307, within(1e-6));
        assertThat(fit.theta().get(0)).isCloseTo(0.6842681147926594, within(2e-6));
        assertThat(fit.theta().get(1)).isCloseTo(0.4018822314134214, within(2e-6));
        assertThat(fit.bic()).isCloseTo(4578.947921104776, within(1e-6));
        fixed(fit, 2e-6, -0.02965789864372444, -0.36880744754539746, 0.12496843002750405, 0.07345293431908101);
        modes(fit, "primary", 2e-6, -0.3032663452788996, -0.01426094827024233, 0.1049226095199091, 0.2740274089998119);
        modes(fit, "second", 2e-6, 0.3176655208661412, 0.2499506576912269, 0.04719026206927403, 0.04773886721783752);
    }

    /** {@code period + (1 | herd) + (1 | obs)}: an effect of each row, for more variation than trials explain. */
    @Test
    void anEffectOfEachRowEqualsGlmer() {
        int[] observation = new int[56];
        Arrays.setAll(observation, i -> i);
        LogisticMixedFit fit = fit(MODEL, cbpp().withRandom(RandomTerm.intercept("obs", observation)));
        assertThat(fit.logLikelihood()).isCloseTo(-87.3191555414717, within(1e-6));
        assertThat(fit.theta().get(1)).isCloseTo(0.8910784121862881, within(3e-6));
        assertThat(fit.theta().get(0)).isCloseTo(0.1839472109979395, within(3e-5));
    }
}
