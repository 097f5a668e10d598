package org.iltlib.analytics.internal.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.iltlib.analytics.internal.GramFactor;
import org.iltlib.analytics.internal.GroupCodes;
import org.iltlib.analytics.internal.LeastSquares;
import org.iltlib.analytics.internal.SplitMix;

/**
 * The wild cluster bootstrap of the last coefficient of a fit with the null hypothesis imposed, from one vector and one
 * row of cross-products per cluster: a draw costs O(G·p) and touches no row.
 *
 * <p>The residuals of the restricted fit are multiplied, cluster by cluster, by one of Webb's six numbers ±√½, ±1, ±√(3/2).
 * Absorbed groups must lie within clusters. Source: Cameron, Gelbach &amp; Miller (2008), doi:10.1162/rest.90.3.414; Webb
 * (2023), doi:10.1111/caje.12661.
 */
public final class WildDraws {
    private static final int CHUNK = 64;
    private static final double[] WEBB = {-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)};

    private final double[][] scores;
    private final double[][] last;
    private final double value;
    private final double length;
    private final int p;

    private WildDraws(double[][] scores, double[][] last, double value, double length, int p) {
        this.scores = scores;
        this.last = last;
        this.value = value;
        this.length = length;
        this.p = p;
    }

    /** Sums by cluster, in the order of the clusters' original codes. */
    public static WildDraws of(LeastSquares fit, GroupCodes clusters) {
        int p = fit.columns();
        int[][] members = clusters.members();
        int[] order = IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingInt(clusters::original))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] scores = new double[members.length][p];
        double[][] last = new double[members.length][p];
        for (int g = 0; g < order.length; g++) {
            for (int row : members[order[g]]) {
                for (int j = 0; j < p; j++) {
                    scores[g][j] += fit.basis(j)[row] * fit.residual(row);
                    last[g][j] += fit.basis(j)[row] * fit.basis(p - 1)[row];
                }
            }
        }
        return new WildDraws(scores, last, fit.coefficients()[p - 1], 1 / fit.inverseRoot()[p - 1][p - 1], p);
    }

    /** The t statistic of the coefficient's distance from that number, with CR0 errors; not finite without spread. */
    public double statistic(double hypothesis) {
        return (value - hypothesis) / standardError();
    }

    /** The CR0 standard error. */
    public double standardError() {
        double sum = 0;
        for (double[] score : scores) {
            sum += score[p - 1] * score[p - 1];
        }
        return Math.sqrt(sum) / length;
    }

    /** How many of the draws lie at least as far from zero as what was seen, if the coefficient were that number. */
    public int asExtreme(double hypothesis, int draws, long seed, Executor executor) {
        double[][] restricted = new double[scores.length][p];
        double shift = (value - hypothesis) * length;
        for (int g = 0; g < scores.length; g++) {
            for (int j = 0; j < p; j++) {
                restricted[g][j] = scores[g][j] + shift * last[g][j];
            }
        }
        double limit = Math.abs(statistic(hypothesis)) * (1 - 1e-12);
        List<CompletableFuture<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < draws; from += CHUNK) {
            int first = from;
            int end = Math.min(draws, from + CHUNK);
            parts.add(CompletableFuture.supplyAsync(() -> count(restricted, limit, seed, first, end), executor));
        }
        return parts.stream().mapToInt(CompletableFuture::join).sum();
    }

    private int count(double[][] restricted, double limit, long seed, int first, int end) {
        int count = 0;
        double[] signs = new double[restricted.length];
        double[] total = new double[p];
        for (int draw = first; draw < end; draw++) {
            Arrays.fill(total, 0);
            for (int g = 0; g < signs.length; g++) {
                double chance = SplitMix.at(seed, (long) draw * signs.length + g);
                signs[g] = WEBB[(int) (chance * WEBB.length)];
                for (int j = 0; j < p; j++) {
                    total[j] += signs[g] * restricted[g][j];
                }
            }
            double squares = 0;
            for (int g = 0; g < signs.length; g++) {
                double score = signs[g] * restricted[g][p - 1] - GramFactor.dot(last[g], total, p);
                squares += score * score;
            }
            count += Math.abs(total[p - 1]) >= limit * Math.sqrt(squares) ? 1 : 0;
        }
        return count;
    }
}
