package org.iltlib.analytics.measurement.irt;

import java.util.Arrays;
import java.util.List;
import org.iltlib.analytics.internal.HiddenAbility;
import org.iltlib.analytics.internal.PatternOrder;
import org.iltlib.analytics.internal.PatternPass;
import org.iltlib.base.Checks;
import org.iltlib.evidence.response.ResponseTable;

/**
 * Which patterns of responses occur, in a fixed order, and how many students have each. Immutable. Two can be added, in
 * any order and grouping, with the same bits: so a fit of the sum equals a fit of all students at once, whoever came
 * first. Reasons why a response is missing are forgotten; students without any response are left out.
 */
public final class ResponsePatterns implements Responses {
    private final List<String> items;
    private final byte[][] columns;
    private final long[] counts;
    private final long students;

    private ResponsePatterns(List<String> items, byte[][] columns, long[] counts) {
        this.items = items;
        this.columns = columns;
        this.counts = counts;
        this.students = Arrays.stream(counts).sum();
    }

    /** The patterns of a table. Linear in the responses. */
    public static ResponsePatterns of(ResponseTable table) {
        byte[][] columns = new byte[table.items()][];
        for (int item = 0; item < columns.length; item++) {
            columns[item] = table.codes(item);
        }
        long[] ones = new long[table.students()];
        Arrays.fill(ones, 1);
        return collapse(table.itemNames(), columns, ones);
    }

    private static ResponsePatterns collapse(List<String> items, byte[][] columns, long[] counts) {
        PatternOrder order = new PatternOrder(columns, counts.length);
        byte[][] distinct = new byte[columns.length][];
        for (int item = 0; item < columns.length; item++) {
            distinct[item] = order.distinct(columns[item]);
        }
        long[] sums = new long[order.patterns()];
        for (int row = 0; row < counts.length; row++) {
            sums[order.patternOf(row)] += counts[row];
        }
        // the missing sort first, so a pattern of nothing but them is the first
        if (sums.length > 0 && Arrays.stream(distinct).allMatch(column -> column[0] < 0)) {
            for (int item = 0; item < distinct.length; item++) {
                distinct[item] = Arrays.copyOfRange(distinct[item], 1, sums.length);
            }
            sums = Arrays.copyOfRange(sums, 1, sums.length);
        }
        return new ResponsePatterns(items, distinct, sums);
    }

    /**
     * The patterns of these students and those.
     *
     * @throws IllegalArgumentException if the items are others, or in another order
     */
    public ResponsePatterns plus(ResponsePatterns others) {
        Checks.require(items.equals(others.items), "The items are %s and %s. Expected the same.", items, others.items);
        byte[][] joined = new byte[columns.length][];
        for (int item = 0; item < columns.length; item++) {
            joined[item] = Arrays.copyOf(columns[item], counts.length + others.counts.length);
            System.arraycopy(others.columns[item], 0, joined[item], counts.length, others.counts.length);
        }
        long[] both = Arrays.copyOf(counts, counts.length + others.counts.length);
        System.arraycopy(others.counts, 0, both, counts.length, others.counts.length);
        return collapse(items, joined, both);
    }

    @Override
    public List<String> itemNames() {
        return items;
    }

    @Override
    public long students() {
        return students;
    }

    /** The number of different patterns. */
    public int patterns() {
        return counts.length;
    }

    /** How many students have that pattern. */
    public long students(int pattern) {
        return counts[pattern];
    }

    /** The points on an item in that pattern, or −1 if there is no response. */
    public int code(int pattern, int item) {
        return columns[item][pattern];
    }

    @Override
    public int largest(int item) {
        int largest = 0;
        for (byte code : columns[item]) {
            largest = Math.max(largest, code);
        }
        return largest;
    }

    @Override
    public long count(int item, int points) {
        Checks.require(item >= 0 && item < items.size(), "item is %s. Expected 0 to %s.", item, items.size() - 1);
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            count += columns[item][i] == points ? counts[i] : 0;
        }
        return count;
    }

    @Override
    public HiddenAbility at(Places places) {
        byte[][] moved = new byte[places.categories().length][0];
        for (int item = 0; item < columns.length; item++) {
            if (places.place()[item] >= 0) {
                moved[places.place()[item]] = columns[item];
            }
        }
        return new PatternPass(moved, places.categories(), counts, places.stride());
    }
}
