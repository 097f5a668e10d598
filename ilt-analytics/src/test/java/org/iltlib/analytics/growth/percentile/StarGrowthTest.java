package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iltlib.analytics.growth.cohort.GrowthCohort;
import org.iltlib.analytics.growth.cohort.LongScores;
import org.iltlib.analytics.growth.cohort.Progression;
import org.iltlib.analytics.growth.cohort.Step;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.MissingReason;
import org.iltlib.base.Subject;
import org.iltlib.evidence.ScoreLayout;
import org.iltlib.evidence.ScoreTable;
import org.iltlib.evidence.ScoreTableReader;
import org.junit.jupiter.api.Test;

/** Project STAR, mathematics from kindergarten to grade 3: growth out of a score table. */
class StarGrowthTest {
    @Test
    void aScoreTableIsACohortWithItsGapsCounted() {
        ScoreTable table = ScoreTableReader.of(ScoreLayout.builder()
                        .student("id")
                        .unit("sch")
                        .grade("gr")
                        .putScores("math", Subject.MATHEMATICS)
                        .putMissing("", MissingReason.NOT_COLLECTED)
                        .build())
                .read(GoldenGrowth.file("star.csv.gz"))
                .table();
        Progression progression = new Progression(
                Subject.MATHEMATICS,
                List.of(
                        new Step(1986, GradeLevel.KINDERGARTEN),
                        new Step(1987, GradeLevel.of(1)),
                        new Step(1988, GradeLevel.of(2)),
                        new Step(1989, GradeLevel.of(3))));
        LongScores scores = LongScores.of(table, progression);
        assertThat(scores.rows()).isEqualTo(26796);
        GrowthCohort cohort = scores.cohort(progression);
        assertThat(cohort.intake().noScore()).isEqualTo(2183); // the provenance note: math missing 2,183
        assertThat(cohort.intake().taken()).isEqualTo(26796 - 2183);
        GrowthPercentiles growth = GrowthModel.withDefaults().of(cohort);
        assertThat(growth.scored()).isEqualTo((int) cohort.intake().complete());
        for (int order = 1; order <= 3; order++) {
            CoefficientMatrix matrix = growth.matrices().get(order - 1).value().orElseThrow();
            assertThat(matrix.n()).isEqualTo(cohort.withOrder(order).length);
            assertThat(matrix.certificate().orElseThrow().gap()).isLessThan(1e-9);
        }
        double mean = 0;
        for (int percentile : growth.percentiles()) {
            mean += percentile;
        }
        // Less than 50: scores are coarse, and one that lies on a prediction is not above it.
        assertThat(mean / growth.scored()).isBetween(47.5, 50.0);
    }
}
