package org.iltlib.analytics.internal;

import java.util.OptionalInt;

/**
 * A linear mixed model with one random intercept, y = Xβ + b(group) + ε, by REML or ML. The criterion is profiled down
 * to the one ratio λ = Var(b)/Var(ε) and needs only sums by group; λ is found by a scan and then by the root of the
 * exact derivative, so that it carries full precision. O(n·p²) once and O(G·p²) for each λ.
 *
 * <p>Source: Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01, for the profiled criterion.
 */
public final class RandomInterceptFit {
    private static final int SCAN = 60;
    private static final double LOWEST = -14;
    private static final double STEP = 0.4;

    private final boolean restricted;
    private final int n;
    private final int p;
    private final GroupCodes groups;
    private final double[][] gram;
    private final double[] right;
    private final double[][] sums;
    private final double[] ySums;
    private final double centre;
    private double ySquares;
    private double lambda;
    private Point best;

    /** The fit at one ratio. */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class
    private record Point(GramFactor factor, double[] beta, double residual, double criterion) {}

    private RandomInterceptFit(double[] y, double[][] columns, GroupCodes groups, boolean restricted) {
        this.restricted = restricted;
        this.groups = groups;
        n = y.length;
        p = columns.length + 1;
        gram = new double[p][p];
        right = new double[p];
        sums = new double[groups.count()][p];
        ySums = new double[groups.count()];
        double total = 0;
        for (double value : y) {
            total += value;
        }
        centre = total / n;
        double[] x = new double[p];
        x[0] = 1;
        for (int i = 0; i < n; i++) {
            double value = y[i] - centre;
            for (int j = 1; j < p; j++) {
                x[j] = columns[j - 1][i];
            }
            int group = groups.get(i);
            ySquares += value * value;
            ySums[group] += value;
            for (int j = 0; j < p; j++) {
                sums[group][j] += x[j];
                right[j] += x[j] * value;
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += x[j] * x[k];
                }
            }
        }
        best = at(0);
        if (best.factor.deficientColumn().isEmpty()) {
            search();
        }
    }

    /** Fits an intercept and the columns; see {@link #deficientColumn()} before asking for anything else. */
    public static RandomInterceptFit of(double[] y, double[][] columns, GroupCodes groups, boolean restricted) {
        return new RandomInterceptFit(y, columns, groups, restricted);
    }

    /** The first column that those before it determine, the intercept counting as column 0; empty if there is none. */
    public OptionalInt deficientColumn() {
        return best.factor.deficientColumn();
    }

    /** The intercept and the coefficients. */
    public double[] coefficients() {
        double[] beta = best.beta.clone();
        beta[0] += centre;
        return beta;
    }

    /** The covariance of the coefficients. */
    public double[][] covariance() {
        double[][] covariance = best.factor.inverse();
        for (double[] row : covariance) {
            for (int j = 0; j < p; j++) {
                row[j] *= withinVariance();
            }
        }
        return covariance;
    }

    /** The variance within groups. */
    public double withinVariance() {
        return best.residual / (restricted ? n - p : n);
    }

    /** The variance between groups; zero is a legitimate answer. */
    public double betweenVariance() {
        return lambda * withinVariance();
    }

    /** Twice the negative logarithm of the (restricted) likelihood at the optimum. */
    public double criterion() {
        return best.criterion;
    }

    /** The predicted effect of a group, shrunken towards zero. */
    public double effect(int group) {
        double residual = ySums[group] - GramFactor.dot(sums[group], best.beta, p);
        return lambda / (1 + groups.size(group) * lambda) * residual;
    }

    /** The variance of a group's effect about its prediction, the coefficients taken as known. */
    public double effectVariance(int group) {
        return betweenVariance() / (1 + groups.size(group) * lambda);
    }

    private Point at(double ratio) {
        double[][] a = new double[p][];
        for (int j = 0; j < p; j++) {
            a[j] = gram[j].clone();
        }
        double[] b = right.clone();
        double yy = ySquares;
        double logs = 0;
        for (int g = 0; ratio > 0 && g < sums.length; g++) {
            double grown = 1 + groups.size(g) * ratio;
            double weight = ratio / grown;
            logs += StrictMath.log(grown);
            yy -= weight * ySums[g] * ySums[g];
            for (int j = 0; j < p; j++) {
                double share = weight * sums[g][j];
                b[j] -= share * ySums[g];
                for (int k = 0; k <= j; k++) {
                    a[j][k] -= share * sums[g][k];
                }
            }
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                a[k][j] = a[j][k];
            }
        }
        GramFactor factor = GramFactor.of(a);
        if (factor.deficientColumn().isPresent()) {
            return new Point(factor, b, yy, Double.POSITIVE_INFINITY);
        }
        double[] beta = factor.solve(b);
        double residual = yy - GramFactor.dot(beta, b, p);
        double degrees = restricted ? n - p : n;
        double criterion = logs
                + (restricted ? factor.logDeterminant() : 0)
                + degrees * (1 + StrictMath.log(2 * Math.PI * residual / degrees));
        return new Point(factor, beta, residual, criterion);
    }

    /** The derivative of the criterion by the ratio. */
    private double slope(double ratio) {
        Point point = at(ratio);
        double[][] root = point.factor.inverseRoot();
        double slope = 0;
        double fall = 0;
        for (int g = 0; g < sums.length; g++) {
            double grown = 1 + groups.size(g) * ratio;
            double residual = ySums[g] - GramFactor.dot(sums[g], point.beta, p);
            fall += residual * residual / (grown * grown);
            slope += groups.size(g) / grown;
            for (int j = 0; restricted && j < p; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += root[k][j] * sums[g][k];
                }
                slope -= sum * sum / (grown * grown);
            }
        }
        return slope - (restricted ? n - p : n) * fall / point.residual;
    }

    private void search() {
        double low = 0;
        double high = 0;
        double previous = 0;
        for (int i = 0; i < SCAN; i++) {
            double ratio = StrictMath.exp(LOWEST + STEP * i);
            Point point = at(ratio);
            if (point.criterion < best.criterion) {
                best = point;
                lambda = ratio;
                low = previous;
                high = StrictMath.exp(LOWEST + STEP * (i + 1));
            }
            previous = ratio;
        }
        if (lambda == 0 && slope(0) < 0) {
            high = StrictMath.exp(LOWEST);
        }
        for (int i = 0; i < 200 && high > 0; i++) {
            double middle = 0.5 * (low + high);
            if (!(middle > low && middle < high)) {
                break;
            }
            if (slope(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (high > 0) {
            lambda = 0.5 * (low + high);
            best = at(lambda);
        }
    }
}
