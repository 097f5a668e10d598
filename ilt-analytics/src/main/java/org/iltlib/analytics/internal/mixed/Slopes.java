package org.iltlib.analytics.internal.mixed;

import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/**
 * The gradient of a profiled criterion by θ and an approximation of its curvature. With T the sum over levels of I − A⁻¹
 * less the squares of the solutions, the gradient by Λ is 2Λ⁻ᵀT.
 *
 * <p>Source: Gilmour, Thompson &amp; Cullis (1995), doi:10.2307/2533274, for the average information.
 */
final class Slopes {
    private final Profile profile;
    private final CrossProducts data;
    private final Elimination plan;
    private final SparseFactor factor;
    private final Shape shape;
    private final Executor executor;

    Slopes(Profile profile, Elimination plan, SparseFactor factor, Executor executor) {
        this.profile = profile;
        this.data = profile.data();
        this.plan = plan;
        this.factor = factor;
        this.shape = profile.shape();
        this.executor = executor;
    }

    /** The gradient at the point that {@link Profile#at} gave last; every diagonal of Λ must be other than zero. */
    Profile.Slope slope(Point point) {
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
        return new Profile.Slope(gradient, information(point, root), excess, blocks);
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
        double scale = 1 / profile.variance(point);
        double[] force = new double[q * q];
        double[] u = point.spherical()[k];
        double[] fixed = point.fixed()[k];
        for (int level = 0; level < data.factors().get(k).levels(); level++) {
            for (int a = 0; a < q; a++) {
                for (int b = 0; b < q; b++) {
                    int i = level * q + a;
                    int j = level * q + b;
                    double value = (a == b ? 1 : 0) - blocks[i * q + b] - scale * u[i] * u[j];
                    for (int x = 0; profile.isRestricted() && x < p; x++) {
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
        double scale = 1 / profile.variance(point);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = GramFactor.dot(moved[a], moved[b], modes.length)
                        - GramFactor.dot(moved[a], solved[b], modes.length);
                for (double[] column : fixed) {
                    sum -= GramFactor.dot(moved[a], column, modes.length)
                            * GramFactor.dot(moved[b], column, modes.length);
                }
                if (!profile.hasVariance()) {
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
