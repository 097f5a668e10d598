package org.iltlib.analytics.privacy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The simplex method in whole numbers: the largest and smallest value of a variable under equations with whole
 * coefficients, all variables at least zero, without rounding. The tableau is kept as integers over one common
 * denominator (Edmonds' integer pivoting, also Bareiss 1968); an overflow throws rather than lies. It starts from a known
 * solution, so there is no first phase.
 *
 * <p>Every solution in whole numbers that it meets is remembered: {@link #least} and {@link #most} are values that some
 * table of whole counts really takes.
 */
final class IntegerSimplex {
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final int columns;
    private final long[][] rows;
    private final int[] basic;
    private final int[] rowOf;
    private final long[] least;
    private final long[] most;
    private final Consumer<long[]> witness;
    private int rank;
    private long denominator = 1;

    /** Equations, a row each, and a solution in whole numbers of at least zero, copied; who is told each whole solution. */
    IntegerSimplex(long[][] equations, long[] solution, Consumer<long[]> witness) {
        this.witness = witness;
        columns = solution.length;
        rows = new long[equations.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(equations[i], columns + 1);
        }
        basic = new int[rows.length];
        Arrays.fill(basic, -1);
        rowOf = new int[columns];
        Arrays.fill(rowOf, -1);
        least = solution.clone();
        most = solution.clone();
        chooseBasis();
        for (int i = 0; i < rank; i++) {
            rows[i][columns] = Math.multiplyExact(denominator, solution[basic[i]]);
        }
        moveToVertex(solution);
        remember();
    }

    /** The smallest value that a solution in whole numbers was seen to take. */
    long least(int column) {
        return least[column];
    }

    /** The largest value that a solution in whole numbers was seen to take; {@link #UNBOUNDED} if there is no end. */
    long most(int column) {
        return most[column];
    }

    /** Remembers a solution in whole numbers found elsewhere. */
    void remember(long[] solution) {
        for (int column = 0; column < columns; column++) {
            least[column] = Math.min(least[column], solution[column]);
            most[column] = Math.max(most[column], solution[column]);
        }
    }

    /**
     * The largest whole number not above the maximum of the variable, or {@link #UNBOUNDED}; ends early as soon as a
     * whole solution reaches the goal.
     */
    long maximise(int column, long goal) {
        if (most[column] >= goal) {
            return most[column];
        }
        if (rowOf[column] < 0) {
            int leaving = ratio(column);
            if (leaving < 0) {
                return without(column, column, goal);
            }
            pivot(leaving, column, rank);
            remember();
        }
        for (int step = 0; most[column] < goal; step++) {
            int entering = entering(rows[rowOf[column]], column, -1, step);
            if (entering < 0) {
                return Math.floorDiv(rows[rowOf[column]][columns], denominator);
            }
            int leaving = ratio(entering);
            if (leaving < 0) {
                return without(column, entering, goal);
            }
            pivot(leaving, entering, rank);
            remember();
        }
        return most[column];
    }

    /** The smallest whole number not below the minimum of the variable; ends early as in {@link #maximise}. */
    long minimise(int column, long goal) {
        for (int step = 0; least[column] > goal && rowOf[column] >= 0; step++) {
            int entering = entering(rows[rowOf[column]], column, 1, step);
            if (entering < 0) {
                return -Math.floorDiv(-rows[rowOf[column]][columns], denominator);
            }
            pivot(ratio(entering), entering, rank);
            remember();
        }
        return rowOf[column] < 0 ? 0 : least[column];
    }

    /** The variable has no largest value: tells a solution far enough along the way, and that. */
    private long without(int column, int entering, long goal) {
        if (isWhole() && goal < UNBOUNDED) {
            long[] far = solution();
            far[entering] += Math.multiplyExact(denominator, goal);
            for (int i = 0; i < rank; i++) {
                far[basic[i]] = Math.subtractExact(far[basic[i]], Math.multiplyExact(rows[i][entering], goal));
            }
            remember(far);
            witness.accept(far);
        }
        most[column] = UNBOUNDED;
        return UNBOUNDED;
    }

    private void chooseBasis() {
        rank = 0;
        for (int i = 0; i < rows.length; i++) {
            int column = thinnest(i);
            if (column < 0) {
                continue;
            }
            long[] row = rows[i];
            rows[i] = rows[rank];
            rows[rank] = row;
            rank++;
            pivot(rank - 1, column, rows.length);
        }
    }

    /** Of the columns in that row the one that stands in the fewest rows, so that little fills up; -1 if it has none. */
    private int thinnest(int row) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < columns; j++) {
            if (rows[row][j] != 0) {
                int many = 0;
                for (long[] other : rows) {
                    many += other[j] != 0 ? 1 : 0;
                }
                if (many < fewest) {
                    fewest = many;
                    best = j;
                }
            }
        }
        return best;
    }

    /** Moves what is neither basic nor zero to zero, or exchanges it for something that becomes zero on the way. */
    private void moveToVertex(long[] solution) {
        boolean[] atZero = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            long value = solution[column];
            if (rowOf[column] >= 0 || atZero[column] || value == 0) {
                continue;
            }
            int blocking = -1;
            for (int i = 0; i < rank; i++) {
                long[] row = rows[i];
                if (row[column] < 0
                        && row[columns] < Math.multiplyExact(-row[column], value)
                        && (blocking < 0
                                || isLess(
                                        row[columns],
                                        -row[column],
                                        rows[blocking][columns],
                                        -rows[blocking][column]))) {
                    blocking = i;
                }
            }
            for (int i = 0; i < rank; i++) {
                rows[i][columns] = Math.addExact(rows[i][columns], Math.multiplyExact(rows[i][column], value));
            }
            if (blocking >= 0) {
                atZero[basic[blocking]] = true;
                pivot(blocking, column, rank);
            }
        }
    }

    /** The column whose growth moves the variable of that row the wanted way (1 down, -1 up); -1 if none does. */
    private int entering(long[] row, int column, int sign, int step) {
        boolean careful = step > 4 * (rank + 10);
        int best = -1;
        for (int j = 0; j < columns; j++) {
            if (j != column
                    && rowOf[j] < 0
                    && sign * row[j] > 0
                    && (best < 0 || (!careful && Math.abs(row[j]) > Math.abs(row[best])))) {
                best = j;
            }
        }
        return best;
    }

    /** The row that first reaches zero when the column grows; -1 if none ever does. */
    private int ratio(int column) {
        int best = -1;
        for (int i = 0; i < rank; i++) {
            if (rows[i][column] > 0) {
                if (best < 0) {
                    best = i;
                    continue;
                }
                long here = Math.multiplyExact(rows[i][columns], rows[best][column]);
                long there = Math.multiplyExact(rows[best][columns], rows[i][column]);
                if (here < there || (here == there && basic[i] < basic[best])) {
                    best = i;
                }
            }
        }
        return best;
    }

    private void pivot(int row, int column, int among) {
        long[] pivotRow = rows[row];
        if (pivotRow[column] < 0) {
            for (int j = 0; j <= columns; j++) {
                pivotRow[j] = -pivotRow[j];
            }
        }
        long p = pivotRow[column];
        int[] full =
                IntStream.rangeClosed(0, columns).filter(j -> pivotRow[j] != 0).toArray();
        for (int i = 0; i < among; i++) {
            long[] other = rows[i];
            long factor = other[column];
            if (i == row || (factor == 0 && p == denominator)) {
                continue;
            }
            if (p == denominator) {
                for (int j : full) {
                    long less = Math.multiplyExact(factor, pivotRow[j]) / denominator;
                    other[j] = Math.subtractExact(other[j], less);
                }
            } else {
                for (int j = 0; j <= columns; j++) {
                    if (other[j] != 0 || (factor != 0 && pivotRow[j] != 0)) {
                        long scaled = Math.multiplyExact(other[j], p);
                        other[j] = Math.subtractExact(scaled, Math.multiplyExact(factor, pivotRow[j])) / denominator;
                    }
                }
            }
        }
        denominator = p;
        if (basic[row] >= 0) {
            rowOf[basic[row]] = -1;
        }
        rowOf[column] = row;
        basic[row] = column;
    }

    private void remember() {
        if (isWhole()) {
            long[] solution = solution();
            remember(solution);
            witness.accept(solution);
        }
    }

    private boolean isWhole() {
        for (int i = 0; i < rank; i++) {
            if (rows[i][columns] % denominator != 0) {
                return false;
            }
        }
        return true;
    }

    private long[] solution() {
        long[] solution = new long[columns];
        for (int i = 0; i < rank; i++) {
            solution[basic[i]] = rows[i][columns] / denominator;
        }
        return solution;
    }

    private static boolean isLess(long a, long b, long c, long d) {
        return Math.multiplyExact(a, d) < Math.multiplyExact(c, b);
    }
}
