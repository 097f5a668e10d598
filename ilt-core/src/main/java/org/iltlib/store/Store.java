package org.iltlib.store;

import org.iltlib.base.TenantId;

/**
 * A place where the records of many tenants are kept. Thread-safe. After {@link #close()} it and its views refuse every
 * call with an {@link IllegalStateException}; closing twice does no harm.
 */
public interface Store extends AutoCloseable {

    /**
     * The view of one tenant, the only way to its records. Cheap. The view may also implement optional powers, such as
     * {@link DatasetStore}. Opening the view of a tenant that has stored nothing yet is no error.
     */
    RecordStore forTenant(TenantId tenant);

    /** Releases what the store itself has opened, never what the caller gave it. */
    @Override
    void close();
}
