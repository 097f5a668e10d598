package org.iltlib.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MomentsProperties {
    @Property
    void partsMergeToTheWhole(
            @ForAll List<@IntRange(min = 0, max = 800) Integer> scores, @ForAll @IntRange(max = 50) int cut) {
        double[] all = scores.stream().mapToDouble(Integer::intValue).toArray();
        int at = Math.min(cut, all.length);
        Moments whole = Moments.of(all);
        Moments first = Moments.of(Arrays.copyOfRange(all, 0, at));
        Moments second = Moments.of(Arrays.copyOfRange(all, at, all.length));
        for (Moments merged : new Moments[] {first.merge(second), second.merge(first)}) {
            assertThat(merged.n()).isEqualTo(whole.n());
            assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-9));
            assertThat(merged.squares()).isCloseTo(whole.squares(), within(1e-9 * (1 + whole.squares())));
        }
    }
}
