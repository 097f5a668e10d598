package org.iltlib.analytics.internal.joint;

import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/**
 * A primal–dual interior-point method with Mehrotra's corrector for all quantiles together. Each quantile brings a Gram
 * of its rows, each pair of neighbours a matrix that ties them; what remains is a chain of blocks. Source: S. Mehrotra
 * (1992), doi:10.1137/0802028; for one quantile Portnoy &amp; Koenker (1997), doi:10.1214/ss/1030037960.
 */
final class InteriorPath {
    private static final double CLOSE = 0.99;
    private static final double LEAST_AIM = 1e-4;
    private static final double TINY_STEP = 0.05;
    private static final int LIMIT = 200;
    private static final int PATIENCE = 12;
    private static final int BALANCING = 4;

    private final TauBlock[] taus;
    private final PairBlock[] pairs;
    private final double[][] coefficients;
    private final Kept kept;
    private double gap;
    private double mu;
    private int iterations;
    private final Executor executor;
    private final BlockChain chain;
    private final double[][] grams;
    private final double[][] ties;
    private final long conditions;

    InteriorPath(TauBlock[] taus, PairBlock[] pairs, double[][] coefficients, Executor executor) {
        this.taus = taus;
        this.pairs = pairs;
        this.coefficients = coefficients;
        this.executor = executor;
        this.kept = new Kept(taus, pairs, coefficients);
        this.chain = new BlockChain(taus.length, coefficients[0].length);
        this.grams = new double[taus.length][];
        this.ties = new double[pairs.length][];
        long count = 0;
        for (TauBlock block : taus) {
            count += 2L * block.size;
        }
        for (PairBlock pair : pairs) {
            count += pair.conditions();
        }
        this.conditions = count;
    }

    /** Goes on until the sum of products is at most that, or no step is worth its cost. */
    void run(double target) {
        prepare(0, 0);
        descend(target, Double.NEGATIVE_INFINITY);
    }

    /**
     * Goes on to the end and to balance, and stands in the end where the least was lacking: near the optimum rounding
     * spoils what it has brought about.
     *
     * @param target of the sum of products
     * @param near from where on points are kept
     */
    void end(double target, double near) {
        prepare(0, 0);
        descend(target, near);
        balance();
        kept.restore();
    }

    private void descend(double target, double near) {
        int stalled = 0;
        int vain = 0;
        while (iterations < LIMIT && Double.isFinite(gap) && stalled < PATIENCE && vain < PATIENCE) {
            if (gap <= near) {
                vain = kept.offer(lacking()) ? 0 : vain + 1;
            }
            if (gap <= target) {
                return;
            }
            double[][] step = right();
            chain.factor(grams, ties);
            chain.solve(step);
            double[][] affine = step;
            each(j -> taus[j].affine(affine[j]), j -> pairs[j].affine(difference(affine, j)));
            double aim = mu * reduction();
            each(j -> taus[j].correct(aim), j -> pairs[j].correct(aim));
            double[][] corrected = right();
            chain.solve(corrected);
            each(j -> taus[j].finish(corrected[j]), j -> pairs[j].finish(difference(corrected, j)));
            double primal = Math.min(1, CLOSE / mostPrimal());
            double dual = Math.min(1, CLOSE / mostDual());
            for (int j = 0; j < taus.length; j++) {
                for (int c = 0; c < corrected[j].length; c++) {
                    coefficients[j][c] += primal * corrected[j][c];
                }
            }
            stalled = Math.max(primal, dual) < TINY_STEP ? stalled + 1 : 0;
            prepare(primal, dual);
            iterations++;
        }
    }

    /** Moves the dual values, and nothing else, as long as that brings them nearer to balance. */
    private void balance() {
        kept.offer(lacking());
        for (int round = 0; round < BALANCING; round++) {
            chain.factor(grams, ties);
            each(j -> taus[j].rest(), j -> pairs[j].rest());
            double[][] step = right();
            chain.solve(step);
            each(j -> taus[j].finish(step[j]), j -> pairs[j].finish(difference(step, j)));
            prepare(0, Math.min(1, CLOSE / mostDual()));
            if (!kept.offer(lacking())) {
                return;
            }
        }
    }

    /** The mean of the products of a slack and its multiplier. */
    double mu() {
        return mu;
    }

    private void each(IntConsumer tau, IntConsumer pair) {
        Shares.each(taus.length + pairs.length, executor, part -> {
            if (part < taus.length) {
                tau.accept(part);
            } else {
                pair.accept(part - taus.length);
            }
        });
    }

    private void prepare(double primal, double dual) {
        each(j -> taus[j].prepare(primal, dual), j -> pairs[j].prepare(primal, dual));
        gap = 0;
        for (int j = 0; j < taus.length; j++) {
            grams[j] = taus[j].gram;
            gap += taus[j].ws;
        }
        for (int j = 0; j < pairs.length; j++) {
            ties[j] = pairs[j].tie;
            gap += pairs[j].us;
        }
        mu = gap / conditions;
    }

    /** The right side for the coefficients of each quantile. */
    private double[][] right() {
        double[][] right = new double[taus.length][];
        for (int j = 0; j < right.length; j++) {
            double[] lack = lack(j);
            right[j] = taus[j].pull.clone();
            for (int c = 0; c < lack.length; c++) {
                right[j][c] -= lack[c];
                right[j][c] -= j < pairs.length ? pairs[j].push[c] : 0;
                right[j][c] += j > 0 ? pairs[j - 1].push[c] : 0;
            }
        }
        return right;
    }

    /** How far the multipliers of one quantile are from balance, by column. */
    private double[] lack(int j) {
        double[] lack = taus[j].base.clone();
        for (int c = 0; c < lack.length; c++) {
            lack[c] -= taus[j].dual[c];
            lack[c] += j < pairs.length ? pairs[j].force[c] : 0;
            lack[c] -= j > 0 ? pairs[j - 1].force[c] : 0;
        }
        return lack;
    }

    /** What a proof would lack here: the sum of products and what is out of balance. */
    private double lacking() {
        double lacking = gap;
        for (int j = 0; j < taus.length; j++) {
            double[] lack = lack(j);
            for (int c = 0; c < lack.length; c++) {
                lacking += Math.abs(lack[c] * coefficients[j][c]);
            }
        }
        return lacking;
    }

    static double[] difference(double[][] step, int j) {
        double[] difference = step[j + 1].clone();
        for (int c = 0; c < difference.length; c++) {
            difference[c] -= step[j][c];
        }
        return difference;
    }

    private double mostPrimal() {
        double most = 1e-9;
        for (TauBlock block : taus) {
            most = Math.max(most, block.most);
        }
        for (PairBlock pair : pairs) {
            most = Math.max(most, pair.most);
        }
        return most;
    }

    private double mostDual() {
        double most = 1e-9;
        for (TauBlock block : taus) {
            most = Math.max(most, block.mostDual);
        }
        for (PairBlock pair : pairs) {
            most = Math.max(most, pair.mostDual);
        }
        return most;
    }

    private double reduction() {
        double p = Math.min(1, 1 / mostPrimal());
        double d = Math.min(1, 1 / mostDual());
        double after = gap;
        for (TauBlock block : taus) {
            after += p * block.byPrimal + d * block.byDual + p * d * block.byBoth;
        }
        for (PairBlock pair : pairs) {
            after += p * pair.byPrimal + d * pair.byDual + p * d * pair.byBoth;
        }
        double share = Math.max(0, Math.min(1, after / gap));
        return Math.max(share * share * share, LEAST_AIM);
    }
}
