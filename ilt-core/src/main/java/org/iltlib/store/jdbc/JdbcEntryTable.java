package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.store.EntryTable;
import org.iltlib.store.StoreException;

/** One tenant's entries in two tables: the heads, and the entries. */
final class JdbcEntryTable implements EntryTable {
    private static final int FETCH = 500;
    private static final int BATCH = 1_000;
    private static final String WHERE = " WHERE tenant = ? AND team = ? AND school_year = ?";

    private final Transactions transactions;
    private final TenantId tenant;
    private final String heads;
    private final String entries;
    private final JdbcFeed feed;

    JdbcEntryTable(Transactions transactions, JdbcSettings settings, TenantId tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.heads = settings.table("head");
        this.entries = settings.table("entry");
        this.feed = new JdbcFeed(transactions, settings, tenant);
    }

    @Override
    public Checkpoint head(TeamKey key) {
        return transactions.read("Reading a head", (connection, dialect) -> {
            String sql = "SELECT sequence, digest FROM " + heads + WHERE;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, 1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? new Checkpoint(key, rows.getLong(1), Digest.of(rows.getString(2)))
                            : Checkpoint.start(key);
                }
            }
        });
    }

    @Override
    public boolean append(Checkpoint expected, List<Entry> rows) {
        return transactions.write("Appending entries", (connection, dialect) -> {
            Entry last = rows.get(rows.size() - 1);
            boolean moved = expected.count() == 0
                    ? start(connection, dialect, expected.key(), last)
                    : move(connection, expected, last);
            if (moved) {
                insert(connection, dialect, expected.key(), rows);
                feed.ticket(connection, expected.key(), rows.get(0).sequence(), last);
            }
            return moved;
        });
    }

    private boolean start(Connection connection, Dialect dialect, TeamKey key, Entry last) throws SQLException {
        String sql = "INSERT INTO " + heads + " (tenant, team, school_year, sequence, digest) VALUES (?, ?, ?, ?, ?)"
                + dialect.ifAbsent();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int next = bind(insert, 1, key);
            insert.setLong(next, last.sequence());
            insert.setString(next + 1, last.digest().hex());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (dialect.ifAbsent().isEmpty() && someoneWasFirst(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean someoneWasFirst(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    private boolean move(Connection connection, Checkpoint expected, Entry last) throws SQLException {
        String sql = "UPDATE " + heads + " SET sequence = ?, digest = ?" + WHERE + " AND sequence = ? AND digest = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, last.sequence());
            update.setString(2, last.digest().hex());
            int next = bind(update, 3, expected.key());
            update.setLong(next, expected.count());
            update.setString(next + 1, expected.head().hex());
            return update.executeUpdate() == 1;
        }
    }

    private void insert(Connection connection, Dialect dialect, TeamKey key, List<Entry> rows) throws SQLException {
        String sql = "INSERT INTO " + entries + " (tenant, team, school_year, sequence, id, kind, version, cites,"
                + " recorded_at, recorded_by, previous, digest, body, body_rest)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Entry entry : rows) {
                EntryRow.bind(insert, bind(insert, 1, key), entry, dialect);
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }

    @Override
    public Stream<Entry> read(TeamKey key, long afterSequence) {
        try {
            Connection connection = transactions.take();
            boolean open = false;
            try {
                Rows rows = new Rows(connection, key, afterSequence);
                open = true;
                return StreamSupport.stream(rows, false).onClose(rows::close);
            } finally {
                if (!open) {
                    transactions.release(connection, false);
                }
            }
        } catch (SQLException e) {
            throw Transactions.failure("Reading entries", e);
        }
    }

    /** Walks a result set; holds its connection until closed. */
    private final class Rows extends Spliterators.AbstractSpliterator<Entry> {
        private final Connection connection;
        private final PreparedStatement select;
        private final ResultSet rows;
        private boolean closed;

        Rows(Connection connection, TeamKey key, long afterSequence) throws SQLException {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.connection = connection;
            select = connection.prepareStatement("SELECT " + EntryRow.COLUMNS + " FROM " + entries + WHERE
                    + " AND sequence > ? ORDER BY tenant, team, school_year, sequence");
            select.setFetchSize(FETCH);
            select.setLong(bind(select, 1, key), afterSequence);
            rows = select.executeQuery();
        }

        @Override
        public boolean tryAdvance(Consumer<? super Entry> action) {
            transactions.checkOpen();
            Entry entry;
            try {
                if (!rows.next()) {
                    return false;
                }
                entry = EntryRow.read(rows);
            } catch (SQLException e) {
                throw Transactions.failure("Reading entries", e);
            } catch (IllegalArgumentException e) {
                throw new StoreException("A stored entry is not one. Maybe the table was changed by hand.", e);
            }
            action.accept(entry);
            return true;
        }

        void close() {
            if (!closed) {
                closed = true;
                try {
                    rows.close();
                    select.close();
                } catch (SQLException e) {
                    throw Transactions.failure("Closing a read", e);
                } finally {
                    transactions.finish(connection);
                }
            }
        }
    }

    @Override
    public Stream<TeamKey> keys() {
        return transactions
                .read("Listing records", (connection, dialect) -> {
                    TreeSet<TeamKey> keys = new TreeSet<>();
                    String sql = "SELECT team, school_year FROM " + heads + " WHERE tenant = ?";
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setString(1, tenant.value());
                        try (ResultSet rows = select.executeQuery()) {
                            while (rows.next()) {
                                keys.add(TeamKey.of(
                                        TeamId.of(rows.getString(1)), SchoolYear.startingIn(rows.getInt(2))));
                            }
                        }
                    }
                    return keys;
                })
                .stream();
    }

    private int bind(PreparedStatement statement, int from, TeamKey key) throws SQLException {
        statement.setString(from, tenant.value());
        statement.setString(from + 1, key.team().value());
        statement.setInt(from + 2, key.year().start());
        return from + 3;
    }
}
