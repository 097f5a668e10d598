package org.iltlib.record;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries one after the other and tells of each whether it fits its seal. Seals do not depend on one another, so
 * the common pool helps with a batch while the caller reads the next or is busy with the last. The caller never waits
 * for a helper that has not begun: with a busy pool, or none, it does all the work itself.
 */
final class SealCheck {
    private static final int BATCH = 2048;
    private static final int SLICE = 32;
    /** A batch has at most so many characters of bodies, but for its last entry. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_HELPERS = 15;

    private final TeamKey key;
    private final Iterator<Entry> source;
    private final Seen seen;
    private final Queue<Seal> seals = new ConcurrentLinkedQueue<>();
    private final Helper[] helpers = new Helper[Math.min(MOST_HELPERS, ForkJoinPool.getCommonPoolParallelism())];
    private volatile @Nullable Batch open;
    private Batch current = new Batch();
    private @Nullable Batch ahead;
    private int at = -1;

    SealCheck(TeamKey key, Iterator<Entry> source, Seen seen) {
        this.key = key;
        this.seen = seen;
        this.source = source;
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper();
        }
    }

    /** Entries, and whether each fits; every slice is done by whoever claims it first. */
    private final class Batch {
        private final Entry[] entries = new Entry[BATCH];
        private final boolean[] fits = new boolean[BATCH];
        private final long[][] prepared = new long[BATCH][];
        private final AtomicInteger claimed = new AtomicInteger();
        private int size;
        private CountDownLatch left = new CountDownLatch(0);
        private volatile @Nullable Throwable failure;

        void read() {
            for (long length = 0; size < BATCH && length < LONGEST && source.hasNext(); size++) {
                entries[size] = source.next();
                length += entries[size].text().length();
            }
            left = new CountDownLatch((size + SLICE - 1) / SLICE);
        }

        /** Works as long as there are slices. */
        void work() {
            Seal seal = seals.poll();
            if (seal == null) {
                seal = new Seal(key);
            }
            for (int from = claim(); from < size; from = claim()) {
                try {
                    for (int i = from; i < Math.min(size, from + SLICE); i++) {
                        fits[i] = seal.fits(entries[i]);
                        prepared[i] = seen.prepare(entries[i]);
                    }
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    left.countDown();
                }
            }
            seals.add(seal);
        }

        private int claim() {
            return claimed.get() >= size ? size : claimed.getAndAdd(SLICE);
        }

        /** Works, and waits for slices that others are working at. */
        void finish() {
            work();
            try {
                if (left.getCount() > 0) {
                    left.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted();
            }
            Throwable thrown = failure;
            if (thrown != null) {
                throw new IllegalStateException("Checking a seal of " + key + " failed.", thrown);
            }
        }
    }

    /** Works at the open batch; is in the pool once at most, so that a busy pool keeps no batches alive. */
    private final class Helper implements Runnable {
        private final AtomicBoolean scheduled = new AtomicBoolean();

        void schedule() {
            if (scheduled.compareAndSet(false, true)) {
                ForkJoinPool.commonPool().execute(this);
            }
        }

        @Override
        public void run() {
            Batch batch;
            do {
                batch = open;
                if (batch != null) {
                    batch.work();
                }
                scheduled.set(false);
            } while (open != batch && scheduled.compareAndSet(false, true));
        }
    }

    /**
     * Goes on to the next entry; false if there is none.
     *
     * @throws CancellationException if the thread was interrupted, it still is; the first batch is checked all the same
     */
    boolean advance() {
        if (++at < current.size) {
            return true;
        }
        if (ahead != null && ahead.size > 0 && Thread.currentThread().isInterrupted()) {
            close();
            throw interrupted();
        }
        current = ahead == null ? read() : ahead;
        ahead = current.size == 0 ? null : read();
        current.finish();
        open = ahead;
        if (ahead != null && ahead.size > SLICE) {
            for (Helper helper : helpers) {
                helper.schedule();
            }
        }
        seen.expect(current.prepared, current.size);
        at = 0;
        return current.size > 0;
    }

    private Batch read() {
        Batch batch = new Batch();
        batch.read();
        return batch;
    }

    private CancellationException interrupted() {
        return new CancellationException(
                "Verifying " + key + " was interrupted. Maybe verify it again when there is time.");
    }

    /** The entry reached. */
    Entry entry() {
        return current.entries[at];
    }

    /** Whether the entry reached fits its seal. */
    boolean fits() {
        return current.fits[at];
    }

    /** What {@link Seen#prepare} gave for the entry reached. */
    long[] prepared() {
        return current.prepared[at];
    }

    /** The entries after the one reached, unchecked; nothing else may be asked any more. */
    Iterator<Entry> rest() {
        close();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (at + 1 >= current.size && ahead != null) {
                    current = ahead;
                    ahead = null;
                    at = -1;
                }
                return at + 1 < current.size || source.hasNext();
            }

            @Override
            public Entry next() {
                return hasNext() && at + 1 < current.size ? current.entries[++at] : source.next();
            }
        };
    }

    /** Lets helpers go. */
    void close() {
        open = null;
        if (ahead != null) {
            ahead.claimed.set(ahead.size);
        }
    }
}
