package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;

/**
 * A fit that passes through as many rows as there are columns, and its way downhill to the best of them: along the edge
 * that promises most, past every row whose crossing still lowers the objective, as Barrodale &amp; Roberts (1973),
 * doi:10.1137/0710069, do for the median. Rows outside may stand by as one sum, if their side is sure.
 */
final class Vertex {
    private static final double TOLERANCE = 1e-10;
    private static final int REFRESH = 40;

    private final Rows rows;
    private final double[] scales;
    private final double tau;
    private final double[] outside;
    private final int p;
    private final int n;
    private final int[] basis;
    private final double[] edges;
    private final double[] coefficients;
    private final double[] residuals;
    private final byte[] sides;
    private final double[] gradient;
    private final double[] along;
    private final double[] direction;
    private final double[] row;
    private final double[] duals;
    private final Crossings crossings;
    private int pivots;

    /**
     * A place to start from.
     *
     * @param rows with outcomes no two of which tie
     * @param scales the size of each column, by which edges are compared
     * @param tau the quantile
     * @param outside the sum of the rows that are not here, each times its weight and tau, less its weight if the
     *     outcome is below the fit
     */
    Vertex(Rows rows, double[] scales, double tau, double[] outside) {
        this.rows = rows;
        this.scales = scales;
        this.tau = tau;
        this.outside = outside;
        p = rows.columns();
        n = rows.count();
        basis = new int[p];
        edges = new double[p * p];
        coefficients = rows.coefficients();
        residuals = new double[n];
        sides = new byte[n];
        gradient = rows.coefficients();
        along = new double[n];
        direction = rows.coefficients();
        row = rows.coefficients();
        duals = new double[p];
        crossings = new Crossings(n);
    }

    /** Starts from these rows, if they are independent. */
    boolean start(int[] through) {
        System.arraycopy(through, 0, basis, 0, p);
        Arrays.fill(sides, (byte) 0);
        return refresh();
    }

    /** Works everything out anew from the basis; the side of a row is that of its residual. */
    private boolean refresh() {
        double[] square = new double[p * p];
        for (int k = 0; k < p; k++) {
            rows.row(basis[k], row);
            System.arraycopy(row, 0, square, k * p, p);
        }
        if (!SmallMatrix.invertTransposed(square, p, scales, edges)) {
            return false;
        }
        Arrays.fill(coefficients, 0);
        double[] outcome = rows.outcome();
        for (int k = 0; k < p; k++) {
            for (int j = 0; j < p; j++) {
                coefficients[j] += edges[k * p + j] * outcome[basis[k]];
            }
        }
        rows.residuals(coefficients, residuals);
        for (int i = 0; i < n; i++) {
            sides[i] = (byte) (residuals[i] >= 0 ? 1 : -1);
        }
        for (int k = 0; k < p; k++) {
            residuals[basis[k]] = 0;
            sides[basis[k]] = 0;
        }
        for (int i = 0; i < n; i++) {
            along[i] = sides[i] == 0 ? 0 : rows.weight(i) * (sides[i] > 0 ? tau : tau - 1);
        }
        System.arraycopy(outside, 0, gradient, 0, p);
        Arrays.fill(gradient, p, gradient.length, 0);
        rows.addAll(along, gradient);
        return true;
    }

    /**
     * Goes downhill until no edge does.
     *
     * @return whether the bottom was reached; if not, the rows here have no lowest vertex or rounding has won
     */
    boolean descend(int limit) {
        int since = 0;
        while (pivots < limit) {
            int leaving = steepest();
            if (leaving < 0) {
                if (since == 0) {
                    return true;
                }
                since = 0;
                if (!refresh()) {
                    return false;
                }
                continue;
            }
            if (!step(leaving)) {
                return false;
            }
            pivots++;
            since++;
            if (since >= REFRESH) {
                since = 0;
                if (!refresh()) {
                    return false;
                }
            }
        }
        return false;
    }

    private double excess(int k) {
        double weight = rows.weight(basis[k]);
        return Math.max((tau - 1) * weight - duals[k], duals[k] - tau * weight);
    }

    private int steepest() {
        int best = -1;
        double most = 0;
        for (int k = 0; k < p; k++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += edges[k * p + j] * gradient[j];
            }
            duals[k] = -sum;
            double excess = excess(k);
            if (excess > TOLERANCE * rows.weight(basis[k])) {
                double size = 0;
                for (int j = 0; j < p; j++) {
                    double part = edges[k * p + j] * scales[j];
                    size += part * part;
                }
                double promise = excess * excess / size;
                if (promise > most) {
                    most = promise;
                    best = k;
                }
            }
        }
        return best;
    }

    private boolean step(int leaving) {
        double sign = duals[leaving] > 0 ? -1 : 1;
        double excess = excess(leaving);
        for (int j = 0; j < p; j++) {
            direction[j] = sign * edges[leaving * p + j];
        }
        rows.predict(direction, along);
        if (!crossings.until(excess, residuals, along, sides, rows)) {
            return false;
        }
        int entering = crossings.entering();
        double length = crossings.length();
        for (int c = 0; c < crossings.passed(); c++) {
            int i = crossings.passed(c);
            rows.add(i, -sides[i] * rows.weight(i), gradient);
            sides[i] = (byte) -sides[i];
        }
        int left = basis[leaving];
        for (int i = 0; i < n; i++) {
            residuals[i] -= length * along[i];
        }
        rows.add(entering, -side(entering), gradient);
        for (int k = 0; k < p; k++) {
            residuals[basis[k]] = 0;
        }
        residuals[left] = -length * sign;
        residuals[entering] = 0;
        sides[left] = (byte) -sign;
        sides[entering] = 0;
        rows.add(left, side(left), gradient);
        exchange(leaving, entering);
        return true;
    }

    private double side(int i) {
        return rows.weight(i) * (sides[i] > 0 ? tau : tau - 1);
    }

    private void exchange(int leaving, int entering) {
        rows.row(entering, row);
        double pivot = 0;
        for (int j = 0; j < p; j++) {
            pivot += row[j] * edges[leaving * p + j];
        }
        for (int j = 0; j < p; j++) {
            edges[leaving * p + j] /= pivot;
        }
        for (int k = 0; k < p; k++) {
            if (k != leaving) {
                double factor = 0;
                for (int j = 0; j < p; j++) {
                    factor += row[j] * edges[k * p + j];
                }
                for (int j = 0; j < p; j++) {
                    edges[k * p + j] -= factor * edges[leaving * p + j];
                }
            }
        }
        basis[leaving] = entering;
    }

    /** The rows passed through. */
    int[] basis() {
        return basis.clone();
    }

    /** The coefficients at the last refresh. */
    double[] coefficients() {
        return coefficients;
    }

    /** 1 above the fit, −1 below, 0 where the fit passes through. */
    byte[] sides() {
        return sides;
    }

    /** The dual value of each row of the basis. */
    double[] duals() {
        return duals;
    }

    /** How many exchanges there were. */
    int pivots() {
        return pivots;
    }
}
