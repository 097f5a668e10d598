package org.iltlib.store.archive;

import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.store.RecordStore;

/**
 * One digest of everything that a tenant has: equal in two stores exactly if they hold the same. It is the SHA-256 of
 * these lines, UTF-8, each ended by a line feed: {@code ilt-tenant/1}; {@code record} and the head of each record, in
 * order of the keys; {@code erased} and person and time of each person erased, in order; {@code contact} and each
 * contact if asked for, in order; {@code dataset} and id, size and time of the purge of each dataset, in order. After
 * the word and a blank, canonical JSON.
 *
 * <p>Heads stand for their entries and ids of datasets for their bytes; neither is read.
 */
public final class TenantDigest {
    private TenantDigest() {}

    /** The digest without contacts. O(records + datasets + erased persons). */
    public static Digest of(RecordStore view) {
        return of(view, ArchiveOptions.withDefaults());
    }

    /** The digest of what an archive with these options would hold, with contacts if they say so. */
    public static Digest of(RecordStore view, ArchiveOptions options) {
        List<Checkpoint> heads = RecordLines.moment(view).heads();
        Tally tally = new Tally(heads);
        Holdings.erased(view).forEach(tally::add);
        Holdings.contacts(view, options).forEach(tally::add);
        Holdings.datasets(view).forEach(tally::add);
        return tally.manifest(heads, options.directory()).digest();
    }
}
