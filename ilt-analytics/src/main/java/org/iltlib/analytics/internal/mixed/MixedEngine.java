package org.iltlib.analytics.internal.mixed;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.iltlib.analytics.internal.GramFactor;

/** A linear mixed model fitted to cross-products by exact factors. */
public final class MixedEngine {
    /** More levels than this that all meet are not factored but iterated on. */
    public static final int LARGEST_CORE = 6_000;

    private final CrossProducts data;
    private final Profile profile;
    private final Search search;
    private final Point point;
    private final double[][] lambda;

    private MixedEngine(Profile profile, Search search) {
        this.profile = profile;
        this.search = search;
        data = profile.data();
        point = search.best();
        lambda = profile.shape().lambda(point.theta());
    }

    /** The first fixed column, the intercept counting as 0, that those before it determine; empty if there is none. */
    public static OptionalInt deficientColumn(CrossProducts data) {
        int width = data.width();
        double[][] gram = new double[width - 1][];
        for (int i = 0; i < gram.length; i++) {
            gram[i] = Arrays.copyOfRange(data.gram(), i * width, i * width + gram.length);
        }
        return GramFactor.of(gram).deficientColumn();
    }

    /** The residual sum of squares of the fixed columns alone, and that of the outcome about its centre. */
    public static double[] squares(CrossProducts data) {
        int width = data.width();
        int p = width - 1;
        double[][] gram = new double[p][];
        double[] right = new double[p];
        for (int i = 0; i < p; i++) {
            gram[i] = Arrays.copyOfRange(data.gram(), i * width, i * width + p);
            right[i] = data.gram()[i * width + p];
        }
        double all = data.gram()[p * width + p];
        return new double[] {all - GramFactor.dot(GramFactor.of(gram).solve(right), right, p), all};
    }

    /**
     * The fit; the fixed columns must be of full rank.
     *
     * @param variance σ² if it is known, otherwise 0
     */
    public static MixedEngine of(CrossProducts data, boolean restricted, double variance, Executor executor) {
        return of(data, restricted, variance, LARGEST_CORE, executor);
    }

    /** The same, iterating if the dense core would be larger than that. */
    static MixedEngine of(CrossProducts data, boolean restricted, double variance, int largestCore, Executor executor) {
        Profile profile = new Profile(data, Elimination.of(data, largestCore), restricted, variance, executor);
        return new MixedEngine(profile, Search.from(profile, Start.theta(data, profile.shape())));
    }

    Profile profile() {
        return profile;
    }

    Point point() {
        return point;
    }

    /** Whether the search came to rest, and at finite numbers. */
    public boolean reached() {
        return search.reached() && Double.isFinite(point.criterion()) && variance() > 0;
    }

    /** The free places of the terms' lower triangles, column by column, in units of σ. */
    public double[] theta() {
        return point.theta().clone();
    }

    /** The covariance of the coefficients of one level of a term. */
    public double[][] covariance(int term) {
        return scaled(
                lambda[term],
                identity(lambda[term].length),
                0,
                data.factors().get(term).width());
    }

    private static double[] identity(int size) {
        int q = (int) Math.round(Math.sqrt(size));
        double[] identity = new double[size];
        for (int i = 0; i < q; i++) {
            identity[i * q + i] = 1;
        }
        return identity;
    }

    /** Whether traces come from random probes. */
    public boolean isIterative() {
        return profile.isIterative();
    }

    /** The standard error of each place of θ that random probes leave; zeros without them. */
    public double[] noise() {
        return search.noise();
    }

    /** σ². */
    public double variance() {
        return profile.variance(point);
    }

    /** Minus twice the logarithm of the (restricted) likelihood. */
    public double criterion() {
        return point.criterion();
    }

    /** How often the criterion was computed. */
    public int evaluations() {
        return profile.evaluations();
    }

    /** Whether a standard deviation of a term, or of what is left of one given the others, is exactly zero. */
    public boolean isSingular() {
        for (int a = 0; a < point.theta().length; a++) {
            if (profile.shape().place(a).isDiagonal() && point.theta()[a] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The intercept and the coefficients, about zero. */
    public double[] coefficients() {
        double[] beta = point.beta().clone();
        beta[0] += data.centre(beta.length);
        for (int j = 1; j < beta.length; j++) {
            beta[0] -= beta[j] * data.centre(j);
        }
        return beta;
    }

    /** The covariance of the coefficients. */
    public double[][] covariance() {
        return uncentred(covarianceAboutCentres(point, variance()));
    }

    static double[][] covarianceAboutCentres(Point point, double variance) {
        double[][] root = point.rootInverse();
        int p = root.length;
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] = variance * GramFactor.dot(root[i], root[j], p);
            }
        }
        return covariance;
    }

    /** The covariance of coefficients about zero, from that of coefficients about the centres. */
    double[][] uncentred(double[][] covariance) {
        int p = covariance.length;
        double[][] turned = new double[p][];
        for (int i = 0; i < p; i++) {
            turned[i] = covariance[i].clone();
        }
        for (int j = 1; j < p; j++) {
            for (int k = 0; k < p; k++) {
                turned[0][k] -= data.centre(j) * covariance[j][k];
            }
        }
        double[][] result = new double[p][];
        for (int i = 0; i < p; i++) {
            result[i] = turned[i].clone();
            for (int j = 1; j < p; j++) {
                result[i][0] -= data.centre(j) * turned[i][j];
            }
        }
        return result;
    }

    /** The predicted coefficients of a level of a term. */
    public double[] effect(int term, int level) {
        int q = data.factors().get(term).width();
        double[] effect = new double[q];
        for (int a = 0; a < q; a++) {
            for (int c = 0; c <= a; c++) {
                effect[a] += lambda[term][a * q + c] * point.spherical()[term][level * q + c];
            }
        }
        return effect;
    }

    /** The covariance of a level's coefficients about their prediction, fixed effects and variances taken as known. */
    public double[][] effectCovariance(int term, int level) {
        int q = data.factors().get(term).width();
        return scaled(lambda[term], search.blocks()[term], level * q * q, q);
    }

    /**
     * The covariance of a level's coefficients about their prediction with the part of the fixed effects: the block of the
     * inverse of Henderson's equations.
     *
     * @param common what to leave out of the solutions for the fixed columns, by coefficient of the level and fixed column
     */
    public double[][] predictionCovariance(int term, int level, double[] common) {
        int q = data.factors().get(term).width();
        int p = point.beta().length;
        double[] fixed = Arrays.copyOfRange(point.fixed()[term], level * q * p, (level + 1) * q * p);
        Arrays.setAll(fixed, i -> fixed[i] - common[i]);
        double[] block = Arrays.copyOfRange(search.blocks()[term], level * q * q, (level + 1) * q * q);
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                for (int j = 0; j < p; j++) {
                    block[a * q + b] += fixed[a * p + j] * fixed[b * p + j];
                }
            }
        }
        return scaled(lambda[term], block, 0, q);
    }

    /** The mean over the levels of a term of the solutions for the fixed columns, by coefficient and fixed column. */
    public double[] meanSolutions(int term) {
        double[] fixed = point.fixed()[term];
        double[] mean = new double[data.factors().get(term).width() * point.beta().length];
        for (int i = 0; i < fixed.length; i++) {
            mean[i % mean.length] += fixed[i] / data.factors().get(term).levels();
        }
        return mean;
    }

    /** σ²·Λ·B·Λ′. */
    private double[][] scaled(double[] lower, double[] block, int at, int q) {
        double[][] scaled = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                double sum = 0;
                for (int c = 0; c <= a; c++) {
                    for (int d = 0; d <= b; d++) {
                        sum += lower[a * q + c] * block[at + c * q + d] * lower[b * q + d];
                    }
                }
                scaled[a][b] = variance() * sum;
            }
        }
        return scaled;
    }
}
