package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.iltlib.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions, and turns its failures into one exception without values in it. */
final class Transactions {
    private static final Logger LOGGER = LoggerFactory.getLogger(Transactions.class);
    private static final int ATTEMPTS = 20;
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private final Connections connections;

    @SuppressWarnings("ThreadLocalUsage") // one store's connection is no other's
    private final ThreadLocal<@Nullable Connection> writing = new ThreadLocal<>();

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
        return again(what, work, Ending.ROLLBACK);
    }

    /** Writes durably if the work gives true, otherwise changes nothing. The work may be done several times. */
    boolean write(String what, Work<Boolean> work) {
        return again(what, work, Ending.COMMIT_IF_TRUE);
    }

    /**
     * As {@link #write}, for work that can be done only once. What the work reads from this store on the way, say the
     * dataset that it copies, is read on the same connection: a pool may have no other.
     */
    boolean writeOnce(String what, Work<Boolean> work) {
        try {
            return run(
                    (connection, current) -> {
                        writing.set(connection);
                        try {
                            return work.on(connection, current);
                        } finally {
                            writing.remove();
                        }
                    },
                    Ending.COMMIT_IF_TRUE);
        } catch (SQLException e) {
            throw failure(what, e);
        }
    }

    /** Before it is said that something is there already: where others see what is not on the disk yet, puts it there. */
    void settle() {
        write("Forcing commits to disk", (connection, current) -> current.showsBeforeDurable());
    }

    /** Does the work while nobody else does such, and ends it durably. */
    void alone(String what, JdbcSettings settings, Work<Boolean> work) {
        again(
                what,
                (connection, dialect) -> {
                    dialect.alone(connection, settings, () -> work.on(connection, dialect));
                    return true;
                },
                Ending.COMMIT_IF_TRUE);
    }

    private enum Ending {
        ROLLBACK,
        COMMIT_IF_TRUE
    }

    /** Once more if the database gave the transaction up to end a deadlock, or for its isolation. */
    private <T> T again(String what, Work<T> work, Ending ending) {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(work, ending);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !connections.ends() || !GIVEN_UP.contains(String.valueOf(e.getSQLState()))) {
                    throw failure(what, e);
                }
                LOGGER.debug("The database gave up a transaction, attempt {}.", attempt, e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt));
            }
        }
    }

    private <T> T run(Work<T> work, Ending ending) throws SQLException {
        connections.checkOpen();
        Connection ours = writing.get();
        if (ours != null && ending == Ending.ROLLBACK) {
            return work.on(ours, dialect(ours));
        }
        Connection connection = connections.take();
        boolean sound = false;
        try {
            Dialect current = dialect(connection);
            T result = work.on(connection, current);
            if (ending == Ending.COMMIT_IF_TRUE && result.equals(true)) {
                connections.commit(connection);
                if (connections.ends()) {
                    force(connection, current);
                }
            } else {
                connections.rollback(connection);
            }
            sound = true;
            return result;
        } finally {
            release(connection, sound);
        }
    }

    /** After the commit, so a failure here is never a reason to do the work again. */
    private static void force(Connection connection, Dialect dialect) {
        try {
            dialect.afterCommit(connection);
        } catch (SQLException e) {
            throw failure("Forcing a commit to disk, after it was made,", e);
        }
    }

    /** Gives a connection back; after a failure only if it can still be rolled back is it used again. */
    private void release(Connection connection, boolean sound) {
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
                withoutValues(cause));
    }

    /** Databases repeat values in what they say of values; of that only state, code and place are kept. */
    private static SQLException withoutValues(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (!state.startsWith("22") && !state.startsWith("23")) {
            return cause;
        }
        SQLException bare = new SQLException("SQL state " + state, state, cause.getErrorCode());
        bare.setStackTrace(cause.getStackTrace());
        return bare;
    }
}
