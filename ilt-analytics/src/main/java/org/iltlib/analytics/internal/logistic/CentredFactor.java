package org.iltlib.analytics.internal.logistic;

import org.iltlib.analytics.internal.mixed.Factor;

/**
 * A random term whose slopes are about the means of their columns and in units of their standard deviations, which is
 * the same model wherever level and slopes are correlated: years such as 2024 then make no trouble. Terms without
 * correlation stay as they are.
 *
 * @param factor the term to work with
 * @param means of its columns, zero for those that stay
 * @param scales of its columns, one for those that stay
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record CentredFactor(Factor factor, double[] means, double[] scales) {
    static CentredFactor of(Factor factor, int rows) {
        int q = factor.width();
        double[] means = new double[q];
        double[] scales = new double[q];
        double[][] columns = new double[q][];
        boolean free = factor.correlated() && factor.isConstant(0);
        for (int c = 0; c < q; c++) {
            scales[c] = 1;
            columns[c] = new double[factor.isConstant(c) ? 0 : rows];
            for (int i = 0; i < columns[c].length; i++) {
                columns[c][i] = factor.z(c, i);
            }
            if (free && !factor.isConstant(c)) {
                standardise(columns[c], c, means, scales);
            }
        }
        return new CentredFactor(factor.withColumns(columns), means, scales);
    }

    private static void standardise(double[] column, int c, double[] means, double[] scales) {
        for (double value : column) {
            means[c] += value / column.length;
        }
        double squares = 0;
        for (double value : column) {
            squares += (value - means[c]) * (value - means[c]);
        }
        scales[c] = squares > 0 ? Math.sqrt(squares / column.length) : 1;
        for (int i = 0; i < column.length; i++) {
            column[i] = (column[i] - means[c]) / scales[c];
        }
    }

    /** The coefficients of the columns as they were given. */
    double[] raw(double[] coefficients) {
        double[] raw = coefficients.clone();
        for (int c = 1; c < raw.length; c++) {
            raw[c] /= scales[c];
            raw[0] -= raw[c] * means[c];
        }
        return raw;
    }

    /** The covariance of the coefficients of the columns as they were given. */
    double[][] raw(double[][] covariance) {
        int q = covariance.length;
        double[][] half = new double[q][];
        for (int c = 0; c < q; c++) {
            half[c] = raw(covariance[c]);
        }
        double[][] whole = new double[q][q];
        for (int d = 0; d < q; d++) {
            double[] column = new double[q];
            for (int c = 0; c < q; c++) {
                column[c] = half[c][d];
            }
            column = raw(column);
            for (int c = 0; c < q; c++) {
                whole[c][d] = column[c];
            }
        }
        return whole;
    }
}
