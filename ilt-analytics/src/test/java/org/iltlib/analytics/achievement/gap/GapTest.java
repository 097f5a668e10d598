package org.iltlib.analytics.achievement.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.iltlib.analytics.achievement.composition.GroupTotal;
import org.iltlib.analytics.stats.HedgesG;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.analytics.stats.merge.ScoreGrid;
import org.iltlib.base.Measured;
import org.iltlib.choice.Rational;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class GapTest {
    private static final LevelCounts A = LevelCounts.of(120, 260, 410, 210);
    private static final LevelCounts B = LevelCounts.of(310, 330, 260, 100);
    private static final ScoreGrid GRID = ScoreGrid.ofPoints(0, 40);

    private static Estimate get(Measured<Estimate> found) {
        return found.value().orElseThrow();
    }

    @Test
    void vAgreesWithThePublishedCounts() {
        // effects.json gaps: auc_trapezoid, V_nonparam, V_binormal_ML
        // R: M <- outer(a, b, function(x, y) (x > y) + .5 * (x == y));
        //    se <- sqrt(var(rowMeans(M)) / 1000 + var(colMeans(M)) / 1000); sqrt(2) * se / dnorm(qnorm(mean(M)))
        VStatistic v = VStatistic.withDefaults();
        assertThat(get(v.superiority(A, B)).value()).isCloseTo(0.6573, within(1e-14));
        assertThat(get(v.superiority(A, B)).standardError().orElseThrow()).isCloseTo(0.0116460530030801, within(1e-14));
        assertThat(get(v.of(A, B)).value()).isCloseTo(0.5729056226934565, within(1e-12));
        assertThat(get(v.of(A, B)).standardError().orElseThrow()).isCloseTo(0.0448146305642115, within(1e-12));
        assertThat(get(v.binormal(A, B)).value()).isCloseTo(0.6193531381640728, within(1e-9));
        assertThat(get(new VStatistic(0.9).binormal(A, B)).level()).isEqualTo(0.9);
        assertThat(get(v.of(B, A)).value()).isCloseTo(-0.5729056226934565, within(1e-12));
    }

    @Test
    void vOfScoresDependsOnTheirOrderAlone() {
        ScoreCounts a = ScoreCounts.of(GRID, 3, 5, 5, 8, 9);
        ScoreCounts b = ScoreCounts.of(GRID, 1, 3, 4, 5, 9);
        ScoreCounts stretchedA = ScoreCounts.of(GRID, 13, 20, 20, 21, 40);
        ScoreCounts stretchedB = ScoreCounts.of(GRID, 0, 13, 14, 20, 40);
        assertThat(VStatistic.withDefaults().of(a, b))
                .isEqualTo(VStatistic.withDefaults().of(stretchedA, stretchedB));
        assertThat(VStatistic.withDefaults()
                        .of(ScoreCounts.of(GRID, 8, 9), ScoreCounts.of(GRID, 1, 2))
                        .isReported())
                .isFalse();
        assertThat(VStatistic.withDefaults().of(a, ScoreCounts.of(GRID, 1)).isReported())
                .isFalse();
        assertThatThrownBy(() -> VStatistic.withDefaults().of(a, ScoreCounts.empty(ScoreGrid.ofPoints(0, 1))))
                .hasMessageContaining("same test");
        assertThatThrownBy(() -> VStatistic.withDefaults().of(A, LevelCounts.of(1, 2)))
                .hasMessageContaining("levels");
        assertThatThrownBy(() -> new VStatistic(1)).hasMessageContaining("level is 1.0");
    }

    @Test
    void aGapOfRatesDependsOnTheCutAndSaysSo() {
        RateGap gap = RateGap.of(A, B, 2);
        // R: Newcombe's method 10 from prop.test(620, 1000, correct = FALSE) and (360, 1000); qnorm(.62) - qnorm(.36)
        assertThat(get(gap.difference()).value()).isCloseTo(0.26, within(1e-15));
        assertThat(get(gap.difference()).lower()).isCloseTo(0.21706206134303, within(1e-12));
        assertThat(get(gap.difference()).upper()).isCloseTo(0.301531481160399, within(1e-12));
        assertThat(get(gap.probit()).value()).isCloseTo(0.663939581350591, within(1e-12));
        assertThat(get(gap.probit()).standardError().orElseThrow()).isCloseTo(0.0571948210052779, within(1e-12));
        assertThat(gap.acrossCuts()).hasSize(3);
        assertThat(gap.warning()).contains("3 cuts").contains("from 0.110 to 0.260");
        assertThat(RateGap.of(LevelCounts.of(0, 2), LevelCounts.of(1, 1), 1)
                        .probit()
                        .isReported())
                .isFalse();
        assertThat(RateGap.of(LevelCounts.of(0, 0), LevelCounts.of(1, 1), 1).warning())
                .isEqualTo("A gap of rates depends on the cut.");
        assertThatThrownBy(() -> RateGap.of(A, B, 4)).hasMessageContaining("1 to 3");
        assertThatThrownBy(() -> RateGap.of(A, LevelCounts.of(1, 2), 1)).hasMessageContaining("levels");
    }

    @Test
    void theSpreadOfAGapIsAChoice() {
        Moments a = Moments.of(3, 5, 4, 8, 9.5);
        Moments b = Moments.of(1, 2, 6, 7, 3);
        assertThat(StandardizedGap.pooled(a, b))
                .isEqualTo(HedgesG.withDefaults().of(a, b));
        // R: (mean(x) - mean(y)) / 4; sqrt(var(x)/5 + var(y)/5) / 4
        Estimate population = get(StandardizedGap.ofPopulation(a, b, 4));
        assertThat(population.value()).isCloseTo(2.1 / 4, within(1e-15));
        assertThat(population.standardError().orElseThrow())
                .isCloseTo(Math.sqrt(7.55 / 5 + 6.7 / 5) / 4, within(1e-14));
        assertThat(StandardizedGap.ofPopulation(a, Moments.of(1), 4).isReported())
                .isFalse();
        assertThatThrownBy(() -> StandardizedGap.ofPopulation(a, b, 0)).hasMessageContaining("spread is 0.0");
    }

    @Test
    void ratiosOfPercentilesNeedATrueZero() {
        ScoreCounts a = ScoreCounts.of(GRID, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22);
        ScoreCounts b = ScoreCounts.of(GRID, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Estimate medians = get(PercentileRatio.withDefaults().of(a, b, 0.5));
        assertThat(medians.value()).isEqualTo(2);
        assertThat(medians.excludes(0.5)).isTrue();
        ScoreCounts many = a;
        for (int i = 0; i < 5; i++) {
            many = many.merge(many);
        }
        Estimate spread = get(PercentileRatio.withDefaults().within(many, 0.9, 0.1));
        assertThat(spread.value()).isCloseTo(20.0 / 6, within(0.35));
        assertThat(PercentileRatio.withDefaults()
                        .of(a, ScoreCounts.of(GRID, 0, 0, 0, 0, 0, 0, 0, 0), 0.5)
                        .isReported())
                .isFalse();
        assertThat(PercentileRatio.withDefaults().within(a, 0.9, 0.1).isReported())
                .isFalse();
        assertThatThrownBy(() -> PercentileRatio.withDefaults().within(a, 0.1, 0.9))
                .hasMessageContaining("swap");
        assertThatThrownBy(() -> new PercentileRatio(0)).hasMessageContaining("level is 0.0");
    }

    @Test
    void aLineThroughGapsAgreesWithR() {
        double[] values = {-.62, -.55, -.57, -.44};
        double[] errors = {.05, .04, .06, .05};
        Map<Integer, Estimate> gaps = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            gaps.put(2021 + i, reading(values[i], errors[i]));
        }
        GapLine line = GapLine.of(gaps).value().orElseThrow();
        // R: m <- lm(y ~ x, weights = 1/s^2); coef, predict at 2025; errors over summary(m)$sigma
        assertThat(line.slope().value()).isCloseTo(0.0529320009748943, within(1e-10));
        assertThat(line.slope().standardError().orElseThrow()).isCloseTo(0.0223161283936396, within(1e-10));
        assertThat(line.at(2025).value()).isCloseTo(-0.406139410187671, within(1e-10));
        assertThat(line.at(2025).standardError().orElseThrow()).isCloseTo(0.0629197255853767, within(1e-10));
        assertThat(line.misfit()).isCloseTo(1.22105776261286, within(1e-9));
        assertThat(line.freedom()).isEqualTo(2);
        assertThat(GapLine.of(Map.of(2021, reading(1, 1))).isReported()).isFalse();
        assertThat(GapLine.of(Map.of(2021, reading(1, 1), 2022, reading(1, 0))).isReported())
                .isFalse();
        assertThatThrownBy(() -> GapLine.of(Map.of(
                        2021,
                        reading(1, 1),
                        2022,
                        reading(1, 1).toBuilder().unit("points").build())))
                .hasMessageContaining("is in points");
    }

    private static Estimate reading(double value, double error) {
        return Estimate.builder()
                .value(value)
                .lower(value - 2 * error)
                .upper(value + 2 * error)
                .level(0.95)
                .standardError(error)
                .n(100)
                .unit("standard deviations")
                .method("given")
                .build();
    }

    @Test
    void aGapIsTakenApartBySchools() {
        // by hand: group .4, three quarters in the weak school, reference .6; no difference within a school
        GapDecomposition between = GapDecomposition.of(
                Map.of("weak", GroupTotal.of(30, 9), "strong", GroupTotal.of(10, 7)),
                Map.of("weak", GroupTotal.of(10, 3), "strong", GroupTotal.of(30, 21)));
        assertThat(between.gap()).isEqualTo(Rational.of(-1, 5));
        assertThat(between.within()).isEqualTo(Rational.ZERO);
        assertThat(between.between()).isEqualTo(Rational.of(-1, 5));
        GapDecomposition within = GapDecomposition.of(
                Map.of("weak", GroupTotal.of(10, 2), "strong", GroupTotal.of(10, 6)),
                Map.of("weak", GroupTotal.of(20, 6), "strong", GroupTotal.of(20, 14)));
        assertThat(within.between()).isEqualTo(Rational.ZERO);
        assertThat(within.within()).isEqualTo(within.gap()).isEqualTo(Rational.of(-1, 10));
        assertThat(within.withinBySchool()).containsEntry("weak", Rational.of(-1, 20));
    }
}
