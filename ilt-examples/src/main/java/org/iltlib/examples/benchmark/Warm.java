package org.iltlib.examples.benchmark;

import java.util.Arrays;
import java.util.function.Supplier;

/** Wall time of work that has run before. */
final class Warm {
    /** What runs before anything counts: as many runs as count, and at least for so long. */
    private static final long NANOS = 1_000_000_000L;

    private Warm() {}

    /** Runs until warm, then so many times more, and writes the median of those, in milliseconds. */
    static <T> T median(int repeats, Supplier<T> work, double[] milliseconds) {
        T result = work.get();
        long warm = System.nanoTime() + NANOS;
        for (int i = 1; i < repeats || System.nanoTime() < warm; i++) {
            result = work.get();
        }
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            result = once(work, milliseconds);
            times[i] = milliseconds[0];
        }
        Arrays.sort(times);
        milliseconds[0] = times[repeats / 2];
        return result;
    }

    /** Runs once and writes how long it took, in milliseconds. */
    static <T> T once(Supplier<T> work, double[] milliseconds) {
        long start = System.nanoTime();
        T result = work.get();
        milliseconds[0] = (System.nanoTime() - start) / 1e6;
        return result;
    }
}
