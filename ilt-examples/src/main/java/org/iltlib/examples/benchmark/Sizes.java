package org.iltlib.examples.benchmark;

/**
 * How much is measured.
 *
 * @param scale 1 for the whole, less to try it out
 */
public record Sizes(double scale) {
    /** Entries of a batch. */
    static final int BATCH = 100;

    /** The entries of the long chain; 1,000,000 at full scale. */
    int chain() {
        return Math.max(200, (int) (1_000_000 * scale));
    }

    /** Pairs of runs; at least three where the whole is measured. */
    int pairs() {
        return scale < 0.01 ? 1 : 5;
    }

    /** Batches in one run. */
    int batches() {
        return Math.max(2, (int) (40 * Math.min(1, scale * 4)));
    }

    /** Appends of each writer in one run. */
    int appends() {
        return Math.max(3, (int) (60 * Math.min(1, scale * 4)));
    }

    /** How often something quick is repeated. */
    int repeats() {
        return Math.max(3, (int) (60 * Math.min(1, scale * 4)));
    }
}
