package org.iltlib.analytics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against clubSandwich 0.5.8 and sandwich 3.0-2 on a synthetic panel of 24 units (did_panel.csv). */
class LinearRegressionTest {
    private static final Panel PANEL = new Panel();

    private static RegressionFit fit(Design design, ErrorRule rule) {
        return LinearRegression.withDefaults()
                .withErrors(rule)
                .of(design)
                .value()
                .orElseThrow();
    }

    /** Relative closeness. */
    private static Offset<Double> near(double value, double share) {
        return within(Math.abs(value) * share);
    }

    // m <- lm(y ~ treat * post); coef_test(m, vcov = vcovCR(m, cluster = s, type = ...), test = "Satterthwaite")
    @ParameterizedTest
    @CsvSource({
        "CR0, (Intercept), 1.172078526122899, 12.741687718669295, 2.314648814268029e-15",
        "CR0, treat, 1.5563215676967082, 15.177244638638733, 0.3569325886693163",
        "CR0, post, 0.6631833053000294, 12.74168771866931, 1.9260352569751838e-05",
        "CR0, treat:post, 0.8608572634610377, 15.177244638638488, 0.13310979251469549",
        "CR1, (Intercept), 1.197287399909048, 12.7416877186693, 3.030558421343697e-15",
        "CR1, treat, 1.5897946781550203, 15.177244638638735, 0.366865934766329",
        "CR1, post, 0.6774469436721866, 12.741687718669308, 2.382546827276355e-05",
        "CR1, treat:post, 0.8793724410867754, 15.17724463863849, 0.14087025801025307",
        "CR1S, (Intercept), 1.1995643352144387, 12.741687718669297, 3.1043502421842032e-15",
        "CR1S, treat, 1.5928180622074104, 15.177244638638733, 0.36775161993816985",
        "CR1S, post, 0.6787352749982271, 12.741687718669304, 2.4279990967344864e-05",
        "CR1S, treat:post, 0.8810447832143629, 15.177244638638488, 0.14157318814128267",
        "CR2, (Intercept), 1.2198609737438895, 12.592271862479988, 5.199609307601126e-15",
        "CR2, treat, 1.6388062237132157, 14.686881792882154, 0.38145388559013593",
        "CR2, post, 0.6893630203421351, 12.592271862479997, 2.9898071338069997e-05",
        "CR2, treat:post, 0.9030387005431095, 14.686881792881916, 0.15151623443793627",
        "CR3, (Intercept), 1.2698001398247043, 12.436514561399786, 1.1722683696968646e-14",
        "CR3, treat, 1.7267455543098713, 14.189877766925788, 0.4060314151629153",
        "CR3, post, 0.7168402066063279, 12.436514561399795, 4.608675755832936e-05",
        "CR3, treat:post, 0.9478900800069472, 14.189877766925568, 0.17119150200608255"
    })
    void everyRuleEqualsClubSandwich(ErrorRule rule, String name, double error, double degrees, double p) {
        Coefficient found = fit(PANEL.design(), rule).getCoefficient(name);
        assertThat(found.standardError()).isCloseTo(error, near(error, 1e-12));
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, near(degrees, 1e-12));
        assertThat(found.pValue().orElse(0.0)).isCloseTo(p, near(p, 2e-12));
    }

    // coef(m); sqrt(diag(vcov(m)))
    @Test
    void coefficientsAndClassicalErrorsEqualLm() {
        RegressionFit found = fit(PANEL.design(), ErrorRule.CLASSICAL);
        double[] values = {52.13973257575754, -1.4787060606060718, 4.369510984848518, 1.3662337121212365};
        double[] errors = {0.4462835031338079, 0.772985702007573, 0.6311401827952055, 1.0931668632996083};
        for (int j = 0; j < 4; j++) {
            Coefficient each = found.coefficients().get(j);
            assertThat(each.value()).isCloseTo(values[j], near(values[j], 1e-12));
            assertThat(each.standardError()).isCloseTo(errors[j], near(errors[j], 1e-12));
            assertThat(each.degreesOfFreedom()).isEqualTo(788);
        }
    }

    // vcovCR(m, s, "CR2")[3, 4]; Wald_test(m, constrain_zero(c("post", "treat:post")), vcov = "CR2", test = "HTZ")
    @Test
    void theJointTestEqualsHtz() {
        RegressionFit found = fit(PANEL.design(), ErrorRule.CR2);
        JointTest both = found.jointTest("post", "treat:post").value().orElseThrow();
        assertThat(both.statistic()).isCloseTo(63.578900272871294, near(63.6, 1e-12));
        assertThat(both.denominatorDegrees()).isCloseTo(13.1005089296238, near(13.1, 1e-12));
        assertThat(both.numeratorDegrees()).isEqualTo(2);
        assertThat(both.pValue()).isCloseTo(1.8013294913591977e-07, near(1.8e-7, 2e-12));
        assertThat(both.why().toString()).contains("F = 63.579 on 2 and 13.10");
    }

    // lm(y ~ treat*post + t, weights = w); vcovCR(m, cluster = s, type = ...), w = 1 + ((i - 1) %% 5) / 2
    @ParameterizedTest
    @CsvSource({
        "CR0, 0.79778494330782779, 15.052048034922672, 0.64780561691803296, 16.658579493333455",
        "CR2, 0.83466724289582961, 14.526583644776649, 0.59085105982820396, 16.319713941148265",
        "CR3, 0.87425378650982488, 14.016119306238796, 0.53843880028539404, 15.978772588642936"
    })
    void weightsWithEqualErrorsEqualClubSandwich(ErrorRule rule, double error, double degrees, double f, double under) {
        RegressionFit found = fit(PANEL.weighted(), rule);
        Coefficient effect = found.getCoefficient("treat:post");
        assertThat(effect.value()).isCloseTo(0.8615799913072276, near(0.86, 1e-12));
        assertThat(effect.standardError()).isCloseTo(error, near(error, 1e-11));
        assertThat(effect.degreesOfFreedom()).isCloseTo(degrees, near(degrees, 1e-11));
        JointTest both = found.jointTest("post", "treat:post").value().orElseThrow();
        assertThat(both.statistic()).isCloseTo(f, near(f, 1e-11));
        assertThat(both.denominatorDegrees()).isCloseTo(under, near(under, 1e-11));
    }

    // the same with vcovCR(m, cluster = s, type = ..., target = 1 / w). With inverse_var = TRUE the target must be
    // mean(w) / w, because clubSandwich divides the weights by their mean; 1 / w gives other degrees of freedom.
    @ParameterizedTest
    @CsvSource({
        "CR0, 0.79778494330782779, 15.101092056053368, 0.64789763317870963, 16.700462944695794",
        "CR2, 0.8347846499237741, 14.591907571373719, 0.59160165368890005, 16.368069050035217",
        "CR3, 0.87425378650982488, 14.075436469769398, 0.53852809324716078, 16.023883638919411"
    })
    void weightsAsInverseVariancesEqualClubSandwich(
            ErrorRule rule, double error, double degrees, double f, double under) {
        RegressionFit found = LinearRegression.withDefaults()
                .withErrors(rule)
                .withWorking(WorkingCovariance.INVERSE_WEIGHTS)
                .of(PANEL.weighted())
                .value()
                .orElseThrow();
        Coefficient effect = found.getCoefficient("treat:post");
        assertThat(effect.standardError()).isCloseTo(error, near(error, 1e-11));
        assertThat(effect.degreesOfFreedom()).isCloseTo(degrees, near(degrees, 1e-11));
        JointTest both = found.jointTest("post", "treat:post").value().orElseThrow();
        assertThat(both.statistic()).isCloseTo(f, near(f, 1e-11));
        assertThat(both.denominatorDegrees()).isCloseTo(under, near(under, 1e-11));
    }

    // sqrt(diag(sandwich::vcovHC(m, type = ...)))["treat:post"], of the weighted and the plain fit
    @ParameterizedTest
    @CsvSource({
        "HC0, 1.1225543303307446, 1.0669846689372497",
        "HC1, 1.1261146130735331, 1.0696893238947829",
        "HC2, 1.1276646419049898, 1.0703101518024229",
        "HC3, 1.1328042330982346, 1.0736477986160828"
    })
    void heteroscedasticityRobustErrorsEqualSandwich(ErrorRule rule, double weighted, double plain) {
        assertThat(fit(PANEL.weighted(), rule).getCoefficient("treat:post").standardError())
                .isCloseTo(weighted, near(weighted, 1e-12));
        assertThat(fit(PANEL.design(), rule).getCoefficient("treat:post").standardError())
                .isCloseTo(plain, near(plain, 1e-12));
    }

    // coef_test(m, vcovCR(m, cluster = 1:792, type = "CR2"))$df_Satt
    @Test
    void degreesOfFreedomOfRowsEqualClubSandwich() {
        RegressionFit found = fit(PANEL.design(), ErrorRule.HC2);
        assertThat(found.getCoefficient("treat").degreesOfFreedom()).isCloseTo(262.1107354184283, within(1e-8));
        assertThat(found.getCoefficient("treat:post").degreesOfFreedom()).isCloseTo(524.2214708368566, within(1e-8));
    }

    // sqrt(diag(vcovCL(m, cluster = ~ s + t, type = "HC0", cadjust = FALSE))), cadjust = TRUE, type = "HC1"
    @Test
    void clustersOfTwoKindsEqualSandwich() {
        Design both = PANEL.design().alsoClusteredBy(PANEL.period);
        double[] expected = {1.215200074906813, 1.2624638493103084, 1.2648647336013255};
        ErrorRule[] rules = {ErrorRule.CR0, ErrorRule.CR1, ErrorRule.CR1S};
        for (int k = 0; k < 3; k++) {
            RegressionFit found = fit(both, rules[k]);
            assertThat(found.getCoefficient("treat").standardError()).isCloseTo(expected[k], near(1, 1e-12));
            assertThat(found.getCoefficient("treat").degreesOfFreedom()).isEqualTo(5);
            assertThat(found.clusters()).containsExactly(24, 6);
        }
        Coefficient negative = fit(both, ErrorRule.CR0).getCoefficient("treat:post");
        assertThat(negative.estimate())
                .hasToString("undefined: the clusters are too few for treat:post to have a standard error");
        assertThat(negative.statistic()).isZero();
    }

    // lm(y ~ tp + t + factor(s)), clusters (i * 7) %% 13, which cut across the absorbed units
    @Test
    void absorbedUnitsCutByClustersEqualDummies() {
        Design design = Design.of("score", PANEL.y)
                .with("tp", PANEL.both)
                .with("t", PANEL.t)
                .absorbing("unit", PANEL.unit)
                .clusteredBy(PANEL.across());
        RegressionFit found = fit(design, ErrorRule.CR2);
        assertThat(found.getCoefficient("tp").value()).isCloseTo(1.3108841200466164, within(1e-11));
        assertThat(found.getCoefficient("tp").standardError()).isCloseTo(0.9324489031106579, within(1e-11));
        assertThat(found.getCoefficient("tp").degreesOfFreedom()).isCloseTo(11.98876957394444, within(1e-9));
        JointTest both = found.jointTest("tp", "t").value().orElseThrow();
        assertThat(both.statistic()).isCloseTo(92.18076709569279, within(1e-8));
        assertThat(both.denominatorDegrees()).isCloseTo(10.981943139363734, within(1e-9));
    }

    // lm(y ~ tp + factor(s) + factor(t), weights = w), the same clusters
    @Test
    void twoAbsorbedFactorsWithWeightsEqualDummies() {
        Design design = PANEL.weighted();
        Design two = Design.of("score", PANEL.y)
                .with("tp", PANEL.both)
                .absorbing("period", PANEL.period)
                .absorbing("unit", PANEL.unit)
                .clusteredBy(PANEL.across())
                .weightedBy(design.weights());
        Coefficient found = fit(two, ErrorRule.CR2).getCoefficient("tp");
        assertThat(found.value()).isCloseTo(0.8388223302363462, within(1e-11));
        assertThat(found.standardError()).isCloseTo(1.1492009204123217, within(1e-11));
        assertThat(found.degreesOfFreedom()).isCloseTo(11.99005196743669, within(1e-9));
    }

    @Test
    void aContrastIsTheSumOfItsParts() {
        RegressionFit found = fit(PANEL.design(), ErrorRule.CR2);
        Coefficient sum = found.contrast("treated after", Map.of("treat", 1.0, "treat:post", 1.0));
        double variance = found.covariance("treat", "treat")
                + 2 * found.covariance("treat", "treat:post")
                + found.covariance("treat:post", "treat:post");
        assertThat(sum.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(sum.value()).isCloseTo(-1.4787060606060718 + 1.3662337121212365, within(1e-10));
        assertThat(sum.toString()).startsWith("treated after: -0.1125 [");
        assertThat(found.why().toString())
                .contains(
                        "792 rows, 0 left out",
                        "24 clusters",
                        "treat:post: 1.366, standard error 0.9030, 14.7 degrees");
        assertThat(found.residualDeviation()).isPositive();
        assertThat(found.residualDegrees()).isEqualTo(788);
        assertThat(found.level()).isEqualTo(0.95);
    }
}
