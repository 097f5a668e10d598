package org.iltlib.analytics.internal.joint;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of one quantile on the way to its optimum: residuals above and below, w and z, and their dual values s = 1 −
 * a and a, all above zero, with y − x'b = w − z. At the optimum w·s = z·a = 0.
 *
 * <p>Rows that surely lie above or below are not here; they stand in {@code base} as a sum. Holds its memory.
 */
final class TauBlock {
    private static final int CHUNK = 512;

    final double tau;
    final ScoreTables tables;
    /** The places of these rows in the stage, ascending. */
    final int[] rows;

    final int size;
    final int[][] codes;
    final double[] w;
    final double[] z;
    final double[] a;
    final double[] s;
    /** (1 − tau) times the sum of all rows less the sum of those surely above. */
    final double[] base;

    double[] gram = new double[0];
    /** What the affine step still lacks: the sum of x·q·(w − z), later with corrections. */
    double[] pull = new double[0];
    /** The sum of x·a. */
    double[] dual = new double[0];

    double most;
    double mostDual;
    double ws;
    double byPrimal;
    double byDual;
    double byBoth;

    private final double[] q;
    private final double[] da;
    private final double[] dw;
    private final double[] dz;

    /** Which of the rows that are not here lie above. */
    final BitSet above;

    TauBlock(double tau, ScoreTables tables, int[] rows, int[][] codes, BitSet above, double[] base) {
        this.tau = tau;
        this.above = above;
        this.tables = tables;
        this.rows = rows;
        this.size = rows.length;
        this.codes = codes;
        this.base = base;
        this.w = new double[size];
        this.z = new double[size];
        this.a = new double[size];
        this.s = new double[size];
        this.q = new double[size];
        this.da = new double[size];
        this.dw = new double[size];
        this.dz = new double[size];
    }

    /** Puts a row on the central path: w − z = residual, w·s = z·a = mu, a + s = 1. */
    void centre(int row, double residual, double mu) {
        double r = Math.abs(residual);
        double far = mu + r / 2 + Math.sqrt(mu * mu + r * r / 4);
        double near = mu * far / (far - mu);
        w[row] = residual >= 0 ? far : near;
        z[row] = residual >= 0 ? near : far;
        s[row] = mu / w[row];
        a[row] = mu / z[row];
    }

    /** Takes over a row from another block. */
    void take(int row, TauBlock other, int from) {
        w[row] = other.w[from];
        z[row] = other.z[from];
        a[row] = other.a[from];
        s[row] = other.s[from];
    }

    /** Takes a step and prepares the next: weights, their Gram, the affine right side. */
    void prepare(double primal, double dualStep) {
        double[][] pulls = tables.sums();
        double[][] duals = tables.sums();
        double[] v = new double[CHUNK];
        double pulled = 0;
        double held = 0;
        ws = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int end = Math.min(size, from + CHUNK);
            if (primal + dualStep > 0) {
                advance(w, dw, primal, from, end);
                advance(z, dz, primal, from, end);
                advance(a, da, dualStep, from, end);
                advance(s, da, -dualStep, from, end);
            }
            for (int i = from; i < end; i++) {
                q[i] = s[i] * a[i] / (w[i] * a[i] + z[i] * s[i]);
                v[i - from] = q[i] * (w[i] - z[i]);
            }
            for (int i = from; i < end; i++) {
                pulled += v[i - from];
                held += a[i];
                ws += w[i] * s[i] + z[i] * a[i];
            }
            for (int l = 0; l < codes.length; l++) {
                gather(codes[l], v, -from, from, end, pulls[l]);
                gather(codes[l], a, 0, from, end, duals[l]);
            }
        }
        pull = tables.deal(pulls, pulled);
        dual = tables.deal(duals, held);
        gram = RowGram.of(tables, codes, q, size);
    }

    private static void advance(double[] values, double[] changes, double step, int from, int end) {
        for (int i = from; i < end; i++) {
            values[i] += step * changes[i];
        }
    }

    private static void gather(int[] code, double[] values, int shift, int from, int end, double[] sums) {
        for (int i = from; i < end; i++) {
            sums[code[i]] += values[i + shift];
        }
    }

    private void fit(double intercept, double[][] parts, int from, int end, double[] into) {
        Arrays.fill(into, intercept);
        for (int l = 0; l < parts.length; l++) {
            int[] code = codes[l];
            double[] part = parts[l];
            for (int i = from; i < end; i++) {
                into[i - from] += part[code[i]];
            }
        }
    }

    /** The affine step, how far it may go, and what complementarity is after it. */
    void affine(double[] step) {
        double[][] parts = tables.parts(step);
        double[] fit = new double[CHUNK];
        double[] es = new double[CHUNK];
        double[] fs = new double[CHUNK];
        double primal = 0;
        double dualMost = 0;
        double one = 0;
        double two = 0;
        double both = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int end = Math.min(size, from + CHUNK);
            fit(step[0], parts, from, end, fit);
            for (int i = from; i < end; i++) {
                double change = q[i] * (w[i] - z[i] - fit[i - from]);
                double share = change / (s[i] * a[i]);
                da[i] = change;
                es[i - from] = share * a[i];
                fs[i - from] = share * s[i];
            }
            for (int i = from; i < end; i++) {
                double e = es[i - from];
                double f = fs[i - from];
                primal = Math.max(primal, Math.max(1 - e, 1 + f));
                dualMost = Math.max(dualMost, Math.max(e, -f));
                double wsi = w[i] * s[i];
                double zai = z[i] * a[i];
                one += wsi * (e - 1) - zai * (1 + f);
                two += zai * f - wsi * e;
                both -= wsi * (e - 1) * e + zai * (1 + f) * f;
            }
        }
        most = primal;
        mostDual = dualMost;
        byPrimal = one;
        byDual = two;
        byBoth = both;
    }

    /** The right side of the corrected step towards mu. */
    void correct(double mu) {
        double[][] pulls = tables.sums();
        double[] v = new double[CHUNK];
        double pulled = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int end = Math.min(size, from + CHUNK);
            for (int i = from; i < end; i++) {
                double inverse = 1 / (s[i] * a[i]);
                double e = da[i] * a[i] * inverse;
                double f = da[i] * s[i] * inverse;
                dw[i] = (mu + w[i] * (e - 1) * da[i]) * a[i] * inverse - w[i];
                dz[i] = (mu + z[i] * (1 + f) * da[i]) * s[i] * inverse - z[i];
                v[i - from] = q[i] * (dz[i] - dw[i]);
            }
            for (int i = from; i < end; i++) {
                pulled += v[i - from];
            }
            for (int l = 0; l < codes.length; l++) {
                gather(codes[l], v, -from, from, end, pulls[l]);
            }
        }
        pull = tables.deal(pulls, pulled);
    }

    /** Lets the dual values alone move, towards balance. */
    void rest() {
        Arrays.fill(dw, 0);
        Arrays.fill(dz, 0);
        Arrays.fill(pull, 0);
    }

    /** The corrected step and how far it may go. */
    void finish(double[] step) {
        double[][] parts = tables.parts(step);
        double[] fit = new double[CHUNK];
        double[] reach = new double[CHUNK];
        double[] reachDual = new double[CHUNK];
        double primal = 0;
        double dualMost = 0;
        for (int from = 0; from < size; from += CHUNK) {
            int end = Math.min(size, from + CHUNK);
            fit(step[0], parts, from, end, fit);
            for (int i = from; i < end; i++) {
                double change = q[i] * (dz[i] - dw[i] - fit[i - from]);
                double share = change / (s[i] * a[i]);
                double e = share * a[i];
                double f = share * s[i];
                double up = dw[i] + w[i] * e;
                double down = dz[i] - z[i] * f;
                da[i] = change;
                dw[i] = up;
                dz[i] = down;
                reach[i - from] = Math.max(-up * z[i], -down * w[i]) / (w[i] * z[i]);
                reachDual[i - from] = Math.max(e, -f);
            }
            for (int i = 0; i < end - from; i++) {
                primal = Math.max(primal, reach[i]);
                dualMost = Math.max(dualMost, reachDual[i]);
            }
        }
        most = primal;
        mostDual = dualMost;
    }
}
