package org.iltlib.analytics.measurement.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The covariance of the estimates of a fit: the inverse of the sum of outer products of the rows' scores, over the chances
 * and the shares of classes together. Numbers at the edge (a chance of 0 or 1, a class of nobody) have none.
 */
final class CrossProducts {
    private static final double EDGE = 1e-6;
    private static final int LARGEST = 600;

    private final int[][] chanceAt;
    private final int[] shareAt;
    private final int reference;
    private final Optional<RealMatrix> covariance;

    CrossProducts(ClassFit fit) {
        int free = 0;
        chanceAt = new int[fit.chances.length][];
        for (int j = 0; j < fit.chances.length; j++) {
            chanceAt[j] = new int[fit.chances[j].length];
            for (int g = 0; g < chanceAt[j].length; g++) {
                double p = fit.chances[j][g];
                chanceAt[j][g] = p > EDGE && p < 1 - EDGE ? free++ : -1;
            }
        }
        int most = 0;
        for (int c = 1; c < fit.classes; c++) {
            most = fit.shares[c] > fit.shares[most] ? c : most;
        }
        reference = most;
        shareAt = new int[fit.classes];
        for (int c = 0; c < fit.classes; c++) {
            shareAt[c] = c != reference && fit.shares[c] > EDGE ? free++ : -1;
        }
        covariance = free > LARGEST ? Optional.empty() : inverse(fit, free);
    }

    private Optional<RealMatrix> inverse(ClassFit fit, int free) {
        double[][] information = new double[free][free];
        double[] score = new double[free];
        double[] posterior = new double[fit.classes];
        fit.prepare();
        for (int p = 0; p < fit.patterns.size(); p++) {
            fit.posterior(p, posterior);
            score(fit, p, posterior, score);
            int count = fit.patterns.counts[p];
            for (int a = 0; a < free; a++) {
                if (score[a] != 0) {
                    for (int b = 0; b <= a; b++) {
                        information[a][b] += count * score[a] * score[b];
                    }
                }
            }
        }
        for (int a = 0; a < free; a++) {
            for (int b = 0; b < a; b++) {
                information[b][a] = information[a][b];
            }
        }
        try {
            return Optional.of(new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 1e-10)
                    .getSolver()
                    .getInverse());
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    private void score(ClassFit fit, int pattern, double[] posterior, double[] score) {
        Arrays.fill(score, 0);
        byte[] answers = fit.patterns.answers[pattern];
        for (int j = 0; j < answers.length; j++) {
            if (answers[j] >= 0) {
                for (int c = 0; c < fit.classes; c++) {
                    int group = fit.groups[j][c];
                    int at = chanceAt[j][group];
                    if (at >= 0) {
                        double p = fit.chances[j][group];
                        score[at] += posterior[c] * (answers[j] - p) / (p * (1 - p));
                    }
                }
            }
        }
        double base = posterior[reference] / fit.shares[reference];
        for (int c = 0; c < fit.classes; c++) {
            if (shareAt[c] >= 0) {
                score[shareAt[c]] = posterior[c] / fit.shares[c] - base;
            }
        }
    }

    /** The standard error of the chance of a group on an item, if it has one. */
    Optional<Double> chance(int item, int group) {
        int at = chanceAt[item][group];
        return at < 0 ? Optional.empty() : covariance.map(matrix -> Math.sqrt(matrix.getEntry(at, at)));
    }

    /** The standard error of the share of students with the skill, if it has one. */
    Optional<Double> prevalence(int skill) {
        double[] weights = new double[shareAt.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = (c >>> skill & 1) - (double) (reference >>> skill & 1);
        }
        return covariance.map(matrix -> {
            double variance = 0;
            for (int c = 0; c < weights.length; c++) {
                for (int d = 0; d < weights.length; d++) {
                    if (shareAt[c] >= 0 && shareAt[d] >= 0) {
                        variance += weights[c] * weights[d] * matrix.getEntry(shareAt[c], shareAt[d]);
                    }
                }
            }
            return Math.sqrt(Math.max(0, variance));
        });
    }
}
