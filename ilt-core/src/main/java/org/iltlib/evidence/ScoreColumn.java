package org.iltlib.evidence;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.column.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A column of scores in one subject: a number for each row that has one, the reason for each that has none. Immutable,
 * thread-safe.
 *
 * <p>A row takes one, two or four bytes where all scores are decimals that fit into them ({@code 0} to {@code 127},
 * {@code 450.5}, {@code -1.25}), and eight where one does not; the reason lies in the same bytes. A score is the double
 * nearest to the decimal number in the source, either way.
 */
public final class ScoreColumn {
    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    private final String name;
    private final Decimals cells;
    private final int present;

    ScoreColumn(String name, Decimals cells) {
        this.name = name;
        this.cells = cells;
        int count = 0;
        for (int row = 0; row < cells.size(); row++) {
            count += cells.reserved(row) < 0 ? 1 : 0;
        }
        this.present = count;
    }

    /** What stands in the cell of a row that has no score for that reason. */
    static int placeOf(MissingReason reason) {
        return REASONS.indexOf(reason);
    }

    /** The column's name in the source. */
    public String name() {
        return name;
    }

    /** The number of rows, scored or not: the expected population. */
    public int size() {
        return cells.size();
    }

    /** The number of rows that have a score. */
    public int present() {
        return present;
    }

    /**
     * Whether that row has a score. Constant time.
     *
     * @throws IndexOutOfBoundsException if there is no such row; the first is 0
     */
    public boolean isPresent(int row) {
        return cells.reserved(row) < 0;
    }

    /**
     * The score of that row, finite. Constant time.
     *
     * @throws IllegalArgumentException if the row has none; ask {@link #isPresent} first
     * @throws IndexOutOfBoundsException if there is no such row; the first is 0
     */
    public double get(int row) {
        Checks.require(cells.reserved(row) < 0, "row %s has no score in \"%s\". Maybe ask isPresent first.", row, name);
        return cells.get(row);
    }

    /** Why that row has no score; empty if it has one. */
    public Optional<MissingReason> findMissing(int row) {
        int reason = cells.reserved(row);
        return reason < 0 ? Optional.empty() : Optional.of(REASONS.get(reason));
    }

    /** The score of that row, or the reason why there is none. */
    public Measured<Double> measured(int row) {
        int reason = cells.reserved(row);
        return reason < 0 ? Measured.of(cells.get(row)) : Measured.missing(REASONS.get(reason));
    }

    /** The bytes of the rows. */
    long retainedBytes() {
        return cells.retainedBytes();
    }

    /** These rows. */
    ScoreColumn select(int[] rows) {
        return new ScoreColumn(name, cells.select(rows));
    }

    /** Whether names, scores and reasons are the same, however many bytes they take. Linear in the rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreColumn column
                && name.equals(column.name)
                && present == column.present
                && cells.size() == column.cells.size()
                && sameCells(column);
    }

    private boolean sameCells(ScoreColumn column) {
        for (int row = 0; row < cells.size(); row++) {
            if (key(row) != column.key(row)) {
                return false;
            }
        }
        return true;
    }

    /** The bits of the score; of a missing one, bits that no score has. */
    private long key(int row) {
        int reason = cells.reserved(row);
        return reason < 0 ? Double.doubleToRawLongBits(cells.get(row)) : -1 - reason;
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int row = 0; row < cells.size(); row++) {
            hash = 31 * hash + Long.hashCode(key(row));
        }
        return hash;
    }

    /** Such as {@code math: 24613 scores in 26796 rows}; never the content of a row. */
    @Override
    public String toString() {
        return name + ": " + present + " scores in " + cells.size() + " rows";
    }
}
