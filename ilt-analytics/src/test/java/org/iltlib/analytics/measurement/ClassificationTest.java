package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseTable;
import org.junit.jupiter.api.Test;

class ClassificationTest {

    private static ClassificationResult livingstonLewis(ResponseTable table, int maximum, int... cuts) {
        double alpha = CronbachAlpha.withDefaults()
                .of(table)
                .alpha()
                .value()
                .orElseThrow()
                .value();
        return Classification.livingstonLewis(ScoreHistogram.of(table, maximum), alpha, cuts)
                .value()
                .orElseThrow();
    }

    /**
     * R: moments of the totals on the effective length, {@code dbeta} and {@code pbinom} integrated by {@code
     * integrate(rel.tol = 1e-10)}; the four-parameter fit found by {@code optim} on skewness and kurtosis.
     */
    @Test
    void livingstonAndLewisAgreesWithNumericalIntegrationInR() {
        ClassificationResult one = livingstonLewis(SharedItems.ecpe(), 28, 18);
        assertThat(one.effectiveLength()).isEqualTo(31);
        assertThat(one.method()).contains("beta of 2 parameters");
        assertThat(one.accuracy()).isCloseTo(0.873938976274468, within(1e-7));
        assertThat(one.consistency()).isCloseTo(0.826876990642947, within(1e-7));
        assertThat(one.chanceConsistency()).isCloseTo(0.592483737583685, within(1e-7));
        assertThat(one.tooHigh()).isCloseTo(0.066985630775773, within(1e-7));
        assertThat(one.tooLow()).isCloseTo(1 - 0.873938976274468 - 0.066985630775773, within(1e-7));
        assertThat(one.kappa())
                .isCloseTo((0.826876990642947 - 0.592483737583685) / (1 - 0.592483737583685), within(1e-6));
        ClassificationResult four = livingstonLewis(SharedItems.ecpe(), 28, 14, 20, 25);
        assertThat(four.accuracy()).isCloseTo(0.689008210712073, within(1e-7));
        assertThat(four.consistency()).isCloseTo(0.581366613257390, within(1e-7));
        assertThat(four.tooHigh()).isCloseTo(0.156926453681389, within(1e-7));
        ClassificationResult mathematics = livingstonLewis(SharedItems.timss(), 25, 8, 15);
        assertThat(mathematics.accuracy()).isCloseTo(0.7861118628791433, within(1e-7));
        assertThat(mathematics.consistency()).isCloseTo(0.7037497622288714, within(1e-7));
        assertThat(mathematics.chanceConsistency()).isCloseTo(0.3674452285074634, within(1e-7));
        assertThat(mathematics.students()).isEqualTo(344);
    }

    /** R: as above; the counts are 1,000 students on 20 items with true shares beta(2, 3) between .2 and .9. */
    @Test
    void aBetaOfFourParametersAgreesWithR() {
        long[] counts = {0, 2, 8, 20, 38, 58, 78, 93, 101, 104, 101, 94, 83, 69, 55, 40, 27, 16, 8, 3, 0};
        ClassificationResult found = Classification.livingstonLewis(ScoreHistogram.of(counts), 0.63, 8, 13)
                .value()
                .orElseThrow();
        assertThat(found.method()).contains("beta of 4 parameters");
        assertThat(found.accuracy()).isCloseTo(0.674829442420047, within(1e-6));
        assertThat(found.consistency()).isCloseTo(0.576130231939638, within(1e-6));
        assertThat(found.chanceConsistency()).isCloseTo(0.369708139820207, within(1e-6));
        assertThat(found.tooHigh()).isCloseTo(0.217718563214775, within(1e-6));
    }

    /** R: {@code pbinom} about each student's own share. */
    @Test
    void binomialErrorsAgreeWithR() {
        ClassificationResult found = Classification.binomial(ScoreHistogram.of(SharedItems.ecpe(), 28), 14, 20, 25)
                .value()
                .orElseThrow();
        assertThat(found.accuracy()).isCloseTo(0.703154689430214, within(1e-12));
        assertThat(found.consistency()).isCloseTo(0.595406975867021, within(1e-12));
        assertThat(found.chanceConsistency()).isCloseTo(0.284103996269261, within(1e-12));
        assertThat(Classification.binomial(ScoreHistogram.of(SharedItems.lsat6(), 5), 4)
                        .value()
                        .orElseThrow()
                        .consistency())
                .isCloseTo(0.742023491584000, within(1e-12));
    }

    /** A simulation with known truth: 40,000 true shares from a beta distribution, two binomial tests of 30 items each. */
    @Test
    void theModelFindsTheRatesOfASimulatedTestWithKnownTruth() {
        Random random = new Random(7);
        long[] counts = new long[31];
        double right = 0;
        double same = 0;
        int students = 40_000;
        for (int i = 0; i < students; i++) {
            double share = beta(random);
            int first = binomial(random, share);
            int second = binomial(random, share);
            counts[first]++;
            right += level(30 * share) == level(first) ? 1 : 0;
            same += level(first) == level(second) ? 1 : 0;
        }
        double reliability = 30.0 / (30 + 3 + 5); // of a beta-binomial test
        ClassificationResult found = Classification.livingstonLewis(ScoreHistogram.of(counts), reliability, 12, 21)
                .value()
                .orElseThrow();
        assertThat(found.effectiveLength()).isEqualTo(30);
        assertThat(found.accuracy()).isCloseTo(right / students, within(0.005));
        assertThat(found.consistency()).isCloseTo(same / students, within(0.005));
    }

    private static int level(double score) {
        return score >= 21 ? 2 : score >= 12 ? 1 : 0;
    }

    /** The third smallest of seven uniform numbers: beta with shapes 3 and 5. */
    private static double beta(Random random) {
        return random.doubles(7).sorted().skip(2).findFirst().orElseThrow();
    }

    private static int binomial(Random random, double share) {
        return (int) random.doubles(30).filter(u -> u < share).count();
    }

    @Test
    void whatCannotBeClassifiedIsMissingOrRefused() {
        ScoreHistogram scores = ScoreHistogram.of(1, 2, 3);
        assertThat(Classification.livingstonLewis(scores, 1.0, 1).isReported()).isFalse();
        assertThat(Classification.livingstonLewis(ScoreHistogram.of(0, 9, 0), 0.5, 1)
                        .isReported())
                .isFalse();
        assertThat(Classification.livingstonLewis(ScoreHistogram.of(0, 1, 0), 0.5, 1)
                        .toString())
                .contains("two students");
        assertThat(Classification.livingstonLewis(ScoreHistogram.of(5, 0, 0, 0, 5), 0.01, 2)
                        .isReported())
                .isFalse();
        assertThat(Classification.binomial(ScoreHistogram.of(0, 0), 1).toString())
                .contains(MissingReason.NO_STUDENTS.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.binomial(scores))
                .withMessageContaining("cuts is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classification.binomial(scores, 2, 1))
                .withMessageContaining("ascending cuts from 1 to 2");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreHistogram.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreHistogram.of(SharedItems.science(), 9))
                .withMessageContaining("Expected at most 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.merge(ScoreHistogram.of(1, 2)))
                .withMessageContaining("same test");
        assertThat(scores).hasToString("6 students, 0 to 2 points");
        assertThat(scores.count(2)).isEqualTo(3);
    }
}
