package org.iltlib.analytics.impact.mediate;

import java.util.Arrays;
import java.util.List;
import org.iltlib.base.Checks;

/** The rows in which every column has a number. */
final class Known {
    private Known() {}

    static int[] rows(List<double[]> columns, int length) {
        int[] rows = new int[length];
        int kept = 0;
        for (double[] column : columns) {
            Checks.require(
                    column.length == length,
                    "A column has %s values for %s rows. Expected one a row. Maybe they come from different files.",
                    column.length,
                    length);
            for (double value : column) {
                Checks.require(!Double.isInfinite(value), "A column holds %s. Expected a number, or NaN.", value);
            }
        }
        for (int i = 0; i < length; i++) {
            int row = i;
            if (columns.stream().noneMatch(column -> Double.isNaN(column[row]))) {
                rows[kept++] = i;
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    static double[] at(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }
}
