package org.iltlib.analytics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;

/** Counts the runs of a simulation in which something happens. A count does not depend on the order of its parts. */
public final class CountedRuns {
    private static final int CHUNK = 512;

    private CountedRuns() {}

    /**
     * In how many of the runs, numbered from 0, it happens. What a run throws is thrown here.
     *
     * @param runs how many
     * @param executor works on parts of {@value #CHUNK} runs; this method waits for them, so it must not itself use up
     *     the executor's last thread
     * @param happens whether it happens in the run of that number; depends on the number alone
     */
    public static int of(int runs, Executor executor, IntPredicate happens) {
        List<CompletableFuture<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < runs; from += CHUNK) {
            int first = from;
            int end = Math.min(runs, from + CHUNK);
            parts.add(CompletableFuture.supplyAsync(() -> part(first, end, happens), executor));
        }
        int count = 0;
        for (CompletableFuture<Integer> part : parts) {
            try {
                count += part.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
        return count;
    }

    private static int part(int first, int end, IntPredicate happens) {
        int count = 0;
        for (int run = first; run < end; run++) {
            count += happens.test(run) ? 1 : 0;
        }
        return count;
    }
}
