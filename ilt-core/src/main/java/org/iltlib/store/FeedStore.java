package org.iltlib.store;

import java.util.List;
import java.util.stream.Stream;
import org.iltlib.record.Entry;

/**
 * An optional power of a {@link RecordStore}: telling what was appended to any record of the tenant, in order, so that
 * an index, a dashboard or another system keeps up. A reader remembers one number.
 *
 * <pre>{@code
 * long position = index.position();
 * for (List<Change> next; !(next = feed.changes(position, 500)).isEmpty(); position = index.position()) {
 *     for (Change change : next) {
 *         try (Stream<Entry> entries = feed.entries(change)) {
 *             index.add(change.to().key(), entries);
 *         }
 *     }
 *     index.commit(next.get(next.size() - 1).position());     // what it has seen, and how far, in one transaction
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
     * <p>An append to several records at once is told as one change for each of them, in no promised order; changes of
     * other appends may stand between, and a page may end between. Appends that were refused or rolled back are not told.
     *
     * <p>Any number of readers may ask at once. A store that joins a caller's transaction tells the appends of this
     * transaction too, and what it tells is as final as that transaction: after a rollback ask again from where it began.
     *
     * <p>Reading may write: a store may give appends their positions when they are first read, so a connection that may
     * only read will not do.
     *
     * @param after the last position seen, 0 at first
     * @param limit how many at most, at least 1; they are held in memory
     * @throws IllegalArgumentException if after is negative or limit is not positive
     * @throws StoreException if the storage fails
     */
    List<Change> changes(long after, int limit);

    /**
     * The entries of that append, in order, streamed; the caller closes the stream.
     *
     * @throws StoreException if the storage fails
     */
    default Stream<Entry> entries(Change change) {
        return table().read(change.to().key(), change.first() - 1)
                .limit(change.to().count() - change.first() + 1);
    }
}
