package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.iltlib.base.Checks;
import org.iltlib.base.TenantId;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.StoreException;

/**
 * A store in a relational database: H2, PostgreSQL or SQLite, recognised by the name that the database gives itself.
 * Needs READ COMMITTED or stricter. Thread-safe if its source of connections is; a store that joins a connection is as
 * thread-safe as that connection, which is not at all.
 */
public final class JdbcStore implements AdministeredStore {
    private final Transactions transactions;
    private final JdbcSettings settings;

    private JdbcStore(Connections connections, JdbcSettings settings) {
        this.transactions = new Transactions(connections);
        this.settings = settings;
    }

    /**
     * A store on that source of connections. Touches nothing, not even with another {@link SchemaMode}; see
     * {@link #open}. Closing the store does not close the source.
     */
    public JdbcStore(DataSource source, JdbcSettings settings) {
        this(Connections.of(source), settings);
    }

    /**
     * A store on that source of connections, after its tables have been validated or migrated as the settings say.
     *
     * @throws StoreException if the tables are not as needed, or the database fails
     */
    public static JdbcStore open(DataSource source, JdbcSettings settings) {
        return new JdbcStore(source, settings).prepared();
    }

    /**
     * A store that writes in the caller's own transaction: it never commits, rolls back or closes. So the rows of the
     * record and those of the application come to be together or not at all. After a {@code StaleRecordException} the
     * transaction is still usable and nothing of the append is in it; after a {@link StoreException} roll it back. Do not
     * read the feed in a transaction that also appends: two that do both may wait for one another.
     *
     * @throws IllegalArgumentException if the connection commits by itself
     * @throws StoreException if the connection cannot say so
     */
    public static JdbcStore joining(Connection connection, JdbcSettings settings) {
        try {
            Checks.require(
                    !connection.getAutoCommit(),
                    "The connection commits by itself. Expected a transaction to join. Maybe setAutoCommit(false).");
        } catch (SQLException e) {
            throw Transactions.failure("Joining a connection", e);
        }
        return new JdbcStore(Connections.joining(connection), settings);
    }

    /** A store with connections of its own, for providers. */
    static JdbcStore open(String url, Properties properties, JdbcSettings settings) {
        JdbcStore store = new JdbcStore(Connections.of(url, properties), settings);
        try {
            return store.prepared();
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    private JdbcStore prepared() {
        switch (settings.mode()) {
            case NONE -> {}
            case VALIDATE -> schema().validate();
            case MIGRATE -> schema().migrate();
        }
        return this;
    }

    /** The view of that tenant; it keeps datasets too. */
    @Override
    public DatasetStore forTenant(TenantId tenant) {
        transactions.checkOpen();
        return new JdbcView(
                new JdbcEntryTable(transactions, settings, tenant),
                new JdbcDatasets(transactions, settings, tenant),
                new JdbcFeed(transactions, settings, tenant),
                new JdbcDirectory(transactions, settings, tenant));
    }

    @Override
    public Stream<TenantId> tenants() {
        return new JdbcTenants(transactions, settings).list();
    }

    /**
     * As {@link AdministeredStore#deleteTenant}, in one transaction. What the database keeps of deleted rows (old row
     * versions, write-ahead logs, backups) ends when it is vacuumed, compacted, recycled or discarded.
     */
    @Override
    public boolean deleteTenant(TenantId tenant) {
        return new JdbcTenants(transactions, settings).delete(tenant);
    }

    /** The tables of this store. */
    public Schema schema() {
        return new Schema(transactions, settings);
    }

    /** Closes the connections that the store has opened itself. */
    @Override
    public void close() {
        transactions.close();
    }
}
