package org.iltlib.analytics.internal.mixed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Work cut into numbered pieces that do not meet: the same bits whoever does which piece, and when. */
final class Tiles {
    private Tiles() {}

    /** Does the pieces 0, 1, … on the executor and waits for them. What a piece throws is thrown here. */
    static void run(int count, Executor executor, IntConsumer piece) {
        if (count == 1) {
            piece.accept(0);
            return;
        }
        List<CompletableFuture<Void>> pieces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            pieces.add(CompletableFuture.runAsync(() -> piece.accept(number), executor));
        }
        try {
            pieces.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
