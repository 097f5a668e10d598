package org.iltlib.examples.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two ways of doing the same work, measured by turns.
 *
 * @param ratio how fast ours is, the other being 1; the median over the pairs
 * @param ours what our side did in a second; the median
 * @param bare what the other side did in a second; the median
 */
record Duel(double ratio, double ours, double bare) {

    /**
     * What a run has done; both sides must have done the same.
     *
     * @param entries the entries
     * @param bytes what they have in them
     */
    record Done(long entries, long bytes) {}

    /** Work that is measured. */
    interface Work {
        Done run() throws Exception;
    }

    /** One side: makes ready what is not measured, and gives what is. */
    interface Side {
        Work prepare() throws Exception;
    }

    /**
     * Measures the two by turns, first ours, then the other's, and so on.
     *
     * @param warmUps how many pairs do not count
     * @param pairs how many do
     * @throws IllegalStateException if the two have not done the same
     */
    static Duel measure(int warmUps, int pairs, Side ours, Side bare) throws Exception {
        double[] ratios = new double[pairs];
        double[] ourRates = new double[pairs];
        double[] bareRates = new double[pairs];
        for (int pair = -warmUps; pair < pairs; pair++) {
            List<Done> done = new ArrayList<>();
            double ourRate = rate(ours, done);
            double bareRate = rate(bare, done);
            if (!done.get(0).equals(done.get(1))) {
                throw new IllegalStateException("The two sides did not do the same: " + done);
            }
            if (pair >= 0) {
                ratios[pair] = ourRate / bareRate;
                ourRates[pair] = ourRate;
                bareRates[pair] = bareRate;
            }
        }
        return new Duel(median(ratios), median(ourRates), median(bareRates));
    }

    private static double rate(Side side, List<Done> all) throws Exception {
        Work work = side.prepare();
        long start = System.nanoTime();
        Done done = work.run();
        long nanos = Math.max(1, System.nanoTime() - start);
        all.add(done);
        return done.entries() * 1e9 / nanos;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
