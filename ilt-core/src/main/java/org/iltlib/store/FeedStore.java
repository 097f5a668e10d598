package org.iltlib.store;

import java.util.List;

/**
 * An optional power of a {@link RecordStore}: telling what was appended to any record of the tenant, in order, so that
 * an index, a dashboard or another system keeps up. A reader remembers one number.
 *
 * <pre>{@code
 * long position = index.position();
 * for (List<Change> next; !(next = feed.changes(position, 500)).isEmpty(); position = index.position()) {
 *     index.apply(next, feed.table());        // remembers the last position in its own transaction
 * }
 * }</pre>
 */
public interface FeedStore extends RecordStore {

    /**
     * The feed of the same tenant.
     *
     * @throws StoreException if this store keeps none
     */
    static FeedStore of(RecordStore records) {
        if (records instanceof FeedStore feed) {
            return feed;
        }
        throw new StoreException(
                "This store tells no changes. Maybe compare heads, or use the heap store or a JDBC store, which do.");
    }

    /**
     * The next appends after that position, in the order of their commits, at most so many; empty if there is none
     * yet. Every append that has returned is told, each once, at a position that never changes; positions have no gaps,
     * so who has seen position <i>n</i> has seen exactly <i>n</i> appends and will never miss one that was slower to
     * commit. Appends of one record stand in the order of the record. Two appends that overlapped in time may stand
     * either way.
     *
     * @param after the last position seen, 0 at first
     * @param limit at least 1
     * @throws StoreException if the storage fails
     */
    List<Change> changes(long after, int limit);
}
