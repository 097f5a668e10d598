package org.iltlib.analytics.internal.balance;

import java.util.Arrays;
import java.util.OptionalInt;
import org.iltlib.analytics.internal.GramFactor;

/**
 * Logistic regression of a yes or no on columns and an intercept, by iteratively reweighted least squares with halved
 * steps, to the last digits. Where a combination of columns separates yes from no, likelihood has no maximum: then that
 * combination is the result, which anybody can check. O(n·p²) a step.
 *
 * <p>Source: McCullagh &amp; Nelder (1989), Generalized Linear Models; Albert &amp; Anderson (1984),
 * doi:10.1093/biomet/71.1.1, for separation.
 */
public final class LogitFit {
    private static final int MOST = 100;
    private static final double SMALL_STEP = 1e-13;

    private final boolean[] yes;
    private final double[][] columns;
    private final double[] means;
    private final double[] scales;
    private final double[] linear;
    private final double[] beta;
    private double deviance;
    private int iterations;
    private GramFactor factor;
    private final int deficient;
    private double[] direction = {};
    private boolean converged;

    private LogitFit(boolean[] yes, double[][] raw) {
        this.yes = yes;
        int p = raw.length;
        int n = yes.length;
        columns = new double[p + 1][n];
        means = new double[p + 1];
        scales = new double[p + 1];
        scales[0] = 1;
        Arrays.fill(columns[0], 1);
        double[][] gram = new double[p][p];
        for (int j = 0; j < p; j++) {
            standardize(raw[j], j + 1);
            for (int k = 0; k <= j; k++) {
                gram[j][k] = GramFactor.dot(columns[j + 1], columns[k + 1], n);
                gram[k][j] = gram[j][k];
            }
        }
        linear = new double[n];
        beta = new double[p + 1];
        factor = GramFactor.of(gram);
        deficient = factor.deficientColumn().orElse(-1);
        if (deficient < 0) {
            climb();
        }
    }

    /** Fits; see {@link #deficientColumn()} and {@link #direction()} before asking for anything else. */
    public static LogitFit of(boolean[] yes, double[][] columns) {
        return new LogitFit(yes, columns);
    }

    private void standardize(double[] raw, int j) {
        int n = raw.length;
        double mean = 0;
        for (double value : raw) {
            mean += value / n;
        }
        double squares = 0;
        double largest = 0;
        for (double value : raw) {
            squares += (value - mean) * (value - mean);
            largest = Math.max(largest, Math.abs(value));
        }
        double scale = Math.sqrt(squares / n);
        boolean constant = !(scale > 1e-10 * largest);
        means[j] = mean;
        scales[j] = constant ? 1 : scale;
        for (int i = 0; i < n; i++) {
            columns[j][i] = constant ? 0 : (raw[i] - mean) / scale;
        }
    }

    private void climb() {
        deviance = devianceAt(linear);
        double[] step = new double[beta.length];
        while (iterations < MOST) {
            iterations++;
            double[] gradient = gradient();
            factor = GramFactor.of(information());
            if (factor.deficientColumn().isPresent()) {
                break;
            }
            step = factor.solve(gradient);
            double moved = advance(step);
            if (moved <= SMALL_STEP) {
                converged = true;
                break;
            }
            if (separates(beta, 0)) {
                direction = raw(beta);
                return;
            }
        }
        if (separates(step, 1e-5)) {
            direction = raw(step);
        }
    }

    /** Takes the step, halved until the deviance does not grow; the largest change of a linear predictor. */
    private double advance(double[] step) {
        int n = yes.length;
        double[] move = times(step);
        double length = 1;
        double[] next = new double[n];
        for (int cut = 0; cut < 40; cut++) {
            for (int i = 0; i < n; i++) {
                next[i] = linear[i] + length * move[i];
            }
            double there = devianceAt(next);
            if (there <= deviance * (1 + 1e-14)) {
                double moved = 0;
                for (int i = 0; i < n; i++) {
                    moved = Math.max(moved, Math.abs(next[i] - linear[i]) / (1 + Math.abs(next[i])));
                    linear[i] = next[i];
                }
                for (int j = 0; j < beta.length; j++) {
                    beta[j] += length * step[j];
                }
                deviance = there;
                return moved;
            }
            length /= 2;
        }
        return 0;
    }

    private double[] times(double[] combination) {
        double[] sum = new double[yes.length];
        for (int j = 0; j < combination.length; j++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += combination[j] * columns[j][i];
            }
        }
        return sum;
    }

    /** Whether the combination is never on the wrong side by more than the slack, and somewhere well on the right. */
    private boolean separates(double[] combination, double slack) {
        double[] side = times(combination);
        double worst = Double.POSITIVE_INFINITY;
        double best = 0;
        for (int i = 0; i < side.length; i++) {
            double right = yes[i] ? side[i] : -side[i];
            worst = Math.min(worst, right);
            best = Math.max(best, right);
        }
        return slack == 0 ? worst > 0 : best >= 0.1 && worst >= -slack * best;
    }

    private double[] gradient() {
        double[] rest = new double[yes.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = yes[i] ? share(-linear[i]) : -share(linear[i]);
        }
        double[] gradient = new double[beta.length];
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = GramFactor.dot(columns[j], rest, rest.length);
        }
        return gradient;
    }

    private double[][] information() {
        int p = beta.length;
        double[][] gram = new double[p][p];
        double[] weighted = new double[yes.length];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = share(linear[i]) * share(-linear[i]) * columns[j][i];
            }
            for (int k = 0; k <= j; k++) {
                gram[j][k] = GramFactor.dot(weighted, columns[k], weighted.length);
                gram[k][j] = gram[j][k];
            }
        }
        return gram;
    }

    private static double share(double linear) {
        if (linear >= 0) {
            return 1 / (1 + StrictMath.exp(-linear));
        }
        double odds = StrictMath.exp(linear);
        return odds / (1 + odds);
    }

    private double devianceAt(double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double wrong = yes[i] ? -at[i] : at[i];
            sum += 2
                    * (wrong > 0
                            ? wrong + StrictMath.log1p(StrictMath.exp(-wrong))
                            : StrictMath.log1p(StrictMath.exp(wrong)));
        }
        return sum;
    }

    private double[] raw(double[] standardized) {
        double[] raw = new double[standardized.length];
        raw[0] = standardized[0];
        for (int j = 1; j < raw.length; j++) {
            raw[j] = standardized[j] / scales[j];
            raw[0] -= raw[j] * means[j];
        }
        return raw;
    }

    /** The first column that those before it and the intercept determine. */
    public OptionalInt deficientColumn() {
        return deficient < 0 ? OptionalInt.empty() : OptionalInt.of(deficient);
    }

    /** A combination of intercept and columns that separates yes from no, perhaps not strictly; empty if there is none. */
    public double[] direction() {
        return direction.clone();
    }

    /** Whether the last step changed nothing that counts. */
    public boolean converged() {
        return converged && direction.length == 0;
    }

    /** The intercept, then one coefficient a column. */
    public double[] coefficients() {
        return raw(beta);
    }

    /** The standard error of each coefficient, from the expected information. */
    public double[] standardErrors() {
        double[][] covariance = factor.inverse();
        int p = beta.length;
        double[] errors = new double[p];
        for (int j = 1; j < p; j++) {
            errors[j] = Math.sqrt(covariance[j][j]) / scales[j];
        }
        double variance = 0;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                double a = j == 0 ? 1 : -means[j] / scales[j];
                double b = k == 0 ? 1 : -means[k] / scales[k];
                variance += a * b * covariance[j][k];
            }
        }
        errors[0] = Math.sqrt(variance);
        return errors;
    }

    /** The linear predictor of each row. */
    public double[] linear() {
        return linear.clone();
    }

    /** The fitted share of each row. */
    public double[] shares() {
        double[] shares = new double[linear.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(linear[i]);
        }
        return shares;
    }

    /** Minus twice the log likelihood. */
    public double deviance() {
        return deviance;
    }

    /** How many steps were taken. */
    public int iterations() {
        return iterations;
    }
}
