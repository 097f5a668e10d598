package org.iltlib.analytics.measurement.item;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iltlib.evidence.response.ResponseTable;

/**
 * How each student stands on a test: the points over the most points of the items that the student has. Where nothing is
 * missing that is the total. Equal fractions are equal numbers here, for division rounds correctly.
 */
final class Standing {
    private final ResponseTable table;
    private final int[] most;
    private final long[] points;
    private final long[] possible;

    Standing(ResponseTable table) {
        this.table = table;
        this.most = new int[table.items()];
        this.points = new long[table.students()];
        this.possible = new long[table.students()];
        for (int item = 0; item < most.length; item++) {
            most[item] = Math.max(1, table.largest(item));
            for (int row = 0; row < points.length; row++) {
                int code = table.code(row, item);
                if (code >= 0) {
                    points[row] += code;
                    possible[row] += most[item];
                }
            }
        }
    }

    int most(int item) {
        return most[item];
    }

    /** Whether the student has points on something. */
    boolean isKnown(int row) {
        return possible[row] > 0;
    }

    double share(int row) {
        return (double) points[row] / possible[row];
    }

    /** Whether the student has points on something beside that item. */
    boolean hasRest(int row, int item) {
        return possible[row] > (table.code(row, item) >= 0 ? most[item] : 0);
    }

    double restShare(int row, int item) {
        int code = table.code(row, item);
        return code < 0 ? share(row) : (double) (points[row] - code) / (possible[row] - most[item]);
    }

    /** Rows with points on something, from the lowest share to the highest. */
    int[] ascending() {
        return IntStream.range(0, points.length)
                .filter(this::isKnown)
                .boxed()
                .sorted((a, b) -> Double.compare(share(a), share(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * For each row the fifth in which it stands by the other items, 0 the lowest; −1 without points on any of them. Students
     * of one share stand in one fifth, that of their middle.
     */
    int[] fifths(int item) {
        int[] order = IntStream.range(0, points.length)
                .filter(row -> hasRest(row, item))
                .boxed()
                .sorted((a, b) -> Double.compare(restShare(a, item), restShare(b, item)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] fifths = new int[points.length];
        Arrays.fill(fifths, -1);
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && restShare(order[to], item) == restShare(order[from], item)) {
                to++;
            }
            int fifth = (int) (5L * (from + to) / (2L * order.length));
            for (int i = from; i < to; i++) {
                fifths[order[i]] = Math.min(4, fifth);
            }
            from = to;
        }
        return fifths;
    }
}
