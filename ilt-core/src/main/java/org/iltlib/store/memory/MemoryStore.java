package org.iltlib.store.memory;

import java.util.HashMap;
import java.util.Map;
import org.iltlib.base.TenantId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.Store;

/**
 * A store in the heap. Durability: none, what it holds is gone when it is closed or the process ends. Datasets are held
 * as byte arrays, so each has less than 2 GB.
 */
public final class MemoryStore implements Store {
    private final Map<TenantId, MemoryView> views = new HashMap<>();
    private boolean closed;

    /** A store in which nothing is kept yet. */
    public MemoryStore() {}

    /** The view of that tenant; it keeps datasets too. */
    @Override
    public synchronized DatasetStore forTenant(TenantId tenant) {
        checkOpen();
        return views.computeIfAbsent(tenant, id -> new MemoryView(this));
    }

    /** Forgets everything. */
    @Override
    public synchronized void close() {
        closed = true;
        views.clear();
    }

    synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed. Maybe keep it open as long as its views are used.");
        }
    }
}
