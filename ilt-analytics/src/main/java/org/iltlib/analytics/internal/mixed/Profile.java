package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The profiled criterion of a linear mixed model as a function of θ, with its gradient and an approximation of its
 * curvature, from cross-products alone.
 *
 * <p>Source: Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01.
 */
final class Profile {
    private final CrossProducts data;
    private final Elimination plan;
    private final SparseFactor factor;
    private final Executor executor;
    private final Shape shape;
    private final boolean restricted;
    private final double variance;
    private final Slopes slopes;
    private int evaluations;

    /**
     * Gradient and curvature.
     *
     * @param gradient by θ
     * @param information the average information by θ, σ² profiled out
     * @param excess what the average information leaves out where the gradient is not zero
     * @param blocks of the inverse, by factor
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Slope(double[] gradient, double[][] information, double[][] excess, double[][] blocks) {}

    /** If the variance is above 0, it is σ² and is not profiled. */
    Profile(CrossProducts data, Elimination plan, boolean restricted, double variance, Executor executor) {
        this.data = data;
        this.plan = plan;
        this.restricted = restricted;
        this.variance = variance;
        this.executor = executor;
        factor = SparseFactor.of(plan, executor);
        shape = new Shape(data.factors());
        slopes = new Slopes(this, plan, factor, executor);
    }

    Shape shape() {
        return shape;
    }

    int evaluations() {
        return evaluations;
    }

    /** Whether traces come from random probes, so that gradients carry some noise. */
    boolean isIterative() {
        return plan.isIterative();
    }

    CrossProducts data() {
        return data;
    }

    double degrees() {
        return restricted ? data.n() - (data.width() - 1) : data.n();
    }

    boolean isRestricted() {
        return restricted;
    }

    /** Whether σ² is given and not profiled. */
    boolean hasVariance() {
        return variance > 0;
    }

    double variance(Point point) {
        return variance > 0 ? variance : point.residual() / degrees();
    }

    Point at(double[] theta) {
        evaluations++;
        double[][] lambda = shape.lambda(theta);
        factor.factor(lambda);
        int width = data.width();
        int p = width - 1;
        double[][] raw = new double[width][];
        double[][] sides = new double[width][];
        Tiles.run(width, executor, j -> {
            raw[j] = gathered(lambda, j);
            sides[j] = raw[j].clone();
            factor.solve(sides[j]);
        });
        double[][] gram = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = data.gram()[i * width + j] - GramFactor.dot(raw[i], sides[j], plan.size());
                gram[j][i] = gram[i][j];
            }
        }
        double[][] left = new double[p][];
        for (int i = 0; i < p; i++) {
            left[i] = Arrays.copyOf(gram[i], p);
        }
        GramFactor fixed = GramFactor.of(left);
        if (fixed.deficientColumn().isPresent()) {
            return new Point(theta, Double.POSITIVE_INFINITY, new double[p], left, 0, lambda, lambda);
        }
        double[] beta = fixed.solve(Arrays.copyOf(gram[p], p));
        double residual = gram[p][p] - GramFactor.dot(beta, gram[p], p);
        double criterion = factor.logDeterminant() - data.logWeights() + (restricted ? fixed.logDeterminant() : 0);
        criterion += variance > 0
                ? degrees() * StrictMath.log(2 * Math.PI * variance) + residual / variance
                : degrees() * (1 + StrictMath.log(2 * Math.PI * residual / degrees()));
        for (int i = 0; i < plan.size(); i++) {
            for (int j = 0; j < p; j++) {
                sides[p][i] -= sides[j][i] * beta[j];
            }
        }
        double[][] rootInverse = fixed.inverseRoot();
        return new Point(theta, criterion, beta, rootInverse, residual, spread(sides[p]), spread(sides, rootInverse));
    }

    /** Λ′Z′WX for one column, in the order of elimination. */
    private double[] gathered(double[][] lambda, int column) {
        double[] side = new double[plan.size()];
        int width = data.width();
        for (int k = 0; k < lambda.length; k++) {
            int q = data.factors().get(k).width();
            double[] right = data.right(k);
            for (int u = 0; u < data.factors().get(k).levels(); u++) {
                for (int a = 0; a < q; a++) {
                    double sum = 0;
                    for (int c = a; c < q; c++) {
                        sum += lambda[k][c * q + a] * right[(u * q + c) * width + column];
                    }
                    side[plan.position(k, u, a)] = sum;
                }
            }
        }
        return side;
    }

    private double[][] spread(double[] ordered) {
        double[][] spread = new double[data.factors().size()][];
        for (int k = 0; k < spread.length; k++) {
            int q = data.factors().get(k).width();
            spread[k] = new double[data.factors().get(k).levels() * q];
            for (int i = 0; i < spread[k].length; i++) {
                spread[k][i] = ordered[plan.position(k, i / q, i % q)];
            }
        }
        return spread;
    }

    private double[][] spread(double[][] sides, double[][] rootInverse) {
        int p = data.width() - 1;
        double[][] spread = new double[data.factors().size()][];
        for (int k = 0; k < spread.length; k++) {
            int q = data.factors().get(k).width();
            int count = data.factors().get(k).levels() * q;
            spread[k] = new double[count * p];
            for (int i = 0; i < count; i++) {
                int place = plan.position(k, i / q, i % q);
                for (int j = 0; j < p; j++) {
                    double sum = 0;
                    for (int l = 0; l <= j; l++) {
                        sum += sides[l][place] * rootInverse[l][j];
                    }
                    spread[k][i * p + j] = sum;
                }
            }
        }
        return spread;
    }

    /** The blocks of the inverse at the θ that {@link #at} was given last. */
    double[][] blocks() {
        return factor.inverseBlocks();
    }

    /** Draws of random signs from now on. */
    void useDraws(int count) {
        factor.useDraws(count);
    }

    int draws() {
        return factor.draws();
    }

    /** The gradient at the point that {@link #at} gave last; every diagonal of Λ must be other than zero. */
    Slope slope(Point point) {
        return slopes.slope(point);
    }

    /** By draw: the gradient that the blocks of the last {@link #slope} would have given from it alone, less the mean. */
    double[][] noise(Point point) {
        return slopes.noise(point);
    }

    /** By how much the penalised sum of squares falls with each place of θ: twice the sum over levels of Λ⁻ᵀuu′. */
    double[] pull(Point point) {
        return slopes.pull(point);
    }
}
