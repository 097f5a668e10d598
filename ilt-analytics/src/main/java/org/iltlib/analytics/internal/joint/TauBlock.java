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
        double pulled = 0;
        double held = 0;
        int priors = tables.priors;
        ws = 0;
        for (int i = 0; i < size; i++) {
            if (primal + dualStep > 0) {
                w[i] += primal * dw[i];
                z[i] += primal * dz[i];
                a[i] += dualStep * da[i];
                s[i] -= dualStep * da[i];
            }
            double weight = 1 / (w[i] / s[i] + z[i] / a[i]);
            q[i] = weight;
            double v = weight * (w[i] - z[i]);
            pulled += v;
            held += a[i];
            ws += w[i] * s[i] + z[i] * a[i];
            for (int l = 0; l < priors; l++) {
                int score = codes[l][i];
                pulls[l][score] += v;
                duals[l][score] += a[i];
            }
        }
        pull = tables.deal(pulls, pulled);
        dual = tables.deal(duals, held);
        gram = RowGram.of(tables, codes, q, size);
    }

    private double fit(int row, double intercept, double[][] parts) {
        double sum = intercept;
        for (int l = 0; l < parts.length; l++) {
            sum += parts[l][codes[l][row]];
        }
        return sum;
    }

    /** The affine step, how far it may go, and what complementarity is after it. */
    void affine(double[] step) {
        double[][] parts = tables.parts(step);
        double primal = 0;
        double dualMost = 0;
        double one = 0;
        double two = 0;
        double both = 0;
        for (int i = 0; i < size; i++) {
            double change = q[i] * (w[i] - z[i] - fit(i, step[0], parts));
            da[i] = change;
            double e = change / s[i];
            double f = change / a[i];
            primal = Math.max(primal, Math.max(1 - e, 1 + f));
            dualMost = Math.max(dualMost, Math.max(e, -f));
            double wsi = w[i] * s[i];
            double zai = z[i] * a[i];
            one += wsi * (e - 1) - zai * (1 + f);
            two += zai * f - wsi * e;
            both -= wsi * (e - 1) * e + zai * (1 + f) * f;
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
        double pulled = 0;
        for (int i = 0; i < size; i++) {
            double e = da[i] / s[i];
            double f = da[i] / a[i];
            double above = mu + w[i] * (e - 1) * da[i];
            double under = mu + z[i] * (1 + f) * da[i];
            dw[i] = above / s[i] - w[i];
            dz[i] = under / a[i] - z[i];
            double v = q[i] * (dz[i] - dw[i]);
            pulled += v;
            for (int l = 0; l < codes.length; l++) {
                pulls[l][codes[l][i]] += v;
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
        double primal = 0;
        double dualMost = 0;
        for (int i = 0; i < size; i++) {
            double change = q[i] * (dz[i] - dw[i] - fit(i, step[0], parts));
            da[i] = change;
            dw[i] += w[i] * change / s[i];
            dz[i] -= z[i] * change / a[i];
            primal = Math.max(primal, Math.max(-dw[i] / w[i], -dz[i] / z[i]));
            dualMost = Math.max(dualMost, Math.max(change / s[i], -change / a[i]));
        }
        most = primal;
        mostDual = dualMost;
    }
}
