package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.SplitMix;

/**
 * A core kept sparse: solves by conjugate gradients, preconditioned by an incomplete Cholesky factor on the core's own
 * pattern (which is exact where groups are nested); the logarithm of the determinant by that factor and, for what it
 * leaves out, by Lanczos quadrature on fixed random vectors.
 *
 * <p>Sources: Meijerink &amp; van der Vorst (1977), doi:10.2307/2005786; Ubaru, Chen &amp; Saad (2017),
 * doi:10.1137/16M1104974.
 */
final class SparseCore implements Core {
    private static final int MOST_STEPS = 1000;
    private static final int QUADRATURES = 8;
    private static final int LANCZOS = 12;
    private static final double WEAK_PIVOT = 1e-3;
    static final double FINE = 1e-11;
    static final double COARSE = 1e-4;

    private final int n;
    private final int[] start;
    private final int[] columns;
    private final double[] values;
    private final double[] root;
    private final long seed;

    /** The pattern: for each place the larger places that meet it, ascending. */
    SparseCore(int[][] larger, long seed) {
        n = larger.length;
        this.seed = seed;
        start = new int[n + 1];
        for (int i = 0; i < n; i++) {
            start[i + 1] = start[i] + larger[i].length + 1;
        }
        columns = new int[start[n]];
        for (int i = 0; i < n; i++) {
            columns[start[i]] = i;
            System.arraycopy(larger[i], 0, columns, start[i] + 1, larger[i].length);
        }
        values = new double[columns.length];
        root = new double[columns.length];
    }

    int size() {
        return n;
    }

    int start(int row) {
        return start[row];
    }

    int column(int entry) {
        return columns[entry];
    }

    /** An entry over the square root of the product of its diagonals. */
    double coupling(int row, int entry) {
        return Math.abs(values[entry]) / Math.sqrt(values[start[row]] * values[start[columns[entry]]]);
    }

    @Override
    public void clear() {
        Arrays.fill(values, 0);
    }

    @Override
    public void put(int row, int column, double value) {
        values[Arrays.binarySearch(columns, start[row], start[row + 1], column)] = value;
    }

    @Override
    public void minus(int[] rows, double[] factors, int from, int end, int offset) {
        for (int a = from; a < end; a++) {
            int at = start[rows[a] - offset];
            for (int b = a; b < end; b++) {
                int wanted = rows[b] - offset;
                while (columns[at] < wanted) {
                    at++;
                }
                values[at] -= factors[a] * factors[b];
            }
        }
    }

    @Override
    public void factor() {
        System.arraycopy(values, 0, root, 0, values.length);
        for (int k = 0; k < n; k++) {
            int from = start[k];
            int end = start[k + 1];
            boolean weak = !(root[from] > WEAK_PIVOT * values[from]);
            double pivot = Math.sqrt(weak ? values[from] : root[from]);
            root[from] = pivot;
            for (int e = from + 1; e < end; e++) {
                root[e] /= pivot;
            }
            for (int a = from + 1; a < end; a++) {
                int row = columns[a];
                int at = start[row];
                int last = start[row + 1];
                for (int b = a; b < end && at < last; b++) {
                    int wanted = columns[b];
                    while (at < last && columns[at] < wanted) {
                        at++;
                    }
                    if (at < last && columns[at] == wanted) {
                        root[at] -= root[a] * root[b];
                    }
                }
            }
        }
    }

    private double[] times(double[] x) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = values[start[i]] * x[i];
            double value = x[i];
            for (int e = start[i] + 1; e < start[i + 1]; e++) {
                sum += values[e] * x[columns[e]];
                product[columns[e]] += values[e] * value;
            }
            product[i] += sum;
        }
        return product;
    }

    /** Solves U′·x = b in place. */
    private void forward(double[] x) {
        for (int k = 0; k < n; k++) {
            double value = x[k] / root[start[k]];
            x[k] = value;
            for (int e = start[k] + 1; e < start[k + 1]; e++) {
                x[columns[e]] -= value * root[e];
            }
        }
    }

    /** Solves U·x = b in place. */
    private void backward(double[] x) {
        for (int k = n - 1; k >= 0; k--) {
            double value = x[k];
            for (int e = start[k] + 1; e < start[k + 1]; e++) {
                value -= root[e] * x[columns[e]];
            }
            x[k] = value / root[start[k]];
        }
    }

    @Override
    public void solve(double[] x) {
        solve(x, FINE);
    }

    /** Solves in place until the preconditioned residual has fallen by that factor. */
    void solve(double[] x, double tolerance) {
        double[] residual = x.clone();
        Arrays.fill(x, 0);
        double[] z = residual.clone();
        forward(z);
        backward(z);
        double[] direction = z.clone();
        double size = GramFactor.dot(residual, z, n);
        double goal = tolerance * tolerance * size;
        for (int step = 0; step < MOST_STEPS && size > goal; step++) {
            double[] image = times(direction);
            double length = size / GramFactor.dot(direction, image, n);
            for (int i = 0; i < n; i++) {
                x[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            System.arraycopy(residual, 0, z, 0, n);
            forward(z);
            backward(z);
            double next = GramFactor.dot(residual, z, n);
            double turn = next / size;
            size = next;
            for (int i = 0; i < n; i++) {
                direction[i] = z[i] + turn * direction[i];
            }
        }
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * StrictMath.log(root[start[i]]);
        }
        double rest = 0;
        for (int i = 0; i < QUADRATURES; i++) {
            rest += quadrature(SplitMix.of(seed + 7919L * (i + 1)));
        }
        return sum + rest / QUADRATURES;
    }

    /** v′·log(U⁻ᵀ·S·U⁻¹)·v for v of random signs, by Lanczos. */
    private double quadrature(SplitMix chance) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = (chance.nextLong() < 0 ? -1 : 1) / Math.sqrt(n);
        }
        double[][] small = new double[LANCZOS][LANCZOS];
        double[] before = new double[n];
        double beta = 0;
        int steps = 0;
        while (steps < LANCZOS) {
            double[] w = v.clone();
            backward(w);
            w = times(w);
            forward(w);
            double alpha = GramFactor.dot(v, w, n);
            small[steps][steps] = alpha;
            for (int i = 0; i < n; i++) {
                w[i] -= alpha * v[i] + beta * before[i];
            }
            beta = Math.sqrt(GramFactor.dot(w, w, n));
            steps++;
            if (steps == LANCZOS || !(beta > 1e-12)) {
                break;
            }
            small[steps - 1][steps] = beta;
            small[steps][steps - 1] = beta;
            before = v;
            v = w;
            for (int i = 0; i < n; i++) {
                v[i] /= beta;
            }
        }
        return n * SmallEigen.firstOfLog(small, steps);
    }
}
