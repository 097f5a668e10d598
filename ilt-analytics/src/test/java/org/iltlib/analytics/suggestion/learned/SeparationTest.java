package org.iltlib.analytics.suggestion.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.curriculum.StandardId;
import org.iltlib.finding.Estimate;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static List<Foretold> replies(double[] accepted, double[] rejected) {
        List<Foretold> replies = new ArrayList<>();
        for (double score : accepted) {
            replies.add(new Foretold(StandardId.of("s" + replies.size() % 3), score, true));
        }
        for (double score : rejected) {
            replies.add(new Foretold(StandardId.of("s" + replies.size() % 3), score, false));
        }
        return replies;
    }

    /** R: wilcox.test(c(.9, .8, .8, .3), c(.8, .5, .1))$statistic / 12 is 0.75. */
    @Test
    void theAreaIsWilcoxonsStatistic() {
        Estimate area = Separation.withSeed(3)
                .of(replies(new double[] {.9, .8, .8, .3}, new double[] {.8, .5, .1}))
                .value()
                .orElseThrow();
        assertThat(area.value()).isCloseTo(0.75, within(1e-12));
        assertThat(area.lower()).isLessThanOrEqualTo(0.75);
        assertThat(area.upper()).isGreaterThanOrEqualTo(0.75).isLessThanOrEqualTo(1);
        assertThat(area.n()).isEqualTo(7);
        assertThat(area.method()).contains("3 standards");
    }

    @Test
    void sameSeedSameInterval() {
        List<Foretold> replies = replies(new double[] {.9, .8, .4, .3}, new double[] {.8, .5, .1, .2});
        assertThat(Separation.withSeed(3).of(replies))
                .isEqualTo(Separation.withSeed(3).of(replies));
    }

    @Test
    void repliesAllAlikeHaveNone() {
        assertThat(Separation.withSeed(3).of(replies(new double[] {1}, new double[] {})))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "all replies are alike"));
        assertThat(Separation.withSeed(3).of(new PairWins(2, 4)).isReported()).isFalse();
    }

    @Test
    void pairsOfBlocksCountAsOftenAsTheirBlocks() {
        PairWins wins = new PairWins(2, 3);
        wins.add(0, 1, 2, 1);
        wins.add(1, 0, 1, 1);
        wins.add(0, 0, 1, 2);
        assertThat(wins.share()).isCloseTo(0.5, within(1e-12));
        assertThat(wins.share(new int[] {2, 1}).orElseThrow()).isCloseTo((2 + 1) / 8.0, within(1e-12));
        assertThat(wins.share(new int[] {0, 2})).isEmpty();
        assertThat(Separation.withSeed(1).of(wins).value().orElseThrow().n()).isEqualTo(3);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> new Separation(1, 10, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Separation(1, 100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Foretold(StandardId.of("s"), Double.NaN, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
