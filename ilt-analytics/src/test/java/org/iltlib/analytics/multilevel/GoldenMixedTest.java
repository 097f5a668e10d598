package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.iltlib.analytics.measurement.SharedItems;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/** Against lme4 1.1-31 with optimizer = "bobyqa", rhoend = 1e-11; the calls stand in {@code lmm.json}. */
class GoldenMixedTest {
    private static final MixedModel REML = MixedModel.withDefaults().withDegreesOfFreedom(DegreesOfFreedom.NORMAL);

    private static MixedFit agrees(String name, MixedModel model, MixedDesign design) {
        Node.Fields expected = Rows.expected(name);
        MixedFit fit = model.of(design).value().orElseThrow();
        double criterion = SharedItems.number(expected, "deviance_or_REMLcrit");
        assertThat(fit.criterion() / criterion).isCloseTo(1, within(1e-9));
        assertThat(fit.logLikelihood()).isCloseTo(SharedItems.number(expected, "logLik"), within(1e-6));
        assertThat(fit.aic()).isCloseTo(SharedItems.number(expected, "AIC"), within(1e-6));
        assertThat(fit.bic()).isCloseTo(SharedItems.number(expected, "BIC"), within(1e-6));
        assertThat(fit.n()).isEqualTo((long) SharedItems.number(expected, "n"));
        assertThat(fit.residualDeviation()).isCloseTo(SharedItems.number(expected, "sigma"), within(1e-5));
        assertThat(fit.isSingular()).isFalse();
        assertThat(fit.evaluations()).isLessThan(10);
        double[] theta = list(expected.find("theta").orElseThrow());
        for (int a = 0; a < theta.length; a++) {
            assertThat(fit.theta().get(a)).isCloseTo(theta[a], within(1e-6));
        }
        List<Node> covariance = ((Node.Items) expected.find("vcov_fixef").orElseThrow()).values();
        Node.Fields fixed = (Node.Fields) expected.find("fixef").orElseThrow();
        for (int i = 0; i < covariance.size(); i++) {
            FixedEffect effect = fit.fixedEffects().get(i);
            String lme4 = effect.name();
            double value = SharedItems.number(fixed, lme4);
            assertThat(effect.estimate().value()).isCloseTo(value, within(1e-7 * Math.max(1, Math.abs(value))));
            double[] row = list(covariance.get(i));
            for (int j = 0; j < row.length; j++) {
                String other = fit.fixedEffects().get(j).name();
                assertThat(fit.covariance(lme4, other)).isCloseTo(row[j], within(1e-6 * (1 + Math.abs(row[j]))));
            }
        }
        return fit;
    }

    private static double[] list(Node node) {
        return node instanceof Node.Items items
                ? items.values().stream().mapToDouble(SharedItems::number).toArray()
                : new double[] {SharedItems.number(node)};
    }

    /** The first groups' effects and conditional covariances. */
    private static void effectsAgree(String name, MixedFit fit, String term) {
        Node.Fields head = (Node.Fields) Rows.expected(name).find("ranef_head").orElseThrow();
        Node.Fields of = (Node.Fields) head.find(term).orElseThrow();
        List<Node> levels = ((Node.Items) of.find("level").orElseThrow()).values();
        List<Node> modes = ((Node.Items) of.find("mode").orElseThrow()).values();
        List<Node> variances = ((Node.Items) of.find("condVar").orElseThrow()).values();
        List<RandomEffect> effects = fit.effects(term);
        List<String> columns = fit.getComponent(term).columns();
        for (int i = 0; i < levels.size(); i++) {
            String level = ((Node.Text) levels.get(i)).value();
            double[] mode = list(modes.get(i));
            List<Node> block =
                    variances.get(i) instanceof Node.Items items ? items.values() : List.of(variances.get(i));
            for (int c = 0; c < mode.length; c++) {
                String column = columns.get(c);
                Optional<RandomEffect> found = effects.stream()
                        .filter(effect ->
                                effect.group().equals(level) && effect.column().equals(column))
                        .findFirst();
                assertThat(found.orElseThrow().estimate().value()).isCloseTo(mode[c], within(2e-5));
                double[] row = list(block.get(c));
                double error = found.orElseThrow().estimate().standardError().orElseThrow();
                assertThat(error * error / row[c]).isCloseTo(1, within(1e-5));
                for (int d = 0; d < mode.length; d++) {
                    assertThat(fit.effectCovariance(term, level, column, columns.get(d)) / row[d])
                            .isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    private static MixedDesign exam() {
        Rows rows = Rows.of("Exam.csv.gz");
        return rows.outcome("normexam")
                .withColumn("standLRT", rows.numbers("standLRT"))
                .withRandom(RandomTerm.intercept("school", rows.codes("school")));
    }

    @Test
    void examByRemlEqualsLmer() {
        MixedFit fit = agrees("Exam_ri", REML, exam());
        effectsAgree("Exam_ri", fit, "school");
        assertThat(fit.getComponent("school").variance(RandomTerm.INTERCEPT))
                .isCloseTo(0.09383896222359568, within(1e-7));
    }

    @Test
    void examByMaximumLikelihoodEqualsLmer() {
        effectsAgree("Exam_ri_ML", agrees("Exam_ri_ML", REML.withMaximumLikelihood(), exam()), "school");
    }

    @Test
    void theNullModelOfHighSchoolAndBeyondEqualsLmer() {
        Rows rows = Rows.of("Hsb82.csv.gz");
        MixedDesign design = rows.outcome("mAch").withRandom(RandomTerm.intercept("school", rows.codes("school")));
        MixedFit fit = agrees("Hsb82_null", REML, design);
        effectsAgree("Hsb82_null", fit, "school");
        assertThat(fit.shareOfVariance("school")).isCloseTo(0.180, within(5e-4));
    }

    @Test
    void crossedPrimariesAndSecondariesEqualLmer() {
        Rows rows = Rows.of("ScotsSec.csv");
        MixedDesign design = rows.outcome("attain")
                .withColumn("sexF", rows.is("sex", "F"))
                .withRandom(RandomTerm.intercept("primary", rows.codes("primary")))
                .withRandom(RandomTerm.intercept("second", rows.codes("second")));
        MixedFit fit = agrees("ScotsSec", REML, design);
        effectsAgree("ScotsSec", fit, "primary");
        effectsAgree("ScotsSec", fit, "second");
    }

    @Test
    void correlatedSlopesOfTheSleepStudyEqualLmer() {
        MixedFit fit = agrees("sleepstudy", REML, Rows.sleep().withRandom(Rows.days()));
        effectsAgree("sleepstudy", fit, "Subject");
        assertThat(fit.getComponent("Subject").correlation(RandomTerm.INTERCEPT, "Days"))
                .isCloseTo(0.06555134285346423, within(1e-6));
        assertThat(fit.why().toString()).contains("180 rows", "REML", "(1 + Days | Subject)");
    }

    @Test
    void nestedSchoolsInAuthoritiesEqualLmer() {
        Rows rows = Rows.of("Chem97.csv.gz");
        MixedDesign design = rows.outcome("score")
                .withColumn("gcsecnt", rows.numbers("gcsecnt"))
                .withRandom(RandomTerm.intercept("school", rows.codes("school")))
                .withRandom(RandomTerm.intercept("lea", rows.codes("lea")));
        MixedFit fit = agrees("Chem97", REML, design);
        effectsAgree("Chem97", fit, "school");
        effectsAgree("Chem97", fit, "lea");
    }
}
