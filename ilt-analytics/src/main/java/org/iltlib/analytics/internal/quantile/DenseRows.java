package org.iltlib.analytics.internal.quantile;

import org.jspecify.annotations.Nullable;

/** Rows of a matrix that is written out, row by row. */
final class DenseRows extends Rows {
    private final double[] cells;

    DenseRows(int columns, double[] cells, double[] outcome, double @Nullable [] weights) {
        super(columns, outcome, weights);
        this.cells = cells;
    }

    @Override
    void predict(double[] coefficients, double[] into) {
        int p = columns();
        for (int i = 0; i < into.length; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += cells[i * p + j] * coefficients[j];
            }
            into[i] = sum;
        }
    }

    @Override
    void residuals(double[] coefficients, double[] into) {
        predict(coefficients, into);
        double[] outcome = outcome();
        for (int i = 0; i < into.length; i++) {
            into[i] = outcome[i] - into[i];
        }
    }

    @Override
    void add(int row, double factor, double[] sum) {
        int p = columns();
        for (int j = 0; j < p; j++) {
            sum[j] += factor * cells[row * p + j];
        }
    }

    @Override
    void addAll(double[] factors, double[] sum) {
        for (int i = 0; i < factors.length; i++) {
            if (factors[i] != 0) {
                add(i, factors[i], sum);
            }
        }
    }

    @Override
    double[] gram(double[] factors) {
        int p = columns();
        double[] gram = new double[p * p];
        for (int i = 0; i < factors.length; i++) {
            if (factors[i] != 0) {
                for (int j = 0; j < p; j++) {
                    double factor = factors[i] * cells[i * p + j];
                    for (int k = 0; k <= j; k++) {
                        gram[j * p + k] += factor * cells[i * p + k];
                    }
                }
            }
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                gram[k * p + j] = gram[j * p + k];
            }
        }
        return gram;
    }

    @Override
    double[] squares(double[] factors) {
        int p = columns();
        double[] squares = new double[count()];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < p; j++) {
                squares[i] += factors[j] * cells[i * p + j] * cells[i * p + j];
            }
        }
        return squares;
    }

    @Override
    Rows select(int[] rows, int count) {
        int p = columns();
        double[] some = new double[count * p];
        for (int i = 0; i < count; i++) {
            System.arraycopy(cells, rows[i] * p, some, i * p, p);
        }
        double[] weights = weights();
        return new DenseRows(
                p, some, select(outcome(), rows, count), weights == null ? null : select(weights, rows, count));
    }

    Rows withWeights(double[] other) {
        return new DenseRows(columns(), cells, outcome(), other);
    }

    @Override
    Rows withOutcome(double[] other) {
        return new DenseRows(columns(), cells, other, weights());
    }
}
