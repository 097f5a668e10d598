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

    /** Pairs of runs that count; one to try it out. */
    int pairs() {
        return isTrial() ? 1 : 5;
    }

    /** Pairs of runs before that, until the code is compiled. */
    int warmUps() {
        return isTrial() ? 0 : 3;
    }

    private boolean isTrial() {
        return scale < 0.01;
    }

    /** Batches in one run. */
    int batches() {
        return Math.max(2, (int) (200 * Math.min(1, scale * 4)));
    }

    /** Appends of each writer in one run. */
    int appends() {
        return Math.max(2, (int) (120 * Math.min(1, scale * 4)));
    }

    /** How often something quick is repeated. */
    int repeats() {
        return Math.max(1, (int) (60 * Math.min(1, scale * 4)));
    }
}
