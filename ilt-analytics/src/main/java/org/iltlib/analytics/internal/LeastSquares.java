package org.iltlib.analytics.internal;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Least squares of an outcome on columns, weighted or not, with the effects of one set of groups absorbed: each value
 * loses the mean of its group, which gives the same coefficients as a dummy column for every group (Frisch, Waugh and
 * Lovell). Exact for one factor. O(n·p²).
 *
 * <p>The columns are made orthonormal one after another, twice (Gram and Schmidt as Björck 1994 advises,
 * doi:10.1016/0024-3795(94)90493-6), so that the squares of small numbers are never taken. A column counts as determined
 * by those before it when less than {@value #TOLERANCE} of its length is left, as in R's {@code lm}.
 */
public final class LeastSquares {
    /** The share of a column's length below which nothing of its own is left. */
    public static final double TOLERANCE = 1e-7;

    private final double[][] basis;
    private final double[][] inverseRoot;
    private final double[] residuals;
    private final double[] coefficients;
    private final double[] rootWeights;
    private final GroupCodes absorbed;
    private final int deficient;
    private final int nuisance;
    private final double withinSquares;
    private final double residualSquares;

    private LeastSquares(double[] outcome, double[][] raw, GroupCodes absorbed, double[] weights, int leading) {
        this.absorbed = absorbed;
        this.rootWeights = Arrays.stream(weights).map(Math::sqrt).toArray();
        int n = outcome.length;
        double[][] columns = new double[raw.length][];
        double[][] triangle = new double[raw.length][];
        int kept = 0;
        int led = 0;
        int found = -1;
        for (int j = 0; j < raw.length && found < 0; j++) {
            double[] column = scaled(absorbed.within(raw[j], weights));
            double[] given = scaled(raw[j]);
            double[] above = orthogonal(column, columns, kept);
            double length = Math.sqrt(GramFactor.dot(column, column, n));
            if (length > TOLERANCE * Math.sqrt(GramFactor.dot(given, given, n))) {
                for (int i = 0; i < n; i++) {
                    column[i] /= length;
                }
                above[kept] = length;
                columns[kept] = column;
                triangle[kept++] = above;
                led += j < leading ? 1 : 0;
            } else if (j >= leading) {
                found = j;
            }
        }
        nuisance = led;
        deficient = found;
        basis = Arrays.copyOf(columns, kept);
        inverseRoot = inverse(triangle, kept);
        double[] y = scaled(absorbed.within(outcome, weights));
        withinSquares = GramFactor.dot(y, y, n);
        double[] along = orthogonal(y, basis, kept);
        residuals = y;
        residualSquares = GramFactor.dot(y, y, n);
        coefficients = new double[kept];
        for (int j = 0; j < kept; j++) {
            for (int k = j; k < kept; k++) {
                coefficients[j] += inverseRoot[j][k] * along[k];
            }
        }
    }

    /** Fits; see {@link #deficientColumn()} before asking for anything else. */
    public static LeastSquares of(double[] outcome, double[][] columns, GroupCodes absorbed) {
        return new LeastSquares(outcome, columns, absorbed, new double[0], 0);
    }

    /**
     * Fits with weights, and with leading columns whose coefficients nobody asks for.
     *
     * @param weights above zero; an empty array stands for equal ones
     * @param leading how many columns come first that are left out where those before them determine them
     */
    public static LeastSquares of(
            double[] outcome, double[][] columns, GroupCodes absorbed, double[] weights, int leading) {
        return new LeastSquares(outcome, columns, absorbed, weights, leading);
    }

    private double[] scaled(double[] values) {
        if (rootWeights.length == 0) {
            return values.clone();
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = rootWeights[i] * values[i];
        }
        return scaled;
    }

    /** Takes the basis out of the vector, and returns how much of each there was. */
    private static double[] orthogonal(double[] vector, double[][] basis, int count) {
        double[] along = new double[count + 1];
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < count; k++) {
                double[] axis = basis[k];
                double share = GramFactor.dot(vector, axis, vector.length);
                along[k] += share;
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= share * axis[i];
                }
            }
        }
        return along;
    }

    /** The inverse of the upper triangle whose columns are given. */
    private static double[][] inverse(double[][] columns, int p) {
        double[][] inverse = new double[p][p];
        for (int k = 0; k < p; k++) {
            inverse[k][k] = 1 / columns[k][k];
            for (int i = k - 1; i >= 0; i--) {
                double sum = 0;
                for (int j = i + 1; j <= k; j++) {
                    sum += columns[j][i] * inverse[j][k];
                }
                inverse[i][k] = -sum / columns[i][i];
            }
        }
        return inverse;
    }

    /** The first column that the groups and the columns before it determine; empty if there is none. */
    public OptionalInt deficientColumn() {
        return deficient < 0 ? OptionalInt.empty() : OptionalInt.of(deficient);
    }

    /** The coefficient of each column, the leading ones that were kept first. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** How many of the leading columns were kept. */
    public int nuisance() {
        return nuisance;
    }

    /** What the fit leaves over, by row, in the unit of the outcome. */
    public double[] residuals() {
        double[] plain = residuals.clone();
        for (int i = 0; i < rootWeights.length; i++) {
            plain[i] /= rootWeights[i];
        }
        return plain;
    }

    /** The (weighted) sum of squares of the outcome within the groups. */
    public double withinSquares() {
        return withinSquares;
    }

    /** The (weighted) sum of squares of the residuals. */
    public double residualSquares() {
        return residualSquares;
    }

    /** Rows less columns less groups. */
    public int residualDegrees() {
        return absorbed.rows() - basis.length - absorbed.count();
    }

    /** The number of columns that were kept. */
    public int columns() {
        return basis.length;
    }

    /** The covariance of the coefficients if all errors are independent and spread as the weights say. */
    public double[][] classicalCovariance() {
        int p = basis.length;
        double variance = residualSquares / residualDegrees();
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] = variance * GramFactor.dot(inverseRoot[i], inverseRoot[j], p);
            }
        }
        return covariance;
    }

    /** The orthonormal columns, times the roots of the weights; read only. */
    public double[] basis(int j) {
        return basis[j];
    }

    /** The residual times the root of the weight. */
    public double residual(int row) {
        return residuals[row];
    }

    /** The weight of a row. */
    public double weight(int row) {
        return rootWeights.length == 0 ? 1 : rootWeights[row] * rootWeights[row];
    }

    /** The groups whose effects are absorbed. */
    public GroupCodes absorbed() {
        return absorbed;
    }

    /** The upper triangle L with columns · L = orthonormal columns, so that L·L′ is the inverse of the cross-products. Read only. */
    public double[][] inverseRoot() {
        return inverseRoot;
    }
}
