package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against lmerTest 3.1-3 over pbkrtest 0.5.2 and lme4 1.1-31, optimizer = "bobyqa", rhoend = 1e-11. */
class FixedErrorsTest {
    private static MixedFit fit(DegreesOfFreedom rule, MixedDesign design) {
        return MixedModel.withDefaults()
                .withDegreesOfFreedom(rule)
                .of(design)
                .value()
                .orElseThrow();
    }

    private static void expect(MixedFit fit, String name, double error, double degrees) {
        FixedEffect effect = fit.getFixedEffect(name);
        assertThat(effect.estimate().standardError().orElseThrow() / error).isCloseTo(1, within(1e-6));
        assertThat(effect.degreesOfFreedom() / degrees).isCloseTo(1, within(2e-5));
    }

    private static MixedDesign scotland() {
        Rows rows = Rows.of("ScotsSec.csv");
        return rows.outcome("attain")
                .withColumn("sexF", rows.is("sex", "F"))
                .withRandom(RandomTerm.intercept("primary", rows.codes("primary")))
                .withRandom(RandomTerm.intercept("second", rows.codes("second")));
    }

    // coef(summary(lmer(Reaction ~ Days + (Days | Subject), sleepstudy)))
    @Test
    void satterthwaiteOfCorrelatedSlopes() {
        MixedFit fit = fit(DegreesOfFreedom.SATTERTHWAITE, Rows.sleep().withRandom(Rows.days()));
        expect(fit, RandomTerm.INTERCEPT, 6.82455577627583, 17.0000051947099);
        expect(fit, "Days", 1.54578893242985, 16.9999990263063);
        assertThat(fit.getFixedEffect("Days").statistic()).isCloseTo(6.77148460569085, within(1e-6));
        assertThat(fit.getFixedEffect("Days").pValue() / 3.26379001973881e-06).isCloseTo(1, within(1e-5));
    }

    // lmer(Reaction ~ Days + (Days || Subject), sleepstudy): REMLcrit, theta, summary
    @Test
    void satterthwaiteOfUncorrelatedSlopes() {
        MixedFit fit = fit(
                DegreesOfFreedom.SATTERTHWAITE,
                Rows.sleep().withRandom(Rows.days().uncorrelated()));
        assertThat(fit.criterion()).isCloseTo(1743.66929358131, within(1e-8));
        assertThat(fit.theta().get(0)).isCloseTo(0.979896351227008, within(1e-6));
        assertThat(fit.theta().get(1)).isCloseTo(0.234230589897476, within(1e-6));
        expect(fit, RandomTerm.INTERCEPT, 6.88538150710526, 18.1562022223447);
        expect(fit, "Days", 1.55956599576080, 18.1562020400392);
    }

    // lmer(attain ~ sex + (1 | primary) + (1 | second), ScotsSec)
    @Test
    void satterthwaiteOfCrossedGroups() {
        MixedFit fit = fit(DegreesOfFreedom.SATTERTHWAITE, scotland());
        expect(fit, RandomTerm.INTERCEPT, 0.1843220986518, 26.3191249452817);
        expect(fit, "sexF", 0.0982547967835694, 3342.0251118075257);
    }

    // summary(lmer(Reaction ~ Days + (Days | Subject), sleepstudy, weights = 1 + (1:180 %% 3)))
    @Test
    void weightsAreThoseOfLmer() {
        double[] weights = new double[180];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + (i + 1) % 3;
        }
        MixedDesign design = Rows.sleep().withRandom(Rows.days()).withWeights(weights);
        MixedFit fit = fit(DegreesOfFreedom.SATTERTHWAITE, design);
        assertThat(fit.criterion()).isCloseTo(1745.41612282761, within(1e-7));
        assertThat(fit.theta().get(0)).isCloseTo(0.7377380106513398, within(1e-6));
        assertThat(fit.theta().get(1)).isCloseTo(0.00269540104827074, within(1e-6));
        assertThat(fit.theta().get(2)).isCloseTo(0.1697255998310173, within(1e-6));
        assertThat(fit.residualDeviation()).isCloseTo(34.3881303968357, within(1e-5));
        assertThat(fit.getFixedEffect("Days").estimate().value()).isCloseTo(10.4045849817976, within(1e-6));
        expect(fit, RandomTerm.INTERCEPT, 6.87132734081478, 17.1339065719603);
        expect(fit, "Days", 1.51539257511500, 16.7464437965469);
        MixedFit plain = MixedModel.withDefaults()
                .withMaximumLikelihood()
                .of(design)
                .value()
                .orElseThrow();
        assertThat(plain.criterion()).isCloseTo(1753.69330293813, within(1e-7));
    }

    // lmer(Yield ~ 1 + (1 | Batch), Dyestuff2): theta 0, REMLcrit 161.828277812288, sigma 3.71568427447573, df 29
    @Test
    void aVarianceOfZeroIsReportedAsIs() {
        double[] yield = {
            7.298, 3.846, 2.434, 9.566, 7.990, 5.220, 6.556, 0.608, 11.788, -0.892, 0.110, 10.386, 13.434, 5.510, 8.166,
            2.212, 4.852, 7.092, 9.288, 4.980, 0.282, 9.014, 4.458, 9.446, 7.198, 1.722, 4.782, 8.106, 0.758, 3.758
        };
        int[] batch = new int[30];
        for (int i = 0; i < 30; i++) {
            batch[i] = i / 5;
        }
        MixedFit fit = fit(
                DegreesOfFreedom.SATTERTHWAITE, MixedDesign.of(yield).withRandom(RandomTerm.intercept("Batch", batch)));
        assertThat(fit.theta()).containsExactly(0.0);
        assertThat(fit.isSingular()).isTrue();
        assertThat(fit.criterion()).isCloseTo(161.828277812288, within(1e-9));
        assertThat(fit.residualDeviation()).isCloseTo(3.71568427447573, within(1e-9));
        expect(fit, RandomTerm.INTERCEPT, 0.678388031232524, 29);
        assertThat(fit.effects("Batch"))
                .allSatisfy(effect -> assertThat(effect.estimate().value()).isZero());
        assertThat(fit.why().toString()).contains("A variance is zero");
    }

    // coef(summary(lmer(normexam ~ standLRT + (1 | school), Exam), ddf = "Kenward-Roger"))
    @Test
    void kenwardAndRogerOfOneGrouping() {
        Rows rows = Rows.of("Exam.csv.gz");
        MixedFit fit = fit(
                DegreesOfFreedom.KENWARD_ROGER,
                rows.outcome("normexam")
                        .withColumn("standLRT", rows.numbers("standLRT"))
                        .withRandom(RandomTerm.intercept("school", rows.codes("school"))));
        expect(fit, RandomTerm.INTERCEPT, 0.0403611129154624, 63.2132299153826);
        expect(fit, "standLRT", 0.0124720983620144, 4050.349403044807);
    }

    // the same of lmer(attain ~ sex + (1 | primary) + (1 | second), ScotsSec)
    @Test
    void kenwardAndRogerOfCrossedGroups() {
        MixedFit fit = fit(DegreesOfFreedom.KENWARD_ROGER, scotland());
        expect(fit, RandomTerm.INTERCEPT, 0.1845759247143625, 26.9241185172787);
        expect(fit, "sexF", 0.0982753957090794, 3351.4660826408490);
    }

    // the same of lmer(Reaction ~ Days + (Days | Subject), sleepstudy) and of (Days || Subject)
    @Test
    void kenwardAndRogerOfSlopes() {
        MixedFit fit = fit(DegreesOfFreedom.KENWARD_ROGER, Rows.sleep().withRandom(Rows.days()));
        expect(fit, RandomTerm.INTERCEPT, 6.82455577627581, 17);
        expect(fit, "Days", 1.54578893242985, 17);
        MixedFit apart = fit(
                DegreesOfFreedom.KENWARD_ROGER,
                Rows.sleep().withRandom(Rows.days().uncorrelated()));
        expect(apart, RandomTerm.INTERCEPT, 6.88538150710525, 18.1874762200474);
        expect(apart, "Days", 1.55956599576080, 18.1874762200471);
    }
}
