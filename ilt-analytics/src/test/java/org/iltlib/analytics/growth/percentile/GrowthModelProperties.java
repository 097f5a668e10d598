package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.growth.cohort.GrowthCohort;

class GrowthModelProperties {
    private static final GrowthModel MODEL = GrowthModel.withDefaults();
    private static final GrowthCohort COHORT = GrowthModelTest.students(400, 2, 2025, 5);
    private static final GrowthMatrices MATRICES = MODEL.fit(COHORT).value().orElseThrow();

    @Property(tries = 200)
    void aHigherScoreIsNeverALowerPercentile(
            @ForAll @IntRange(max = 399) int student, @ForAll @DoubleRange(max = 200) double more) {
        double[] current = COHORT.allCurrent();
        int before = MODEL.score(COHORT, MATRICES).percentile(student);
        current[student] += more;
        GrowthCohort raised = with(current);
        assertThat(MODEL.score(raised, MATRICES).percentile(student)).isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 10)
    void aHigherScoreIsNoLowerPercentileInAFitOfItsOwnEither(
            @ForAll @IntRange(max = 399) int student, @ForAll @IntRange(max = 1000) int tenths) {
        double[] current = COHORT.allCurrent();
        int before = MODEL.withOrders(1).of(COHORT).percentile(student);
        current[student] = Math.rint(10 * current[student] + tenths) / 10;
        assertThat(MODEL.withOrders(1).of(with(current)).percentile(student)).isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 100)
    void oneStudentAloneIsScoredAsAmongAll(@ForAll @IntRange(max = 399) int student) {
        int[] alone = {student};
        GrowthCohort one = GrowthCohort.of(
                COHORT.progression(), COHORT.current(alone), List.of(COHORT.prior(1, alone), COHORT.prior(2, alone)));
        GrowthPercentiles whole = MODEL.score(COHORT, MATRICES);
        GrowthPercentiles single = MODEL.score(one, MATRICES);
        assertThat(single.percentile(0)).isEqualTo(whole.percentile(student));
        assertThat(single.curve(0)).isEqualTo(whole.curve(student));
        double[] curve = whole.curve(student);
        double score = COHORT.findCurrent(student).orElseThrow();
        int below = 0;
        for (int tau = 0; tau < curve.length; tau++) {
            below += curve[tau] < score ? 1 : 0;
            assertThat(tau == 0 || curve[tau] >= curve[tau - 1]).isTrue();
        }
        assertThat(whole.percentile(student)).isEqualTo(Math.max(1, Math.min(99, below)));
    }

    @Property(tries = 6)
    void anotherScaleOfPointsKeepsThePercentiles(@ForAll @IntRange(min = 1, max = 5) int times) {
        double[] current = scaled(COHORT.allCurrent(), times);
        GrowthCohort other = GrowthCohort.of(
                COHORT.progression(),
                current,
                List.of(scaled(COHORT.allPrior(1), times), scaled(COHORT.allPrior(2), times)));
        int[] before = MODEL.score(COHORT, MATRICES).percentiles();
        int[] after = MODEL.of(other).percentiles();
        assertThat(after).isEqualTo(before);
    }

    private static double[] scaled(double[] scores, int times) {
        double[] scaled = new double[scores.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.rint(10 * (scores[i] * times + 100)) / 10;
        }
        return scaled;
    }

    private static GrowthCohort with(double[] current) {
        return GrowthCohort.of(COHORT.progression(), current, List.of(COHORT.allPrior(1), COHORT.allPrior(2)));
    }
}
