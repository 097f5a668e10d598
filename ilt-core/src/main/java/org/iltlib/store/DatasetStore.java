package org.iltlib.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An optional power of a {@link RecordStore}: keeping bulk evidence outside the record. A dataset is immutable, found by
 * the hash of its content, and may be purged by a retention rule; id, size and time of the purge stay, so what cites it
 * stays verifiable. Entries hold the id; the rows of students are only here.
 */
public interface DatasetStore extends RecordStore {

    /**
     * The datasets of the tenant whose records this view gives.
     *
     * @throws StoreException if this store keeps no datasets
     */
    static DatasetStore of(RecordStore records) {
        if (records instanceof DatasetStore datasets) {
            return datasets;
        }
        throw new StoreException(
                "This store keeps no datasets. Maybe use the heap store or a JDBC store, which do, or a folder of files.");
    }

    /**
     * Stores the bytes, streamed; the caller closes the stream. Storing the same bytes again changes nothing.
     *
     * @throws StoreException if the stream or the storage fails, or the same content was purged before: what a retention
     *     rule has removed does not come back by an import
     */
    DatasetId put(InputStream content);

    /**
     * The bytes, streamed; the caller closes the stream.
     *
     * @throws StoreException if there is no such dataset, or it was purged, or the storage fails
     */
    InputStream open(DatasetId id);

    /** What is known of the dataset; also of a purged one. */
    Optional<StoredDataset> find(DatasetId id);

    /** All datasets in order of their ids, purged ones too; the stream holds no resource. */
    Stream<StoredDataset> datasets();

    /**
     * Removes the content for good.
     *
     * @param at the time to note, to the microsecond; what is finer is cut off
     * @return false if there is no such dataset or it was purged before; then nothing has changed
     */
    boolean purge(DatasetId id, Instant at);

    /**
     * Notes that a dataset was purged elsewhere, for archives: as {@link #purge(DatasetId, Instant)} at the time that it
     * has, and also if its content was never here; it will not come by an import then.
     *
     * @param tombstone the id, size and time of a purged dataset; time to the microsecond, what is finer is cut off
     * @return false if it was purged here before; then nothing has changed
     * @throws IllegalArgumentException if it is not purged
     */
    boolean purge(StoredDataset tombstone);
}
