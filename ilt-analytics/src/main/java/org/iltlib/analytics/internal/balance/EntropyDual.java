package org.iltlib.analytics.internal.balance;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.GramFactor;

/**
 * Weights of rows, as even as can be, whose weighted column means hit a target: w ∝ exp(−(x − t)'λ), with Newton's method
 * on the convex dual log Σ exp(−(x − t)'λ). If the target lies outside of what any weights can reach, the dual falls below
 * zero somewhere, and λ there is the proof: (x − t)'λ is above zero in every row. O(n·p²) a step.
 *
 * <p>Source: Hainmueller (2012), doi:10.1093/pan/mpr025; the proof of failure is weak duality (the entropy of weights is
 * never negative).
 */
public final class EntropyDual {
    private static final int MOST = 200;
    private static final double EXACT = 1e-14;
    private static final double GOOD = 1e-9;

    private final int n;
    private final double[] scales;
    private final double[][] gaps;
    private final List<Integer> used = new ArrayList<>();
    private final double[] lambda;
    private double[] direction = {};
    private double[] weights = {};
    private double imbalance;
    private int iterations;

    private EntropyDual(double[][] columns, double[] target) {
        int p = columns.length;
        n = columns[0].length;
        scales = new double[p];
        gaps = new double[p][n];
        lambda = new double[p];
        for (int j = 0; j < p; j++) {
            scales[j] = spread(columns[j]);
            for (int i = 0; i < n; i++) {
                gaps[j][i] = (columns[j][i] - target[j]) / scales[j];
            }
        }
        choose();
        if (direction.length == 0) {
            descend();
        }
    }

    /** Solves; see {@link #direction()} before asking for anything else. */
    public static EntropyDual of(double[][] columns, double[] target) {
        return new EntropyDual(columns, target);
    }

    private static double spread(double[] values) {
        double mean = 0;
        double largest = 0;
        for (double value : values) {
            mean += value / values.length;
            largest = Math.max(largest, Math.abs(value));
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double spread = Math.sqrt(squares / values.length);
        return spread > 1e-10 * largest ? spread : Math.max(largest, 1);
    }

    /** Keeps the columns that vary in a way of their own; a column that others determine must hit the target as they do. */
    private void choose() {
        for (int j = 0; j < gaps.length && direction.length == 0; j++) {
            int m = used.size();
            double[][] gram = new double[m][m];
            double[] right = new double[m];
            double[] own = centred(gaps[j]);
            for (int a = 0; a < m; a++) {
                double[] one = centred(gaps[used.get(a)]);
                right[a] = GramFactor.dot(one, own, n);
                for (int b = 0; b <= a; b++) {
                    gram[a][b] = GramFactor.dot(one, centred(gaps[used.get(b)]), n);
                    gram[b][a] = gram[a][b];
                }
            }
            double[] share = m == 0 ? right : GramFactor.of(gram).solve(right);
            double[] combination = new double[gaps.length];
            combination[j] = 1;
            for (int a = 0; a < m; a++) {
                combination[used.get(a)] = -share[a];
            }
            double[] rest = times(combination);
            double mean = mean(rest);
            double squares = 0;
            for (double value : rest) {
                squares += (value - mean) * (value - mean);
            }
            if (squares > 1e-12 * n) {
                used.add(j);
            } else if (Math.abs(mean) > GOOD) {
                fail(combination, mean > 0 ? 1 : -1);
            }
        }
    }

    private void fail(double[] combination, double sign) {
        direction = new double[gaps.length];
        for (int j = 0; j < direction.length; j++) {
            direction[j] = sign * combination[j] / scales[j];
        }
    }

    private double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[n];
        for (int i = 0; i < n; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private double[] times(double[] combination) {
        double[] sum = new double[n];
        for (int j = 0; j < combination.length; j++) {
            if (combination[j] != 0) {
                for (int i = 0; i < n; i++) {
                    sum[i] += combination[j] * gaps[j][i];
                }
            }
        }
        return sum;
    }

    private void descend() {
        double value = settle(lambda);
        double[] gradient = means();
        double best = largest(gradient);
        for (iterations = 0; iterations < MOST && best > EXACT; iterations++) {
            double[] step = newton(gradient);
            double rise = GramFactor.dot(step, gradient, step.length);
            double length = 1;
            double[] next = lambda.clone();
            double there = Double.POSITIVE_INFINITY;
            for (int cut = 0; cut < 50; cut++) {
                for (int a = 0; a < step.length; a++) {
                    next[used.get(a)] = lambda[used.get(a)] + length * step[a];
                }
                there = settle(next);
                if (there <= value - 1e-4 * length * rise + 1e-14 * (1 + Math.abs(value))) {
                    break;
                }
                length /= 2;
            }
            double[] met = means();
            if (best <= GOOD && largest(met) >= best) {
                settle(lambda);
                break;
            }
            System.arraycopy(next, 0, lambda, 0, next.length);
            value = there;
            gradient = met;
            best = largest(met);
            if (value < -1e-9) {
                fail(lambda, 1);
                return;
            }
        }
        imbalance = largest(allMeans());
        if (imbalance > GOOD) {
            fail(lambda, 1);
        }
    }

    /** The dual at that point, weights set along the way. */
    private double settle(double[] at) {
        double[] side = times(at);
        double most = Double.NEGATIVE_INFINITY;
        for (double value : side) {
            most = Math.max(most, -value);
        }
        double sum = 0;
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            next[i] = StrictMath.exp(-side[i] - most);
            sum += next[i];
        }
        for (int i = 0; i < n; i++) {
            next[i] /= sum;
        }
        weights = next;
        return most + StrictMath.log(sum);
    }

    /** The weighted means of the used columns, which should be zero. */
    private double[] means() {
        double[] means = new double[used.size()];
        for (int a = 0; a < means.length; a++) {
            means[a] = GramFactor.dot(weights, gaps[used.get(a)], n);
        }
        return means;
    }

    private double[] allMeans() {
        double[] means = new double[gaps.length];
        for (int j = 0; j < means.length; j++) {
            means[j] = GramFactor.dot(weights, gaps[j], n);
        }
        return means;
    }

    private double[] newton(double[] means) {
        int m = means.length;
        double[][] hessian = new double[m][m];
        double trace = 0;
        for (int a = 0; a < m; a++) {
            double[] weighted = new double[n];
            for (int i = 0; i < n; i++) {
                weighted[i] = weights[i] * (gaps[used.get(a)][i] - means[a]);
            }
            for (int b = 0; b <= a; b++) {
                hessian[a][b] = GramFactor.dot(weighted, gaps[used.get(b)], n);
                hessian[b][a] = hessian[a][b];
            }
            trace += hessian[a][a];
        }
        double ridge = 0;
        for (int attempt = 0; attempt < 12; attempt++) {
            for (int a = 0; a < m; a++) {
                hessian[a][a] += ridge;
            }
            GramFactor factor = GramFactor.of(hessian);
            if (factor.deficientColumn().isEmpty()) {
                return factor.solve(means);
            }
            ridge = ridge == 0 ? 1e-9 * trace + 1e-12 : 10 * ridge;
        }
        return means;
    }

    private static double largest(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    /** d with (x − t)'d zero or more in every row and above it in one, where no weights hit the target; else empty. */
    public double[] direction() {
        return direction.clone();
    }

    /** The multipliers, in the units of the columns; zero for a column that others determine. */
    public double[] lambda() {
        double[] raw = new double[lambda.length];
        for (int j = 0; j < raw.length; j++) {
            raw[j] = lambda[j] / scales[j];
        }
        return raw;
    }

    /** The weights, which sum to one. */
    public double[] weights() {
        return weights.clone();
    }

    /** How far the farthest column mean is off, in standard deviations of the rows. */
    public double imbalance() {
        return imbalance;
    }

    /** How many steps were taken. */
    public int iterations() {
        return iterations;
    }
}
