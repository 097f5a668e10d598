package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes, weights and a design that is known by what can be done with it, so that a dense matrix and a few tables are
 * fitted by the same code. Column 0 is the intercept. Not copied on the way in.
 */
abstract class Rows {
    /** Unused places behind the coefficients, so that tables may read four values from any column on. */
    static final int PAD = 3;

    private final int columns;
    private final double[] outcome;
    private final double @Nullable [] weights;

    Rows(int columns, double[] outcome, double @Nullable [] weights) {
        this.columns = columns;
        this.outcome = outcome;
        this.weights = weights;
    }

    /** The number of rows. */
    final int count() {
        return outcome.length;
    }

    /** The number of columns, the intercept included. */
    final int columns() {
        return columns;
    }

    /** Room for coefficients. */
    final double[] coefficients() {
        return new double[columns + PAD];
    }

    /** The outcome of each row. */
    final double[] outcome() {
        return outcome;
    }

    /** The weight of each row; null if all are 1. */
    final double @Nullable [] weights() {
        return weights;
    }

    /** The weight of a row. */
    final double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** Writes what the coefficients predict for every row. */
    abstract void predict(double[] coefficients, double[] into);

    /** Adds {@code factor} times the row to a sum of rows. */
    abstract void add(int row, double factor, double[] sum);

    /** Adds every row times its factor to a sum of rows. */
    abstract void addAll(double[] factors, double[] sum);

    /** The symmetric matrix of cross-products, each row times its factor, row by row in one array. */
    abstract double[] gram(double[] factors);

    /** For every row the sum of its squared entries, each times its factor. */
    abstract double[] squares(double[] factors);

    /** These rows alone, in that order; {@code count} of them. */
    abstract Rows select(int[] rows, int count);

    /** The same rows with another outcome. */
    abstract Rows withOutcome(double[] other);

    /** Writes a row. */
    final void row(int row, double[] into) {
        Arrays.fill(into, 0);
        add(row, 1, into);
    }

    static double[] select(double[] values, int[] rows, int count) {
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }
}
