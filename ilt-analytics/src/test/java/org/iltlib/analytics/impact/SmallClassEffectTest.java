package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.iltlib.analytics.regression.ErrorRule;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The effect of small classes in Project STAR, against R 4.2.2 with clubSandwich 0.5.8 on the same rows:
 *
 * <pre>{@code
 * d <- read.csv(gzfile("star.csv.gz"), na.strings = ""); d$small <- as.numeric(d$cltype == "small")
 * x <- d[d$gr == "K" & !is.na(d$math), ]; m <- lm(math ~ small + factor(sch), data = x)
 * coef_test(m, vcov = vcovCR(m, cluster = x$sch, type = "CR2"), test = "Satterthwaite", coefs = "small")
 * }</pre>
 */
class SmallClassEffectTest {
    private static final Offset<Double> CLOSE = within(1e-8);

    private static TreatmentEffect effect(ErrorRule rule, Comparison comparison) {
        Measured<TreatmentEffect> measured =
                FixedEffectsComparison.withDefaults().withErrors(rule).of(comparison);
        assertThat(measured.isReported()).as("%s", measured).isTrue();
        return measured.value().orElseThrow();
    }

    private static double error(TreatmentEffect effect) {
        return effect.points().standardError().orElseThrow();
    }

    // summary(m)$coefficients["small", 1:2]
    @ParameterizedTest
    @CsvSource({
        "math, K, 5871, 79, 8.79152483149657, 1.2274700643876921",
        "math, 1, 6600, 76, 12.2308811486109, 1.053201957525678",
        "math, 2, 6065, 74, 9.522450091860536, 1.1456837042710621",
        "math, 3, 6077, 75, 7.111175864475738, 1.013783238104303",
        "read, K, 5789, 79, 6.0335022854055005, 0.8235782400991097",
        "read, 1, 6396, 75, 13.364525152480272, 1.3727098336683783",
        "read, 2, 6077, 74, 9.454371646569461, 1.1943905489384883",
        "read, 3, 6000, 74, 8.052672689132036, 1.0112204964011788"
    })
    void itEqualsLmWithADummyForEverySchool(
            String subject, String grade, int n, int schools, double points, double error) {
        TreatmentEffect found =
                effect(ErrorRule.CLASSICAL, StarRows.all().grade(grade).small(subject));
        assertThat(found.points().value()).isCloseTo(points, CLOSE);
        assertThat(error(found)).isCloseTo(error, CLOSE);
        assertThat(found.points().n()).isEqualTo(n);
        assertThat(found.strata()).isEqualTo(schools);
        assertThat(found.degreesOfFreedom()).isEqualTo(n - schools - 1);
    }

    // type = ...; CR3 has no value in R here because I - H is singular with the school's own dummy in it
    @ParameterizedTest
    @CsvSource({
        "CR0, 2.270560618708059, 69.54079895572826",
        "CR1, 2.2850691408913484, 69.54079895572825",
        "CR1S, 2.3006026383354947, 69.54079895572826",
        "CR2, 2.2871562294811416, 69.31733447390164"
    })
    void clusteredBySchoolItEqualsClubSandwich(ErrorRule rule, double error, double degrees) {
        TreatmentEffect found = effect(rule, StarRows.all().grade("K").small("math"));
        assertThat(error(found)).isCloseTo(error, CLOSE);
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, within(1e-6));
        assertThat(found.clusters()).isEqualTo(79);
    }

    // cluster = x$tch: clusters that are parts of strata
    @ParameterizedTest
    @CsvSource({
        "CR0, 2.0462266070359663, 182.76620470963223",
        "CR1, 2.049269324860975, 182.76620470963223",
        "CR1S, 2.0631998966981486, 182.76620470963223",
        "CR2, 2.304414380378192, 186.73298250823476",
        "CR3, 2.6072668961542007, 187.73746814183139"
    })
    void clusteredByClassItEqualsClubSandwich(ErrorRule rule, double error, double degrees) {
        StarRows kindergarten = StarRows.all().grade("K");
        TreatmentEffect found = effect(rule, kindergarten.small("math").clusteredBy(kindergarten.codes("tch")));
        assertThat(error(found)).isCloseTo(error, CLOSE);
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, within(1e-6));
    }

    // lm(math ~ small + I(ses == "F") + I(sx == "F") + exp + factor(sch))
    @Test
    void withCovariatesItEqualsClubSandwich() {
        StarRows rows = StarRows.all().grade("K");
        Comparison adjusted = rows.small("math")
                .adjustedFor("free lunch", rows.is("ses", "F"))
                .adjustedFor("girl", rows.is("sx", "F"))
                .adjustedFor("experience", rows.column(row -> SharedFiles.number(row, "exp")));
        TreatmentEffect bySchool = effect(ErrorRule.CR2, adjusted);
        assertThat(bySchool.points().n()).isEqualTo(5833);
        assertThat(bySchool.points().value()).isCloseTo(8.794295300128333, CLOSE);
        assertThat(error(bySchool)).isCloseTo(2.2316700333015103, CLOSE);
        assertThat(bySchool.degreesOfFreedom()).isCloseTo(69.22391788588277, within(1e-6));
        TreatmentEffect byClass = effect(ErrorRule.CR2, adjusted.clusteredBy(rows.codes("tch")));
        assertThat(error(byClass)).isCloseTo(2.2505811441508383, CLOSE);
        assertThat(byClass.degreesOfFreedom()).isCloseTo(184.16758109805815, within(1e-6));
        assertThat(bySchool.why().toString()).contains("free lunch, girl, experience");
    }

    // zd, yd: small and the score less their school-by-grade mean; m <- lm(yd ~ 0 + zd); coef_test(... cluster = sch)
    @ParameterizedTest
    @CsvSource({
        "math, 24613, 304, 9.4455630799, 1.38756783103494, 1.39805308627562, 70.3535525238648",
        "read, 24262, 302, 9.2840968227, 1.33219246668018, 1.34255961933313, 69.6338105867338"
    })
    void overAllGradesItEqualsClubSandwich(
            String subject, int n, int strata, double points, double cr0, double cr2, double degrees) {
        Comparison all = StarRows.all().small(subject);
        TreatmentEffect found = effect(ErrorRule.CR2, all);
        assertThat(found.points().value()).isCloseTo(points, within(1e-9));
        assertThat(found.points().n()).isEqualTo(n);
        assertThat(found.leftOut()).isEqualTo(26796 - n);
        assertThat(found.strata()).isEqualTo(strata);
        assertThat(error(found)).isCloseTo(cr2, CLOSE);
        assertThat(found.degreesOfFreedom()).isCloseTo(degrees, within(1e-6));
        assertThat(error(effect(ErrorRule.CR0, all))).isCloseTo(cr0, CLOSE);
        assertThat(found.points().excludes(0)).isTrue();
        assertThat(found.isConclusive()).isTrue();
    }

    @Test
    // r <- y - ave(y, gr, small); b / sqrt(sum(r^2) / (n - 8)) * (1 - 3 / (4 * n - 9)), b of lm(y ~ small +
    // factor(paste(gr, sch)))
    void growthFromGradeToGradeIsNotTakenForSpread() {
        StarRows rows = StarRows.all();
        TreatmentEffect found = effect(ErrorRule.CR2, rows.small("math").onScales(rows.codes("gr")));
        assertThat(found.standardized().value()).isCloseTo(0.21635004619998452, within(1e-9));
    }
}
