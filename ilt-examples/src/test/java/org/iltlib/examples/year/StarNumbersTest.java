package org.iltlib.examples.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.iltlib.analytics.impact.Comparison;
import org.iltlib.analytics.impact.FixedEffectsComparison;
import org.iltlib.analytics.impact.RandomIntercept;
import org.iltlib.analytics.impact.RandomInterceptModel;
import org.iltlib.analytics.impact.TreatmentEffect;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreColumn;
import org.iltlib.evidence.ScoreTable;
import org.junit.jupiter.api.Test;

/**
 * The numbers of the year against R on the same rows, which come with the examples. In every comment
 * {@code s <- read.csv(gzfile("star.csv.gz"))} and {@code s$small <- as.numeric(s$cltype == "small")}.
 */
class StarNumbersTest {
    private static final Study STUDY = Study.read(YearOptions.parse(new String[] {"--out", "target/year"}));
    private static final ScoreTable TABLE = STUDY.table();

    private static Moments school51(Subject subject, String grade) {
        ScoreColumn scores = TABLE.scores(subject);
        Moments moments = Moments.EMPTY;
        for (int row = 0; row < TABLE.rows(); row++) {
            if (TABLE.units().find(row).equals(Optional.of("51"))
                    && TABLE.grades().find(row).equals(Optional.of(grade))
                    && scores.isPresent(row)) {
                moments = moments.with(scores.get(row));
            }
        }
        return moments;
    }

    private static Comparison smallClasses(Subject subject, GradeLevel grade) {
        ScoreTable rows =
                TABLE.select(row -> TABLE.grades().code(row) == TABLE.grades().getCode(grade.code()));
        double[] scores = new double[rows.rows()];
        boolean[] small = new boolean[scores.length];
        int[] schools = new int[scores.length];
        for (int row = 0; row < scores.length; row++) {
            ScoreColumn column = rows.scores(subject);
            scores[row] = column.isPresent(row) ? column.get(row) : Double.NaN;
            small[row] = rows.groups(Study.CLASS_TYPE).find(row).equals(Optional.of(Study.SMALL));
            schools[row] = rows.units().code(row);
        }
        return Comparison.of(scores, small).within(schools).clusteredBy(schools);
    }

    @Test
    void theRowsAreThoseOfTheStudy() {
        // nrow(s); length(unique(s$id)); length(unique(s$sch)); length(unique(s$tch))
        assertThat(TABLE.rows()).isEqualTo(26_796);
        assertThat(TABLE.students().levels()).hasSize(11_598);
        assertThat(TABLE.units().levels()).hasSize(80);
        assertThat(TABLE.groups("tch").levels()).hasSize(1_387);
        // colSums(is.na(s)) for math, read, ses: 2183, 2534, 828
        assertThat(STUDY.rows().report().missing())
                .containsEntry("math", 2_183L)
                .containsEntry("read", 2_534L)
                .containsEntry("ses", 828L);
        assertThat(STUDY.rows().sha256()).isEqualTo("82b6b3f8658bf03f0a4a2d754b5689b0adbcf61a542d3b7638a03c9c7ed8988e");
    }

    @Test
    void theMeansOfSchool51AreThoseOfR() {
        // x <- subset(s, sch == 51 & gr == "2"); mean(x$math, na.rm = TRUE); sum(!is.na(x$math))
        assertThat(school51(Study.MATHEMATICS, "K").mean()).isCloseTo(498.876811594203, within(1e-9));
        assertThat(school51(Study.MATHEMATICS, "2").mean()).isCloseTo(579.902325581395, within(1e-9));
        assertThat(school51(Study.MATHEMATICS, "2").n()).isEqualTo(215);
        assertThat(school51(Study.READING, "3").mean()).isCloseTo(617.143646408840, within(1e-9));
        assertThat(school51(Study.READING, "3").n()).isEqualTo(181);
    }

    @Test
    void theEffectOfSmallClassesIsThatOfRWithinSchools() {
        // m <- lm(math ~ small + factor(sch), subset(s, gr == "K" & !is.na(math)));
        // clubSandwich::coef_test(m, vcov = "CR2", cluster = d$sch, test = "Satterthwaite", coefs = "small")
        TreatmentEffect kindergarten = FixedEffectsComparison.withDefaults()
                .of(smallClasses(Study.MATHEMATICS, GradeLevel.KINDERGARTEN))
                .value()
                .orElseThrow();
        assertThat(kindergarten.points().value()).isCloseTo(8.791525, within(1e-6));
        assertThat(kindergarten.points().standardError().orElseThrow()).isCloseTo(2.287156, within(1e-6));
        assertThat(kindergarten.degreesOfFreedom()).isCloseTo(69.317, within(1e-3));
        // the same for read, gr == "1"
        TreatmentEffect first = FixedEffectsComparison.withDefaults()
                .of(smallClasses(Study.READING, GradeLevel.of(1)))
                .value()
                .orElseThrow();
        assertThat(first.points().value()).isCloseTo(13.364525, within(1e-6));
        assertThat(first.points().standardError().orElseThrow()).isCloseTo(2.464216, within(1e-6));
    }

    @Test
    void theEffectOfSmallClassesIsThatOfRInAMixedModel() {
        // lme4::lmer(math ~ small + (1 | sch), subset(s, gr == "K")): fixef 8.750501, SE 1.226659
        RandomInterceptModel model = RandomIntercept.withDefaults()
                .of(smallClasses(Study.MATHEMATICS, GradeLevel.KINDERGARTEN))
                .value()
                .orElseThrow();
        assertThat(model.getCoefficient(RandomIntercept.TREATMENT).value()).isCloseTo(8.750501, within(1e-5));
        assertThat(model.getCoefficient(RandomIntercept.TREATMENT)
                        .standardError()
                        .orElseThrow())
                .isCloseTo(1.226659, within(1e-5));
    }

    @Test
    void theYearFollowsTheGrades() {
        assertThat(STUDY.year()).hasToString("1988-89");
        assertThat(STUDY.followUpGrade()).contains(GradeLevel.of(3));
        assertThat(STUDY.knownGrades()).hasSize(3);
        Study once = Study.read(YearOptions.parse(
                new String[] {"--school", "18", "--out", Path.of("target").toString()}));
        assertThat(once.followUpGrade()).isEmpty();
        assertThat(once.year()).hasToString("1986-87");
    }
}
