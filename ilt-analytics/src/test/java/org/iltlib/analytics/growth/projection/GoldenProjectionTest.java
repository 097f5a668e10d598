package org.iltlib.analytics.growth.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.growth.percentile.CoefficientMatrix;
import org.iltlib.analytics.growth.percentile.GoldenGrowth;
import org.iltlib.analytics.growth.percentile.GrowthMatrices;
import org.iltlib.analytics.growth.percentile.ScoreRange;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.form.Node;
import org.junit.jupiter.api.Test;

/**
 * The trajectories of SGP 2.2-0.0: {@code studentGrowthProjections(..., grade.progression = 3:4,
 * max.forward.progression.years = 2, percentile.trajectory.values = c(1, 35, 50, 65, 99), projcuts.digits = 2)}, 467
 * students, from its own stored matrices.
 */
class GoldenProjectionTest {
    private static final int[] PERCENTILES = {1, 35, 50, 65, 99};

    private static ScoreRange scale(int grade) {
        return ScoreRange.of(GoldenGrowth.column("proj_scores.csv", "SS_" + (2019 + grade)));
    }

    private static GrowthMatrices matrices(int grade, int orders) {
        Node.Fields all = GoldenGrowth.json("proj_matrices.json");
        List<ScoreRange> scales = new ArrayList<>();
        for (int back = 0; back <= orders; back++) {
            scales.add(scale(grade - back));
        }
        List<CoefficientMatrix> found = new ArrayList<>();
        for (int order = 1; order <= orders; order++) {
            Node.Fields stored = GoldenGrowth.fields(all, "qrmatrix_" + grade + "_" + order);
            found.add(GoldenGrowth.matrix(stored, GradeLevel.of(grade), scales));
        }
        return new GrowthMatrices(found);
    }

    private static GrowthProjection projection() {
        return GrowthProjection.of(List.of(matrices(5, 2), matrices(6, 3)));
    }

    @Test
    void everyStudentHasTheSameTrajectories() {
        GrowthProjection projection = projection();
        double[] third = GoldenGrowth.column("proj_scores.csv", "SS_2022");
        double[] fourth = GoldenGrowth.column("proj_scores.csv", "SS_2023");
        double[] ids = GoldenGrowth.column("proj_trajectories.csv", "ID");
        assertThat(ids).hasSize(467);
        for (int year = 1; year <= 2; year++) {
            for (int percentile : PERCENTILES) {
                double[] golden = GoldenGrowth.column(
                        "proj_trajectories.csv", "P" + percentile + "_PROJ_YEAR_" + year + "_CURRENT");
                for (int row = 0; row < ids.length; row++) {
                    int student = (int) ids[row] - 1;
                    Trajectories paths = projection
                            .of(fourth[student], third[student])
                            .value()
                            .orElseThrow();
                    assertThat(paths.score(year, percentile, 2))
                            .as("student %s, year %s, P%s", student + 1, year, percentile)
                            .isCloseTo(golden[row], within(year == 1 ? 1e-9 : 0.0100001));
                }
            }
        }
    }

    @Test
    void aTrajectoryTakesTheColumnOfItsNumberWhereACutTakesTheNext() {
        Trajectories paths = projection().of(523.9, 465).value().orElseThrow();
        // student 1: P50_PROJ_YEAR_1 = 549.42
        assertThat(paths.score(1, 50, 2)).isEqualTo(549.42);
        assertThat(paths.scores(1)[49]).isCloseTo(549.42, within(0.005));
    }

    @Test
    void withoutTheClipPathsWouldLeaveTheScale() {
        for (double newest : new double[] {250, 800}) {
            double[] scores = projection().of(newest, 500).value().orElseThrow().scores(2);
            for (double score : scores) {
                assertThat(score).isBetween(scale(6).lowest(), scale(6).highest());
            }
        }
    }

    @Test
    void aStudentWithOneScoreIsProjectedByTheOrdersThatItAllows() {
        Trajectories paths = projection().of(523.9).value().orElseThrow();
        assertThat(paths.years()).isEqualTo(2);
        GrowthProjection onlyHigh = GrowthProjection.of(
                List.of(GrowthMatrices.of(matrices(5, 2).find(2).orElseThrow())));
        assertThat(onlyHigh.of(523.9))
                .isEqualTo(Measured.missing(MissingReason.NOT_LOADED, "no matrix for grade 5 on 1 earlier scores"));
        assertThat(projection().of()).isEqualTo(Measured.missing(MissingReason.NOT_COLLECTED, "no newest score"));
    }

    @Test
    void theTargetIsTheFirstPathThatReachesTheCut() {
        Trajectories paths = projection().of(523.9, 465).value().orElseThrow();
        for (double cut = 400; cut < 700; cut += 7.3) {
            GrowthTarget target = paths.target(2, cut);
            int below = 0;
            for (double score : paths.scores(2)) {
                below += score < cut ? 1 : 0;
            }
            assertThat(target.reached()).isEqualTo(below < 100);
            assertThat(target.percentile()).isEqualTo(Math.min(99, below + 1));
        }
    }

    @Test
    void catchingUpTakesTheEasiestYearAndKeepingUpTheHardest() {
        Trajectories paths = projection().of(523.9, 465).value().orElseThrow();
        int first = paths.target(1, 560).percentile();
        int second = paths.target(2, 560).percentile();
        assertThat(first).isGreaterThan(second);
        assertThat(paths.catchUp(List.of(560.0, 560.0))).isEqualTo(new GrowthTarget(second, 2, true));
        assertThat(paths.keepUp(List.of(560.0, 560.0))).isEqualTo(new GrowthTarget(first, 1, true));
        assertThat(paths.catchUp(List.of(2000.0, 560.0))).isEqualTo(new GrowthTarget(second, 2, true));
        assertThat(paths.keepUp(List.of(560.0, 2000.0))).hasToString("out of reach in 2 years");
        assertThat(paths.catchUp(List.of(560.0))).hasToString("percentile " + first + " for 1 year");
    }

    @Test
    void yearsMustFollowOneAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrowthProjection.of(List.of(matrices(6, 1), matrices(5, 1))))
                .withMessageContaining("does not follow");
        assertThat(projection()).hasToString("mathematics, grade 5 to grade 6");
        Trajectories paths = projection().of(523.9, 465).value().orElseThrow();
        assertThat(paths).hasToString("2 years, typical growth to " + paths.score(2, 50, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> paths.score(3, 50, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> paths.catchUp(List.of(1.0, 1.0, 1.0)));
    }
}
