package org.iltlib.analytics.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {
    private static final SuppressionPolicy FIVE = new SuppressionPolicy("five", LocalDate.of(2026, 11, 28), 5);

    @Test
    void aSmallGroupIsWithheldTogetherWithTheNextSmallest() {
        SmallGroups.Shown shown = SmallGroups.of(FIVE).among(Map.of("K-2", 14L, "3-5", 12L, "specials", 4L));
        assertThat(shown.hidden())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("specials", SuppressionReason.SMALL_GROUP, "3-5", SuppressionReason.PROTECTS_ANOTHER));
        assertThat(shown.show("specials", () -> Measured.of(1)))
                .isEqualTo(Measured.suppressed(SuppressionReason.SMALL_GROUP, "five"));
        assertThat(shown.show("K-2", () -> Measured.of(1))).isEqualTo(Measured.of(1));
        assertThat(shown.shows("3-5")).isFalse();
    }

    @Test
    void twoSmallGroupsThatAreSmallTogetherNeedAThird() {
        assertThat(SmallGroups.of(FIVE)
                        .among(Map.of("a", 2L, "b", 2L, "c", 9L, "d", 11L))
                        .hidden())
                .containsOnlyKeys("a", "b", "c");
        assertThat(SmallGroups.of(FIVE)
                        .among(Map.of("a", 2L, "b", 3L, "c", 9L, "d", 11L))
                        .hidden())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void anEmptyGroupSpeaksOfNobodyAndShieldsNobody() {
        assertThat(SmallGroups.of(FIVE).among(Map.of("a", 4L, "b", 0L, "c", 9L)).hidden())
                .containsOnlyKeys("a", "c");
        assertThat(SmallGroups.of(FIVE).among(Map.of("a", 0L, "b", 7L)).hidden())
                .isEmpty();
    }

    @Test
    void aWholeThatIsSmallShowsNoPart() {
        assertThat(SmallGroups.of(FIVE).among(Map.of("a", 3L, "b", 1L)).hidden())
                .containsOnlyKeys("a", "b");
    }

    /** The team of 3 is the only small one; its grade has one other team, and the school two other grades. */
    @Test
    void aSmallTeamIsNotWorkedOutFromTheRollUpsThatHoldIt() {
        SmallGroups.Shown shown = SmallGroups.of(FIVE)
                .inTree(
                        Map.of("school", 40L, "north", 8L, "south", 32L, "n1", 3L, "n2", 5L, "s1", 16L, "s2", 16L),
                        Map.of(
                                "north", "school", "south", "school", "n1", "north", "n2", "north", "s1", "south", "s2",
                                "south"));
        assertThat(shown.hidden()).containsOnlyKeys("n1", "n2");
        SmallGroups.Shown alone = SmallGroups.of(FIVE)
                .inTree(
                        Map.of("school", 40L, "north", 3L, "south", 37L, "n1", 3L, "s1", 17L, "s2", 20L),
                        Map.of("north", "school", "south", "school", "n1", "north", "s1", "south", "s2", "south"));
        assertThat(alone.hidden()).containsOnlyKeys("n1", "north", "south", "s1");
    }

    /** By hand: 27 less s3 less d leaves s1 and c, two people, as long as all three are shown. */
    @Test
    void aWithheldWholeCountsOnlyForItsWithheldParts() {
        SmallGroups.Shown shown = SmallGroups.of(FIVE)
                .inTree(
                        Map.of("all", 27L, "s1", 1L, "s2", 6L, "s3", 20L, "c", 1L, "d", 5L),
                        Map.of("s1", "all", "s2", "all", "s3", "all", "c", "s2", "d", "s2"));
        assertThat(shown.hidden()).containsOnlyKeys("s1", "s2", "c", "d");
    }

    @Test
    void groupingsStandSideBySideOnlyIfNoCellOfTheirTableIsSmall() {
        SmallGroups groups = SmallGroups.of(new SuppressionPolicy("two", LocalDate.of(2026, 11, 28), 2));
        List<String> one = List.of("teacher", "under 3");
        List<String> other = List.of("teacher", "3 or more");
        assertThat(groups.allowsSideBySide(List.of(one, one, other, other))).isTrue();
        assertThat(groups.allowsSideBySide(List.of(one, one, one, other))).isFalse();
        assertThat(groups.none(List.of("under 3")).hidden())
                .containsExactly(Map.entry("under 3", SuppressionReason.PROTECTS_ANOTHER));
    }

    @Test
    void partsThatDoNotMakeUpTheWholeAreRefused() {
        assertThatThrownBy(() -> SmallGroups.of(FIVE).inTree(Map.of("w", 9L, "a", 4L), Map.of("a", "w")))
                .hasMessage("The parts of \"w\" have 4 people, it has 9. Expected as many. Maybe a part is left out.");
        assertThatThrownBy(() -> SmallGroups.of(FIVE).inTree(Map.of("a", 4L), Map.of("a", "w")))
                .hasMessageContaining("The parent \"w\" of \"a\" has no size");
        assertThatThrownBy(() -> SmallGroups.of(FIVE).inTree(Map.of("w", 4L), Map.of("a", "w")))
                .hasMessageContaining("\"a\" has a parent but no size");
    }
}
