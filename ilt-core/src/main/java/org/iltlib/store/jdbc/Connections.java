package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import javax.sql.DataSource;

/** Where connections come from and go to; each one is used by one thread at a time, with autocommit off. */
abstract class Connections {
    private boolean closed;

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

    synchronized void close() {
        closed = true;
    }

    final synchronized void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed. Maybe keep it open as long as its views are used.");
        }
    }

    /** From the application's data source, usually a pool. */
    static Connections of(DataSource source) {
        return new Connections() {
            private final java.util.Set<Connection> autocommit = java.util.Collections.synchronizedSet(
                    java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>()));

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

            @Override
            void give(Connection connection, boolean sound) throws SQLException {
                try (connection) {
                    if (autocommit.remove(connection) && sound) {
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

    /** From the driver; a few idle ones are kept, the first of which keeps an embedded database open. */
    static Connections of(String url, Properties properties) {
        return new Connections() {
            private static final int KEPT = 4;
            private final Deque<Connection> idle = new ArrayDeque<>();

            @Override
            Connection take() throws SQLException {
                synchronized (idle) {
                    Connection kept = idle.poll();
                    if (kept != null) {
                        return kept;
                    }
                }
                Connection connection = DriverManager.getConnection(url, properties);
                connection.setAutoCommit(false);
                return connection;
            }

            @Override
            void give(Connection connection, boolean sound) throws SQLException {
                synchronized (idle) {
                    if (sound && idle.size() < KEPT) {
                        idle.push(connection);
                        return;
                    }
                }
                connection.close();
            }

            @Override
            synchronized void close() {
                super.close();
                synchronized (idle) {
                    for (Connection connection : idle) {
                        try {
                            connection.close();
                        } catch (SQLException e) {
                            throw Transactions.failure("Closing a connection", e);
                        }
                    }
                    idle.clear();
                }
            }
        };
    }
}
