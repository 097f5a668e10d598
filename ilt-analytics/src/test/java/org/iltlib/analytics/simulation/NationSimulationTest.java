package org.iltlib.analytics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NationSimulationTest {
    private static final NationSimulation SMALL =
            NationSimulation.withDefaults().withSize(100_000, 5, 2);

    @Test
    void aNationHasFortyFourMillionScores() {
        NationSimulation nation = NationSimulation.withDefaults();
        long[] sizes = IntStream.range(0, 50)
                .mapToLong(state -> nation.students(state))
                .toArray();
        assertThat(14 * LongStream.of(sizes).sum()).isCloseTo(44_000_000L, within(14L));
        assertThat(sizes[0] / (double) sizes[49]).isCloseTo(70, within(0.1));
    }

    @Test
    void everyCohortComesOnceAndIsTheOneThatIsDrawnAlone() {
        assertThat(SMALL.of(9)
                        .map(cohort -> cohort.state() + "." + cohort.number())
                        .toList())
                .containsExactly("0.0", "0.1", "1.0", "1.1", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1");
        SimulatedCohort alone = SMALL.of(9, 3, 1);
        SimulatedCohort inTurn = SMALL.of(9).skip(7).findFirst().orElseThrow();
        assertThat(inTurn.score(0)).isEqualTo(alone.score(0));
        assertThat(SMALL.of(9, 3, 0).score(0)).isNotEqualTo(alone.score(0));
        assertThat(SMALL.of(10, 3, 1).score(0)).isNotEqualTo(alone.score(0));
    }

    /** Streams of neighbouring cohorts must not be one stream begun a little later. */
    @Test
    void cohortsOfAStateHaveNothingInCommon() {
        double[] one = SMALL.withMissing(0).of(9, 0, 0).score(0);
        double[] other = SMALL.withMissing(0).of(9, 0, 1).score(0);
        for (int lag = -8; lag <= 8; lag++) {
            assertThat(correlation(one, other, lag)).isCloseTo(0, within(0.03));
        }
    }

    private static double correlation(double[] one, double[] other, int lag) {
        int from = Math.max(0, -lag);
        int to = Math.min(one.length, other.length - lag);
        double[] a = IntStream.range(from, to).mapToDouble(i -> one[i]).toArray();
        double[] b = IntStream.range(from, to).mapToDouble(i -> other[i + lag]).toArray();
        return correlation(a, b);
    }

    private static double correlation(double[] a, double[] b) {
        double[] sums = new double[5];
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                sums[0] += a[i];
                sums[1] += b[i];
                sums[2] += a[i] * a[i];
                sums[3] += b[i] * b[i];
                sums[4] += a[i] * b[i];
                n++;
            }
        }
        double covariance = sums[4] - sums[0] * sums[1] / n;
        return covariance / Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
    }

    /** Correlations of past years are .78, .78 to √2 = .704; the current score carries the schools' part beside. */
    @Test
    void scoresOfYearsApartCorrelateAsSaid() {
        SimulatedCohort cohort =
                NationSimulation.withDefaults().withSize(60_000, 1, 1).of(1, 0, 0);
        assertThat(correlation(cohort.score(1), cohort.score(2))).isCloseTo(0.78, within(0.01));
        assertThat(correlation(cohort.score(1), cohort.score(3))).isCloseTo(Math.pow(0.78, Math.sqrt(2)), within(0.01));
        double share = 0.1 * (1 - 0.78 * 0.78);
        assertThat(correlation(cohort.score(0), cohort.score(1))).isCloseTo(0.78 / Math.sqrt(1 + share), within(0.01));
        assertThat(cohort.schoolEffect()).hasSize(60_000 / 80);
        long missing = IntStream.range(0, cohort.count())
                .filter(i -> Double.isNaN(cohort.score(2)[i]))
                .count();
        assertThat(missing / 60_000.0).isCloseTo(0.06, within(0.005));
        assertThat(cohort.score(0)).doesNotContain(Double.NaN);
    }

    @Test
    void aNationThatCannotBeIsRefused() {
        assertThatThrownBy(() -> NationSimulation.withDefaults().withSize(100, 50, 14))
                .hasMessageContaining("There are 100 scores. Expected at least 49000");
        assertThatThrownBy(() -> NationSimulation.withDefaults().withYearsBefore(9))
                .hasMessage("years is 9. Expected 1 to 7.");
        assertThatThrownBy(() -> SMALL.of(1, 5, 0)).hasMessage("state is 5. Expected 0 to 4.");
        assertThatThrownBy(() -> SMALL.of(1, 0, 2)).hasMessage("cohort is 2. Expected 0 to 1.");
    }
}
