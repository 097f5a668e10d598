package org.iltlib.analytics.achievement.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.analytics.stats.merge.Summary;

class LiveMeasureProperties {
    @Property(tries = 100)
    void scoresInAnyOrderAndPartsHaveTheBitsOfTheBatch(@ForAll @IntRange(max = 80) int n, @ForAll long seed) {
        LiveMeasure empty = LiveMeasureTest.empty(2, 3, 7);
        List<LiveScore> scores = LiveMeasureTest.scores(n, 2, 3, 7, seed);
        LiveMeasure batch = empty.refresh(List.of(), scores);
        List<LiveScore> shuffled = new ArrayList<>(scores);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        LiveMeasure live = empty;
        List<LiveMeasure> parts = new ArrayList<>();
        for (int at = 0; at < n; ) {
            int to = Math.min(n, at + 1 + random.nextInt(10));
            live = live.refresh(List.of(), shuffled.subList(at, to));
            parts.add(empty.refresh(List.of(), shuffled.subList(at, to)));
            at = to;
        }
        assertThat(live).isEqualTo(batch);
        assertThat(Summary.merge(empty, parts)).isEqualTo(batch);
        assertThat(parts.parallelStream().reduce(empty, LiveMeasure::merge)).isEqualTo(batch);
        for (LiveMeasure part : parts) {
            assertThat(batch.less(part).merge(part)).isEqualTo(batch);
        }
        assertThat(live.cell("district", "group 2")).isEqualTo(batch.cell("district", "group 2"));
    }
}
