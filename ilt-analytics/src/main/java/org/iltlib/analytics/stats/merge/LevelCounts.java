package org.iltlib.analytics.stats.merge;

import java.util.Arrays;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/** How many students stand at each of some ordered levels, lowest first: proficiency, say. Immutable. */
public final class LevelCounts implements CountSummary<LevelCounts> {
    private final long[] counts;

    private LevelCounts(long[] counts) {
        this.counts = counts;
    }

    /** Of nobody, with that many levels, at least 2. */
    public static LevelCounts empty(int levels) {
        Checks.require(levels >= 2, "There are %s levels. Expected at least 2.", levels);
        return of(new long[levels]);
    }

    /** These counts, lowest level first. */
    public static LevelCounts of(long... counts) {
        Checks.require(counts.length >= 2, "There are %s levels. Expected at least 2.", counts.length);
        return new LevelCounts(Counts.copy(counts, "count"));
    }

    /** How many levels there are. */
    public int levels() {
        return counts.length;
    }

    /** How many students stand at that level; 0 is the lowest. */
    public long count(int level) {
        return counts[level(level)];
    }

    /** How many students stand at that level or above. */
    public long atOrAbove(int level) {
        long sum = 0;
        for (int i = level(level); i < counts.length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** How many students there are. */
    public long n() {
        return Counts.total(counts);
    }

    /** At how many levels somebody stands. */
    public int occupied() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** With one student more at that level. */
    public LevelCounts with(int level) {
        long[] next = counts.clone();
        next[level(level)] = Counts.add(counts[level], 1);
        return new LevelCounts(next);
    }

    private int level(int level) {
        Checks.require(level >= 0 && level < counts.length, "level is %s. Expected 0 to %s.", level, counts.length - 1);
        return level;
    }

    @Override
    public LevelCounts merge(LevelCounts other) {
        same(other);
        return new LevelCounts(Counts.sum(counts, other.counts));
    }

    @Override
    public LevelCounts less(LevelCounts other) {
        same(other);
        return new LevelCounts(Counts.difference(counts, other.counts, "level"));
    }

    private void same(LevelCounts other) {
        Checks.require(
                counts.length == other.counts.length,
                "There are %s and %s levels. Expected the same.",
                counts.length,
                other.counts.length);
    }

    /** The counts, lowest level first. */
    public long[] toArray() {
        return counts.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LevelCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** Such as {@code [120, 260, 410, 210]}. */
    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
