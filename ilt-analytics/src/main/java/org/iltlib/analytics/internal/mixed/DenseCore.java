package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.concurrent.Executor;

/** A dense core, by its Cholesky factor. */
final class DenseCore implements Core {
    private final double[][] upper;
    private final Executor executor;
    private DenseFactor factor;

    DenseCore(int size, Executor executor) {
        upper = new double[size][size];
        this.executor = executor;
        factor = DenseFactor.of(new double[0][], executor);
    }

    @Override
    public void clear() {
        for (double[] row : upper) {
            Arrays.fill(row, 0);
        }
    }

    @Override
    public void put(int row, int column, double value) {
        upper[row][column] = value;
    }

    @Override
    public void minus(int[] rows, double[] values, int from, int end, int offset) {
        for (int a = from; a < end; a++) {
            double[] row = upper[rows[a] - offset];
            double value = values[a];
            for (int b = a; b < end; b++) {
                row[rows[b] - offset] -= value * values[b];
            }
        }
    }

    @Override
    public void factor() {
        factor = DenseFactor.of(upper, executor);
    }

    @Override
    public double logDeterminant() {
        return factor.logDeterminant();
    }

    @Override
    public void solve(double[] x) {
        factor.forward(x);
        factor.backward(x);
    }

    /** The lower triangle of the inverse. */
    double[][] inverse() {
        return upper.length == 0 ? upper : factor.inverse();
    }
}
