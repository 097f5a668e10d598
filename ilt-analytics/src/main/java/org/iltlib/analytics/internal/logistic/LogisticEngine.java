package org.iltlib.analytics.internal.logistic;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.Curvature;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.mixed.Factor;
import org.iltlib.analytics.internal.mixed.Shape;

/** A logistic mixed model, fitted. */
public final class LogisticEngine {
    private static final double REST = 1e-7;
    private static final double GOOD_ENOUGH = 1e-4;
    private static final int MOST = 500;
    private static final double FIRST = 0.7;
    private static final double SMALL = 2e-3;
    private static final double SAME = 1e-7;
    private static final double LARGEST = 50;

    private final FixedPart fixed;
    private final RandomPart random;
    private final Modes modes;
    private final double[] theta;
    private final double[] beta;
    private final double value;
    private final boolean reached;
    private final int evaluations;
    private final double[][] covariance;
    private final double[][] blocks;
    private final List<CentredFactor> centred;

    private LogisticEngine(FixedPart fixed, List<Factor> factors, int points, Executor executor) {
        this.fixed = fixed;
        centred = factors.stream()
                .map(factor -> CentredFactor.of(factor, fixed.outcome().rows()))
                .toList();
        random = new RandomPart(
                centred.stream().map(CentredFactor::factor).toList(),
                fixed.outcome().rows(),
                executor);
        modes = new Modes(fixed.outcome(), random);
        Approximation approximation = points == 1
                ? new Laplace()
                : new Quadrature(fixed.outcome(), random.factors().get(0), points);
        Shape shape = random.shape();
        int[] free = IntStream.range(0, shape.size()).toArray();
        LogisticHill hill = new LogisticHill(fixed, random, modes, approximation, free);
        double[] start = new double[shape.size()];
        for (int a = 0; a < start.length; a++) {
            start[a] = shape.place(a).isDiagonal() ? FIRST * random.scale(a) : 0;
        }
        Ascent ascent = Ascent.of(REST, MOST);
        Ascent.Summit summit = ascent.climb(hill, hill.point(start, fixed.beta()));
        double[] canonical = Canonical.of(random, hill.theta(summit.point()), 0);
        int count = hill.evaluations();
        double[] flat = Canonical.of(random, canonical, SMALL);
        int[] rest = Canonical.free(shape, flat);
        if (rest.length < free.length) {
            LogisticHill lower = new LogisticHill(fixed, random, modes, approximation, rest);
            Ascent.Summit other = ascent.climb(lower, lower.point(flat, hill.beta(summit.point())));
            count += lower.evaluations();
            if (other.value() >= summit.value() - SAME) {
                canonical = Canonical.of(random, lower.theta(other.point()), 0);
                hill = lower;
                summit = other;
            }
        }
        theta = canonical;
        beta = hill.beta(summit.point());
        evaluations = count;
        double[] point = hill.point(theta, beta);
        double largest = 0;
        for (int a = 0; a < theta.length; a++) {
            largest = Math.max(largest, Math.abs(theta[a] / random.scale(a)));
        }
        boolean arrived = summit.gradientNorm() <= GOOD_ENOUGH && largest < LARGEST;
        double[][] curvature = arrived ? Curvature.of(hill, point) : new double[][] {{0}};
        GramFactor factor = GramFactor.of(curvature);
        reached = factor.deficientColumn().isEmpty();
        covariance = reached ? fixed.raw(tail(factor.inverse(), beta.length)) : new double[0][];
        value = hill.at(point, new double[point.length]);
        random.factor().invert();
        blocks = random.factor().blocks();
    }

    /**
     * Fits; the fixed columns must be of full rank and not separate the outcomes.
     *
     * @param points of the quadrature; 1 for Laplace's approximation, more for one coefficient a group only
     */
    public static LogisticEngine of(FixedPart fixed, List<Factor> factors, int points, Executor executor) {
        return new LogisticEngine(fixed, factors, points, executor);
    }

    private static double[][] tail(double[][] matrix, int size) {
        int from = matrix.length - size;
        double[][] tail = new double[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[from + i], from, tail[i], 0, size);
        }
        return tail;
    }

    /** Whether the climb came to rest at a top that is curved to all sides. */
    public boolean reached() {
        return reached;
    }

    /** The free places of the terms' lower triangles, column by column, diagonals not negative. */
    public double[] theta() {
        double[][][] covariances = new double[centred.size()][][];
        for (int k = 0; k < covariances.length; k++) {
            covariances[k] = covariance(k);
        }
        return Canonical.of(random, covariances, 0);
    }

    /** Whether a standard deviation of a term, or of what is left of one given the others, is exactly zero. */
    public boolean isSingular() {
        for (int a = 0; a < theta.length; a++) {
            if (random.shape().place(a).isDiagonal() && theta[a] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The intercept and the coefficients. */
    public double[] coefficients() {
        return fixed.raw(beta);
    }

    /** Their covariance, from the curvature of the log-likelihood in β and θ. */
    public double[][] covariance() {
        return covariance;
    }

    /** The logarithm of the likelihood, binomial coefficients included. */
    public double logLikelihood() {
        return value + fixed.outcome().logCoefficients();
    }

    /** The sum of the rows' deviances at the modes. */
    public double deviance() {
        double sum = 0;
        for (int i = 0; i < modes.eta().length; i++) {
            sum += fixed.outcome().deviance(i, modes.eta()[i]);
        }
        return sum;
    }

    /** The chance of a success in each row, at the modes. */
    public double[] chances() {
        double[] chances = new double[modes.eta().length];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Outcome.chance(modes.eta()[i]);
        }
        return chances;
    }

    /** How often the log-likelihood was computed on the way to its top. */
    public int evaluations() {
        return evaluations;
    }

    /** The covariance of the coefficients of one level of a term. */
    public double[][] covariance(int term) {
        int q = random.factors().get(term).width();
        double[] identity = new double[q * q];
        for (int a = 0; a < q; a++) {
            identity[a * q + a] = 1;
        }
        return centred.get(term).raw(turned(random.lambda()[term], identity, 0, q));
    }

    /** The mode of the coefficients of a level of a term. */
    public double[] effect(int term, int level) {
        int q = random.factors().get(term).width();
        double[] effect = new double[q];
        for (int a = 0; a < q; a++) {
            for (int c = 0; c <= a; c++) {
                effect[a] += random.lambda()[term][a * q + c]
                        * modes.u()[random.factor().position(term, level, c)];
            }
        }
        return centred.get(term).raw(effect);
    }

    /** The covariance of a level's coefficients about their mode, fixed effects and variances taken as known. */
    public double[][] effectCovariance(int term, int level) {
        int q = random.factors().get(term).width();
        return centred.get(term).raw(turned(random.lambda()[term], blocks[term], level * q * q, q));
    }

    /** Λ·B·Λ′. */
    private static double[][] turned(double[] lower, double[] block, int at, int q) {
        double[][] turned = new double[q][q];
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                for (int c = 0; c <= a; c++) {
                    for (int d = 0; d <= b; d++) {
                        turned[a][b] += lower[a * q + c] * block[at + c * q + d] * lower[b * q + d];
                    }
                }
            }
        }
        return turned;
    }
}
