package org.iltlib.analytics.internal.joint;

import java.util.Arrays;

/**
 * Two neighbouring quantiles that must not cross: for every score of a prior the difference of the two curves is at
 * least t of that prior, and the differences of the intercepts and all t are at least zero together. So the smallest
 * difference over all combinations of scores is not below zero, with one condition a score.
 *
 * <p>On the way to the optimum every slack u and its multiplier λ are above zero. Holds its memory.
 */
final class PairBlock {
    final ScoreTables tables;
    final double[][] lambda;
    final double[][] slack;
    final double[] least;
    double lambdaAll;
    double slackAll;

    /** The matrix that ties the coefficients of the two. */
    final double[] tie;
    /** The pull of the multipliers on the difference of coefficients. */
    double[] force = new double[0];
    /** What the step adds to it before the coefficients move. */
    double[] push = new double[0];

    double most;
    double mostDual;
    double us;
    double byPrimal;
    double byDual;
    double byBoth;

    private final double[][] ratio;
    private final double[][] aim;
    private final double[][] dLambda;
    private final double[][] dSlack;
    private final double[] mass;
    private final double[][] mean;
    private final double[] offset;
    private final double[] dLeast;
    private final double[] unbalance;
    private double aimAll;
    private double dLambdaAll;
    private double dSlackAll;

    PairBlock(ScoreTables tables) {
        this.tables = tables;
        this.lambda = tables.sums();
        this.slack = tables.sums();
        this.ratio = tables.sums();
        this.aim = tables.sums();
        this.dLambda = tables.sums();
        this.dSlack = tables.sums();
        int priors = tables.priors;
        this.least = new double[priors];
        this.dLeast = new double[priors];
        this.mass = new double[priors];
        this.offset = new double[priors];
        this.unbalance = new double[priors];
        this.mean = new double[priors][tables.stride];
        this.tie = new double[tables.columns * tables.columns];
    }

    /** Starts in the middle between parallel curves so far apart: every product is mu and the sums agree. */
    void start(double difference, double mu) {
        slackAll = difference / conditions();
        lambdaAll = mu / slackAll;
        for (int l = 0; l < slack.length; l++) {
            double each = slack[l].length * slackAll;
            least[l] = -each;
            Arrays.fill(slack[l], each);
            Arrays.fill(lambda[l], mu / each);
        }
    }

    int conditions() {
        int sum = 1;
        for (double[] each : lambda) {
            sum += each.length;
        }
        return sum;
    }

    /** Takes a step and prepares the next. */
    void prepare(double primal, double dualStep) {
        us = 0;
        for (int l = 0; l < tables.priors; l++) {
            for (int i = 0; i < slack[l].length; i++) {
                slack[l][i] += primal * dSlack[l][i];
                lambda[l][i] += dualStep * dLambda[l][i];
                ratio[l][i] = lambda[l][i] / slack[l][i];
                aim[l][i] = -lambda[l][i];
                us += lambda[l][i] * slack[l][i];
            }
            least[l] += primal * dLeast[l];
            unbalance[l] = sum(lambda[l]);
        }
        lambdaAll += dualStep * dLambdaAll;
        slackAll += primal * dSlackAll;
        us += lambdaAll * slackAll;
        for (int l = 0; l < tables.priors; l++) {
            unbalance[l] -= lambdaAll;
        }
        aimAll = -lambdaAll;
        force = tables.deal(lambda, lambdaAll);
        bind();
        load();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void bind() {
        int columns = tables.columns;
        Arrays.fill(tie, 0);
        double[] direction = new double[tables.stride];
        direction[0] = 1;
        double give = slackAll / lambdaAll;
        for (int l = 0; l < tables.priors; l++) {
            double sum = sum(ratio[l]);
            Arrays.fill(mean[l], 0);
            mass[l] = sum;
            tables.deal(l, ratio[l], mean[l]);
            int first = tables.first[l];
            int width = tables.width[l];
            for (int c = first; c < first + width; c++) {
                mean[l][c] /= sum;
                direction[c] = mean[l][c];
            }
            give += 1 / sum;
            spread(l, first, width);
        }
        for (int r = 0; r < columns; r++) {
            for (int c = 0; c < columns; c++) {
                tie[r * columns + c] += direction[r] * direction[c] / give;
            }
        }
    }

    /** Adds the sum of squares about the mean, in which nothing cancels. */
    private void spread(int l, int first, int width) {
        int columns = tables.columns;
        double[] values = tables.values[l];
        double[] line = new double[width + ScoreTables.WIDTH];
        for (int s = 0; s < ratio[l].length; s++) {
            for (int c = 0; c < width; c++) {
                line[c] = -mean[l][first + c];
            }
            int start = tables.starts[l][s] - first;
            for (int k = 0; k < ScoreTables.WIDTH; k++) {
                line[start + k] += values[s * ScoreTables.WIDTH + k];
            }
            for (int r = 0; r < width; r++) {
                double value = line[r] * ratio[l][s];
                int to = (first + r) * columns + first;
                for (int c = 0; c < width; c++) {
                    tie[to + c] += value * line[c];
                }
            }
        }
    }

    /** Sums what the step aims at before the coefficients move. */
    private void load() {
        double[] wants = new double[tables.priors];
        for (int l = 0; l < wants.length; l++) {
            wants[l] = aimAll - unbalance[l] - sum(aim[l]);
        }
        double total = lower(wants, offset);
        push = tables.deal(aim, aimAll - lambdaAll / slackAll * total);
        for (int l = 0; l < wants.length; l++) {
            for (int c = tables.first[l]; c < tables.first[l] + tables.width[l]; c++) {
                push[c] += mass[l] * mean[l][c] * offset[l];
            }
        }
    }

    private double lower(double[] wants, double[] into) {
        double rate = lambdaAll / slackAll;
        double sum = 0;
        double give = 0;
        for (int l = 0; l < wants.length; l++) {
            sum += wants[l] / mass[l];
            give += 1 / mass[l];
        }
        double total = sum / (1 + rate * give);
        for (int l = 0; l < wants.length; l++) {
            into[l] = (wants[l] - rate * total) / mass[l];
        }
        return total;
    }

    private void move(double[] step) {
        double rate = lambdaAll / slackAll;
        double[] wants = new double[tables.priors];
        for (int l = 0; l < wants.length; l++) {
            double middle = 0;
            for (int c = tables.first[l]; c < tables.first[l] + tables.width[l]; c++) {
                middle += mean[l][c] * step[c];
            }
            wants[l] = aimAll - unbalance[l] - sum(aim[l]) + mass[l] * middle - rate * step[0];
        }
        double total = lower(wants, dLeast);
        dSlackAll = step[0] + total;
        dLambdaAll = aimAll - rate * dSlackAll;
        for (int l = 0; l < wants.length; l++) {
            for (int i = 0; i < slack[l].length; i++) {
                dSlack[l][i] = tables.part(l, i, step) - dLeast[l];
                dLambda[l][i] = aim[l][i] - ratio[l][i] * dSlack[l][i];
            }
        }
    }

    private void reach() {
        most = -dSlackAll / slackAll;
        mostDual = -dLambdaAll / lambdaAll;
        for (int l = 0; l < slack.length; l++) {
            for (int i = 0; i < slack[l].length; i++) {
                most = Math.max(most, -dSlack[l][i] / slack[l][i]);
                mostDual = Math.max(mostDual, -dLambda[l][i] / lambda[l][i]);
            }
        }
    }

    /** The affine step, given the change of the difference of coefficients. */
    void affine(double[] step) {
        move(step);
        reach();
        byPrimal = lambdaAll * dSlackAll;
        byDual = slackAll * dLambdaAll;
        byBoth = dLambdaAll * dSlackAll;
        for (int l = 0; l < slack.length; l++) {
            for (int i = 0; i < slack[l].length; i++) {
                byPrimal += lambda[l][i] * dSlack[l][i];
                byDual += slack[l][i] * dLambda[l][i];
                byBoth += dLambda[l][i] * dSlack[l][i];
            }
        }
    }

    /** Prepares the corrected step towards mu. */
    void correct(double mu) {
        aimAll = (mu - dLambdaAll * dSlackAll) / slackAll - lambdaAll;
        for (int l = 0; l < slack.length; l++) {
            for (int i = 0; i < slack[l].length; i++) {
                aim[l][i] = (mu - dLambda[l][i] * dSlack[l][i]) / slack[l][i] - lambda[l][i];
            }
        }
        load();
    }

    /** Lets the multipliers alone move, towards balance. */
    void rest() {
        aimAll = 0;
        for (double[] each : aim) {
            Arrays.fill(each, 0);
        }
        load();
    }

    /** The corrected step. */
    void finish(double[] step) {
        move(step);
        reach();
    }
}
