package org.iltlib.analytics.internal.logistic;

import org.iltlib.analytics.internal.GramFactor;

/**
 * The modes of the spherical random effects u for given β and θ: the top of the log-likelihood minus ½·u′u, which is
 * concave, by Newton's steps (penalised iteratively reweighted least squares). Begins where it last ended.
 */
final class Modes {
    private static final int MOST = 100;
    private static final double REST = 1e-20;
    private static final double NEARLY = 1e-10;

    private final Outcome outcome;
    private final RandomPart random;
    private double[] u;
    private double[] eta;
    private final double[] rest;
    private final double[] weights;
    private final double[] bends;

    Modes(Outcome outcome, RandomPart random) {
        this.outcome = outcome;
        this.random = random;
        int n = outcome.rows();
        u = new double[random.factor().size()];
        eta = new double[n];
        rest = new double[n];
        weights = new double[n];
        bends = new double[n];
    }

    /** Finds the modes and leaves the factor at them; whether it came to rest. */
    boolean settle(double[] fixed) {
        eta = random.plus(fixed, u);
        double value = penalised(eta, u);
        if (!Double.isFinite(value)) {
            u = new double[u.length];
            eta = random.plus(fixed, u);
            value = penalised(eta, u);
        }
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST; step++) {
            weigh();
            random.factor().factor(weights, random.lambda());
            double[] gradient = random.sums(rest);
            for (int a = 0; a < u.length; a++) {
                gradient[a] -= u[a];
            }
            double[] move = gradient.clone();
            random.factor().solve(move);
            double fall = GramFactor.dot(gradient, move, move.length);
            if (!Double.isFinite(fall)) {
                return false;
            } else if (fall <= REST || (fall < NEARLY && fall > last / 4)) {
                return true;
            }
            last = fall;
            double length = 1;
            double reached = Double.NEGATIVE_INFINITY;
            for (int cut = 0; cut < 40; cut++) {
                double[] next = u.clone();
                for (int a = 0; a < next.length; a++) {
                    next[a] += length * move[a];
                }
                double[] there = random.plus(fixed, next);
                reached = penalised(there, next);
                if (reached >= value - 1e-13 * Math.abs(value)) {
                    u = next;
                    eta = there;
                    break;
                }
                length *= 0.5;
                reached = Double.NEGATIVE_INFINITY;
            }
            if (reached == Double.NEGATIVE_INFINITY) {
                return fall < NEARLY;
            }
            value = reached;
        }
        return false;
    }

    private double penalised(double[] at, double[] of) {
        return outcome.logLikelihood(at) - 0.5 * GramFactor.dot(of, of, of.length);
    }

    private void weigh() {
        for (int i = 0; i < eta.length; i++) {
            double chance = Outcome.chance(eta[i]);
            rest[i] = outcome.yes()[i] - outcome.trials()[i] * chance;
            weights[i] = outcome.trials()[i] * chance * (1 - chance);
            bends[i] = weights[i] * (1 - 2 * chance);
        }
    }

    double penalised() {
        return penalised(eta, u);
    }

    double[] u() {
        return u;
    }

    double[] eta() {
        return eta;
    }

    /** Successes minus expected ones. */
    double[] rest() {
        return rest;
    }

    /** Variances of the successes: how fast the expected ones rise with η. */
    double[] weights() {
        return weights;
    }

    /** How fast the weights rise with η. */
    double[] bends() {
        return bends;
    }
}
