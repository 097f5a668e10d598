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
    DATASETS
}
