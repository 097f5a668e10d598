package org.iltlib.choice;

/**
 * Where rankings are added: they wait until a block is full; another thread then puts it to its place in the
 * {@link RankingPool} while the caller goes on, see {@link RankingQueue}.
 */
final class RankingIntake {
    private final RankingPool pool = new RankingPool();
    private final RankingQueue queue = new RankingQueue(pool::settle);
    private RankingBlock block = new RankingBlock();

    /** Where the entries of the next ranking may be written, from {@link #start} on. */
    char[] room(int length) {
        return block.room(length);
    }

    /** The place of the next ranking in {@link #room}. */
    int start() {
        return block.start(block.size);
    }

    /** The hash of a ranking with one entry more. */
    static long hash(long hash, char entry) {
        return (hash + entry) * 0x9E3779B97F4A7C15L;
    }

    /** Adds the weight to the ranking written there, which becomes new if it is not there yet. */
    void add(int length, long hash, long weight) {
        block.add(length, (int) (((hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 32), weight);
        if (block.size == RankingBlock.SIZE) {
            block = queue.swap(block);
        }
    }

    /** Puts everything to its place that was added before; the pool. */
    RankingPool flush() {
        queue.flush();
        pool.settle(block);
        return pool;
    }

    /** The pool with everything that was added; nothing may be added after. */
    RankingPool finish() {
        flush();
        pool.finish();
        return pool;
    }
}
