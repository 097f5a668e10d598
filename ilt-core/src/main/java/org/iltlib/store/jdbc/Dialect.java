package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iltlib.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What differs between databases. */
enum Dialect {
    H2("H2", "") {
        // H2 writes commits to disk some time later; this makes it now.
        @Override
        void afterCommit(Connection connection) throws SQLException {
            try {
                execute(connection, "CHECKPOINT SYNC");
                connection.commit();
            } catch (SQLException e) {
                if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                    throw e;
                }
                if (WARNED.compareAndSet(false, true)) {
                    LOGGER.warn("Commits are not forced to disk: the H2 user is no administrator.");
                }
            }
        }

        // Every statement that defines something commits, so a row with the owner's name is the lock.
        @Override
        void alone(Connection connection, JdbcSettings settings, Steps steps) throws SQLException {
            SchemaLock lock = new SchemaLock(connection, settings);
            lock.take();
            try {
                steps.run();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                lock.freeAfter(e);
                throw e;
            }
            lock.free();
        }

        @Override
        boolean finds(Connection connection, String table) throws SQLException {
            try {
                execute(connection, "SELECT 1 FROM " + table + " WHERE 1 = 0");
                return true;
            } catch (SQLException e) {
                if (e.getErrorCode() == SCHEMA_NOT_FOUND
                        || String.valueOf(e.getSQLState()).startsWith("42S")) {
                    return false;
                }
                throw e;
            }
        }
    },
    POSTGRESQL("PostgreSQL", " ON CONFLICT DO NOTHING") {
        // Read committed, so that what was done while this one waited is seen.
        @Override
        void alone(Connection connection, JdbcSettings settings, Steps steps) throws SQLException {
            connection.rollback();
            execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            long key = 0x494C5400000000L + settings.table("").hashCode();
            execute(connection, "SELECT pg_advisory_xact_lock(" + key + ")");
            steps.run();
            connection.commit();
        }

        @Override
        boolean finds(Connection connection, String table) throws SQLException {
            return any(connection, "SELECT 1 WHERE to_regclass(?) IS NOT NULL", table);
        }
    },
    SQLITE("SQLite", " ON CONFLICT DO NOTHING") {
        @Override
        boolean hasSchemas() {
            return false;
        }

        // A transaction that begins by reading could not go on to write if another has written since.
        @Override
        void alone(Connection connection, JdbcSettings settings, Steps steps) throws SQLException {
            connection.setAutoCommit(true);
            try {
                execute(connection, "BEGIN IMMEDIATE");
                steps.run();
                execute(connection, "COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollbackAfter(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(false);
            }
        }

        @Override
        boolean finds(Connection connection, String table) throws SQLException {
            return any(
                    connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)", table);
        }

        // SQLite leaves the bytes of what it deletes or moves in the file unless told to overwrite them. And a
        // transaction
        // that begins by reading cannot go on to write if another has written since, so it begins with a write of
        // nothing.
        @Override
        void beginPersonal(Connection connection, String table) throws SQLException {
            execute(connection, "PRAGMA secure_delete = ON");
            execute(connection, "DELETE FROM " + table + " WHERE 1 = 0");
        }
    };

    private static final Logger LOGGER = LoggerFactory.getLogger(Dialect.class);
    private static final AtomicBoolean WARNED = new AtomicBoolean();
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;
    private static final int SCHEMA_NOT_FOUND = 90079;

    private final String product;
    private final String ifAbsent;

    Dialect(String product, String ifAbsent) {
        this.product = product;
        this.ifAbsent = ifAbsent;
    }

    /** Work that is done alone. */
    interface Steps {
        void run() throws SQLException;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(product)) {
                return dialect;
            }
        }
        throw new StoreException("The database is " + product + ". Expected H2, PostgreSQL or SQLite.");
    }

    /** What to add to an INSERT so that an existing row is no failure; if empty, it fails with SQL state 23…. */
    String ifAbsent() {
        return ifAbsent;
    }

    /** Executes an INSERT that ends with {@link #ifAbsent()}; false if there was such a row. */
    boolean insertIfAbsent(PreparedStatement insert) throws SQLException {
        try {
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (ifAbsent.isEmpty() && String.valueOf(e.getSQLState()).startsWith("23")) {
                return false;
            }
            throw e;
        }
    }

    /** The folder with its SQL. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasSchemas() {
        return true;
    }

    /** Does the steps in a transaction while nobody else, in any process, does such; commits. */
    abstract void alone(Connection connection, JdbcSettings settings, Steps steps) throws SQLException;

    /** Whether a statement that names this table would find it. */
    abstract boolean finds(Connection connection, String table) throws SQLException;

    /** Whether others see what was committed before it is on the disk. */
    boolean showsBeforeDurable() {
        return this == H2;
    }

    void afterCommit(Connection connection) throws SQLException {}

    /**
     * Called first in every transaction that writes or removes personal data: no copy of them may stay in free space.
     *
     * @param table a table that the transaction writes
     */
    void beginPersonal(Connection connection, String table) throws SQLException {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rolls back what SQLite was told to begin; where it has ended already, that is no failure of its own. */
    private static void rollbackAfter(Connection connection, Exception failure) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean any(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, argument);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
