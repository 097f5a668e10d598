package org.iltlib.analytics.achievement.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveDistrictTest {
    private static final List<LiveScore> CLASS = LiveMeasureTest.scores(30, 1, 1, 40, 3);

    private static LiveDistrict sixty() {
        Map<String, LiveMeasure> tests = new TreeMap<>();
        for (int t = 0; t < 60; t++) {
            tests.put(
                    "test " + t,
                    LiveMeasureTest.empty(22, 27, 40).refresh(List.of(), LiveMeasureTest.scores(300, 22, 27, 40, t)));
        }
        return LiveDistrict.of(tests);
    }

    /** Of 60 tests with 617 units each, three rows of one test are written anew. */
    @Test
    void aClassTouchesItsOwnPathInItsOwnTestAlone() {
        LiveDistrict before = sixty();
        LiveDistrict now = before.refresh("test 7", List.of(), CLASS);
        int copied = 0;
        for (String name : now.measures().keySet()) {
            copied += now.getMeasure(name).rowsCopiedSince(before.getMeasure(name));
            if (!name.equals("test 7")) {
                assertThat(now.getMeasure(name)).isSameAs(before.getMeasure(name));
            }
        }
        assertThat(copied).isEqualTo(3);
        assertThat(now.changedSince(before)).isEqualTo(Map.of("test 7", List.of("district", "room 0-0", "school 0")));
        assertThat(now).isNotEqualTo(before).isNotEqualTo("x").hasToString("60 measures");
        assertThat(now.refresh("test 7", CLASS, List.of())).isEqualTo(before).hasSameHashCodeAs(before);
    }

    @Test
    void severalTestsComeTogetherOrNotAtAll() {
        LiveDistrict before = sixty();
        LiveDistrict now = before.refresh(Map.of(), Map.of("test 1", CLASS, "test 2", CLASS, "test 3", List.of()));
        assertThat(now).isEqualTo(before.refresh("test 2", List.of(), CLASS).refresh("test 1", List.of(), CLASS));
        assertThat(now.changedSince(before)).containsOnlyKeys("test 1", "test 2");
        assertThat(now.getMeasure("test 3")).isSameAs(before.getMeasure("test 3"));
        assertThatThrownBy(() -> before.refresh(Map.of("test 9", CLASS), Map.of("test 1", CLASS)))
                .hasMessageContaining("not there");
        assertThat(before).isEqualTo(sixty());
    }

    @Test
    void anUnknownTestIsRefused() {
        LiveDistrict one = LiveDistrict.of(Map.of("reading", LiveMeasureTest.empty(1, 1, 40)));
        assertThatThrownBy(() -> one.refresh("maths", List.of(), CLASS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no measure \"maths\"")
                .hasMessageContaining("reading");
        assertThatThrownBy(() -> one.changedSince(sixty())).hasMessageContaining("same district");
        assertThatThrownBy(() -> LiveDistrict.of(Map.of())).hasMessageContaining("measures");
        assertThat(one).hasToString("1 measure");
    }
}
