package org.iltlib.analytics.stats.merge;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.iltlib.analytics.stats.Moments;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How many students have each score of a grid. From it follow, without rounding on the way, mean and spread, every
 * quantile, the counts by level for any cuts, and the chance that a student of one group outscores one of another.
 * Immutable; memory is 8 bytes a score of the grid.
 */
public final class ScoreCounts implements CountSummary<ScoreCounts> {
    private final ScoreGrid grid;
    private final long[] counts;

    private ScoreCounts(ScoreGrid grid, long[] counts) {
        this.grid = grid;
        this.counts = counts;
    }

    /** Of nobody. */
    public static ScoreCounts empty(ScoreGrid grid) {
        return new ScoreCounts(grid, new long[grid.size()]);
    }

    /** Of these scores, in points. */
    public static ScoreCounts of(ScoreGrid grid, double... scores) {
        long[] counts = new long[grid.size()];
        for (double score : scores) {
            counts[grid.place(score)]++;
        }
        return new ScoreCounts(grid, counts);
    }

    /** With these counts, one for each place of the grid. */
    public static ScoreCounts ofCounts(ScoreGrid grid, long... counts) {
        Checks.require(counts.length == grid.size(), "There are %s counts. Expected %s.", counts.length, grid.size());
        return new ScoreCounts(grid, Counts.copy(counts, "count"));
    }

    /** The grid. */
    public ScoreGrid grid() {
        return grid;
    }

    /** How many students have the score at that place. */
    public long count(int place) {
        grid.step(place);
        return counts[place];
    }

    /** How many students there are. */
    public long n() {
        return Counts.total(counts);
    }

    @Override
    public ScoreCounts merge(ScoreCounts other) {
        same(other);
        return new ScoreCounts(grid, Counts.sum(counts, other.counts));
    }

    @Override
    public ScoreCounts less(ScoreCounts other) {
        same(other);
        return new ScoreCounts(grid, Counts.difference(counts, other.counts, "place"));
    }

    private void same(ScoreCounts other) {
        Checks.require(grid.equals(other.grid), "The grids are %s and %s. Expected the same test.", grid, other.grid);
    }

    /** Count, mean and spread in points, from exact sums of whole steps: correctly rounded but for the last division. */
    public Moments moments() {
        CrossMoments sums = CrossMoments.empty(1);
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                sums = sums.withTimes(counts[place], grid.step(place));
            }
        }
        return sums.moments(0, grid.perPoint());
    }

    /** The score of rank r, from 1 for the lowest to n for the highest. */
    public double ranked(long rank) {
        Checks.require(rank >= 1 && rank <= n(), "rank is %s. Expected 1 to %s.", rank, n());
        long below = 0;
        int place = 0;
        while (below + counts[place] < rank) {
            below += counts[place++];
        }
        return grid.score(place);
    }

    /** The quantile of type 7 for a share p from 0 to 1, as {@code Quantiles}; empty if there is nobody. */
    public OptionalDouble quantile(double p) {
        Checks.share(p, "p");
        long n = n();
        if (n == 0) {
            return OptionalDouble.empty();
        }
        double at = (n - 1) * p;
        long below = (long) Math.floor(at);
        double low = ranked(below + 1);
        double high = ranked(Math.min(below + 2, n));
        return OptionalDouble.of(low + (at - below) * (high - low));
    }

    /**
     * The counts by level: level 0 below the first cut, level 1 from the first cut on, and so forth.
     *
     * @param cuts the lowest score of each level above level 0, in points, rising
     */
    public LevelCounts levels(double... cuts) {
        long[] levels = new long[cuts.length + 1];
        for (int i = 1; i < cuts.length; i++) {
            Checks.require(cuts[i] > cuts[i - 1], "The cuts are %s. Expected a rise.", Arrays.toString(cuts));
        }
        int level = 0;
        for (int place = 0; place < counts.length; place++) {
            while (level < cuts.length && grid.score(place) >= cuts[level]) {
                level++;
            }
            levels[level] += counts[place];
        }
        return LevelCounts.of(levels);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreCounts that && grid.equals(that.grid) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * grid.hashCode() + Arrays.hashCode(counts);
    }

    /** Such as {@code 68 scores from 412 to 588}. */
    @Override
    public String toString() {
        return n() == 0 ? "no scores" : n() + " scores from " + ranked(1) + " to " + ranked(n());
    }
}
