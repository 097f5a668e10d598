package org.iltlib.store.memory;

import java.util.List;
import org.iltlib.store.Store;
import org.iltlib.store.StoreProvider;

/** Opens {@code mem:}, each time a new store. */
public final class MemoryStoreProvider implements StoreProvider {
    /** For the service loader. */
    public MemoryStoreProvider() {}

    @Override
    public List<String> schemes() {
        return List.of("mem:");
    }

    @Override
    public Store open(String address) {
        return new MemoryStore();
    }
}
