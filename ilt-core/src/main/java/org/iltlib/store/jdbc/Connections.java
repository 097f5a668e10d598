package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come from and go to; each one is used by one thread at a time, with autocommit off. */
abstract class Connections {
    private static final int SQLITE_BUSY = 5;
    private static final long SQLITE_PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(Connections.class);

    private volatile boolean closed;

    /** A connection with autocommit off. */
    abstract Connection take() throws SQLException;

    /** Gives it back; one that is not sound is not used again. */
    abstract void give(Connection connection, boolean sound) throws SQLException;

    void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Whether transactions are ours to end. */
    boolean ends() {
        return true;
    }

    void close() {
        closed = true;
    }

    final boolean isClosed() {
        return closed;
    }

    final void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed. Maybe keep it open as long as its views are used.");
        }
    }

    /** From the application's data source, usually a pool. */
    static Connections of(DataSource source) {
        return new Connections() {
            private final Set<Connection> autocommit =
                    Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

            @Override
            Connection take() throws SQLException {
                Connection connection = source.getConnection();
                boolean taken = false;
                try {
                    if (connection.getAutoCommit()) {
                        connection.setAutoCommit(false);
                        autocommit.add(connection);
                    }
                    taken = true;
                } finally {
                    if (!taken) {
                        connection.close();
                    }
                }
                return connection;
            }

            // One that cannot be rolled back is aborted, lest a pool hands out its open transaction.
            @Override
            void give(Connection connection, boolean sound) throws SQLException {
                try (connection) {
                    if (!sound) {
                        autocommit.remove(connection);
                        connection.abort(Runnable::run);
                    } else if (autocommit.remove(connection)) {
                        connection.setAutoCommit(true);
                    }
                }
            }
        };
    }

    /** The caller's own connection and transaction. */
    static Connections joining(Connection connection) {
        return new Connections() {
            @Override
            Connection take() {
                return connection;
            }

            @Override
            void give(Connection taken, boolean sound) {}

            @Override
            void commit(Connection taken) {}

            @Override
            void rollback(Connection taken) {}

            @Override
            boolean ends() {
                return false;
            }
        };
    }

    /** Waits where SQLite does not: while somebody else makes the file that is opened. */
    private static Connection connect(String url, Properties properties) throws SQLException {
        long end = System.nanoTime() + SQLITE_PATIENCE;
        while (true) {
            try {
                return DriverManager.getConnection(url, properties);
            } catch (SQLException e) {
                boolean busy = url.startsWith("jdbc:sqlite:") && e.getErrorCode() == SQLITE_BUSY;
                if (!busy || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    /** From the driver; a few idle ones are kept, the first of which keeps an embedded database open. */
    static Connections of(String url, Properties properties) {
        return new Connections() {
            private static final int KEPT = 4;
            private static final int SECONDS_TO_ANSWER = 5;
            private final Deque<Connection> idle = new ArrayDeque<>();
            private final Deque<Connection> doubtful = new ArrayDeque<>();

            @Override
            Connection take() throws SQLException {
                synchronized (idle) {
                    while (!idle.isEmpty() || !doubtful.isEmpty()) {
                        boolean sure = !idle.isEmpty();
                        Connection kept = sure ? idle.pop() : doubtful.pop();
                        if (sure || kept.isValid(SECONDS_TO_ANSWER)) {
                            return kept;
                        }
                        kept.close();
                    }
                }
                Connection connection = connect(url, properties);
                boolean taken = false;
                try {
                    connection.setAutoCommit(false);
                    taken = true;
                } finally {
                    if (!taken) {
                        connection.close();
                    }
                }
                return connection;
            }

            // Where one has broken, the server may have gone and come back: the others must show that they live.
            @Override
            void give(Connection connection, boolean sound) throws SQLException {
                synchronized (idle) {
                    if (!sound) {
                        doubtful.addAll(idle);
                        idle.clear();
                    } else if (!isClosed() && idle.size() + doubtful.size() < KEPT) {
                        idle.push(connection);
                        return;
                    }
                }
                connection.close();
            }

            @Override
            void close() {
                super.close();
                synchronized (idle) {
                    doubtful.addAll(idle);
                    idle.clear();
                    while (!doubtful.isEmpty()) {
                        try {
                            doubtful.pop().close();
                        } catch (SQLException e) {
                            LOGGER.debug("A connection could not be closed.", e);
                        }
                    }
                }
            }
        };
    }
}
