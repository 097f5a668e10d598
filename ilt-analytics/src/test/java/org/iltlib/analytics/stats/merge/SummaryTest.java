package org.iltlib.analytics.stats.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iltlib.analytics.stats.Adjustment;
import org.iltlib.analytics.stats.ClopperPearson;
import org.iltlib.analytics.stats.MeanInterval;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final ScoreGrid TENTHS = new ScoreGrid(0, 1000, 10);

    @Test
    void aGridKnowsItsScores() {
        assertThat(TENTHS.score(125)).isEqualTo(12.5);
        assertThat(TENTHS.place(12.5)).isEqualTo(125);
        assertThat(ScoreGrid.ofPoints(200, 800).place(200)).isZero();
        assertThatThrownBy(() -> TENTHS.place(12.55)).hasMessageContaining("multiple of 1/10");
        assertThatThrownBy(() -> TENTHS.place(100)).hasMessageContaining("0.0 to 99.9");
        assertThatThrownBy(() -> TENTHS.step(-1)).hasMessageContaining("place is -1");
        assertThatThrownBy(() -> ScoreGrid.ofPoints(5, 4)).hasMessageContaining("Maybe swap");
        assertThatThrownBy(() -> ScoreGrid.ofPoints(0, 2_000_000)).hasMessageContaining("too many");
    }

    @Test
    void scoresAreCountedAndCut() {
        ScoreCounts scores = ScoreCounts.of(TENTHS, 12.5, 12.5, 40, 99.9);
        assertThat(scores.n()).isEqualTo(4);
        assertThat(scores.count(125)).isEqualTo(2);
        assertThat(scores.levels(12.5, 40.1)).isEqualTo(LevelCounts.of(0, 3, 1));
        assertThat(scores.ranked(3)).isEqualTo(40);
        assertThat(scores).hasToString("4 scores from 12.5 to 99.9");
        assertThat(ScoreCounts.empty(TENTHS)).hasToString("no scores");
        assertThat(ScoreCounts.empty(TENTHS).quantile(0.5)).isEmpty();
        assertThat(ScoreCounts.empty(TENTHS).moments()).isEqualTo(Moments.EMPTY);
        assertThat(ScoreCounts.ofCounts(ScoreGrid.ofPoints(1, 3), 2, 0, 1))
                .isEqualTo(ScoreCounts.of(ScoreGrid.ofPoints(1, 3), 1, 3, 1))
                .isNotEqualTo("x");
        assertThat(MeanInterval.withDefaults().of(scores.moments()).isReported())
                .isTrue();
        assertThatThrownBy(() -> scores.less(ScoreCounts.of(TENTHS, 13))).hasMessageContaining("place 130 holds 0");
        assertThatThrownBy(() -> scores.merge(ScoreCounts.empty(ScoreGrid.ofPoints(0, 1))))
                .hasMessageContaining("same test");
        assertThatThrownBy(() -> scores.levels(5, 4)).hasMessageContaining("Expected a rise");
        assertThatThrownBy(() -> scores.ranked(5)).hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> ScoreCounts.ofCounts(ScoreGrid.ofPoints(1, 3), 2, 0))
                .hasMessageContaining("Expected 3");
    }

    @Test
    void levelsAndGroupsAreCounted() {
        LevelCounts levels = LevelCounts.of(3, 0, 2, 1);
        assertThat(levels.atOrAbove(2)).isEqualTo(3);
        assertThat(levels.occupied()).isEqualTo(3);
        assertThat(levels).hasToString("[3, 0, 2, 1]").isNotEqualTo("x");
        assertThatThrownBy(() -> levels.count(4)).hasMessageContaining("0 to 3");
        assertThatThrownBy(() -> levels.merge(LevelCounts.of(1, 2))).hasMessageContaining("4 and 2 levels");
        assertThatThrownBy(() -> LevelCounts.of(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> LevelCounts.of(1, -1)).hasMessageContaining("count is -1");
        GroupLevels groups = Stream.of("b", "a", "b")
                .map(name -> GroupLevels.of(name, 1, 0, 2))
                .collect(GroupLevels.merging(3));
        assertThat(groups).hasToString("{a=[1, 0, 2], b=[2, 0, 4]}").isNotEqualTo("x");
        assertThat(groups.total()).isEqualTo(LevelCounts.of(3, 0, 6));
        assertThat(groups.counts("c").n()).isZero();
        assertThatThrownBy(() -> groups.less(GroupLevels.of("c", 1, 0, 0))).hasMessageContaining("holds 0");
        assertThatThrownBy(() -> groups.merge(GroupLevels.empty(4))).hasMessageContaining("3 and 4 levels");
        assertThatThrownBy(() -> GroupLevels.of(Map.of())).hasMessageContaining("no groups");
        assertThatThrownBy(() -> GroupLevels.of(Map.of("a", LevelCounts.of(1, 2), "b", LevelCounts.of(1, 2, 3))))
                .hasMessageContaining("\"b\" has 3 levels");
    }

    @Test
    void sumsOfProductsAreExact() {
        CrossMoments moments = CrossMoments.empty(2).with(1, 4).with(2, 2).withTimes(2, 6, 3);
        assertThat(moments.n()).isEqualTo(4);
        assertThat(moments.sum(1)).isEqualTo(12);
        assertThat(moments.product(1, 0)).isEqualTo(4 + 4 + 2 * 18);
        assertThat(moments.deviations(0, 1)).isEqualTo(44 - 15 * 12 / 4.0);
        // R: cor(c(1,2,6,6), c(4,2,3,3))
        assertThat(moments.correlation(0, 1).orElse(9.0)).isCloseTo(-0.15523010514126653, within(1e-15));
        assertThat(CrossMoments.empty(1).with(3).correlation(0, 0).isReported()).isFalse();
        assertThat(CrossMoments.empty(1).deviations(0, 0)).isZero();
        assertThat(CrossMoments.empty(1).with(25).with(35).moments(0, 10)).isEqualTo(new Moments(2, 3, 0.5));
        assertThat(moments).hasToString("4 rows of 2 columns").isNotEqualTo("x");
        assertThatThrownBy(() -> moments.with(1)).hasMessageContaining("Expected 2");
        assertThatThrownBy(() -> moments.sum(2)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> moments.merge(CrossMoments.empty(1))).hasMessageContaining("columns");
        assertThatThrownBy(() -> CrossMoments.empty(2).less(moments)).hasMessageContaining("4 rows are to go");
        assertThatThrownBy(() -> CrossMoments.empty(1).withTimes(Long.MAX_VALUE / 2, 1_000_000))
                .hasMessageContaining("does not fit");
    }

    @Test
    void anExactSumForgetsNothing() {
        ExactSum sum = ExactSum.of(1e300, 1, -1e300).with(Double.MIN_VALUE);
        assertThat(sum.value()).isEqualTo(1);
        assertThat(sum.less(ExactSum.of(1)).value()).isEqualTo(Double.MIN_VALUE);
        assertThat(ExactSum.of(0.1, 0.2, 0.3).value()).isEqualTo(0.6);
        double half = Math.scalb(1.0, -53); // of the last bit of 1: a tie goes to even, anything more goes up
        assertThat(ExactSum.of(1, half).value()).isEqualTo(1);
        assertThat(ExactSum.of(1, half, Double.MIN_VALUE).value()).isEqualTo(Math.nextUp(1.0));
        assertThat(ExactSum.of(-0.5, -0.25)).hasToString("2 numbers, sum -0.75").isNotEqualTo("x");
        assertThat(ExactSum.of(List.of()).value()).isZero();
        assertThatThrownBy(() -> ExactSum.of(Double.MAX_VALUE, Double.MAX_VALUE).value())
                .hasMessageContaining("sum is Infinity");
        assertThatThrownBy(() -> ExactSum.EMPTY.less(ExactSum.of(1))).hasMessageContaining("1 numbers are to go");
    }

    @Test
    void adjustedValuesAgreeWithR() {
        double[] p = {.012, .002, .74, .009, .021, .05, .11, .3};
        // effects.json BH (p.adjust "BH", "holm", "bonferroni") and R: p.adjust(p, "BY"), here in another order
        adjusts(
                Adjustment.BENJAMINI_HOCHBERG,
                p,
                .032,
                .016,
                .74,
                .032,
                .042,
                .08,
                .1466666666666667,
                .3428571428571429);
        adjusts(Adjustment.HOLM, p, .072, .016, .74, .063, .105, .2, .33, .6);
        adjusts(Adjustment.BONFERRONI, p, .096, .016, 1, .072, .168, .4, .88, 1);
        adjusts(
                Adjustment.BENJAMINI_YEKUTIELI,
                p,
                0.0869714285714286,
                0.0434857142857143,
                1,
                0.0869714285714286,
                0.11415,
                0.217428571428571,
                0.398619047619048,
                0.931836734693878);
        // R: p.adjust(c(.01, .011), "holm")
        adjusts(Adjustment.HOLM, new double[] {.01, .011}, .02, .02);
        assertThat(Adjustment.HOLM.adjust()).isEmpty();
        assertThat(Adjustment.HOLM).hasToString("Holm");
        assertThatThrownBy(() -> Adjustment.HOLM.adjust(1.1)).hasMessageContaining("p-value is 1.1");
    }

    private static void adjusts(Adjustment adjustment, double[] p, double... expected) {
        assertThat(adjustment.adjust(p)).containsExactly(expected, within(1e-14));
    }

    @Test
    void exactIntervalsOfSharesAgreeWithR() {
        // R: binom.test(7, 20)$conf.int; binom.test(0, 20); binom.test(20, 20); binom.test(139, 340, conf.level = .9)
        isInterval(ClopperPearson.withDefaults(), 7, 20, 0.153909204784541, 0.592188534532828);
        isInterval(ClopperPearson.withDefaults(), 0, 20, 0, 0.168433470983085);
        isInterval(ClopperPearson.withDefaults(), 20, 20, 0.831566529016915, 1);
        isInterval(ClopperPearson.withDefaults().withLevel(0.9), 139, 340, 0.36421985128419, 0.454617540559848);
        assertThat(ClopperPearson.withDefaults().of(0, 0).isReported()).isFalse();
        assertThatThrownBy(() -> ClopperPearson.withDefaults().of(3, 2)).hasMessageContaining("0 to 2");
    }

    private static void isInterval(ClopperPearson rule, long successes, long n, double lower, double upper) {
        Estimate share = rule.of(successes, n).value().orElseThrow();
        assertThat(share.lower()).isCloseTo(lower, within(1e-12));
        assertThat(share.upper()).isCloseTo(upper, within(1e-12));
    }
}
