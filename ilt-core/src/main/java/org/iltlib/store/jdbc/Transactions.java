package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions, and turns its failures into one exception without values in it. */
final class Transactions {
    private static final Logger LOGGER = LoggerFactory.getLogger(Transactions.class);

    private final Connections connections;
    private volatile @Nullable Dialect dialect;

    Transactions(Connections connections) {
        this.connections = connections;
    }

    /** Work on a connection; {@code true} from {@link #write} means commit. */
    interface Work<T> {
        T on(Connection connection, Dialect dialect) throws SQLException;
    }

    /** Reads, and changes nothing. */
    <T> T read(String what, Work<T> work) {
        return run(what, work, false);
    }

    /** Writes durably if the work gives true, otherwise changes nothing. */
    boolean write(String what, Work<Boolean> work) {
        return run(what, work, true);
    }

    private <T> T run(String what, Work<T> work, boolean writing) {
        connections.checkOpen();
        boolean sound = false;
        @Nullable Connection connection = null;
        try {
            connection = connections.take();
            Dialect current = dialect(connection);
            T result = work.on(connection, current);
            if (writing && result.equals(true)) {
                connections.commit(connection);
                if (connections.ends()) {
                    current.afterCommit(connection);
                }
            } else {
                connections.rollback(connection);
            }
            sound = true;
            return result;
        } catch (SQLException e) {
            throw failure(what, e);
        } finally {
            if (connection != null) {
                release(connection, sound);
            }
        }
    }

    /** A connection for a stream; the caller gives it back by {@link #release}. */
    Connection take() throws SQLException {
        connections.checkOpen();
        Connection connection = connections.take();
        boolean known = false;
        try {
            dialect(connection);
            known = true;
        } finally {
            if (!known) {
                release(connection, false);
            }
        }
        return connection;
    }

    /** Gives a connection back; after a failure only if it can still be rolled back is it used again. */
    void release(Connection connection, boolean sound) {
        boolean usable = sound;
        try {
            if (!sound) {
                try {
                    connections.rollback(connection);
                    usable = true;
                } catch (SQLException e) {
                    LOGGER.debug("A connection is given up.", e);
                }
            }
            connections.give(connection, usable);
        } catch (SQLException e) {
            LOGGER.debug("A connection could not be given back.", e);
        }
    }

    /** Ends the reading transaction and gives the connection back. */
    void finish(Connection connection) {
        boolean sound = false;
        try {
            connections.rollback(connection);
            sound = true;
        } catch (SQLException e) {
            throw failure("Ending a read", e);
        } finally {
            release(connection, sound);
        }
    }

    private Dialect dialect(Connection connection) throws SQLException {
        Dialect known = dialect;
        if (known == null) {
            known = Dialect.of(connection);
            dialect = known;
        }
        return known;
    }

    /** Whether transactions are ours to end; otherwise the caller's goes on, and what was written stays in it. */
    boolean ends() {
        return connections.ends();
    }

    void checkOpen() {
        connections.checkOpen();
    }

    void close() {
        connections.close();
    }

    static StoreException failure(String what, SQLException cause) {
        return new StoreException(
                what + " failed with SQL state " + cause.getSQLState() + " (code " + cause.getErrorCode()
                        + "). Maybe the database cannot be reached or its tables are missing: see Schema.",
                cause);
    }
}
