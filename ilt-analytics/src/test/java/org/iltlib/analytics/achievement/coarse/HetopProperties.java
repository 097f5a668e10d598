package org.iltlib.analytics.achievement.coarse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Measured;

class HetopProperties {
    /** Small and ragged tables: whatever is fitted is finite, at a maximum, and on the scale it promises. */
    @Property(tries = 400)
    void aFitIsAMaximumOnTheScaleOfAllStudents(
            @ForAll @IntRange(min = 3, max = 6) int levels,
            @ForAll @IntRange(min = 2, max = 9) int groups,
            @ForAll @IntRange(min = 1, max = 60) int most,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, LevelCounts> counts = new TreeMap<>();
        for (int g = 0; g < groups; g++) {
            long[] row = new long[levels];
            for (int level = 0; level < levels; level++) {
                row[level] = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
            }
            counts.put("g" + g, LevelCounts.of(row));
        }
        for (Hetop model : new Hetop[] {Hetop.withDefaults(), Hetop.homoskedastic(), Hetop.pooled(0.3)}) {
            Measured<HetopFit> found = model.of(GroupLevels.of(counts));
            found.value().ifPresent(HetopProperties::holds);
        }
    }

    private static void holds(HetopFit fit) {
        double n = 0;
        double mean = 0;
        double square = 0;
        for (HetopGroup group : fit.groups()) {
            n += group.n();
            mean += group.n() * group.mean();
            square += group.n() * (group.mean() * group.mean() + group.spread() * group.spread());
            assertThat(group.spread()).isPositive();
            assertThat(group.meanError().orElse(0.0)).isNotNegative().isFinite();
            assertThat(group.spreadError().orElse(0.0)).isNotNegative().isFinite();
        }
        assertThat(mean / n).isCloseTo(0, within(1e-9));
        assertThat(square / n).isCloseTo(1, within(1e-9));
        assertThat(fit.gradient()).isLessThan(1e-3);
        assertThat(fit.cuts()).isSorted();
        assertThat(fit.intraclassCorrelation()).isBetween(0.0, 1.0);
        assertThat(fit.correctedIntraclassCorrelation()).isBetween(0.0, fit.intraclassCorrelation());
    }
}
