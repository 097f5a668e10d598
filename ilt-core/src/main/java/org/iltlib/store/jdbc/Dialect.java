package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.iltlib.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What differs between databases. */
enum Dialect {
    H2("H2", "", 1_000_000) {
        // H2 writes commits to disk some time later; this makes it now.
        @Override
        void afterCommit(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
                connection.commit();
            } catch (SQLException e) {
                if (e.getErrorCode() != ADMIN_RIGHTS_REQUIRED) {
                    throw e;
                }
                LOGGER.warn("Commits are not forced to disk: the H2 user is no administrator.");
            }
        }
    },
    POSTGRESQL("PostgreSQL", " ON CONFLICT DO NOTHING", Integer.MAX_VALUE) {
        @Override
        void lockSchema(Connection connection, String name) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + (0x494C5400000000L + name.hashCode()) + ")");
            }
        }
    },
    SQLITE("SQLite", " ON CONFLICT DO NOTHING", Integer.MAX_VALUE) {
        @Override
        boolean hasSchemas() {
            return false;
        }
    };

    private static final Logger LOGGER = LoggerFactory.getLogger(Dialect.class);
    private static final int ADMIN_RIGHTS_REQUIRED = 90040;

    private final String product;
    private final String ifAbsent;
    private final int inlineBody;

    Dialect(String product, String ifAbsent, int inlineBody) {
        this.product = product;
        this.ifAbsent = ifAbsent;
        this.inlineBody = inlineBody;
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

    /** How many characters of a body the column holds; the rest goes to the next. */
    int inlineBody() {
        return inlineBody;
    }

    /** The folder with its SQL. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean hasSchemas() {
        return true;
    }

    /** Whether others see what was committed before it is on the disk. */
    boolean showsBeforeDurable() {
        return this == H2;
    }

    void lockSchema(Connection connection, String name) throws SQLException {}

    void afterCommit(Connection connection) throws SQLException {}
}
