package org.iltlib.store.archive;

import org.iltlib.base.Checks;

/**
 * What goes into an archive, and how much may come out of one.
 *
 * @param directory whether contacts are written: names and ways to reach persons, which are personal data; what an
 *     archive has of them is always read
 * @param largestDataset the most bytes that one dataset may have when an archive is read
 * @param largest the most bytes that the archive may have when it is unpacked, all parts together
 */
public record ArchiveOptions(boolean directory, long largestDataset, long largest) {
    private static final ArchiveOptions DEFAULTS = new ArchiveOptions(false, 1L << 36, 1L << 40);

    /** Checks the limits. */
    public ArchiveOptions {
        Checks.positive(largestDataset, "largestDataset");
        Checks.positive(largest, "largest");
    }

    /** No directory; datasets of at most 64 GiB, 1 TiB in all. */
    public static ArchiveOptions withDefaults() {
        return DEFAULTS;
    }

    /** A copy that writes contacts, or does not. */
    public ArchiveOptions withDirectory(boolean written) {
        return new ArchiveOptions(written, largestDataset, largest);
    }

    /** A copy with another limit for one dataset, in bytes. */
    public ArchiveOptions withLargestDataset(long bytes) {
        return new ArchiveOptions(directory, bytes, largest);
    }

    /** A copy with another limit for all parts together, in bytes. */
    public ArchiveOptions withLargest(long bytes) {
        return new ArchiveOptions(directory, largestDataset, bytes);
    }
}
