package org.iltlib.analytics.internal.logistic;

import java.util.Arrays;
import java.util.OptionalInt;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The fixed columns, standardised, and the logistic regression on them alone, from which the climb starts. Newton's
 * steps shrink quadratically where the likelihood has a maximum and stay about one unit long where a combination of
 * columns separates the outcomes; that tells the two apart.
 *
 * <p>Source: Albert &amp; Anderson (1984), doi:10.1093/biomet/71.1.1, for separation.
 */
public final class FixedPart {
    private static final int MOST = 60;
    private static final double SMALL_STEP = 1e-8;

    private final Outcome outcome;
    private final double[][] columns;
    private final double[] means;
    private final double[] scales;
    private final int deficient;
    private double[] beta;
    private boolean separated;

    private FixedPart(Outcome outcome, double[][] raw) {
        this.outcome = outcome;
        int n = outcome.rows();
        int p = raw.length + 1;
        columns = new double[p][n];
        means = new double[p];
        scales = new double[p];
        scales[0] = 1;
        Arrays.fill(columns[0], 1);
        for (int j = 1; j < p; j++) {
            standardise(raw[j - 1], j);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        deficient = GramFactor.of(gram(ones)).deficientColumn().orElse(-1);
        beta = new double[p];
        if (deficient < 0) {
            climb();
        }
    }

    /** The columns of some rows, the intercept not among them. */
    public static FixedPart of(Outcome outcome, double[][] columns) {
        return new FixedPart(outcome, columns);
    }

    private void standardise(double[] raw, int j) {
        int n = raw.length;
        double largest = 0;
        for (double value : raw) {
            means[j] += value / n;
            largest = Math.max(largest, Math.abs(value));
        }
        double squares = 0;
        for (double value : raw) {
            squares += (value - means[j]) * (value - means[j]);
        }
        double scale = Math.sqrt(squares / n);
        boolean constant = !(scale > 1e-10 * largest);
        scales[j] = constant ? 1 : scale;
        for (int i = 0; i < n; i++) {
            columns[j][i] = constant ? 0 : (raw[i] - means[j]) / scale;
        }
    }

    private void climb() {
        int n = outcome.rows();
        double[] eta = new double[n];
        double[] weights = new double[n];
        double[] rest = new double[n];
        double value = outcome.logLikelihood(eta);
        for (int step = 0; step < MOST; step++) {
            for (int i = 0; i < n; i++) {
                double chance = Outcome.chance(eta[i]);
                weights[i] = outcome.trials()[i] * chance * (1 - chance);
                rest[i] = outcome.yes()[i] - outcome.trials()[i] * chance;
            }
            GramFactor factor = GramFactor.of(gram(weights));
            if (factor.deficientColumn().isPresent()) {
                break;
            }
            double[] move = factor.solve(sums(rest));
            double[] change = times(move);
            double largest = 0;
            for (double one : change) {
                largest = Math.max(largest, Math.abs(one));
            }
            double length = 1;
            double[] next = eta;
            double nextValue = Double.NEGATIVE_INFINITY;
            for (int cut = 0; cut < 40 && !(nextValue >= value - 1e-12 * Math.abs(value)); cut++) {
                next = eta.clone();
                for (int i = 0; i < n; i++) {
                    next[i] += length * change[i];
                }
                nextValue = outcome.logLikelihood(next);
                length *= 0.5;
            }
            for (int j = 0; j < beta.length; j++) {
                beta[j] += 2 * length * move[j];
            }
            eta = next;
            value = nextValue;
            if (largest < SMALL_STEP) {
                return;
            }
        }
        separated = true;
    }

    double[][] gram(double[] weights) {
        int p = columns.length;
        double[][] gram = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * columns[a][i] * columns[b][i];
                }
                gram[a][b] = sum;
                gram[b][a] = sum;
            }
        }
        return gram;
    }

    /** X′r. */
    double[] sums(double[] ofRows) {
        double[] sums = new double[columns.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = GramFactor.dot(columns[j], ofRows, ofRows.length);
        }
        return sums;
    }

    /** Xβ. */
    double[] times(double[] coefficients) {
        double[] times = new double[outcome.rows()];
        for (int j = 0; j < coefficients.length; j++) {
            for (int i = 0; i < times.length; i++) {
                times[i] += coefficients[j] * columns[j][i];
            }
        }
        return times;
    }

    /** The first column, the intercept counting as 0, that those before it determine; empty if there is none. */
    public OptionalInt deficientColumn() {
        return deficient < 0 ? OptionalInt.empty() : OptionalInt.of(deficient);
    }

    /** Whether a combination of columns separates the outcomes, wholly or but for ties: no likelihood has a maximum. */
    public boolean isSeparated() {
        return separated;
    }

    Outcome outcome() {
        return outcome;
    }

    int size() {
        return beta.length;
    }

    double[] column(int j) {
        return columns[j];
    }

    /** The coefficients without random effects, of the standardised columns. */
    double[] beta() {
        return beta.clone();
    }

    /** The coefficients of the columns as they were given. */
    double[] raw(double[] standardised) {
        double[] raw = standardised.clone();
        for (int j = 1; j < raw.length; j++) {
            raw[j] /= scales[j];
            raw[0] -= raw[j] * means[j];
        }
        return raw;
    }

    /** The covariance of the coefficients of the columns as they were given. */
    double[][] raw(double[][] covariance) {
        int p = covariance.length;
        double[][] half = new double[p][];
        for (int i = 0; i < p; i++) {
            half[i] = raw(covariance[i]);
        }
        double[][] whole = new double[p][p];
        for (int j = 0; j < p; j++) {
            double[] column = new double[p];
            for (int i = 0; i < p; i++) {
                column[i] = half[i][j];
            }
            column = raw(column);
            for (int i = 0; i < p; i++) {
                whole[i][j] = column[i];
            }
        }
        return whole;
    }
}
