package org.iltlib.evidence;

import java.util.Arrays;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * A column of scores in one subject: a number for each row that has one, the reason for each that has none. Immutable,
 * thread-safe; nine bytes a row.
 */
public final class ScoreColumn {
    private static final MissingReason[] REASONS = MissingReason.values();

    private final String name;
    private final double[] values;
    private final byte[] status;
    private final int present;

    /** Takes the arrays over; a status is 0 for a score, otherwise one more than the place of the reason. */
    ScoreColumn(String name, double[] values, byte[] status) {
        this.name = name;
        this.values = values;
        this.status = status;
        int count = 0;
        for (byte s : status) {
            count += s == 0 ? 1 : 0;
        }
        this.present = count;
    }

    /** The status of a row that has no score for that reason. */
    static byte statusOf(MissingReason reason) {
        return (byte) (Arrays.asList(REASONS).indexOf(reason) + 1);
    }

    /** The column's name in the source. */
    public String name() {
        return name;
    }

    /** The number of rows, scored or not: the expected population. */
    public int size() {
        return values.length;
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
        return status[row] == 0;
    }

    /**
     * The score of that row, finite. Constant time.
     *
     * @throws IllegalArgumentException if the row has none; ask {@link #isPresent} first
     * @throws IndexOutOfBoundsException if there is no such row; the first is 0
     */
    public double get(int row) {
        Checks.require(status[row] == 0, "row %s has no score in \"%s\". Maybe ask isPresent first.", row, name);
        return values[row];
    }

    /** Why that row has no score; empty if it has one. */
    public Optional<MissingReason> findMissing(int row) {
        return status[row] == 0 ? Optional.empty() : Optional.of(REASONS[status[row] - 1]);
    }

    /** The score of that row, or the reason why there is none. */
    public Measured<Double> measured(int row) {
        return status[row] == 0 ? Measured.of(values[row]) : Measured.missing(REASONS[status[row] - 1]);
    }

    /** These rows. */
    ScoreColumn select(int[] rows) {
        byte[] chosen = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = status[rows[i]];
        }
        return new ScoreColumn(
                name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray(), chosen);
    }

    /** Whether names, scores and reasons are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreColumn column
                && name.equals(column.name)
                && Arrays.equals(values, column.values)
                && Arrays.equals(status, column.status);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(status);
    }

    /** Such as {@code math: 24613 scores in 26796 rows}; never the content of a row. */
    @Override
    public String toString() {
        return name + ": " + present + " scores in " + values.length + " rows";
    }
}
