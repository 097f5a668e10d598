package org.iltlib.analytics.internal.robust;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;

/**
 * The sandwich: the covariance of least-squares coefficients when the errors of a cluster may go together, and the
 * degrees of freedom of contrasts of them.
 *
 * <p>Each cluster's residuals are multiplied by A = (I − H)^q, H the cluster's block of the hat matrix <em>with the
 * absorbed groups in it</em>: q = 0, −½ and −1 are CR0, CR2 and CR3. With U the cluster's rows of the orthonormalised
 * design, A = I + U·Q·f(λ)·Q′·U′ where U′U = QλQ′, so that no matrix is larger than the number of columns plus the
 * groups that the cluster shares with others. O(n·p² + G·(p + s)³). {@link WeightedBlocks} has what this shortcut
 * cannot do.
 *
 * <p>A cluster that alone decides a direction is fitted without rest there (an eigenvalue of 1 in its block): its errors
 * in that direction are unseen, and a contrast that rests on them has no standard error, whatever q. So it is with the
 * effect on one treated cluster.
 *
 * <p>The degrees of freedom are Satterthwaite's under the working model of the errors, (ΣP_gg)²/ΣP_gh², and Hotelling's
 * for several contrasts at once. Source: Bell &amp; McCaffrey (2002); Pustejovsky &amp; Tipton (2018),
 * doi:10.1080/07350015.2016.1247004.
 */
public final class ClusterRobust {
    static final double CLOSE_TO_ONE = 1e-9;

    /** The share of a contrast's variance that may rest on errors which no residual shows. */
    private static final double UNSEEN = 1e-6;

    private static final long MOST_REMEMBERED = 4_000_000;

    /** How a cluster's residuals are scaled up for having been fitted. */
    public enum Power {
        /** As they are. */
        NONE,
        /** By the inverse square root of I − H. */
        HALF,
        /** By the inverse of I − H. */
        FULL;

        /** The one for A = (I − H)^q, q being 0, −½ or −1. */
        public static Power ofExponent(double q) {
            return q == 0 ? NONE : q > -1 ? HALF : FULL;
        }

        /** What comes on top of 1 for an eigenvalue of the hat matrix, over that eigenvalue. */
        double of(double lambda) {
            double left = 1 - lambda;
            if (this == NONE) {
                return 0;
            } else if (left < CLOSE_TO_ONE) {
                return -1 / lambda;
            } else if (this == FULL) {
                return 1 / left;
            }
            double root = Math.sqrt(left);
            return 1 / (root * (1 + root));
        }

        /** The factor for the residual of a row alone. */
        double alone(double leverage) {
            return 1 + of(leverage) * leverage;
        }
    }

    /**
     * The result for one coefficient.
     *
     * @param variance the variance of the coefficient, before any factor for the number of clusters
     * @param degreesOfFreedom Satterthwaite's, or NaN where it is 0/0 or the coefficient rests on unseen errors
     */
    public record Outcome(double variance, double degreesOfFreedom) {}

    private final LeastSquares fit;
    private final Blocks blocks;
    private final List<Block> remembered = new ArrayList<>();

    private ClusterRobust(LeastSquares fit, Blocks blocks) {
        this.fit = fit;
        this.blocks = blocks;
    }

    /**
     * The sandwich over those clusters, under a working model of independent errors whose variances are the inverse
     * weights.
     */
    public static ClusterRobust of(LeastSquares fit, GroupCodes clusters, Power power) {
        return new ClusterRobust(fit, new PlainBlocks(fit, clusters, power));
    }

    /**
     * The sandwich of a weighted fit with nothing absorbed, every quantity from the cluster's rows themselves.
     *
     * @param equalErrors whether the working model gives all errors the same variance, whatever the weights
     */
    public static ClusterRobust ofWeighted(LeastSquares fit, GroupCodes clusters, Power power, boolean equalErrors) {
        return new ClusterRobust(fit, new WeightedBlocks(fit, clusters, power, equalErrors));
    }

    /** The variance and degrees of freedom of the coefficient of that column. */
    public static Outcome of(LeastSquares fit, GroupCodes clusters, int column, Power power) {
        ClusterRobust sandwich = of(fit, clusters, power);
        double[] contrast = new double[fit.columns()];
        contrast[column] = 1;
        double variance = 0;
        double[] direction = sandwich.direction(contrast);
        double[] score = new double[fit.columns()];
        for (int g = 0; g < sandwich.blocks.count(); g++) {
            sandwich.block(g).score(score);
            double share = GramFactor.dot(direction, score, score.length);
            variance += share * share;
        }
        return new Outcome(variance, sandwich.degreesOfFreedom(contrast));
    }

    /** The covariance of the coefficients, before any factor for the number of clusters. */
    public double[][] covariance() {
        int p = fit.columns();
        double[][] meat = new double[p][p];
        double[] score = new double[p];
        for (int g = 0; g < blocks.count(); g++) {
            block(g).score(score);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    meat[i][j] += score[i] * score[j];
                }
            }
        }
        double[][] root = fit.inverseRoot();
        double[][] half = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = i; k < p; k++) {
                    half[i][j] += root[i][k] * (k >= j ? meat[k][j] : meat[j][k]);
                }
            }
        }
        double[][] covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = j; k < p; k++) {
                    covariance[i][j] += half[i][k] * root[j][k];
                }
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /**
     * Whether the contrast rests on errors that no residual shows, as a cluster alone decides it or a part of it.
     */
    public boolean restsOnUnseen(double[] contrast) {
        return unseen(direction(contrast));
    }

    private boolean unseen(double[] direction) {
        double sum = 0;
        for (int g = 0; g < blocks.count(); g++) {
            sum += block(g).unseen(direction);
        }
        return sum > UNSEEN * GramFactor.dot(direction, direction, direction.length);
    }

    /**
     * Satterthwaite's degrees of freedom of a contrast of the coefficients; NaN where they are 0/0 or the contrast rests on
     * unseen errors.
     */
    public double degreesOfFreedom(double[] contrast) {
        if (restsOnUnseen(contrast)) {
            return Double.NaN;
        }
        Moments moments = new Moments(this, new double[][] {direction(contrast)});
        double mean = moments.mean(0, 0);
        return mean * mean / moments.crossed(0, 0, 0, 0);
    }

    /**
     * The degrees of freedom η of the Wishart distribution that has the mean and the total variance of these contrasts'
     * covariance; NaN where the contrasts have no covariance of full rank or one rests on unseen errors.
     */
    public double wishartDegrees(double[][] contrasts) {
        int q = contrasts.length;
        double[][] directions = new double[q][];
        for (int s = 0; s < q; s++) {
            directions[s] = direction(contrasts[s]);
            if (unseen(directions[s])) {
                return Double.NaN;
            }
        }
        Moments plain = new Moments(this, directions);
        double[][] expected = new double[q][q];
        for (int s = 0; s < q; s++) {
            for (int t = 0; t < q; t++) {
                expected[s][t] = plain.mean(s, t);
            }
        }
        GramFactor factor = GramFactor.of(expected);
        if (factor.deficientColumn().isPresent()) {
            return Double.NaN;
        }
        double[][] root = factor.inverseRoot();
        double[][] turned = new double[q][fit.columns()];
        for (int s = 0; s < q; s++) {
            for (int t = 0; t <= s; t++) {
                for (int j = 0; j < fit.columns(); j++) {
                    turned[s][j] += root[t][s] * directions[t][j];
                }
            }
        }
        Moments moments = new Moments(this, turned);
        double total = 0;
        for (int s = 0; s < q; s++) {
            for (int t = 0; t < q; t++) {
                total += moments.crossed(s, t, t, s) + moments.crossed(s, s, t, t);
            }
        }
        return q * (q + 1) / total;
    }

    /** The contrast in the coordinates of the orthonormal columns. */
    private double[] direction(double[] contrast) {
        int p = fit.columns();
        double[] direction = new double[p];
        for (int j = 0; j < p; j++) {
            for (int k = j; k < p; k++) {
                direction[k] += contrast[j] * fit.inverseRoot()[j][k];
            }
        }
        return direction;
    }

    Blocks blocks() {
        return blocks;
    }

    Block block(int g) {
        if (g < remembered.size()) {
            return remembered.get(g);
        }
        Block block = blocks.of(g);
        long places = 3L * fit.columns() * fit.columns();
        if (g == remembered.size() && places * g < MOST_REMEMBERED) {
            remembered.add(block);
        }
        return block;
    }

    /** The clusters one by one. */
    interface Blocks {
        int count();

        Block of(int g);

        /**
         * The matrix S of P_gh = δ_gh·d′D_g d + (F_g d)′S(F_h d), or nothing for S = −I.
         */
        double[][] form();
    }

    /** What a cluster adds. */
    interface Block {
        /** The score U′W A e, into the array. */
        void score(double[] into);

        /** F·d; beyond the number of columns the places belong to {@link #groups()}. */
        double[] point(double[] direction);

        /** The absorbed groups behind the last places of {@link #point}. */
        int[] groups();

        /** d′D t. */
        double inner(double[] d, double[] t);

        /** How much of d′d comes from this cluster's rows in directions that are fitted without rest. */
        double unseen(double[] direction);
    }
}
