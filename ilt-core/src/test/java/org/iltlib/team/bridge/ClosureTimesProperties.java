package org.iltlib.team.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.iltlib.base.Fraction;

class ClosureTimesProperties {

    /**
     * Times of remission in weeks of 21 patients on 6-mercaptopurine, twelve of them still in remission when last seen:
     * Freireich and others (1963), the textbook example of the product-limit estimate, whose median is 23 weeks. The 21
     * on placebo, all of them followed to the end, have a median of 8.
     */
    @Example
    void theMedianWithOpenOnesIsThatOfTheTextbookExample() {
        ClosureTimes drug = new ClosureTimes(
                List.of(6L, 6L, 6L, 7L, 10L, 13L, 16L, 22L, 23L),
                List.of(6L, 9L, 10L, 11L, 17L, 19L, 20L, 25L, 32L, 32L, 34L, 35L));
        assertThat(drug.quantileWithOpen(Fraction.HALF).orElse(-1L)).isEqualTo(23);
        assertThat(drug.quantileWithOpen(Fraction.of(9, 10)).isReported()).isFalse();
        // The estimate drops to 0.857 after six weeks: whoever was last seen then was still watched.
        assertThat(drug.quantileWithOpen(Fraction.percent(15)).orElse(-1L)).isEqualTo(7);
        assertThat(drug.quantileWithOpen(Fraction.percent(14)).orElse(-1L)).isEqualTo(6);
        ClosureTimes placebo = new ClosureTimes(
                List.of(1L, 1L, 2L, 2L, 3L, 4L, 4L, 5L, 5L, 8L, 8L, 8L, 8L, 11L, 11L, 12L, 12L, 15L, 17L, 22L, 23L),
                List.of());
        assertThat(placebo.quantileWithOpen(Fraction.HALF).orElse(-1L)).isEqualTo(8);
    }

    @Property
    void withoutOpenOnesBothWaysAgreeAndTellWhatTheySay(
            @ForAll @NotEmpty @Size(max = 30) List<@LongRange(max = 40) Long> answered,
            @ForAll @IntRange(min = 1, max = 10) int tenths) {
        Fraction share = Fraction.of(tenths, 10);
        ClosureTimes times = new ClosureTimes(answered, List.of());
        long days = times.quantile(share).orElse(-1L);
        assertThat(times.quantileWithOpen(share).orElse(-1L)).isEqualTo(days);
        assertThat(answered).contains(days);
        // By counting: enough within so many days, too few within fewer.
        assertThat(share.compareShare(count(answered, days), answered.size())).isNotNegative();
        assertThat(share.compareShare(count(answered, days - 1), answered.size()))
                .isNegative();
    }

    private static long count(List<Long> times, long within) {
        return times.stream().filter(days -> days <= within).count();
    }

    @Property
    void openOnesNeverMakeAnswersLookFaster(
            @ForAll @NotEmpty @Size(max = 20) List<@LongRange(max = 40) Long> answered,
            @ForAll @Size(max = 20) List<@LongRange(max = 40) Long> open,
            @ForAll @IntRange(min = 1, max = 10) int tenths) {
        Fraction share = Fraction.of(tenths, 10);
        ClosureTimes times = new ClosureTimes(answered, open);
        long closedOnly = times.quantile(share).orElse(-1L);
        assertThat(times.quantileWithOpen(share).orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(closedOnly);
    }

    @Property
    void theOrderOfItemsDoesNotMatter(@ForAll @Size(max = 20) List<@LongRange(max = 40) Long> days) {
        List<Long> reversed = new ArrayList<>(days);
        java.util.Collections.reverse(reversed);
        assertThat(new ClosureTimes(reversed, days)).isEqualTo(new ClosureTimes(days, reversed));
    }

    @Example
    void withoutAnswersThereIsNoQuantileAndNoShareOfNothing() {
        ClosureTimes none = new ClosureTimes(List.of(), List.of(3L));
        assertThat(none.quantile(Fraction.HALF).isReported()).isFalse();
        assertThat(none.quantileWithOpen(Fraction.HALF).isReported()).isFalse();
        assertThatThrownBy(() -> none.quantile(Fraction.of(0, 1))).hasMessageContaining("Expected more than 0");
        assertThatThrownBy(() -> new ClosureTimes(List.of(-1L), List.of())).hasMessageContaining("days to an answer");
    }
}
