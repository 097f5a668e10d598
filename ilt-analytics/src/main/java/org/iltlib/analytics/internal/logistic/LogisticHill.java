package org.iltlib.analytics.internal.logistic;

import org.iltlib.analytics.internal.Ascent;
import org.iltlib.analytics.internal.GramFactor;

/** The log-likelihood of the free places of θ, each in units in which its column is about 1, and of β after them. */
final class LogisticHill implements Ascent.Hill {
    private final FixedPart fixed;
    private final RandomPart random;
    private final Modes modes;
    private final Approximation approximation;
    private final int[] free;
    private GramFactor metric = GramFactor.of(new double[0][]);
    private int evaluations;

    LogisticHill(FixedPart fixed, RandomPart random, Modes modes, Approximation approximation, int[] free) {
        this.fixed = fixed;
        this.random = random;
        this.modes = modes;
        this.approximation = approximation;
        this.free = free.clone();
    }

    double[] theta(double[] point) {
        double[] theta = new double[random.shape().size()];
        for (int a = 0; a < free.length; a++) {
            theta[free[a]] = point[a] * random.scale(free[a]);
        }
        return theta;
    }

    double[] beta(double[] point) {
        double[] beta = new double[fixed.size()];
        System.arraycopy(point, free.length, beta, 0, beta.length);
        return beta;
    }

    double[] point(double[] theta, double[] beta) {
        double[] point = new double[free.length + beta.length];
        for (int a = 0; a < free.length; a++) {
            point[a] = theta[free[a]] / random.scale(free[a]);
        }
        System.arraycopy(beta, 0, point, free.length, beta.length);
        return point;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        evaluations++;
        random.use(theta(point));
        if (!modes.settle(fixed.times(beta(point)))) {
            return Double.NEGATIVE_INFINITY;
        }
        Height height = approximation.at(modes, random);
        for (int a = 0; a < free.length; a++) {
            gradient[a] = height.slopes()[free[a]] * random.scale(free[a]);
        }
        double[] sums = fixed.sums(height.rows());
        System.arraycopy(sums, 0, gradient, free.length, sums.length);
        metric = GramFactor.of(Laplace.information(fixed, modes, random));
        return Double.isFinite(height.value()) ? height.value() : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double[] solve(double[] gradient) {
        double[] solved = new double[gradient.length];
        for (int a = 0; a < free.length; a++) {
            int levels =
                    random.factors().get(random.shape().place(free[a]).factor()).levels();
            solved[a] = gradient[a] / levels;
        }
        double[] tail = new double[fixed.size()];
        System.arraycopy(gradient, free.length, tail, 0, tail.length);
        double[] step = metric.deficientColumn().isPresent() ? tail : metric.solve(tail);
        System.arraycopy(step, 0, solved, free.length, step.length);
        return solved;
    }
}
