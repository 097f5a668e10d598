package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The profiled criterion of a linear mixed model as a function of θ, with its gradient and an approximation of its
 * curvature, from cross-products alone.
 *
 * <p>Sources: Bates, Mächler, Bolker &amp; Walker (2015), doi:10.18637/jss.v067.i01, for the criterion; Gilmour, Thompson
 * &amp; Cullis (1995), doi:10.2307/2533274, for the average information. With T the sum over levels of I − A⁻¹ less the
 * squares of the solutions, the gradient by Λ is 2Λ⁻ᵀT.
 */
final class Profile {
    private final CrossProducts data;
    private final Elimination plan;
    private final SparseFactor factor;
    private final Executor executor;
    private final Shape shape;
    private final boolean restricted;
    private final double variance;
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

    /** The gradient at the point that {@link #at} gave last; every diagonal of Λ must be other than zero. */
    Slope slope(Point point) {
        double[][] blocks = factor.inverseBlocks();
        double[][] lambda = shape.lambda(point.theta());
        int factors = lambda.length;
        double[][] force = new double[factors][];
        double[][] root = new double[factors][];
        for (int k = 0; k < factors; k++) {
            int q = data.factors().get(k).width();
            force[k] = force(point, k, blocks[k]);
            root[k] = inverse(lambda[k], q);
        }
        int size = shape.size();
        double[] gradient = new double[size];
        double[][] excess = new double[size][size];
        for (int a = 0; a < size; a++) {
            Shape.Place one = shape.place(a);
            int q = data.factors().get(one.factor()).width();
            double[] inverse = root[one.factor()];
            double[] half = product(inverse, force[one.factor()], q);
            gradient[a] = 2 * half[one.row() * q + one.column()];
            for (int b = 0; b < size; b++) {
                Shape.Place two = shape.place(b);
                if (two.factor() == one.factor() && two.column() == one.column()) {
                    double sum = 0;
                    for (int c = 0; c < q; c++) {
                        sum += half[one.row() * q + c] * inverse[two.row() * q + c];
                    }
                    excess[a][b] = 2 * sum;
                }
            }
        }
        return new Slope(gradient, information(point, root), excess, blocks);
    }

    /** Draws of random signs from now on. */
    void useDraws(int count) {
        factor.useDraws(count);
    }

    int draws() {
        return factor.draws();
    }

    /** By draw: the gradient that the blocks of the last {@link #slope} would have given from it alone, less the mean. */
    double[][] noise(Point point) {
        double[][][] draws = factor.sums();
        double[][] lambda = shape.lambda(point.theta());
        double[][] noise = new double[draws.length][shape.size()];
        for (int a = 0; a < shape.size(); a++) {
            Shape.Place place = shape.place(a);
            int q = data.factors().get(place.factor()).width();
            double[] root = inverse(lambda[place.factor()], q);
            double mean = 0;
            for (int d = 0; d < draws.length; d++) {
                double[] block = draws[d][place.factor()];
                for (int c = place.row(); c < q; c++) {
                    noise[d][a] -= 2 * root[place.row() * q + c] * block[c * q + place.column()];
                }
                mean += noise[d][a] / draws.length;
            }
            for (double[] row : noise) {
                row[a] -= mean;
            }
        }
        return noise;
    }

    /** Σ over levels of I − A⁻¹ − squares of the solutions. */
    private double[] force(Point point, int k, double[] blocks) {
        int q = data.factors().get(k).width();
        int p = data.width() - 1;
        double scale = 1 / variance(point);
        double[] force = new double[q * q];
        double[] u = point.spherical()[k];
        double[] fixed = point.fixed()[k];
        for (int level = 0; level < data.factors().get(k).levels(); level++) {
            for (int a = 0; a < q; a++) {
                for (int b = 0; b < q; b++) {
                    int i = level * q + a;
                    int j = level * q + b;
                    double value = (a == b ? 1 : 0) - blocks[i * q + b] - scale * u[i] * u[j];
                    for (int x = 0; restricted && x < p; x++) {
                        value -= fixed[i * p + x] * fixed[j * p + x];
                    }
                    force[a * q + b] += value;
                }
            }
        }
        return force;
    }

    private double[][] information(Point point, double[][] root) {
        int size = shape.size();
        double[][] moved = new double[size][];
        double[][] solved = new double[size][];
        double[] pull = new double[size];
        double[] modes = ordered(point.spherical());
        Tiles.run(size, executor, a -> {
            moved[a] = moved(point, shape.place(a), root);
            solved[a] = moved[a].clone();
            factor.solve(solved[a]);
            pull[a] = GramFactor.dot(moved[a], modes, modes.length);
        });
        double[][] fixed = fixedOrdered(point);
        double[][] information = new double[size][size];
        double scale = 1 / variance(point);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = GramFactor.dot(moved[a], moved[b], modes.length)
                        - GramFactor.dot(moved[a], solved[b], modes.length);
                for (double[] column : fixed) {
                    sum -= GramFactor.dot(moved[a], column, modes.length)
                            * GramFactor.dot(moved[b], column, modes.length);
                }
                if (!(variance > 0)) {
                    sum -= pull[a] * pull[b] / point.residual();
                }
                information[a][b] = scale * sum;
                information[b][a] = information[a][b];
            }
        }
        return information;
    }

    /** Λ⁻¹(Λ_a Λ′ + Λ Λ_a′)ξ by level, where Λ_a has a single 1 and Λ′ξ = u. */
    private double[] moved(Point point, Shape.Place place, double[][] root) {
        double[] moved = new double[plan.size()];
        int k = place.factor();
        int q = data.factors().get(k).width();
        double[] u = point.spherical()[k];
        for (int level = 0; level < data.factors().get(k).levels(); level++) {
            double push = 0;
            for (int c = place.row(); c < q; c++) {
                push += root[k][place.row() * q + c] * u[level * q + c];
            }
            for (int c = 0; c < q; c++) {
                double value = root[k][place.row() * q + c] * u[level * q + place.column()];
                moved[plan.position(k, level, c)] = value + (c == place.column() ? push : 0);
            }
        }
        return moved;
    }

    /** By how much the penalised sum of squares falls with each place of θ: twice the sum over levels of Λ⁻ᵀuu′. */
    double[] pull(Point point) {
        double[][] lambda = shape.lambda(point.theta());
        double[] pull = new double[shape.size()];
        for (int a = 0; a < pull.length; a++) {
            Shape.Place place = shape.place(a);
            int k = place.factor();
            int q = data.factors().get(k).width();
            double[] root = inverse(lambda[k], q);
            double[] u = point.spherical()[k];
            for (int level = 0; level < data.factors().get(k).levels(); level++) {
                for (int c = place.row(); c < q; c++) {
                    pull[a] += 2 * root[place.row() * q + c] * u[level * q + c] * u[level * q + place.column()];
                }
            }
        }
        return pull;
    }

    private double[] ordered(double[][] spread) {
        double[] ordered = new double[plan.size()];
        for (int k = 0; k < spread.length; k++) {
            int q = data.factors().get(k).width();
            for (int i = 0; i < spread[k].length; i++) {
                ordered[plan.position(k, i / q, i % q)] = spread[k][i];
            }
        }
        return ordered;
    }

    private double[][] fixedOrdered(Point point) {
        int p = data.width() - 1;
        double[][] columns = new double[p][plan.size()];
        for (int k = 0; k < point.fixed().length; k++) {
            int q = data.factors().get(k).width();
            for (int i = 0; i * p < point.fixed()[k].length; i++) {
                int place = plan.position(k, i / q, i % q);
                for (int j = 0; j < p; j++) {
                    columns[j][place] = point.fixed()[k][i * p + j];
                }
            }
        }
        return columns;
    }

    /** Λ⁻ᵀ by rows, upper triangular. */
    private static double[] inverse(double[] lower, int q) {
        double[] inverse = new double[q * q];
        for (int j = 0; j < q; j++) {
            inverse[j * q + j] = 1 / lower[j * q + j];
            for (int i = j + 1; i < q; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += lower[i * q + k] * inverse[j * q + k];
                }
                inverse[j * q + i] = -sum / lower[i * q + i];
            }
        }
        return inverse;
    }

    private static double[] product(double[] a, double[] b, int q) {
        double[] product = new double[q * q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                for (int k = 0; k < q; k++) {
                    product[i * q + j] += a[i * q + k] * b[k * q + j];
                }
            }
        }
        return product;
    }
}
