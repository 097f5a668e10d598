package org.iltlib.analytics.impact.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.internal.SplitMix;
import org.junit.jupiter.api.Test;

/** Theorem 1 of Goodman-Bacon (2021): the weighted comparisons sum to the two-way estimate. */
class BaconWeightsProperties {
    private static void sumsToTheEstimate(Panel panel) {
        DifferenceResult found =
                DifferenceInDifferences.withDefaults().of(panel).value().orElseThrow();
        List<BaconComparison> all = found.comparisons().value().orElseThrow();
        double sum = all.stream()
                .mapToDouble(each -> each.weight() * each.difference())
                .sum();
        assertThat(sum).isCloseTo(found.effect().points().value(), within(1e-10));
        assertThat(all.stream().mapToDouble(BaconComparison::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 20)
    void theComparisonsSumToTheEstimate(@ForAll @IntRange(min = 1, max = 10_000) int seed) {
        SplitMix chance = SplitMix.of(seed);
        Panel plain = StaggeredPanels.of(chance, 20, 1);
        int[] starts = new int[100];
        for (int u = 0; u < starts.length; u++) {
            starts[u] = chance.nextInt(8);
        }
        int[] start = new int[plain.rows()];
        for (int i = 0; i < start.length; i++) {
            int begins = starts[plain.units()[i] - 100];
            start[i] = begins == 7 ? Panel.NEVER : begins;
        }
        sumsToTheEstimate(Panel.of(plain.outcomes(), plain.units(), plain.periodCodes(), start));
    }

    @Test
    void oneStartIsOneComparison() {
        Panel plain = StaggeredPanels.of(SplitMix.of(2), 12, 1);
        int[] start = new int[plain.rows()];
        for (int i = 0; i < start.length; i++) {
            start[i] = plain.units()[i] < 105 ? 4 : Panel.NEVER;
        }
        Panel panel = Panel.of(plain.outcomes(), plain.units(), plain.periodCodes(), start);
        sumsToTheEstimate(panel);
        DifferenceResult found =
                DifferenceInDifferences.withDefaults().of(panel).value().orElseThrow();
        BaconComparison only = found.comparisons().value().orElseThrow().get(0);
        assertThat(only.weight()).isEqualTo(1);
        assertThat(only.against()).hasToString("units that never started");
        assertThat(found.warning()).isEmpty();
        assertThat(found.shareAgainstTreated()).isZero();
    }
}
