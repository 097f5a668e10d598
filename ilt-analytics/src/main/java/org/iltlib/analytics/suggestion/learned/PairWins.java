package org.iltlib.analytics.suggestion.learned;

import java.util.Optional;

/** For each two sets of standards, how many pairs of an accepted reply on one and a rejected on the other were told apart. */
final class PairWins {
    private final int replies;
    private final double[][] wins;
    private final long[][] counts;

    /** No pair yet. */
    PairWins(int blocks, int replies) {
        this.replies = replies;
        this.wins = new double[blocks][blocks];
        this.counts = new long[blocks][blocks];
    }

    /** One more pair: the scores of an accepted reply of one block and a rejected of another; a tie wins half. */
    void add(int accepted, int rejected, double acceptedScore, double rejectedScore) {
        counts[accepted][rejected]++;
        wins[accepted][rejected] +=
                acceptedScore > rejectedScore ? 1 : Double.compare(acceptedScore, rejectedScore) == 0 ? 0.5 : 0;
    }

    int blocks() {
        return counts.length;
    }

    int replies() {
        return replies;
    }

    long pairs() {
        long pairs = 0;
        for (long[] row : counts) {
            for (long count : row) {
                pairs += count;
            }
        }
        return pairs;
    }

    /** The share of pairs won; there must be a pair. */
    double share() {
        int[] once = new int[blocks()];
        java.util.Arrays.fill(once, 1);
        return share(once).orElse(0.5);
    }

    /** The share of pairs won where each block counts so many times; empty without a pair. */
    Optional<Double> share(int[] times) {
        double won = 0;
        double all = 0;
        for (int a = 0; a < times.length; a++) {
            for (int r = 0; r < times.length; r++) {
                double weight = (double) times[a] * times[r];
                won += weight * wins[a][r];
                all += weight * counts[a][r];
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(won / all);
    }
}
