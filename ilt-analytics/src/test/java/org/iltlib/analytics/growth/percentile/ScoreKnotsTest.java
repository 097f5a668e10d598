package org.iltlib.analytics.growth.percentile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.junit.jupiter.api.Test;

class ScoreKnotsTest {
    @Test
    void knotsAreRoundedQuantilesAndBoundariesATenthOutside() {
        double[] scores = {3.1, 2.2, 5.7, 9.4, 1.0, 7.7, 8.3, 4.4, 6.5, 2.9, 3.3};
        ScoreKnots knots = ScoreKnots.of(scores).value().orElseThrow();
        // R: round(quantile(x, c(.2, .4, .6, .8)), 3); round(extendrange(x, f = .1), 3)
        assertThat(knots.knots()).containsExactly(2.9, 3.3, 5.7, 7.7);
        assertThat(knots.boundaries()).isEqualTo(new ScoreRange(0.16, 10.24));
        assertThat(knots.scale()).isEqualTo(new ScoreRange(1, 9.4));
        assertThat(ScoreKnots.FORM.read(ScoreKnots.FORM.write(knots))).isEqualTo(knots);
    }

    @Test
    void countedScoresGiveTheKnotsOfTheScoresThemselves() {
        double[] scores = {1, 1, 1, 2.5, 4, 4, 7, 7, 7, 7, 9};
        double[] levels = {1, 2.5, 4, 7, 9};
        assertThat(ScoreKnots.of(levels, new int[] {3, 1, 2, 4, 1})).isEqualTo(ScoreKnots.of(scores));
    }

    @Test
    void scoresThatDoNotDifferHaveNoKnots() {
        assertThat(ScoreKnots.of(5, 5, 5))
                .isEqualTo(Measured.missing(MissingReason.TOO_FEW, "all earlier scores are alike"));
        assertThat(ScoreKnots.of()).isInstanceOf(Measured.Missing.class);
        assertThat(ScoreKnots.of(5, 5.00001)).isInstanceOf(Measured.Missing.class);
    }

    @Test
    void rangesAndKnotsOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreRange(2, 1))
                .withMessageContaining("swapped");
        ScoreRange range = new ScoreRange(0, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreKnots(List.of(3.0, 2.0), range, range))
                .withMessageContaining("ascending");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreKnots(List.of(3.0, 11.0), range, range))
                .withMessageContaining("holds all knots");
        assertThat(range.clip(12)).isEqualTo(10);
        assertThat(range.clip(-1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(ScoreRange::of).withMessageContaining("no scores");
    }
}
