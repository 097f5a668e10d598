package org.iltlib.choice.single;

import java.util.Arrays;
import org.iltlib.choice.Rational;

/**
 * The simplex method in exact rationals: the most of a linear reward under rows "at most", for variables of at least
 * zero and limits of at least zero. R. G. Bland's rule (1977, doi 10.1287/moor.2.2.103) keeps it from going in circles.
 */
final class Simplex {
    private final int variables;
    private final int rows;
    private final Rational[][] table;
    private final int[] basis;

    Simplex(int variables, int rows) {
        this.variables = variables;
        this.rows = rows;
        this.table = new Rational[rows + 1][variables + rows + 1];
        this.basis = new int[rows];
        for (Rational[] row : table) {
            Arrays.fill(row, Rational.ZERO);
        }
        for (int r = 0; r < rows; r++) {
            table[r][variables + r] = Rational.ONE;
            basis[r] = variables + r;
        }
    }

    void set(int row, int variable, Rational factor) {
        table[row][variable] = factor;
    }

    void limit(int row, Rational most) {
        table[row][variables + rows] = most;
    }

    void reward(int variable, Rational factor) {
        table[rows][variable] = factor;
    }

    /** Values of the variables at a vertex where the reward is greatest; the rows must bound it. */
    Rational[] maximise() {
        for (int enter = entering(); enter >= 0; enter = entering()) {
            pivot(leaving(enter), enter);
        }
        Rational[] values = new Rational[variables];
        Arrays.fill(values, Rational.ZERO);
        for (int r = 0; r < rows; r++) {
            if (basis[r] < variables) {
                values[basis[r]] = table[r][variables + rows];
            }
        }
        return values;
    }

    private int entering() {
        for (int v = 0; v < variables + rows; v++) {
            if (table[rows][v].signum() > 0) {
                return v;
            }
        }
        return -1;
    }

    private int leaving(int enter) {
        int best = -1;
        Rational least = Rational.ZERO;
        for (int r = 0; r < rows; r++) {
            if (table[r][enter].signum() > 0) {
                Rational ratio = table[r][variables + rows].dividedBy(table[r][enter]);
                int order = best < 0 ? -1 : ratio.compareTo(least);
                if (order < 0 || (order == 0 && basis[r] < basis[best])) {
                    best = r;
                    least = ratio;
                }
            }
        }
        if (best < 0) {
            throw new IllegalStateException("No row bounds the reward.");
        }
        return best;
    }

    private void pivot(int row, int enter) {
        Rational by = table[row][enter];
        for (int v = 0; v < table[row].length; v++) {
            table[row][v] = table[row][v].dividedBy(by);
        }
        for (int r = 0; r <= rows; r++) {
            Rational factor = table[r][enter];
            if (r != row && factor.signum() != 0) {
                for (int v = 0; v < table[r].length; v++) {
                    table[r][v] = table[r][v].minus(table[row][v].times(factor));
                }
            }
        }
        basis[row] = enter;
    }
}
