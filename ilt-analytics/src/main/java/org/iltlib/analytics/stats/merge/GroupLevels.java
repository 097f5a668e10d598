package org.iltlib.analytics.stats.merge;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Groups (districts, schools, labels) by level: how many students of each group stand at each. Groups are kept by name
 * in order, so that the order in which they came shows nowhere. A group nobody is in is not held. Immutable.
 */
public final class GroupLevels implements CountSummary<GroupLevels> {
    private final int levels;
    private final SortedMap<String, LevelCounts> groups;

    private GroupLevels(int levels, SortedMap<String, LevelCounts> groups) {
        this.levels = levels;
        this.groups = Collections.unmodifiableSortedMap(groups);
    }

    /** Of nobody, with that many levels, at least 2. */
    public static GroupLevels empty(int levels) {
        return new GroupLevels(LevelCounts.empty(levels).levels(), new TreeMap<>());
    }

    /** These groups, all with the same levels. */
    public static GroupLevels of(Map<String, LevelCounts> groups) {
        Checks.require(!groups.isEmpty(), "There are no groups. Maybe use GroupLevels.empty.");
        TreeMap<String, LevelCounts> kept = new TreeMap<>(groups);
        int levels = kept.firstEntry().getValue().levels();
        kept.forEach((name, counts) -> Checks.require(
                counts.levels() == levels,
                "\"%s\" has %s levels, the first group %s. Expected the same.",
                name,
                counts.levels(),
                levels));
        kept.values().removeIf(counts -> counts.n() == 0);
        return new GroupLevels(levels, kept);
    }

    /** One group. */
    public static GroupLevels of(String group, long... counts) {
        return of(Map.of(group, LevelCounts.of(counts)));
    }

    /** Collects tables with that many levels into one; in parallel as well as in sequence. */
    public static Collector<GroupLevels, ?, GroupLevels> merging(int levels) {
        return java.util.stream.Collectors.reducing(empty(levels), GroupLevels::merge);
    }

    /** How many levels there are. */
    public int levels() {
        return levels;
    }

    /** The groups with somebody in them, by name. */
    public SortedMap<String, LevelCounts> groups() {
        return groups;
    }

    /** The counts of that group; all zero if nobody is in it. */
    public LevelCounts counts(String group) {
        return groups.getOrDefault(group, LevelCounts.empty(levels));
    }

    /** All groups together. */
    public LevelCounts total() {
        return Summary.merge(LevelCounts.empty(levels), groups.values());
    }

    @Override
    public GroupLevels merge(GroupLevels other) {
        same(other);
        TreeMap<String, LevelCounts> sum = new TreeMap<>(groups);
        other.groups.forEach((name, counts) -> sum.merge(name, counts, LevelCounts::merge));
        return new GroupLevels(levels, sum);
    }

    @Override
    public GroupLevels less(GroupLevels other) {
        same(other);
        TreeMap<String, LevelCounts> rest = new TreeMap<>(groups);
        other.groups.forEach((name, counts) -> rest.put(name, counts(name).less(counts)));
        rest.values().removeIf(counts -> counts.n() == 0);
        return new GroupLevels(levels, rest);
    }

    private void same(GroupLevels other) {
        Checks.require(levels == other.levels, "There are %s and %s levels. Expected the same.", levels, other.levels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupLevels that && levels == that.levels && groups.equals(that.groups);
    }

    @Override
    public int hashCode() {
        return 31 * levels + groups.hashCode();
    }

    /** Such as {@code {a=[120, 260], b=[310, 330]}}. */
    @Override
    public String toString() {
        return groups.toString();
    }
}
