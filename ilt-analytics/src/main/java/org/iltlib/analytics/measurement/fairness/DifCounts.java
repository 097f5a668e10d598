package org.iltlib.analytics.measurement.fairness;

import java.util.Arrays;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.ResponseTable;
import org.jspecify.annotations.Nullable;

/**
 * How many students of the reference and of the focal group earned each number of points on an item, at each total of the
 * matching items. Counts of parts {@link #merge} to those of the whole, bit for bit. Immutable.
 */
public final class DifCounts {
    private final String item;
    private final long[][][] counts; // total, group, points

    private DifCounts(String item, long[][][] counts) {
        this.item = item;
        this.counts = counts;
    }

    /**
     * The counts of an item. Students of other groups, and those who lack the item or a matching item, are left out. Linear
     * in the responses to the matching items.
     *
     * @param groups a row for each row of the table
     * @param reference the label of the group against which is compared
     * @param focal the label of the group about which one worries
     * @param matching the items whose total makes students alike; the item itself always belongs to them
     * @throws IllegalArgumentException if rows or names do not fit, or both groups are the same
     */
    public static DifCounts of(
            ResponseTable table,
            LabelColumn groups,
            String reference,
            String focal,
            String item,
            Set<String> matching) {
        Checks.require(
                groups.size() == table.students(),
                "there are %s rows of groups. Expected %s, one of each student.",
                groups.size(),
                table.students());
        Checks.require(!reference.equals(focal), "both groups are \"%s\". Expected two.", focal);
        int studied = table.getItem(item);
        int[] labels = {groups.getCode(reference), groups.getCode(focal)};
        boolean[] used = new boolean[table.items()];
        matching.forEach(name -> used[table.getItem(name)] = true);
        used[studied] = true;
        int[] totals = new int[table.students()];
        boolean[] incomplete = new boolean[table.students()];
        int most = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                byte[] codes = table.codes(i);
                most += table.largest(i);
                for (int row = 0; row < codes.length; row++) {
                    totals[row] += codes[row];
                    incomplete[row] |= codes[row] < 0;
                }
            }
        }
        long[][][] counts = new long[most + 1][2][Math.max(1, table.largest(studied)) + 1];
        for (int row = 0; row < totals.length; row++) {
            int group = groups.code(row) == labels[0] ? 0 : groups.code(row) == labels[1] ? 1 : -1;
            if (!incomplete[row] && group >= 0) {
                counts[totals[row]][group][table.code(row, studied)]++;
            }
        }
        return new DifCounts(item, counts);
    }

    /**
     * From counts: {@code counts[total][group][points]}, group 0 the reference, 1 the focal. Copied.
     *
     * @throws IllegalArgumentException if a total has not two groups, groups differ in points, or a count is negative
     */
    public static DifCounts of(String item, long[][][] counts) {
        Checks.require(counts.length > 0, "there are no totals. Expected at least one.");
        int points = counts[0].length == 0 ? 0 : counts[0][0].length;
        Checks.require(points > 1, "there are %s points. Expected at least 0 and 1.", points);
        long[][][] copy = new long[counts.length][2][];
        for (int total = 0; total < counts.length; total++) {
            Checks.require(counts[total].length == 2, "a total has %s groups. Expected 2.", counts[total].length);
            for (int group = 0; group < 2; group++) {
                Checks.require(
                        counts[total][group].length == points,
                        "a group has %s points. Expected %s.",
                        counts[total][group].length,
                        points);
                for (long count : counts[total][group]) {
                    Checks.notNegative(count, "count");
                }
                copy[total][group] = counts[total][group].clone();
            }
        }
        return new DifCounts(Checks.text(item, "item"), copy);
    }

    /**
     * Of these students and the others; totals and points that only one of them has are kept.
     *
     * @throws IllegalArgumentException if the items are not the same
     */
    public DifCounts merge(DifCounts other) {
        Checks.require(item.equals(other.item), "the items are \"%s\" and \"%s\". Expected one.", item, other.item);
        int totals = Math.max(counts.length, other.counts.length);
        int points = Math.max(points(), other.points());
        long[][][] sums = new long[totals][2][points];
        for (DifCounts part : new DifCounts[] {this, other}) {
            for (int total = 0; total < part.counts.length; total++) {
                for (int group = 0; group < 2; group++) {
                    for (int point = 0; point < part.points(); point++) {
                        sums[total][group][point] =
                                Math.addExact(sums[total][group][point], part.counts[total][group][point]);
                    }
                }
            }
        }
        return new DifCounts(item, sums);
    }

    /** The name of the item. */
    public String item() {
        return item;
    }

    /** One more than the highest total. */
    int totals() {
        return counts.length;
    }

    /** One more than the most points of the item. */
    int points() {
        return counts[0][0].length;
    }

    /** Whether the item is scored 0 or 1. */
    public boolean isRightOrWrong() {
        return points() == 2;
    }

    /** How many of that group, 0 the reference and 1 the focal, have that total and those points. */
    public long count(int total, int group, int points) {
        return counts[total][group][points];
    }

    /** How many of that group have that total. */
    long at(int total, int group) {
        return Arrays.stream(counts[total][group]).sum();
    }

    /** The students of the reference group. */
    public long reference() {
        return sum(0);
    }

    /** The students of the focal group. */
    public long focal() {
        return sum(1);
    }

    private long sum(int group) {
        long sum = 0;
        for (int total = 0; total < counts.length; total++) {
            sum += at(total, group);
        }
        return sum;
    }

    /** Whether item and counts are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DifCounts found && item.equals(found.item) && Arrays.deepEquals(counts, found.counts);
    }

    @Override
    public int hashCode() {
        return 31 * item.hashCode() + Arrays.deepHashCode(counts);
    }

    /** Such as {@code i4: 600 reference, 600 focal}. */
    @Override
    public String toString() {
        return item + ": " + reference() + " reference, " + focal() + " focal";
    }
}
