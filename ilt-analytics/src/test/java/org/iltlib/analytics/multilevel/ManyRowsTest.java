package org.iltlib.analytics.multilevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 20,000 drawn rows written to a file and read by R: {@code lmer(y ~ grade + (1 | student) + (1 | teacher) + (1 |
 * school))} and {@code lmer(y ~ prior + grade + (1 | teacher) + (1 | school))} of lme4 1.1-31, optimizer = "bobyqa",
 * rhoend = 1e-11; degrees of freedom of lmerTest 3.1-3.
 */
class ManyRowsTest {
    private static final Drawn DRAWN = Drawn.of(20_000, 20, 20, 0.08, 7);

    private static void effect(MixedFit fit, String term, int group, double value, double variance) {
        RandomEffect effect = fit.effects(term).get(group);
        assertThat(effect.estimate().value()).isCloseTo(value, within(1e-5));
        double error = effect.estimate().standardError().orElseThrow();
        assertThat(error * error / variance).isCloseTo(1, within(1e-5));
    }

    @Test
    void studentsTeachersAndSchoolsThatCrossEqualLmer() {
        MixedFit fit = MixedModel.withDefaults()
                .withDegreesOfFreedom(DegreesOfFreedom.NORMAL)
                .of(DRAWN.crossed())
                .value()
                .orElseThrow();
        assertThat(fit.criterion() / 150681.037028368).isCloseTo(1, within(1e-12));
        List<Double> theta = fit.theta();
        assertThat(theta.get(0)).isCloseTo(1.257095538544866, within(1e-6));
        assertThat(theta.get(1)).isCloseTo(0.495080891632970, within(1e-6));
        assertThat(theta.get(2)).isCloseTo(0.360730345210957, within(1e-6));
        assertThat(fit.residualDeviation()).isCloseTo(7.96555147516776, within(1e-6));
        FixedEffect grade = fit.getFixedEffect("grade");
        assertThat(grade.estimate().value()).isCloseTo(10.1125867469887, within(1e-6));
        assertThat(grade.estimate().standardError().orElseThrow()).isCloseTo(0.0510024194358598, within(1e-8));
        effect(fit, "school", 0, 0.813223245435776, 0.940400309276300);
        effect(fit, "school", 1, 0.205679597161339, 0.939496662687993);
        effect(fit, "teacher", 0, -3.986276549751885, 2.25836236603015);
        effect(fit, "teacher", 1, -0.297474072362826, 2.13967569095493);
        assertThat(fit.evaluations()).isLessThan(8);
    }

    @Test
    void aCovariateAdjustedModelEqualsLmer() {
        MixedFit fit = MixedModel.withDefaults().of(DRAWN.nested()).value().orElseThrow();
        assertThat(fit.criterion() / 147039.436044291).isCloseTo(1, within(1e-12));
        assertThat(fit.theta().get(0)).isCloseTo(0.430237313955963, within(1e-6));
        assertThat(fit.theta().get(1)).isCloseTo(0.308584380433953, within(1e-6));
        FixedEffect prior = fit.getFixedEffect("prior");
        assertThat(prior.estimate().value()).isCloseTo(0.844618726777113, within(1e-8));
        assertThat(prior.estimate().standardError().orElseThrow()).isCloseTo(0.00642012805746128, within(1e-8));
        assertThat(prior.degreesOfFreedom() / 19665.63374945647).isCloseTo(1, within(1e-6));
        assertThat(fit.getFixedEffect(RandomTerm.INTERCEPT).degreesOfFreedom() / 19.6675693042431)
                .isCloseTo(1, within(1e-5));
        effect(fit, "school", 0, 1.232799073408285, 0.802436229590872);
        effect(fit, "teacher", 1, -1.10662244944262, 2.22245798058038);
    }
}
