package org.iltlib.evidence;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Adds rows to the columns on a thread of its own while the caller reads the next ones. The rows are added in the order
 * of the file, so the result is the same as without. A short file never starts the thread. Not thread-safe.
 */
final class RowRelay implements AutoCloseable {
    private final ScoreColumnsBuilder columns;
    private final RowCollector collector;
    private final ExecutorService adding = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ilt-score-columns");
        thread.setDaemon(true);
        return thread;
    });
    private CellRows spare;
    private CompletableFuture<Void> added = CompletableFuture.completedFuture(null);

    RowRelay(ScoreColumnsBuilder columns, RowCollector collector, int wanted) {
        this.columns = columns;
        this.collector = collector;
        this.spare = new CellRows(wanted);
    }

    /** Hands the collected rows over, when those before have been added. */
    void handOver() {
        await();
        CellRows full = collector.exchange(spare);
        spare = full;
        added = CompletableFuture.runAsync(() -> columns.add(full), adding);
    }

    /** Adds what is left, on this thread. */
    void finish() {
        await();
        columns.add(collector.exchange(spare));
    }

    private void await() {
        try {
            added.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EvidenceException trouble) {
                throw trouble;
            }
            throw e;
        }
    }

    /** Ends the thread, if there is one. */
    @Override
    public void close() {
        adding.shutdown();
    }
}
