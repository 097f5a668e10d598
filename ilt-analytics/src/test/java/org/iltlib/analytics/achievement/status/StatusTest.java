package org.iltlib.analytics.achievement.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.analytics.stats.WilsonInterval;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.analytics.stats.merge.ScoreGrid;
import org.iltlib.base.Measured;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final ScoreGrid GRID = new ScoreGrid(0, 100, 2);
    private static final double[] X = {8, 9.5, 3, 5, 4, 11, 7, 6, 10, 2, 12, 13, 1, 14, 15};

    private static void is(Measured<Estimate> found, double value, double lower, double upper) {
        Estimate estimate = found.value().orElseThrow();
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.lower()).isCloseTo(lower, within(1e-12));
        assertThat(estimate.upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void aReadingHoldsWhatRSays() {
        StatusReading reading = StatusRule.withCuts(5, 10).of(ScoreCounts.of(GRID, X), 20);
        // R: quantile(x, c(.25, .5, .75)); ranks max(which(pbinom(0:14, 15, p) <= .025)) and
        // min(which(1 - pbinom(0:14, 15, p) <= .025)): 1 and 8, 4 and 12, 8 and 15
        is(reading.quartiles().get(0), 4.5, 1, 8);
        is(reading.quartiles().get(1), 8, 4, 12);
        is(reading.quartiles().get(2), 11.5, 8, 15);
        assertThat(reading.levels()).isEqualTo(LevelCounts.of(4, 5, 6));
        assertThat(reading.atOrAbove().get(1))
                .isEqualTo(WilsonInterval.withDefaults().of(6, 15));
        assertThat(reading.shares().get(0))
                .isEqualTo(WilsonInterval.withDefaults().of(4, 15));
        assertThat(reading.mean().value().orElseThrow().upper())
                .isCloseTo(
                        MeanInterval.withDefaults()
                                .of(Moments.of(X))
                                .value()
                                .orElseThrow()
                                .upper(),
                        within(1e-12));
        assertThat(reading.coverage().orElse(0.0)).isEqualTo(0.75);
        assertThat(reading.toString()).endsWith("15 of 20 expected students");
    }

    @Test
    void intervalsOfSharesMayBeExact() {
        StatusRule rule = StatusRule.withCuts(5)
                .withShares(StatusRule.ShareInterval.EXACT)
                .withLevel(0.9);
        Estimate exact =
                rule.of(ScoreCounts.of(GRID, X), 15).atOrAbove().get(0).value().orElseThrow();
        assertThat(exact.method()).contains("Clopper");
        assertThat(exact.level()).isEqualTo(0.9);
    }

    @Test
    void whatIsTooSmallIsMissing() {
        StatusReading nobody = StatusRule.withCuts(5).of(ScoreCounts.empty(GRID), 0);
        assertThat(nobody.coverage().isReported()).isFalse();
        assertThat(nobody.quartiles()).noneMatch(Measured::isReported);
        assertThat(QuantileInterval.median()
                        .of(ScoreCounts.of(GRID, 1, 2, 3, 4, 5))
                        .isReported())
                .isFalse();
        // 2 * .5^6 = .03125 <= .05: six numbers have the interval from the lowest to the highest
        is(QuantileInterval.median().of(ScoreCounts.of(GRID, 1, 2, 3, 4, 5, 6)), 3.5, 1, 6);
        assertThatThrownBy(() -> StatusRule.withCuts(5).of(ScoreCounts.of(GRID, X), 3))
                .hasMessageContaining("expected is 3");
        assertThatThrownBy(() -> StatusRule.withCuts(5, 5)).hasMessageContaining("Expected a rise");
        assertThatThrownBy(() -> StatusRule.withCuts()).hasMessageContaining("cuts is empty");
        assertThatThrownBy(() -> QuantileInterval.of(0)).hasMessageContaining("p is 0.0");
    }

    @Test
    void groupsAreWithheldTogether() {
        ScoreCounts fifteen = ScoreCounts.of(GRID, X);
        ScoreCounts three = ScoreCounts.of(GRID, 1, 2, 3);
        Map<String, ScoreCounts> groups =
                Map.of("a", fifteen, "b", fifteen.merge(three), "c", fifteen.merge(fifteen), "d", three);
        Map<String, Measured<StatusReading>> found = StatusRule.withCuts(5)
                .byGroup(groups, Map.of("a", 20L, "b", 20L, "c", 40L, "d", 3L), SuppressionPolicy.NCES_2011_603);
        assertThat(found.keySet()).containsExactly("a", "b", "c", "d");
        assertThat(found.values().stream().map(Measured::isReported)).containsExactly(false, true, true, false);
        assertThatThrownBy(
                        () -> StatusRule.withCuts(5).byGroup(groups, Map.of("a", 20L), SuppressionPolicy.NCES_2011_603))
                .hasMessageContaining("Expected the same");
    }
}
