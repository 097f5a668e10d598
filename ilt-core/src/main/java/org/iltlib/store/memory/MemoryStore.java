package org.iltlib.store.memory;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.TenantId;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetStore;

/**
 * A store in the heap. Durability: none, what it holds is gone when it is closed or the process ends. Datasets are held
 * as byte arrays, so each has less than 2 GB.
 */
public final class MemoryStore implements AdministeredStore {
    private final Map<TenantId, MemoryView> views = new TreeMap<>();
    private boolean closed;

    /** A store in which nothing is kept yet. */
    public MemoryStore() {}

    /** The view of that tenant; it keeps datasets too. */
    @Override
    public synchronized DatasetStore forTenant(TenantId tenant) {
        checkOpen();
        return views.computeIfAbsent(tenant, id -> new MemoryView(this));
    }

    @Override
    public Stream<TenantId> tenants() {
        return copy().entrySet().stream()
                .filter(view -> !view.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList()
                .stream();
    }

    @Override
    public boolean deleteTenant(TenantId tenant) {
        MemoryView view = copy().get(tenant);
        return view != null && view.clear();
    }

    /** A copy, so that no view is waited for while this store is locked: a view that checks it would wait too. */
    private synchronized Map<TenantId, MemoryView> copy() {
        checkOpen();
        return new TreeMap<>(views);
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
