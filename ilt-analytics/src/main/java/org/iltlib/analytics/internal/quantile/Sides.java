package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;

/** On which side of a fit each row lies, and the sum of the rows below, kept up to date as rows change sides. */
final class Sides {
    private final Rows rows;
    private final byte[] sides;
    private final double[] total;
    private final double[] below;

    /** All above. */
    Sides(Rows rows, double[] total) {
        this.rows = rows;
        this.total = total;
        sides = new byte[rows.count()];
        Arrays.fill(sides, (byte) 1);
        below = rows.coefficients();
    }

    /** Puts a row on that side. */
    void put(int row, int side) {
        if (sides[row] != side) {
            rows.add(row, side < 0 ? rows.weight(row) : -rows.weight(row), below);
            sides[row] = (byte) side;
        }
    }

    /** 1 for every row above, −1 for every row below. */
    byte[] all() {
        return sides;
    }

    /** The sum of all rows, each times its weight and tau, less its weight if it is below. */
    double[] sum(double tau) {
        double[] sum = rows.coefficients();
        for (int j = 0; j < rows.columns(); j++) {
            sum[j] = tau * total[j] - below[j];
        }
        return sum;
    }
}
