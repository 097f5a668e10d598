package org.iltlib.analytics.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against lme4 1.1-31 with optimizer = "bobyqa", rhoend = 1e-11. */
class RandomInterceptTest {
    private static RandomInterceptModel fit(
            RandomIntercept options, String file, String y, List<String> columns, String group) {
        List<Map<String, String>> rows = SharedFiles.rows(file);
        return options.of(
                        rows.stream()
                                .mapToDouble(row -> SharedFiles.number(row, y))
                                .toArray(),
                        columns,
                        columns.stream()
                                .map(name -> rows.stream()
                                        .mapToDouble(row -> SharedFiles.number(row, name))
                                        .toArray())
                                .toList(),
                        rows.stream()
                                .mapToInt(row -> Integer.parseInt(row.get(group)))
                                .toArray())
                .value()
                .orElseThrow();
    }

    // lmer(normexam ~ standLRT + (1 | school), REML = TRUE)
    @Test
    void theExamDataEqualLmerByReml() {
        RandomInterceptModel model =
                fit(RandomIntercept.withDefaults(), "Exam.csv.gz", "normexam", List.of("standLRT"), "school");
        assertThat(model.criterion()).isCloseTo(9368.76528732893, within(1e-8));
        Estimate slope = model.getCoefficient("standLRT");
        assertThat(slope.value()).isCloseTo(0.563306915116826, within(1e-8));
        assertThat(slope.standardError().orElseThrow()).isCloseTo(0.01246796125499, within(1e-8));
        Estimate intercept = model.getCoefficient(RandomIntercept.INTERCEPT);
        assertThat(intercept.value()).isCloseTo(0.002322824186840748, within(1e-8));
        assertThat(intercept.standardError().orElseThrow()).isCloseTo(0.0403543529814941, within(1e-7));
        assertThat(model.betweenVariance()).isCloseTo(0.09383896222359568, within(1e-7));
        assertThat(model.withinVariance()).isCloseTo(0.5658653124705441, within(1e-7));
        RandomInterceptModel.GroupEffect first = model.effects().get(0);
        assertThat(first.group()).isEqualTo(1);
        assertThat(first.estimate().value()).isCloseTo(0.37435570262690787, within(1e-7));
        assertThat(first.estimate().standardError().orElseThrow())
                .isCloseTo(Math.sqrt(0.0071601172135122865), within(1e-7));
    }

    // the same with REML = FALSE
    @Test
    void theExamDataEqualLmerByMaximumLikelihood() {
        RandomInterceptModel model = fit(
                RandomIntercept.withDefaults().withMaximumLikelihood(),
                "Exam.csv.gz",
                "normexam",
                List.of("standLRT"),
                "school");
        assertThat(model.criterion()).isCloseTo(9357.24320059103, within(1e-8));
        assertThat(model.getCoefficient("standLRT").value()).isCloseTo(0.563371163811525, within(1e-8));
        assertThat(model.betweenVariance()).isCloseTo(0.09212930061269727, within(1e-7));
        assertThat(model.withinVariance()).isCloseTo(0.5657310019464113, within(1e-7));
    }

    // lmer(mAch ~ 1 + (1 | school))
    @Test
    void theNullModelOfHighSchoolAndBeyondEqualsLmer() {
        RandomInterceptModel model = fit(RandomIntercept.withDefaults(), "Hsb82.csv.gz", "mAch", List.of(), "school");
        assertThat(model.criterion()).isCloseTo(47116.79348354944, within(1e-7));
        assertThat(model.getCoefficient(RandomIntercept.INTERCEPT).value()).isCloseTo(12.636973811764395, within(1e-7));
        assertThat(model.betweenVariance()).isCloseTo(8.614024639642151, within(1e-5));
        assertThat(model.withinVariance()).isCloseTo(39.1483219092701, within(1e-5));
        assertThat(model.intraclassCorrelation()).isCloseTo(0.180, within(5e-4));
        assertThat(model.why().claim()).contains("18.0 % of the variance lies between 160 groups");
    }

    // lmer(math ~ small + (1 | sch), data = x)
    @ParameterizedTest
    @CsvSource({
        "math, K, 482.8766340281044, 8.75050148477261, 2.5080789233933447, 1.2266588692049925, 459.6501986870098, 1810.6683153012618, 60927.01220825651",
        "math, 3, 616.2776677999186, 7.121387920296808, 2.0675824764249207, 1.012408164594265, 295.1814514650795, 1296.2957063120502, 61013.98732478984",
        "read, K, 434.8354884922811, 6.000047517445518, 1.6663278889641189, 0.8230490788395807, 202.532982059197, 804.5944135500584, 55383.54480176705"
    })
    void smallClassesInProjectStarEqualLmer(
            String subject,
            String grade,
            double intercept,
            double small,
            double interceptError,
            double smallError,
            double between,
            double within,
            double criterion) {
        RandomInterceptModel model = RandomIntercept.withDefaults()
                .of(StarRows.all().grade(grade).small(subject))
                .value()
                .orElseThrow();
        Estimate effect = model.getCoefficient(RandomIntercept.TREATMENT);
        assertThat(effect.value()).isCloseTo(small, within(1e-6));
        assertThat(effect.standardError().orElseThrow()).isCloseTo(smallError, within(1e-6));
        Estimate start = model.getCoefficient(RandomIntercept.INTERCEPT);
        assertThat(start.value()).isCloseTo(intercept, within(1e-6));
        assertThat(start.standardError().orElseThrow()).isCloseTo(interceptError, within(1e-6));
        assertThat(model.betweenVariance() / between).isCloseTo(1, within(1e-6));
        assertThat(model.withinVariance() / within).isCloseTo(1, within(1e-7));
        assertThat(model.criterion()).isCloseTo(criterion, within(1e-6));
    }

    private static final double[] SIX = {1, 5, 3, 3, 5, 1};

    @Test
    void noVarianceBetweenGroupsIsALegitimateAnswer() {
        RandomInterceptModel model = RandomIntercept.withDefaults()
                .withLevel(0.9)
                .withUnit("marks")
                .of(SIX, List.of(), List.of(), new int[] {7, 7, 8, 8, 9, 9})
                .value()
                .orElseThrow();
        assertThat(model.isSingular()).isTrue();
        assertThat(model.withinVariance()).isCloseTo(3.2, within(1e-12)); // var(c(1, 5, 3, 3, 5, 1))
        assertThat(model.effects())
                .allSatisfy(effect -> assertThat(effect.estimate().value()).isZero());
        assertThat(model.coefficients().get(0).estimate().unit()).isEqualTo("marks");
        assertThatThrownBy(() -> model.getCoefficient("small")).hasMessageContaining("(Intercept)");
    }

    @Test
    void whatCannotBeFittedIsRefusedWithTheReason() {
        RandomIntercept options = RandomIntercept.withDefaults();
        int[] pairs = {1, 1, 2, 2, 3, 3};
        assertThat(options.of(new double[] {1, 2}, List.of(), List.of(), new int[2]))
                .asString()
                .contains("2 students");
        assertThat(options.of(SIX, List.of(), List.of(), new int[6])).asString().contains("groups: 1");
        assertThat(options.of(SIX, List.of(), List.of(), new int[] {1, 2, 3, 4, 5, 6}))
                .asString()
                .contains("groups: 6");
        assertThat(options.of(SIX, List.of("constant"), List.of(new double[] {2, 2, 2, 2, 2, 2}), pairs))
                .hasToString("undefined: \"constant\" is determined by what stands before it");
        assertThat(options.of(new double[] {1, 1, 1, 1, 1, 1}, List.of(), List.of(), pairs))
                .asString()
                .contains("nothing varies");
        assertThat(options.of(Comparison.of(new double[3], new boolean[3])))
                .asString()
                .contains("3 students");
        assertThatThrownBy(() -> options.of(SIX, List.of("a"), List.of(), pairs))
                .hasMessageContaining("1 names");
        assertThatThrownBy(() -> options.of(SIX, List.of(), List.of(), new int[2]))
                .hasMessageContaining("2 codes");
        assertThatThrownBy(() -> options.of(new double[] {Double.NaN}, List.of(), List.of(), new int[1]))
                .hasMessageContaining("outcome is NaN");
        assertThatThrownBy(() -> options.withLevel(1)).hasMessageContaining("level is 1.0");
    }
}
