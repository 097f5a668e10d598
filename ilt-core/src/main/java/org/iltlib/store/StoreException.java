package org.iltlib.store;

import org.jspecify.annotations.Nullable;

/**
 * The storage failed, or what it holds cannot be read. An append that failed so may or may not have been stored; load
 * the record to see.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure without a cause of its own. */
    public StoreException(String message) {
        this(message, null);
    }

    /** A failure with its cause. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
