package org.iltlib.analytics.achievement.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.iltlib.analytics.achievement.coarse.Hetop;
import org.iltlib.analytics.achievement.composition.GroupTotal;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreCounts;
import org.iltlib.analytics.stats.merge.ScoreGrid;
import org.junit.jupiter.api.Test;

class LiveMeasureTest {
    private static final ScoreGrid GRID = ScoreGrid.ofPoints(200, 800);
    private static final List<Double> CUTS = List.of(430.0, 500.0, 570.0);

    static LiveMeasure empty(int schools, int rooms, int groups) {
        Map<String, String> holders = new TreeMap<>();
        for (int s = 0; s < schools; s++) {
            holders.put("school " + s, "district");
            for (int r = 0; r < rooms; r++) {
                holders.put("room " + s + "-" + r, "school " + s);
            }
        }
        List<String> names = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            names.add("group " + g);
        }
        return LiveMeasure.empty(GRID, CUTS, LiveUnits.of(holders), names);
    }

    static List<LiveScore> scores(int n, int schools, int rooms, int groups, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LiveScore> scores = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            for (int g = random.nextInt(6); g < groups; g += 6) {
                own.add("group " + g);
            }
            scores.add(new LiveScore(
                    "room " + random.nextInt(schools) + "-" + random.nextInt(rooms),
                    own,
                    Math.rint(Math.max(200, Math.min(800, 500 + 70 * random.nextGaussian())))));
        }
        return scores;
    }

    @Test
    void aCellHoldsWhatIsKnown() {
        LiveUnits units = LiveUnits.of(Map.of("room", "school", "other room", "school", "school", "district"));
        LiveMeasure none = LiveMeasure.empty(GRID, CUTS, units, List.of("F", "N"));
        LiveMeasure some = none.refresh(
                List.of(),
                List.of(
                        new LiveScore("room", List.of("F"), 420),
                        new LiveScore("room", List.of("N"), 500),
                        new LiveScore("other room", List.of("F"), 610)));
        LiveCell all = some.cell("district", LiveMeasure.ALL);
        assertThat(all.levels()).isEqualTo(LevelCounts.of(1, 0, 1, 1));
        assertThat(all.levels()).isEqualTo(ScoreCounts.of(GRID, 420, 500, 610).levels(430, 500, 570));
        assertThat(all.total()).isEqualTo(GroupTotal.of(3, 1530));
        assertThat(all.moments()).isEqualTo(new Moments(3, 510, 90 * 90 + 10 * 10 + 100 * 100));
        assertThat(some.cell("room", "F").total()).isEqualTo(GroupTotal.of(1, 420));
        assertThat(some.cell("other room", "N").moments()).isEqualTo(Moments.EMPTY);
        assertThat(none.cell("room", "F").levels().n()).isZero();
        assertThat(some.levels("F", List.of("room", "other room")).groups()).hasSize(2);
        assertThat(some).hasToString("3 scores in 4 units").isNotEqualTo(none).isNotEqualTo("x");
        assertThat(none).hasToString("0 scores in 4 units");
    }

    @Test
    void aCorrectionLeavesNoTrace() {
        LiveMeasure district = empty(3, 4, 8);
        List<LiveScore> right = scores(200, 3, 4, 8, 1);
        LiveScore first = right.get(0);
        List<LiveScore> wrong = new ArrayList<>(right);
        wrong.set(0, new LiveScore(first.unit(), first.groups(), 201));
        LiveMeasure corrected = district.refresh(List.of(), wrong).refresh(List.of(wrong.get(0)), List.of(first));
        LiveMeasure batch = district.refresh(List.of(), right);
        assertThat(corrected).isEqualTo(batch).hasSameHashCodeAs(batch);
        assertThat(batch.refresh(right, List.of())).isEqualTo(district).hasSameHashCodeAs(district);
    }

    @Test
    void whatIsNotThereIsRefusedAndChangesNothing() {
        LiveMeasure district = empty(1, 1, 2);
        LiveScore score = new LiveScore("room 0-0", List.of("group 0"), 500);
        LiveMeasure one = district.refresh(List.of(), List.of(score));
        assertThatThrownBy(() -> one.refresh(List.of(score, score), List.of())).hasMessageContaining("not there");
        assertThat(one).isEqualTo(district.refresh(List.of(), List.of(score)));
        assertThatThrownBy(() -> district.less(one)).hasMessageContaining("not there");
        assertThatThrownBy(() -> one.refresh(List.of(), List.of(new LiveScore("x", List.of(), 500))))
                .hasMessageContaining("no unit \"x\"");
        assertThatThrownBy(() -> one.refresh(List.of(), List.of(new LiveScore("room 0-0", List.of("y"), 500))))
                .hasMessageContaining("no group \"y\"");
        assertThatThrownBy(() -> one.refresh(List.of(), List.of(new LiveScore("room 0-0", List.of("all"), 500))))
                .hasMessageContaining("Everybody");
        assertThatThrownBy(() -> one.refresh(List.of(), List.of(new LiveScore("room 0-0", List.of(), 900))))
                .hasMessageContaining("another test");
        assertThatThrownBy(() -> LiveUnits.of(Map.of("a", "b", "b", "a"))).hasMessageContaining("holds itself");
        assertThatThrownBy(() -> LiveMeasure.empty(GRID, CUTS, one.units(), List.of("all")))
                .hasMessageContaining("another name");
        assertThatThrownBy(() -> LiveMeasure.empty(GRID, List.of(5.0, 4.0), one.units(), List.of()))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> one.merge(empty(1, 1, 3))).hasMessageContaining("differ");
    }

    /** 14,200 students, 22 schools, 600 rooms, 40 groups; thirty scores come in. */
    @Test
    void aClassOfThirtyRefreshesADistrict() {
        LiveMeasure district = empty(22, 27, 40).refresh(List.of(), scores(14_200, 22, 27, 40, 2));
        List<LiveScore> thirty = scores(30, 1, 1, 40, 3);
        LiveMeasure now = district.refresh(List.of(), thirty);
        assertThat(now.cell("district", LiveMeasure.ALL).levels().n()).isEqualTo(14_230);
        assertThat(now.cell("room 21-26", "group 7")).isEqualTo(district.cell("room 21-26", "group 7"));
        List<String> schools = now.units().names().stream()
                .filter(name -> name.startsWith("school"))
                .toList();
        assertThat(Hetop.withDefaults().of(now.levels("group 3", schools)).isReported())
                .isTrue();
        assertThat(district.rowsCopiedSince(district)).isZero();
        assertThat(now.rowsCopiedSince(district)).as("room, school, district").isEqualTo(3);
        assertThat(now.changedSince(district)).containsExactly("district", "room 0-0", "school 0");
        assertThat(now.refresh(thirty, List.of()).changedSince(district)).isEmpty();
        assertThatThrownBy(() -> district.changedSince(empty(1, 1, 40))).hasMessageContaining("differ");
    }

    @Test
    void aScoreThatWasNeverThereIsRefusedWhereTheSumsTell() {
        LiveUnits units = LiveUnits.of(Map.of("room", "school"));
        LiveMeasure none = LiveMeasure.empty(ScoreGrid.ofPoints(0, 1000), List.of(450.0), units, List.of("F", "N"));
        LiveScore fiveHundred = new LiveScore("room", List.of("F"), 500);
        LiveMeasure two = none.refresh(List.of(), List.of(fiveHundred, fiveHundred));
        assertThatThrownBy(() -> two.refresh(List.of(new LiveScore("room", List.of("F"), 700)), List.of()))
                .hasMessageContaining("never added");
        assertThatThrownBy(() -> two.refresh(List.of(fiveHundred, new LiveScore("room", List.of("F"), 505)), List.of()))
                .hasMessageContaining("never added");
        assertThatThrownBy(() -> two.refresh(List.of(new LiveScore("room", List.of(), 500)), List.of())
                        .less(none.refresh(List.of(), List.of(new LiveScore("room", List.of(), 500)))))
                .hasMessageContaining("a score goes that is not there");
        assertThatThrownBy(() -> two.less(none.refresh(List.of(), List.of(new LiveScore("room", List.of("F"), 505)))))
                .hasMessageContaining("never added");
        assertThat(two.refresh(List.of(fiveHundred), List.of()))
                .isEqualTo(none.refresh(List.of(), List.of(fiveHundred)));
        assertThat(two.refresh(List.of(fiveHundred, fiveHundred), List.of())).isEqualTo(none);
    }
}
