package org.iltlib.analytics.internal.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Work that falls into numbered parts, none of which writes where another reads: the same bits on any threads. */
final class Shares {
    private Shares() {}

    /** Does all parts and waits for them. */
    static void each(int parts, Executor executor, IntConsumer work) {
        List<CompletableFuture<Void>> pending = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int mine = part;
            pending.add(CompletableFuture.runAsync(() -> work.accept(mine), executor));
        }
        for (CompletableFuture<Void> each : pending) {
            try {
                each.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
