package org.iltlib.analytics.privacy;

import java.util.OptionalLong;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;

/**
 * A table of counts with its margins, in which small cells and the cells that would give them away are withheld.
 * Immutable. The row after the last and the column after the last hold the totals.
 */
public final class SafeTable {
    private final SuppressionPolicy policy;
    private final long[][] cells;
    private final boolean[][] hidden;

    SafeTable(SuppressionPolicy policy, long[][] cells, boolean[][] hidden) {
        this.policy = policy;
        this.cells = cells;
        this.hidden = hidden;
    }

    /** The number of rows without the total. */
    public int rows() {
        return cells.length - 1;
    }

    /** The number of columns without the total. */
    public int columns() {
        return cells[0].length - 1;
    }

    /**
     * The count, or that it is withheld.
     *
     * @param row from 0; {@link #rows} for the totals of the columns
     * @param column from 0; {@link #columns} for the totals of the rows
     */
    public Measured<Long> cell(int row, int column) {
        if (!hidden[row][column]) {
            return Measured.of(cells[row][column]);
        }
        return Measured.suppressed(
                policy.hides(cells[row][column]) ? SuppressionReason.SMALL_GROUP : SuppressionReason.PROTECTS_ANOTHER,
                policy.name());
    }

    /** The smallest count that a reader can prove for that cell; the count itself if it is shown. */
    public long lowerBound(int row, int column) {
        return new DisclosureAudit(cells, hidden).lower(row, column);
    }

    /** The largest count that a reader can prove for that cell; empty if nothing bounds it. */
    public OptionalLong upperBound(int row, int column) {
        return new DisclosureAudit(cells, hidden).upper(row, column);
    }

    /** The number of students in withheld cells, totals not counted. */
    public long hiddenStudents() {
        long sum = 0;
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                sum += hidden[row][column] ? cells[row][column] : 0;
            }
        }
        return sum;
    }
}
