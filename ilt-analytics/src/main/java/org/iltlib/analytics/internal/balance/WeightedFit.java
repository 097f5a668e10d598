package org.iltlib.analytics.internal.balance;

import java.util.OptionalInt;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;

/**
 * Weighted least squares of an outcome on an intercept and columns, with the sandwich for one of them: errors of a
 * cluster may go together in any way. O(n·p²). In R: {@code lm(y ~ x, weights = w)} with {@code sandwich::vcovCL(m, cluster =
 * g)}; with every row a cluster it is HC1.
 */
public final class WeightedFit {
    private final double[] weights;
    private final double[][] columns;
    private final double[] residuals;
    private final double[] coefficients;
    private final GramFactor factor;
    private final int counted;

    private WeightedFit(double[] outcome, double[][] raw, double[] weights) {
        this.weights = weights;
        int p = raw.length;
        int n = outcome.length;
        double total = 0;
        int positive = 0;
        for (double weight : weights) {
            total += weight;
            positive += weight > 0 ? 1 : 0;
        }
        counted = positive;
        columns = new double[p][];
        residuals = minus(outcome, GramFactor.dot(weights, outcome, n) / total);
        double[][] gram = new double[p][p];
        double[] right = new double[p];
        for (int j = 0; j < p; j++) {
            columns[j] = minus(raw[j], GramFactor.dot(weights, raw[j], n) / total);
            double[] weighted = new double[n];
            double plain = 0;
            for (int i = 0; i < n; i++) {
                weighted[i] = weights[i] * columns[j][i];
                plain += weights[i] * raw[j][i] * raw[j][i];
            }
            for (int k = 0; k <= j; k++) {
                gram[j][k] = GramFactor.dot(weighted, columns[k], n);
                gram[k][j] = gram[j][k];
            }
            if (gram[j][j] <= GramFactor.TOLERANCE * plain) {
                gram[j][j] = 0;
            }
            right[j] = GramFactor.dot(weighted, residuals, n);
        }
        factor = GramFactor.of(gram);
        coefficients = factor.deficientColumn().isPresent() ? new double[p] : factor.solve(right);
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < n; i++) {
                residuals[i] -= coefficients[j] * columns[j][i];
            }
        }
    }

    /** Fits; a row of weight zero plays no part. See {@link #deficientColumn()} before asking for anything else. */
    public static WeightedFit of(double[] outcome, double[][] columns, double[] weights) {
        return new WeightedFit(outcome, columns, weights);
    }

    private static double[] minus(double[] values, double mean) {
        double[] rest = new double[values.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[i] - mean;
        }
        return rest;
    }

    /** The first column that those before it and the intercept determine. */
    public OptionalInt deficientColumn() {
        return factor.deficientColumn();
    }

    /** The coefficient of that column. */
    public double coefficient(int column) {
        return coefficients[column];
    }

    /** Rows of weight above zero, less one for the intercept and one a column. */
    public int residualDegrees() {
        return counted - columns.length - 1;
    }

    /** The variance of that coefficient: the plain sandwich times G(N − 1)/((G − 1)(N − p)), G clusters with weight. */
    public double variance(int column, GroupCodes clusters) {
        double[] inverse = factor.inverse()[column];
        double[] scores = new double[clusters.count()];
        boolean[] present = new boolean[clusters.count()];
        for (int i = 0; i < residuals.length; i++) {
            if (weights[i] > 0) {
                double pull = 0;
                for (int j = 0; j < columns.length; j++) {
                    pull += inverse[j] * columns[j][i];
                }
                scores[clusters.get(i)] += pull * weights[i] * residuals[i];
                present[clusters.get(i)] = true;
            }
        }
        double sum = 0;
        double groups = 0;
        for (int g = 0; g < scores.length; g++) {
            sum += scores[g] * scores[g];
            groups += present[g] ? 1 : 0;
        }
        return sum * groups / (groups - 1) * (counted - 1.0) / residualDegrees();
    }
}
