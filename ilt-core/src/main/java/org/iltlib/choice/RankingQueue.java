package org.iltlib.choice;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Full blocks on their way: settled one after another, in order, by whoever has time — a thread of the common pool, or
 * the caller when all blocks are full. So nobody ever waits for a thread that may not come.
 */
final class RankingQueue {
    private static final int BLOCKS = 6;

    /** Whether no other thread can help. */
    private static final boolean ALONE =
            Runtime.getRuntime().availableProcessors() == 1 || ForkJoinPool.getCommonPoolParallelism() == 0;

    private final Consumer<RankingBlock> work;
    /** Held by who settles, so that each sees what was settled before. */
    private final ReentrantLock settling = new ReentrantLock();

    private final Queue<RankingBlock> full = new ArrayDeque<>();
    private final Queue<RankingBlock> free = new ArrayDeque<>();
    private int blocks = 1;
    private boolean helped;
    private @Nullable Throwable failure;

    RankingQueue(Consumer<RankingBlock> work) {
        this.work = work;
    }

    /** Takes a full block and gives an empty one. */
    RankingBlock swap(RankingBlock block) {
        if (ALONE) {
            work.accept(block);
            block.size = 0;
            return block;
        }
        if (put(block)) {
            ForkJoinPool.commonPool().execute(this::help);
        }
        RankingBlock empty = empty();
        while (empty == null) {
            if (settling.tryLock()) {
                settleNext();
                settling.unlock();
            } else {
                await();
            }
            empty = empty();
        }
        return empty;
    }

    /** Settles what waits. */
    void flush() {
        while (settleNext()) {
            // each call settles one block
        }
        rethrow();
    }

    /** Whether help is to be called. */
    private synchronized boolean put(RankingBlock block) {
        rethrow();
        full.add(block);
        boolean call = !helped;
        helped = true;
        return call;
    }

    private synchronized @Nullable RankingBlock empty() {
        if (free.isEmpty() && blocks < BLOCKS) {
            blocks++;
            return new RankingBlock();
        }
        return free.poll();
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Waits until the one who settles gives a block back; that one does so before it lets go. */
    private synchronized void await() {
        boolean interrupted = false;
        while (free.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void help() {
        while (settleNext() || goOn()) {
            // each call settles one block
        }
    }

    /** Whether something came in between; if not, the next block calls for help again. */
    private synchronized boolean goOn() {
        helped = !full.isEmpty();
        return helped;
    }

    private boolean settleNext() {
        settling.lock();
        try {
            RankingBlock block = next();
            if (block == null) {
                return false;
            }
            try {
                work.accept(block);
            } catch (RuntimeException | Error e) {
                fail(e);
            }
            giveBack(block);
            return true;
        } finally {
            settling.unlock();
        }
    }

    private synchronized @Nullable RankingBlock next() {
        return full.poll();
    }

    private synchronized void fail(Throwable thrown) {
        failure = failure == null ? thrown : failure;
    }

    private synchronized void giveBack(RankingBlock block) {
        block.size = 0;
        free.add(block);
        notifyAll();
    }
}
