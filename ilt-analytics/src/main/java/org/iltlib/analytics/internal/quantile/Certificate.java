package org.iltlib.analytics.internal.quantile;

import java.util.Arrays;
import org.iltlib.analytics.internal.CompensatedSum;

/**
 * The proof that a fit is the best: a dual value for each row, whose sum over the rows vanishes and which bounds the
 * objective from below. Sums are compensated.
 */
final class Certificate {
    private static final int BLOCK = 512;

    private final double[] coefficients;
    private double objective;
    private double gap;
    private double violation;
    private int zeros;

    private Certificate(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Proves the fit through those rows.
     *
     * @param rows with the outcome itself
     * @param basis the rows passed through, ascending
     * @param sides 1 for rows above the fit, −1 below
     * @param residuals room for one number a row
     * @param scales the size of each column
     * @return a gap without end if these rows depend on each other
     */
    static Certificate of(Rows rows, double tau, int[] basis, byte[] sides, double[] residuals, double[] scales) {
        int p = rows.columns();
        double[] square = new double[p * p];
        double[] row = rows.coefficients();
        for (int k = 0; k < p; k++) {
            rows.row(basis[k], row);
            System.arraycopy(row, 0, square, k * p, p);
        }
        double[] inverse = new double[p * p];
        double[] coefficients = rows.coefficients();
        if (!SmallMatrix.invertTransposed(square.clone(), p, scales, inverse)) {
            return unproved(rows, tau, coefficients, residuals);
        }
        double[] left = Rows.select(rows.outcome(), basis, p);
        for (int round = 0; round < 3; round++) {
            for (int k = 0; k < p; k++) {
                for (int j = 0; j < p; j++) {
                    coefficients[j] += inverse[k * p + j] * left[k];
                }
            }
            for (int k = 0; k < p; k++) {
                CompensatedSum sum = new CompensatedSum();
                sum.add(rows.outcome()[basis[k]]);
                for (int j = 0; j < p; j++) {
                    sum.addProduct(-square[k * p + j], coefficients[j]);
                }
                left[k] = sum.value();
            }
        }
        Certificate proof = new Certificate(Arrays.copyOf(coefficients, p));
        rows.residuals(coefficients, residuals);
        proof.weigh(rows, tau, basis, sides, residuals, inverse);
        return proof;
    }

    /** Any coefficients, if no vertex was found: nothing says how far they are from the best. */
    static Certificate unproved(Rows rows, double tau, double[] coefficients, double[] residuals) {
        Certificate none = new Certificate(Arrays.copyOf(coefficients, rows.columns()));
        rows.residuals(coefficients, residuals);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < residuals.length; i++) {
            sum.add(rows.weight(i) * residuals[i] * (residuals[i] > 0 ? tau : tau - 1));
        }
        none.objective = sum.value();
        none.gap = Double.POSITIVE_INFINITY;
        none.violation = Double.POSITIVE_INFINITY;
        return none;
    }

    private void weigh(Rows rows, double tau, int[] basis, byte[] sides, double[] residuals, double[] inverse) {
        int n = rows.count();
        int p = rows.columns();
        double[] outcome = rows.outcome();
        double scale = 0;
        for (int i = 0; i < n; i++) {
            scale = Math.max(scale, Math.abs(outcome[i]));
        }
        double zero = 1e-11 * scale;
        byte[] kept = new byte[p];
        for (int k = 0; k < p; k++) {
            kept[k] = sides[basis[k]];
            sides[basis[k]] = 0;
        }
        CompensatedSum primal = new CompensatedSum();
        CompensatedSum dual = new CompensatedSum();
        for (int from = 0; from < n; from += BLOCK) {
            double blockPrimal = 0;
            double blockDual = 0;
            int end = Math.min(n, from + BLOCK);
            for (int i = from; i < end; i++) {
                double residual = residuals[i];
                double weight = rows.weight(i);
                if (Math.abs(residual) <= zero) {
                    zeros++;
                }
                blockPrimal += weight * (residual > 0 ? tau * residual : (tau - 1) * residual);
                double d = sides[i] == 0 ? 0 : weight * (sides[i] > 0 ? tau : tau - 1);
                blockDual += d * outcome[i];
                residuals[i] = d;
            }
            primal.add(blockPrimal);
            dual.add(blockDual);
        }
        double[] sum = rows.coefficients();
        rows.addAll(residuals, sum);
        double[] rest = sum.clone();
        for (int k = 0; k < p; k++) {
            double d = 0;
            for (int j = 0; j < p; j++) {
                d -= inverse[k * p + j] * sum[j];
            }
            double weight = rows.weight(basis[k]);
            violation = Math.max(violation, Math.max((tau - 1) * weight - d, d - tau * weight) / weight);
            dual.addProduct(d, outcome[basis[k]]);
            rows.add(basis[k], d, rest);
            sides[basis[k]] = kept[k];
        }
        objective = primal.value();
        double loose = 0;
        for (int j = 0; j < p; j++) {
            loose += Math.abs(rest[j] * coefficients[j]);
        }
        violation = Math.max(0, violation);
        gap = (Math.abs(objective - dual.value()) + loose) / (1 + objective);
    }

    /** The coefficients: the fit through the rows, refined. */
    double[] coefficients() {
        return coefficients;
    }

    /** Moves the outcomes, and the fit with them. */
    void lift(double level) {
        coefficients[0] += level;
    }

    /** The weighted sum of the check function of the residuals. */
    double objective() {
        return objective;
    }

    /** Objective less dual value, relative to 1 + the objective; infinite without a vertex. */
    double gap() {
        return gap;
    }

    /** How far the worst dual value lies outside its box, as a share of its weight. */
    double violation() {
        return violation;
    }

    /** The larger of gap and violation. */
    double worst() {
        return Math.max(gap, violation);
    }

    /** The number of rows whose residual is zero. */
    int zeros() {
        return zeros;
    }
}
