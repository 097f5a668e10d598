package org.iltlib.analytics.stats.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What was never added and is taken away, as far as sums can tell; and counts that do not fit. */
class ImpossibleRestTest {
    private static CrossMoments rows(int... numbers) {
        CrossMoments sum = CrossMoments.empty(1);
        for (int number : numbers) {
            sum = sum.with(number);
        }
        return sum;
    }

    private static void refused(CrossMoments from, CrossMoments gone) {
        assertThatIllegalArgumentException().isThrownBy(() -> from.less(gone)).withMessageContaining("never added");
    }

    @Test
    void sumsThatNoNumbersHaveAreRefused() {
        refused(rows(5), rows(6)); // no rows, but a sum
        refused(rows(5, 5), rows(9)); // one row, and its square is not that of its sum
        refused(rows(5, 5, 6), rows(9)); // squares below zero
        refused(rows(5, 5, 5), rows(5).merge(rows(4)).less(rows(4)).merge(rows(4))); // one row of 6 with square 34
        refused(rows(1_000_000_007, 1_000_000_007), rows(1_000_000_006)); // beyond 64 bits
        assertThat(rows(5, 5, 6).less(rows(5))).isEqualTo(rows(5, 6));
        assertThat(rows(5).less(rows(5))).isEqualTo(rows());
        assertThat(rows(1_000_000_007, 1, 1).less(rows(1))).isEqualTo(rows(1, 1_000_000_007));
    }

    @Test
    void productsLargerThanTheirSquaresAllowAreRefused() {
        CrossMoments two = CrossMoments.empty(2).with(1, 2).with(2, 1);
        refused(
                two.with(3, 3),
                CrossMoments.empty(2).with(3, 1).with(1, 3).with(2, 2)); // nothing is left but a product
        refused(
                CrossMoments.empty(2).with(1, 0).with(0, 1).with(7, 7),
                CrossMoments.empty(2).with(7, 1));
        assertThat(two.with(3, 3).less(CrossMoments.empty(2).with(3, 3))).isEqualTo(two);
    }

    @Test
    void noNumbersHaveNoSum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactSum.of(1, 2).less(ExactSum.of(5, 6)))
                .withMessageContaining("never added");
        assertThat(ExactSum.of(1, 2).less(ExactSum.of(2, 1))).isEqualTo(ExactSum.EMPTY);
        assertThat(ExactSum.of(0.1, 0.2).less(ExactSum.of(0.2))).isEqualTo(ExactSum.of(0.1));
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        CrossMoments large = CrossMoments.empty(1).withTimes(4_000_000_000L, 40_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> large.merge(large))
                .withMessageContaining("64 bits");
        LevelCounts most = LevelCounts.of(Long.MAX_VALUE, 1);
        assertThatIllegalArgumentException().isThrownBy(most::n).withMessageContaining("64 bits");
        assertThatIllegalArgumentException().isThrownBy(() -> most.with(0)).withMessageContaining("64 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LevelCounts.empty(-1))
                .withMessageContaining("-1 levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupLevels.empty(-1))
                .withMessageContaining("-1 levels");
    }
}
