package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.CompensatedSum;

/**
 * Exact fits of several quantiles on any columns, with an intercept before them. Columns are centred and scaled inside,
 * and so is the outcome, so that the units of neither matter; what comes out is in the units that went in.
 */
public final class DenseQuantiles {
    private final Rows rows;
    private final double[] means;
    private final double[] sizes;
    private final double middle;
    private final double unit;

    private DenseQuantiles(Rows rows, double[] means, double[] sizes, double middle, double unit) {
        this.rows = rows;
        this.means = means;
        this.sizes = sizes;
        this.middle = middle;
        this.unit = unit;
    }

    /**
     * Takes an outcome and columns in.
     *
     * @param outcome one finite number a row; at least one row
     * @param columns each with one finite number a row, the intercept not among them
     * @param weights one positive number a row
     */
    public static DenseQuantiles of(double[] outcome, List<double[]> columns, double[] weights) {
        int n = outcome.length;
        int p = columns.size() + 1;
        double[] means = new double[p];
        double[] sizes = new double[p];
        sizes[0] = 1;
        double[] cells = new double[n * p];
        for (int i = 0; i < n; i++) {
            cells[i * p] = 1;
        }
        for (int j = 1; j < p; j++) {
            double[] column = columns.get(j - 1);
            means[j] = (low(column) / 2 + high(column) / 2);
            sizes[j] = unit(column);
            for (int i = 0; i < n; i++) {
                cells[i * p + j] = (column[i] - means[j]) / sizes[j];
            }
        }
        double middle = low(outcome) / 2 + high(outcome) / 2;
        double unit = unit(outcome);
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = (outcome[i] - middle) / unit;
        }
        return new DenseQuantiles(new DenseRows(p, cells, scaled, weights.clone()), means, sizes, middle, unit);
    }

    private static double low(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double high(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    /** A power of two of about the size of half the range, so that division by it is exact. */
    private static double unit(double[] values) {
        double half = high(values) / 2 - low(values) / 2;
        return half >= Double.MIN_NORMAL ? Math.scalb(1.0, Math.min(1022, Math.getExponent(half))) : 1;
    }

    /** The first column that follows from those before it, the intercept counted as 0. */
    public OptionalInt deficientColumn() {
        return QuantileSweep.deficientColumn(rows);
    }

    /** The same rows with their weights multiplied. */
    public DenseQuantiles times(double[] factors) {
        int n = rows.count();
        int[] kept = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (factors[i] > 0) {
                kept[count++] = i;
            }
        }
        DenseRows some = (DenseRows) rows.select(kept, count);
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = rows.weight(kept[i]) * factors[kept[i]];
        }
        return new DenseQuantiles(some.withWeights(weights), means, sizes, middle, unit);
    }

    /**
     * Fits. Ask for the {@linkplain QuantileProcess#gap gap}: it is wide where rounding keeps the best fit from being found.
     *
     * @param taus ascending, between 0 and 1
     * @throws IllegalArgumentException if the columns depend on each other
     */
    public QuantileProcess fit(double[] taus, Executor executor) {
        QuantileProcess scaled = QuantileSweep.of(rows, taus, executor);
        int count = taus.length;
        double[][] coefficients = new double[count][];
        double[] objectives = new double[count];
        double[] gaps = new double[count];
        double[] violations = new double[count];
        int[] zeros = new int[count];
        for (int t = 0; t < count; t++) {
            coefficients[t] = original(scaled.coefficients(t));
            coefficients[t][0] += middle;
            objectives[t] = scaled.objective(t) * unit;
            gaps[t] = scaled.gap(t) * (1 + scaled.objective(t)) / (1 / unit + scaled.objective(t));
            if (scaled.objective(t) > 0) {
                gaps[t] = Math.min(gaps[t], scaled.gap(t) * (1 + scaled.objective(t)) / scaled.objective(t));
            }
            violations[t] = scaled.violation(t);
            zeros[t] = scaled.zeros(t);
        }
        return new QuantileProcess(taus.clone(), coefficients, objectives, gaps, violations, zeros);
    }

    private double[] original(double[] scaled) {
        double[] original = new double[scaled.length];
        CompensatedSum level = new CompensatedSum();
        level.add(scaled[0] * unit);
        for (int j = 1; j < scaled.length; j++) {
            original[j] = scaled[j] * unit / sizes[j];
            level.addProduct(-original[j], means[j]);
        }
        original[0] = level.value();
        return original;
    }

    /**
     * The matrix F⁻¹·J·F⁻¹ in the units of the columns, where F and J are cross-products of the columns.
     *
     * @param bread the factor of each row in F
     * @param meat the factor of each row in J
     * @return empty rows if F has no inverse
     */
    public double[][] sandwich(double[] bread, double[] meat) {
        int p = rows.columns();
        double[] outer = rows.gram(bread);
        double[] inner = rows.gram(meat);
        double[][] inverse = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] right = new double[p];
            right[k] = 1;
            double[] column = SmallMatrix.solve(outer, right, p, 1e-14);
            if (column == null) {
                return new double[0][];
            }
            inverse[k] = column;
        }
        double[][] back = new double[p][];
        for (int k = 0; k < p; k++) {
            double[] basis = inverse[k];
            back[k] = new double[p];
            back[k][0] = basis[0];
            for (int j = 1; j < p; j++) {
                back[k][j] = basis[j] / sizes[j];
                back[k][0] -= back[k][j] * means[j];
            }
        }
        double[][] covariance = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    for (int l = 0; l < p; l++) {
                        sum += back[k][a] * inner[k * p + l] * back[l][b];
                    }
                }
                covariance[a][b] = sum;
            }
        }
        return covariance;
    }
}
