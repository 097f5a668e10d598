package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Runs a simulation many times, each time with chance of its own that depends on the seed and the number of the run
 * alone: so the results, in order, are the same on any number of threads.
 */
public final class Replications {
    private static final int CHUNK = 32;

    private Replications() {}

    /** The source of chance of that run. */
    public static SplitMix chance(long seed, long run) {
        return SplitMix.of(SplitMix.of(seed).nextLong() ^ SplitMix.of(~run).nextLong());
    }

    /**
     * The results of the runs, in order. What a run throws is thrown here.
     *
     * @param runs how many
     * @param seed of all
     * @param executor works on parts of {@value #CHUNK} runs; this method waits for them, so it must not itself use up
     *     the executor's last thread
     * @param run what is run
     */
    public static <T> List<T> of(int runs, long seed, Executor executor, Function<SplitMix, T> run) {
        List<CompletableFuture<List<T>>> parts = new ArrayList<>();
        for (int from = 0; from < runs; from += CHUNK) {
            int first = from;
            int end = Math.min(runs, from + CHUNK);
            parts.add(CompletableFuture.supplyAsync(
                    () -> {
                        List<T> part = new ArrayList<>();
                        for (int i = first; i < end; i++) {
                            part.add(run.apply(chance(seed, i)));
                        }
                        return part;
                    },
                    executor));
        }
        List<T> all = new ArrayList<>(runs);
        for (CompletableFuture<List<T>> part : parts) {
            try {
                all.addAll(part.join());
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
        return all;
    }
}
