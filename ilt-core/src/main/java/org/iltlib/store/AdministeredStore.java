package org.iltlib.store;

import java.util.stream.Stream;
import org.iltlib.base.TenantId;

/**
 * An optional power of a {@link Store}, for the operator alone: seeing which tenants there are, to migrate and export,
 * and removing one. No view of a tenant leads here.
 */
public interface AdministeredStore extends Store {

    /**
     * The same store, administered.
     *
     * @throws StoreException if this store cannot be
     */
    static AdministeredStore of(Store store) {
        if (store instanceof AdministeredStore administered) {
            return administered;
        }
        throw new StoreException(
                "This store does not list its tenants. Maybe use the heap store or a JDBC store, which do.");
    }

    /** All tenants that have stored anything, in order; the stream holds no resource. */
    Stream<TenantId> tenants();

    /**
     * Removes everything of that tenant for good: records, feed, datasets, directory, tombstones too. Export first. If
     * the tenant begins anew, so does its feed: readers go back to position 0.
     *
     * <p>One transaction; a database may hold in memory what it deletes, so purge large datasets before.
     *
     * @return false if the tenant had stored nothing
     * @throws StoreException if the storage fails; then nothing was removed
     */
    boolean deleteTenant(TenantId tenant);
}
