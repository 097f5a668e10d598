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
<<<<<<< HEAD
        assembly.fill(lambda);
=======
        factor(lambda, plan.data());
    }

    /** Factors for other Λ and other weights of the same rows. */
    void factor(double[][] lambda, CrossProducts data) {
        assemble(lambda, data);
>>>>>>> room-glmm
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

<<<<<<< HEAD
=======
    private void assemble(double[][] lambda, CrossProducts data) {
        Arrays.fill(values, 0);
        core.clear();
        int count = data.factors().size();
        for (int k = 0; k < count; k++) {
            int q = data.factors().get(k).width();
            double[] block = new double[q * q];
            for (int u = 0; u < data.factors().get(k).levels(); u++) {
                scaled(data.own(k), u * q * q, lambda[k], q, lambda[k], q, block);
                for (int a = 0; a < q; a++) {
                    int place = plan.position(k, u, a);
                    for (int b = a; b < q; b++) {
                        double value = block[a * q + b] + (a == b ? 1 : 0);
                        if (a == b && place < plan.sparse()) {
                            pivots[place] = value;
                        } else {
                            put(plan.target(place, place + b - a), value);
                        }
                    }
                }
            }
            for (int l = k; l < count; l++) {
                if (data.meets(k, l)) {
                    assemble(data, lambda, k, l);
                }
            }
        }
    }

    private void assemble(CrossProducts data, double[][] lambda, int k, int l) {
        CrossProducts.Pairs pairs = data.pairs(k, l);
        long[] target = targets[k][l];
        int q = data.factors().get(k).width();
        int r = data.factors().get(l).width();
        int size = q * r;
        if (size == 1) {
            double factor = lambda[k][0] * lambda[l][0];
            for (int e = 0; e < target.length; e++) {
                put(target[e], factor * pairs.values()[e]);
            }
            return;
        }
        double[] block = new double[size];
        for (int e = 0; e < pairs.level().length; e++) {
            scaled(pairs.values(), e * size, lambda[k], q, lambda[l], r, block);
            for (int a = 0; a < size; a++) {
                put(target[e * size + a], block[a]);
            }
        }
    }

    private void put(long target, double value) {
        if (target >= 0) {
            values[(int) target] = value;
        } else {
            long place = -1 - target;
            core.put((int) (place / coreSize), (int) (place % coreSize), value);
        }
    }

    /** One block of Λ′·G·Λ. */
    private static void scaled(double[] g, int at, double[] one, int q, double[] two, int r, double[] block) {
        if (q == 1 && r == 1) {
            block[0] = one[0] * g[at] * two[0];
            return;
        }
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < r; b++) {
                double sum = 0;
                for (int c = a; c < q; c++) {
                    for (int d = b; d < r; d++) {
                        sum += one[c * q + a] * g[at + c * r + d] * two[d * r + b];
                    }
                }
                block[a * r + b] = sum;
            }
        }
    }

>>>>>>> room-glmm
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
<<<<<<< HEAD
            return selected(dense.inverse());
        }
        double[][] blocks = selected(new double[0][]);
=======
            return blocks(inverse(dense.inverse()));
        }
        double[][] blocks = blocks(inverse(new double[0][]));
>>>>>>> room-glmm
        sums = new Probes(this, (SparseCore) core, SEED).addTo(blocks, draws, executor);
        return blocks;
    }

<<<<<<< HEAD
    private double[][] selected(double[][] tail) {
        return new SelectedInverse(plan, values, pivots, tail).blocks();
=======
    /** The places of the inverse where the factor has entries; the core must be dense. */
    Inverse inverse() {
        return inverse(((DenseCore) core).inverse());
    }

    /**
     * Some places of the inverse.
     *
     * @param entries below the diagonal, at the places of the factor
     * @param diagonal of the sparse part
     * @param tail the inverse of the core, its lower triangle; empty if it is not known
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Inverse(double[] entries, double[] diagonal, double[][] tail) {}

    /** With a core whose inverse is that, or zero if it is empty. */
    private Inverse inverse(double[][] tail) {
        int n = plan.sparse();
        int[] start = plan.start();
        int[] rows = plan.rows();
        double[] inverse = new double[values.length];
        double[] diagonal = new double[n];
        double[] sums = new double[64];
        for (int j = n - 1; j >= 0; j--) {
            int from = start[j];
            int count = start[j + 1] - from;
            if (sums.length < count) {
                sums = new double[2 * count];
            }
            Arrays.fill(sums, 0, count, 0);
            for (int a = 0; a < count; a++) {
                int row = rows[from + a];
                double value = values[from + a];
                double sum = sums[a];
                if (row >= n && tail.length == 0) {
                    break;
                } else if (row >= n) {
                    sum += tail[row - n][row - n] * value;
                    for (int b = a + 1; b < count; b++) {
                        double entry = tail[rows[from + b] - n][row - n];
                        sum += entry * values[from + b];
                        sums[b] += entry * value;
                    }
                } else {
                    sum += diagonal[row] * value;
                    int at = start[row];
                    for (int b = a + 1; b < count; b++) {
                        int wanted = rows[from + b];
                        while (rows[at] < wanted) {
                            at++;
                        }
                        sum += inverse[at] * values[from + b];
                        sums[b] += inverse[at] * value;
                    }
                }
                sums[a] = sum;
            }
            double last = 1 / pivots[j];
            for (int a = 0; a < count; a++) {
                inverse[from + a] = -sums[a] / pivots[j];
                last -= inverse[from + a] * values[from + a];
            }
            diagonal[j] = last / pivots[j];
        }
        return new Inverse(inverse, diagonal, tail);
    }

    double[][] blocks(Inverse inverse) {
        int n = plan.sparse();
        double[][] tail = inverse.tail;
        double[][] blocks = new double[plan.data().factors().size()][];
        for (int k = 0; k < blocks.length; k++) {
            Factor factor = plan.data().factors().get(k);
            int q = factor.width();
            blocks[k] = new double[factor.levels() * q * q];
            for (int u = 0; u < factor.levels(); u++) {
                for (int a = 0; a < q; a++) {
                    int place = plan.position(k, u, a);
                    for (int b = a; b < q; b++) {
                        double value;
                        if (place >= n && tail.length == 0) {
                            value = 0;
                        } else if (place >= n) {
                            value = tail[place + b - a - n][place - n];
                        } else {
                            value = a == b ? inverse.diagonal[place] : inverse.entries[plan.start()[place] + b - a - 1];
                        }
                        blocks[k][(u * q + a) * q + b] = value;
                        blocks[k][(u * q + b) * q + a] = value;
                    }
                }
            }
        }
        return blocks;
>>>>>>> room-glmm
    }
}
