package org.iltlib.analytics.growth.valueadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.junit.jupiter.api.Test;

class FewStudentsTest {
    private static final CovariateAdjusted MODEL = CovariateAdjusted.withDefaults(SuppressionPolicy.PUBLIC_DATA);

    @Test
    void aStudentWithTwoSubjectsCountsOnce() {
        CovariateAdjustedTest.Drawn drawn = CovariateAdjustedTest.Drawn.of(8, 0, 8);
        int[] students = IntStream.range(0, 160).map(i -> i < 20 ? i / 4 : i).toArray();
        TaughtRows rows = drawn.rows().inSchools(drawn.school()).ofStudents(students);
        ValueAdded open = MODEL.of(rows).value().orElseThrow();
        UnitEffect first = ValueAdded.get(open.teachers(), "0");
        assertThat(first.students().value()).contains(5.0);
        assertThat(ValueAdded.get(open.schools(), "0").students().value()).contains(65.0);
        assertThat(first.effect().value().orElseThrow().n()).isEqualTo(5);
        assertThat(first.effect().value().orElseThrow().unit()).isEqualTo("points");
        ValueAdded careful = CovariateAdjusted.withDefaults(SuppressionPolicy.NCES_2011_603)
                .of(rows)
                .value()
                .orElseThrow();
        assertThat(ValueAdded.get(careful.teachers(), "0").effect().isReported())
                .isFalse();
    }

    @Test
    void teachersOfAColumnOfZerosAndOnesAddUpToZeroTogether() {
        CovariateAdjustedTest.Drawn drawn = CovariateAdjustedTest.Drawn.of(9, 0, 12);
        double[] upper =
                Arrays.stream(drawn.teacher()).mapToDouble(t -> t < 3 ? 1 : 0).toArray();
        Arrays.fill(drawn.score(), 2, 20, Double.NaN);
        TaughtRows rows = drawn.rows().withColumn("upper grade", upper);
        ValueAdded open = MODEL.withoutClassMeans().of(rows).value().orElseThrow();
        assertThat(open.teachers().subList(0, 3).stream()
                        .mapToDouble(CovariateAdjustedTest::value)
                        .sum())
                .isCloseTo(0, within(1e-6));
        ValueAdded careful = CovariateAdjusted.withDefaults(SuppressionPolicy.NCES_2011_603)
                .withoutClassMeans()
                .of(rows)
                .value()
                .orElseThrow();
        assertThat(careful.teachers().subList(0, 3).stream()
                        .filter(unit -> unit.effect().isReported())
                        .count())
                .isEqualTo(1);
    }

    /** In the model of no difference all effects are zero, and an interval of no width would claim to know it. */
    @Test
    void whereTeachersDoNotDifferNoEffectIsShown() {
        double[] score = new double[60];
        Arrays.setAll(score, i -> 50 + 7 * i % 20);
        int[] teacher = IntStream.range(0, 60).map(i -> i / 20).toArray();
        ValueAdded added =
                MODEL.of(TaughtRows.of(score).taughtBy(teacher)).value().orElseThrow();
        assertThat(added.teachers()).hasSize(3).allSatisfy(unit -> {
            assertThat(unit.effect())
                    .hasToString("undefined: groups of \"teacher\" differ no more than chance would have it");
            assertThat(unit.students().value()).contains(20.0);
        });
        assertThat(added.ranked()).hasToString("too few values: no unit has an effect that is shown");
    }
}
