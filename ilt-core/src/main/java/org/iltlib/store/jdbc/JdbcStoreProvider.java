package org.iltlib.store.jdbc;

import java.util.List;
import java.util.Properties;
import org.iltlib.store.Store;
import org.iltlib.store.StoreProvider;

/**
 * Opens {@code jdbc:h2:}, {@code jdbc:postgresql:} and {@code jdbc:sqlite:} by their drivers, and creates or migrates the
 * tables. SQLite files are opened in write-ahead mode, every commit forced to disk, and a writer waits up to half a
 * minute for its turn: there is only one at a time.
 */
public final class JdbcStoreProvider implements StoreProvider {
    private static final String SQLITE = "jdbc:sqlite:";

    /** For the service loader. */
    public JdbcStoreProvider() {}

    @Override
    public List<String> schemes() {
        return List.of("jdbc:h2:", "jdbc:postgresql:", SQLITE);
    }

    @Override
    public Store open(String address) {
        Properties properties = new Properties();
        if (address.startsWith(SQLITE)) {
            properties.setProperty("journal_mode", "WAL");
            properties.setProperty("synchronous", "FULL");
            properties.setProperty("busy_timeout", "30000");
        } else if (address.startsWith("jdbc:postgresql:")) {
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        return JdbcStore.open(address, properties, JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE));
    }
}
