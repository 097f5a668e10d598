package org.iltlib.store.contract;

/** The parts of the contract. */
public enum Section {
    /** Append and read back, order, conflicts, texts and times; for every store. */
    RECORDS,
    /** What one tenant stores no other sees; for every store. */
    TENANTS,
    /** Closing; for every store. */
    LIFECYCLE,
    /** What was kept is there after closing and opening; for stores that outlive their process. */
    REOPEN,
    /** Datasets; for stores whose views are a {@code DatasetStore}. */
    DATASETS,
    /** Several records at once; for stores whose views are a {@code JointStore}. */
    JOINT,
    /** The feed of changes; for stores whose views are a {@code FeedStore}. */
    FEED,
    /** All records at one moment; for stores whose views are a {@code SnapshotStore}. */
    SNAPSHOT,
    /** The directory of persons; for stores whose views are a {@code DirectoryStore}. */
    DIRECTORY,
    /** Listing and removing tenants; for stores that are an {@code AdministeredStore}. */
    ADMINISTRATION,
    /**
     * A million entries and a dataset of a gigabyte; for stores that outlive their process and are a
     * {@code DatasetStore}, in a process with a small heap ({@code -Xmx64m}). Takes minutes.
     */
    LARGE
}
