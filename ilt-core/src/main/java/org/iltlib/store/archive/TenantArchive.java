package org.iltlib.store.archive;

import java.io.InputStream;
import java.io.OutputStream;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;

/**
 * Everything of one tenant in one zip, from any store to any other. Parts that have nothing are left out, the others
 * stand in this order; the names are no paths, nothing is unpacked to files:
 *
 * <ul>
 *   <li>{@code records.jsonl}: all records, as {@link RecordLines}; always there;
 *   <li>{@code erased.jsonl}: persons erased from the directory, with the time;
 *   <li>{@code directory.jsonl}: contacts, only when asked for, since they are personal;
 *   <li>{@code datasets.jsonl}: id and size of every dataset, and the time of its purge;
 *   <li>{@code datasets/}<i>id</i>: the bytes of each dataset that was not purged, in order of the ids;
 *   <li>{@code manifest.json}: the {@link TenantManifest}, without which the archive is not whole.
 * </ul>
 *
 * <p>The lines of {@code erased}, {@code directory} and {@code datasets} carry a digest each. An archive does not name
 * its tenant, so it may be read as another. It is not encrypted and not signed: seals and digests tell damage, not a
 * forger who makes a whole archive anew; for that, keep a {@link TenantManifest#digest() digest} elsewhere.
 *
 * <p>Writing and reading take constant memory, but for the heads of all records, the list of datasets, and, while
 * reading, some 40 bytes for each entry of one record. The same tenant gives the same bytes on the same Java
 * platform (another version of the compression may pack the same content otherwise).
 */
public final class TenantArchive {
    private TenantArchive() {}

    /**
     * Writes everything that the tenant has, records as they stand at one moment; the caller closes the stream.
     *
     * @return what was written
     * @throws StoreException if writing or the storage fails, or a dataset is not what its id says, or it is purged
     *     while the archive is written; then the archive has no manifest and is worth nothing
     */
    public static TenantManifest write(RecordStore view, OutputStream out, ArchiveOptions options) {
        return new ArchiveWriter(view, out, options).write();
    }

    /**
     * Reads an archive into a view; the caller closes the stream. Each thing is checked before it is stored; what
     * holds is stored as it comes. Reading the same archive again changes nothing, so an import that broke off is
     * completed by running it again.
     *
     * <p>What the view has already stays: records go on where they stand, contacts are replaced by those of the
     * archive. What was purged or erased in the view does not come back, and what the archive says was purged or
     * erased is so in the view afterwards, at the earlier of the two calls.
     *
     * @return what the archive holds
     * @throws StoreException if it is not such an archive, or breaks off, or was damaged, or exceeds the limits of the
     *     options, or has datasets or persons and the view is no {@link DatasetStore} or {@link DirectoryStore}, or the
     *     storage fails; the message names the part
     * @throws StaleRecordException if the view has another history of a record
     */
    public static TenantManifest read(InputStream in, RecordStore view, ArchiveOptions options) {
        return new ArchiveReader(in, view, options).read();
    }
}
