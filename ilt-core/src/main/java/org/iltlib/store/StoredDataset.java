package org.iltlib.store;

import java.time.Instant;
import java.util.Optional;
import org.iltlib.base.Checks;

/**
 * What a store knows of a dataset, its content apart.
 *
 * @param id the digest of the content
 * @param size the number of bytes it has, or had
 * @param purgedAt when its content was purged; empty while it is there
 */
public record StoredDataset(DatasetId id, long size, Optional<Instant> purgedAt) {
    /** Checks the size. */
    public StoredDataset {
        Checks.notNegative(size, "size");
    }

    /** Whether the content is gone. */
    public boolean isPurged() {
        return purgedAt.isPresent();
    }

    /**
     * When it was purged.
     *
     * @throws IllegalArgumentException if its content is there
     */
    public Instant getPurgedAt() {
        return purgedAt.orElseThrow(() -> new IllegalArgumentException(
                "Dataset " + id + " is not purged. Expected a tombstone. Maybe purge it by id and time."));
    }
}
