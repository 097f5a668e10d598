package org.iltlib.analytics.achievement.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.analytics.achievement.composition.GroupTotal;
import org.iltlib.analytics.stats.merge.CountSummary;
import org.iltlib.analytics.stats.merge.CrossMoments;
import org.iltlib.analytics.stats.merge.GroupLevels;
import org.iltlib.analytics.stats.merge.LevelCounts;
import org.iltlib.analytics.stats.merge.ScoreGrid;
import org.iltlib.base.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One test of a district, held as counts by unit and group: n, sum, sum of squares and the counts by level, all whole
 * numbers. A refresh gives a new measure that shares what did not change; it has the same bits as a count of everything
 * from the beginning, whatever the order. Immutable.
 *
 * <p>A refresh of r scores with g groups each, in units nested d deep, takes time r · g · d and copies d rows of the
 * table and one pointer a unit. Memory: 8 (3 + levels) bytes for each group in each unit with scores; with 623 units, 41
 * groups and 4 levels 1.4 MB a test.
 */
public final class LiveMeasure implements CountSummary<LiveMeasure> {
    /** The group of all students. */
    public static final String ALL = "all";

    private static final int SUMS = 3;

    private final ScoreGrid grid;
    private final List<Double> cuts;
    private final LiveUnits units;
    private final Map<String, Integer> groups;
    private final int width;
    private final long[][] rows;

    private LiveMeasure(LiveMeasure plan, long[][] rows) {
        this(plan.grid, plan.cuts, plan.units, plan.groups, rows);
    }

    private LiveMeasure(
            ScoreGrid grid, List<Double> cuts, LiveUnits units, Map<String, Integer> groups, long[][] rows) {
        this.grid = grid;
        this.cuts = cuts;
        this.units = units;
        this.groups = groups;
        this.width = SUMS + cuts.size() + 1;
        this.rows = rows;
    }

    /**
     * Of no scores yet.
     *
     * @param grid the scores that the test can give
     * @param cuts the lowest score of each level above the lowest level, in points, rising; at least one
     * @param units the units
     * @param groups the groups, besides {@link #ALL}
     */
    public static LiveMeasure empty(ScoreGrid grid, List<Double> cuts, LiveUnits units, Collection<String> groups) {
        Checks.notEmpty(cuts, "cuts");
        for (int i = 1; i < cuts.size(); i++) {
            Checks.require(cuts.get(i) > cuts.get(i - 1), "The cuts are %s. Expected a rise.", cuts);
        }
        Checks.distinct(groups, "groups");
        Map<String, Integer> places = new HashMap<>();
        places.put(ALL, 0);
        for (String group : groups) {
            Checks.require(!group.equals(ALL), "A group is called \"%s\". Expected another name.", ALL);
            places.put(group, places.size());
        }
        return new LiveMeasure(grid, List.copyOf(cuts), units, Map.copyOf(places), new long[units.size()][0]);
    }

    /** The units. */
    public LiveUnits units() {
        return units;
    }

    /**
     * With some scores gone and some come: new ones only come, a correction is both.
     *
     * @throws IllegalArgumentException if a unit or group is unknown, the grid has no such score, or a score goes that
     *     was never there and the counts show it: no such level, or sums that no scores have; nothing is changed then.
     *     Another score of the same level, with sums that stay possible, cannot be seen
     */
    public LiveMeasure refresh(List<LiveScore> gone, List<LiveScore> come) {
        long[][] next = rows.clone();
        boolean[] own = new boolean[next.length];
        for (LiveScore score : come) {
            add(next, own, score, 1);
        }
        for (LiveScore score : gone) {
            add(next, own, score, -1);
        }
        for (LiveScore score : gone) {
            for (int unit : units.path(units.place(score.unit()))) {
                check(next[unit], 0);
                score.groups().forEach(group -> check(next[unit], column(group)));
            }
        }
        return new LiveMeasure(this, next);
    }

    /**
     * The units whose counts differ from those of an earlier state of the same measure, in order: what must be drawn
     * anew. Rows that both states share are not looked into, so after a refresh this takes one comparison a unit.
     *
     * @throws IllegalArgumentException if it is another test or another district
     */
    public List<String> changedSince(LiveMeasure before) {
        requireSame(before);
        List<String> changed = new ArrayList<>();
        for (int unit = 0; unit < rows.length; unit++) {
            if (!shares(before, unit) && !Arrays.equals(trimmed(rows[unit]), trimmed(before.rows[unit]))) {
                changed.add(units.names().get(unit));
            }
        }
        return List.copyOf(changed);
    }

    /** How many units' rows were written anew since that state. */
    int rowsCopiedSince(LiveMeasure before) {
        int copied = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            copied += shares(before, unit) ? 0 : 1;
        }
        return copied;
    }

    @SuppressWarnings("ReferenceEquality") // the very same row is what sharing means
    private boolean shares(LiveMeasure other, int unit) {
        return rows[unit] == other.rows[unit];
    }

    private void requireSame(LiveMeasure other) {
        Checks.require(
                grid.equals(other.grid)
                        && cuts.equals(other.cuts)
                        && units.names().equals(other.units.names())
                        && groups.equals(other.groups),
                "The two differ in grid, cuts, units or groups. Expected the same test of the same district.");
    }

    private void add(long[][] next, boolean[] own, LiveScore score, int sign) {
        int place = grid.place(score.score());
        long step = grid.step(place);
        int level = 0;
        while (level < cuts.size() && grid.score(place) >= cuts.get(level)) {
            level++;
        }
        for (int unit : units.path(units.place(score.unit()))) {
            if (!own[unit]) {
                own[unit] = true;
                next[unit] = Arrays.copyOf(next[unit], groups.size() * width);
            }
            add(next[unit], 0, step, level, sign);
            for (String group : score.groups()) {
                int column = column(group);
                Checks.require(column > 0, "A student's group is \"%s\". Everybody is in it.", ALL);
                add(next[unit], column, step, level, sign);
            }
        }
    }

    private void add(long[] row, int group, long step, int level, int sign) {
        int at = group * width;
        row[at] += sign;
        row[at + 1] += sign * step;
        row[at + 2] = sum(row[at + 2], sign * step * step);
        row[at + SUMS + level] += sign;
        Checks.require(
                row[at + SUMS + level] >= 0,
                "A score of level %s goes that is not there. Maybe it was taken away twice.",
                level);
    }

    private void check(long[] row, int group) {
        int at = group * width;
        CrossMoments.requirePossible(row[at], row[at + 1], row[at + 2]);
        for (int level = SUMS; level < width; level++) {
            Checks.require(
                    row[at + level] <= row[level],
                    "A group has %s scores of level %s, all have %s. Maybe a score goes that is not there.",
                    row[at + level],
                    level - SUMS,
                    row[level]);
        }
    }

    private int column(String group) {
        int column = groups.getOrDefault(group, -1);
        Checks.require(
                column >= 0,
                "There is no group \"%s\". Expected one of %s.",
                group,
                groups.keySet().size());
        return column;
    }

    private static long sum(long first, long second) {
        long sum = first + second;
        Checks.require(((first ^ sum) & (second ^ sum)) >= 0, "A sum of squares does not fit 64 bits.");
        return sum;
    }

    @Override
    public LiveMeasure merge(LiveMeasure other) {
        return combined(other, 1);
    }

    @Override
    public LiveMeasure less(LiveMeasure other) {
        return combined(other, -1);
    }

    private LiveMeasure combined(LiveMeasure other, int sign) {
        requireSame(other);
        long[][] next = rows.clone();
        for (int unit = 0; unit < next.length; unit++) {
            if (other.rows[unit].length > 0) {
                next[unit] = Arrays.copyOf(next[unit], groups.size() * width);
                for (int i = 0; i < next[unit].length; i++) {
                    next[unit][i] = sum(next[unit][i], sign * other.rows[unit][i]);
                    Checks.require(
                            i % width == 1 || next[unit][i] >= 0, "Scores go that are not there. Maybe never added.");
                }
                for (int group = 0; sign < 0 && group < groups.size(); group++) {
                    check(next[unit], group);
                }
            }
        }
        return new LiveMeasure(this, next);
    }

    /**
     * What is known of that group in that unit.
     *
     * @throws IllegalArgumentException if there is no such unit or group
     */
    public LiveCell cell(String unit, String group) {
        int column = column(group);
        long[] row = rows[units.place(unit)];
        if (row.length == 0) {
            row = new long[groups.size() * width];
        }
        int at = column * width;
        GroupTotal total = GroupTotal.of(row[at], row[at + 1]);
        return new LiveCell(
                total,
                CrossMoments.moments(row[at], row[at + 1], row[at + 2], grid.perPoint()),
                LevelCounts.of(Arrays.copyOfRange(row, at + SUMS, at + width)));
    }

    /** The counts by level of one group in those units, ready for a model of many units. */
    public GroupLevels levels(String group, Collection<String> among) {
        Map<String, LevelCounts> found = new TreeMap<>();
        among.forEach(unit -> found.put(unit, cell(unit, group).levels()));
        return GroupLevels.of(found);
    }

    /** Equal if every count is: a row of zeros equals none. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof LiveMeasure that)
                || !grid.equals(that.grid)
                || !cuts.equals(that.cuts)
                || !groups.equals(that.groups)
                || !units.names().equals(that.units.names())) {
            return false;
        }
        for (int unit = 0; unit < rows.length; unit++) {
            if (!Arrays.equals(trimmed(rows[unit]), trimmed(that.rows[unit]))) {
                return false;
            }
        }
        return true;
    }

    private static long[] trimmed(long[] row) {
        return Arrays.stream(row).allMatch(count -> count == 0) ? new long[0] : row;
    }

    @Override
    public int hashCode() {
        int hash = grid.hashCode();
        for (long[] row : rows) {
            hash = 31 * hash + Arrays.hashCode(trimmed(row));
        }
        return hash;
    }

    /** Such as {@code 14200 scores in 623 units}. */
    @Override
    public String toString() {
        long n = 0;
        for (int unit = 0; unit < rows.length; unit++) {
            n += rows[unit].length > 0 && units.path(unit).length == 1 ? rows[unit][0] : 0;
        }
        return n + " scores in " + rows.length + " units";
    }
}
