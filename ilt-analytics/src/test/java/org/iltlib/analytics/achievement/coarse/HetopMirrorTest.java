package org.iltlib.analytics.achievement.coarse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.base.Measured;
import org.junit.jupiter.api.Test;

class HetopMirrorTest {
    private static final Hetop[] MODELS = {
        Hetop.withDefaults(), Hetop.homoskedastic(), Hetop.pooled(0.2), Hetop.pooled(3), Hetop.pooled(100)
    };

    /** Small tables at random, and the same with the levels turned round and the names in the other order. */
    @Test
    void turningTheLevelsRoundTurnsTheResultsRound() {
        SplittableRandom random = new SplittableRandom(11);
        int compared = 0;
        for (int run = 0; run < 300; run++) {
            int size = 2 + random.nextInt(5);
            int levels = 3 + random.nextInt(3);
            TreeMap<String, LevelCounts> table = new TreeMap<>();
            TreeMap<String, LevelCounts> mirrored = new TreeMap<>();
            for (int g = 0; g < size; g++) {
                long[] counts = new long[levels];
                long[] turned = new long[levels];
                for (int i = 0; i < levels; i++) {
                    counts[i] = random.nextInt(run % 2 == 0 ? 4 : 40);
                    turned[levels - 1 - i] = counts[i];
                }
                table.put("g" + g, LevelCounts.of(counts));
                mirrored.put("g" + (size - 1 - g), LevelCounts.of(turned));
            }
            for (Hetop model : MODELS) {
                Measured<HetopFit> found = model.of(GroupLevels.of(table));
                Measured<HetopFit> turned = model.of(GroupLevels.of(mirrored));
                assertThat(found.isReported()).as("%s %s", model, table).isEqualTo(turned.isReported());
                if (found.isReported()) {
                    compare(found.value().orElseThrow(), turned.value().orElseThrow(), size);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static void compare(HetopFit found, HetopFit turned, int size) {
        assertThat(found.logLikelihood()).isCloseTo(turned.logLikelihood(), within(1e-6));
        for (HetopGroup group : found.groups()) {
            HetopGroup other =
                    turned.group("g" + (size - 1 - Integer.parseInt(group.name().substring(1))));
            assertThat(group.mean()).isFinite().isCloseTo(-other.mean(), within(1e-5));
            assertThat(group.spread()).isFinite().isCloseTo(other.spread(), within(1e-5));
            group.meanError()
                    .value()
                    .ifPresent(error -> assertThat(error).isFinite().isPositive());
            group.spreadError()
                    .value()
                    .ifPresent(error -> assertThat(error).isFinite().isPositive());
        }
        for (int cut = 0; cut < found.cuts().size(); cut++) {
            assertThat(found.cuts().get(cut))
                    .isCloseTo(-turned.cuts().get(found.cuts().size() - 1 - cut), within(1e-5));
        }
        String first = found.groups().get(0).name();
        String last = found.groups().get(found.groups().size() - 1).name();
        if (!first.equals(last)) {
            assertThat(found.gap(first, last).map(gap -> gap.standardError().orElseThrow() > 0))
                    .satisfies(gap -> assertThat(gap.orElse(true)).isTrue());
        }
    }
}
