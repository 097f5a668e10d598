package org.iltlib.analytics.internal;

import java.util.OptionalInt;

/**
 * Least squares of an outcome on columns with the effects of one set of groups absorbed: each value loses the mean of
 * its group, which gives the same coefficients as a dummy column for every group (Frisch, Waugh and Lovell). Exact for
 * one factor. O(n·p²).
 */
public final class LeastSquares {
    private final double[][] columns;
    private final double[] residuals;
    private final double[] coefficients;
    private final GramFactor factor;
    private final GroupCodes absorbed;
    private final double withinSquares;
    private final double residualSquares;

    private LeastSquares(double[] outcome, double[][] raw, GroupCodes absorbed) {
        this.absorbed = absorbed;
        int p = raw.length;
        int n = outcome.length;
        double[] y = absorbed.within(outcome);
        columns = new double[p][];
        double[][] gram = new double[p][p];
        double[] right = new double[p];
        for (int j = 0; j < p; j++) {
            columns[j] = absorbed.within(raw[j]);
            for (int k = 0; k <= j; k++) {
                gram[j][k] = GramFactor.dot(columns[j], columns[k], n);
                gram[k][j] = gram[j][k];
            }
            if (gram[j][j] <= GramFactor.TOLERANCE * GramFactor.dot(raw[j], raw[j], n)) {
                gram[j][j] = 0;
            }
            right[j] = GramFactor.dot(columns[j], y, n);
        }
        withinSquares = GramFactor.dot(y, y, n);
        factor = GramFactor.of(gram);
        residuals = y;
        coefficients = new double[p];
        if (factor.deficientColumn().isEmpty()) {
            for (int round = 0; round < 2; round++) {
                double[] step = factor.solve(right);
                for (int j = 0; j < p; j++) {
                    coefficients[j] += step[j];
                    for (int i = 0; i < n; i++) {
                        residuals[i] -= step[j] * columns[j][i];
                    }
                }
                for (int j = 0; j < p; j++) {
                    right[j] = GramFactor.dot(columns[j], residuals, n);
                }
            }
        }
        residualSquares = GramFactor.dot(residuals, residuals, n);
    }

    /** Fits, with one step of iterative refinement; see {@link #deficientColumn()} before asking for anything else. */
    public static LeastSquares of(double[] outcome, double[][] columns, GroupCodes absorbed) {
        return new LeastSquares(outcome, columns, absorbed);
    }

    /** The first column that the groups and the columns before it determine; empty if there is none. */
    public OptionalInt deficientColumn() {
        return factor.deficientColumn();
    }

    /** The coefficient of each column. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** What the fit leaves over, by row. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** The sum of squares of the outcome within the groups. */
    public double withinSquares() {
        return withinSquares;
    }

    /** The sum of squares of the residuals. */
    public double residualSquares() {
        return residualSquares;
    }

    /** Rows less columns less groups. */
    public int residualDegrees() {
        return absorbed.rows() - columns.length - absorbed.count();
    }

    /** The number of columns. */
    public int columns() {
        return columns.length;
    }

    /** The covariance of the coefficients if all errors are independent and equally spread. */
    public double[][] classicalCovariance() {
        double[][] covariance = factor.inverse();
        double variance = residualSquares / residualDegrees();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= variance;
            }
        }
        return covariance;
    }

    double[] column(int j) {
        return columns[j];
    }

    double residual(int row) {
        return residuals[row];
    }

    GroupCodes absorbed() {
        return absorbed;
    }

    double[][] inverseRoot() {
        return factor.inverseRoot();
    }
}
