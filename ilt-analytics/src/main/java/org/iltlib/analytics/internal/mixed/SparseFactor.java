package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * The Cholesky factor L of Λ′Z′WZΛ + I for given Λ, sparse columns first and the dense core last; solves with it, and the
 * entries of the inverse that its own levels need.
 *
 * <p>Source: Davis (2006), Direct Methods for Sparse Linear Systems.
 */
final class SparseFactor {
    /** Draws of signs for each colour, to begin with. */
    static final int FEWEST_DRAWS = 4;

    private static final long SEED = 20_261_129;

    private final Elimination plan;
    private final Executor executor;
    private final Assembly assembly;
    private final double[] values;
    private final double[] pivots;
    private final Core core;
    private double[][][] sums = new double[0][][];
    private int draws = FEWEST_DRAWS;

    private SparseFactor(Elimination plan, Executor executor) {
        this.plan = plan;
        this.executor = executor;
        values = new double[plan.start()[plan.sparse()]];
        pivots = new double[plan.sparse()];
        core = plan.isIterative() ? new SparseCore(plan.coreGraph(), SEED) : new DenseCore(plan.core(), executor);
        assembly = new Assembly(plan, values, pivots, core);
    }

    static SparseFactor of(Elimination plan, Executor executor) {
        return new SparseFactor(plan, executor);
    }

    /** Factors for other Λ, one lower triangle by rows for each factor. */
    void factor(double[][] lambda) {
        factor(lambda, plan.data());
    }

    /** Factors for other Λ and other weights of the same rows. */
    void factor(double[][] lambda, CrossProducts data) {
        assembly.fill(lambda, data);
        int n = plan.sparse();
        int[] start = plan.start();
        int[] rows = plan.rows();
        int[] head = new int[n];
        int[] next = new int[n];
        int[] upTo = new int[n];
        Arrays.fill(head, -1);
        double[] work = new double[plan.size()];
        for (int j = 0; j < n; j++) {
            if (head[j] >= 0) {
                update(j, head, next, upTo, work);
            }
            double pivot = Math.sqrt(pivots[j]);
            pivots[j] = pivot;
            for (int e = start[j]; e < start[j + 1]; e++) {
                values[e] /= pivot;
            }
            chain(j, start[j], head, next, upTo);
            int first = start[j];
            while (first < start[j + 1] && rows[first] < n) {
                first++;
            }
            core.minus(rows, values, first, start[j + 1], n);
        }
        core.factor();
    }

    private void chain(int column, int entry, int[] head, int[] next, int[] upTo) {
        upTo[column] = entry;
        if (entry < plan.start()[column + 1] && plan.rows()[entry] < plan.sparse()) {
            int row = plan.rows()[entry];
            next[column] = head[row];
            head[row] = column;
        }
    }

    private void update(int j, int[] head, int[] next, int[] upTo, double[] work) {
        int[] start = plan.start();
        int[] rows = plan.rows();
        for (int e = start[j]; e < start[j + 1]; e++) {
            work[rows[e]] = values[e];
        }
        int k = head[j];
        while (k >= 0) {
            int following = next[k];
            int entry = upTo[k];
            double value = values[entry];
            pivots[j] -= value * value;
            for (int e = entry + 1; e < start[k + 1]; e++) {
                work[rows[e]] -= value * values[e];
            }
            chain(k, entry + 1, head, next, upTo);
            k = following;
        }
        for (int e = start[j]; e < start[j + 1]; e++) {
            values[e] = work[rows[e]];
        }
    }

    double logDeterminant() {
        double sum = core.logDeterminant();
        for (double pivot : pivots) {
            sum += 2 * StrictMath.log(pivot);
        }
        return sum;
    }

    /** Solves with the whole matrix, in place, in the order of elimination. */
    void solve(double[] x) {
        int n = plan.sparse();
        int[] start = plan.start();
        int[] rows = plan.rows();
        for (int j = 0; j < n; j++) {
            double value = x[j] / pivots[j];
            x[j] = value;
            for (int e = start[j]; e < start[j + 1]; e++) {
                x[rows[e]] -= value * values[e];
            }
        }
        double[] tail = Arrays.copyOfRange(x, n, x.length);
        core.solve(tail);
        System.arraycopy(tail, 0, x, n, tail.length);
        backward(x);
    }

    private void backward(double[] x) {
        int[] start = plan.start();
        int[] rows = plan.rows();
        for (int j = plan.sparse() - 1; j >= 0; j--) {
            double value = x[j];
            for (int e = start[j]; e < start[j + 1]; e++) {
                value -= values[e] * x[rows[e]];
            }
            x[j] = value / pivots[j];
        }
    }

    /** Blocks of zeros, by factor. */
    double[][] emptyBlocks() {
        double[][] blocks = new double[plan.data().factors().size()][];
        for (int k = 0; k < blocks.length; k++) {
            Factor factor = plan.data().factors().get(k);
            blocks[k] = new double[factor.levels() * factor.width() * factor.width()];
        }
        return blocks;
    }

    /** Adds what a probe of the core, and what it was solved to, say of the blocks. */
    void addProducts(double[] probe, double[] solved, double[][] blocks) {
        double[] one = new double[plan.size()];
        double[] two = new double[plan.size()];
        System.arraycopy(probe, 0, one, plan.sparse(), probe.length);
        System.arraycopy(solved, 0, two, plan.sparse(), solved.length);
        backward(one);
        backward(two);
        for (int k = 0; k < blocks.length; k++) {
            Factor factor = plan.data().factors().get(k);
            int q = factor.width();
            for (int u = 0; u < factor.levels(); u++) {
                int place = plan.position(k, u, 0);
                for (int a = 0; a < q; a++) {
                    for (int b = 0; b < q; b++) {
                        blocks[k][(u * q + a) * q + b] +=
                                0.5 * (one[place + a] * two[place + b] + two[place + a] * one[place + b]);
                    }
                }
            }
        }
    }

    /** By draw and factor: what it alone would have said of the sums of the blocks; empty if they are exact. */
    double[][][] sums() {
        return sums;
    }

    int draws() {
        return draws;
    }

    void useDraws(int count) {
        draws = count;
    }

    int blockSize(int factor) {
        int q = plan.data().factors().get(factor).width();
        return q * q;
    }

    /** The blocks of the inverse that belong to one level each, by factor: level, row, column. */
    double[][] inverseBlocks() {
        if (core instanceof DenseCore dense) {
            return selected(dense.inverse()).blocks();
        }
        double[][] blocks = selected(new double[0][]).blocks();
        sums = new Probes(this, (SparseCore) core, SEED).addTo(blocks, draws, executor);
        return blocks;
    }

    /** The places of the inverse where the factor has entries; the core must be dense. */
    SelectedInverse inverse() {
        return selected(((DenseCore) core).inverse());
    }

    private SelectedInverse selected(double[][] tail) {
        return SelectedInverse.of(plan, values, pivots, tail);
    }
}
