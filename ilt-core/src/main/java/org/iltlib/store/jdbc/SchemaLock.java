package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.iltlib.store.StoreException;

/**
 * A lock on H2 that outlives commits: a row that names the session that holds it. When that session has ended, whether
 * by closing or by a crash, the row counts for nothing; so no clocks are compared and no lock is left for ever. Only an
 * administrator sees the sessions of others; anybody else waits, and in the end gives up.
 */
final class SchemaLock {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);
    private static final String SESSION = "SELECT SESSION_ID || '/' || SESSION_START FROM INFORMATION_SCHEMA.SESSIONS";

    private static final int DEADLOCK = 40001;
    private static final int DUPLICATE_KEY = 23505;
    private static final int GENERAL_ERROR = 50000;
    private static final int TABLE_EXISTS = 42101;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int SCHEMA_EXISTS = 90078;
    private static final int CONCURRENT_UPDATE = 90131;

    private final Connection connection;
    private final String table;
    private final String create;

    SchemaLock(Connection connection, JdbcSettings settings) {
        this.connection = connection;
        this.table = settings.table("schema_lock");
        this.create = settings.schema().isEmpty() ? "" : "CREATE SCHEMA IF NOT EXISTS " + settings.schema();
    }

    void take() throws SQLException {
        long end = System.nanoTime() + LONGEST_WAIT;
        while (!makeTable() || !insert()) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        "Another process has been migrating the tables for a minute. Maybe it hangs; if"
                                + " there is none, delete the row in " + table + ".");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** False if someone else is at it just now. */
    private boolean makeTable() throws SQLException {
        try {
            if (!create.isEmpty()) {
                Dialect.execute(connection, create);
            }
            Dialect.execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + table
                            + " (id INTEGER NOT NULL PRIMARY KEY, owner VARCHAR(200) NOT NULL)");
            return true;
        } catch (SQLException e) {
            return busy(e);
        }
    }

    private boolean insert() throws SQLException {
        try {
            Dialect.execute(
                    connection,
                    "DELETE FROM " + table + " WHERE owner NOT IN (" + SESSION + ") AND EXISTS"
                            + " (SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " (id, owner) "
                    + SESSION.replace("SELECT", "SELECT 1,") + " WHERE SESSION_ID = SESSION_ID()")) {
                boolean taken = insert.executeUpdate() == 1;
                connection.commit();
                return taken;
            }
        } catch (SQLException e) {
            return busy(e);
        }
    }

    /** False if another session was in the way; otherwise it is a failure. */
    private boolean busy(SQLException e) throws SQLException {
        connection.rollback();
        boolean inTheWay = switch (e.getErrorCode()) {
            case SCHEMA_EXISTS, TABLE_EXISTS, DUPLICATE_KEY, DEADLOCK, LOCK_TIMEOUT, CONCURRENT_UPDATE -> true;
            // H2 looks whether it exists, and another session creates it before this one does.
            case GENERAL_ERROR -> String.valueOf(e.getCause()).contains("object already exists");
            default -> false;
        };
        if (!inTheWay) {
            throw e;
        }
        return false;
    }

    /** Frees the lock after that failure. */
    void freeAfter(Exception failure) {
        try {
            free();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** A second attempt, for a lock that stays would make others wait as long as its session lives. */
    void free() throws SQLException {
        try {
            delete();
        } catch (SQLException e) {
            delete();
        }
    }

    private void delete() throws SQLException {
        connection.rollback();
        Dialect.execute(
                connection,
                "DELETE FROM " + table + " WHERE owner IN (" + SESSION + " WHERE SESSION_ID = SESSION_ID())");
        connection.commit();
    }
}
