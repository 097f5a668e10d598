package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iltlib.base.Checks;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;
import org.iltlib.store.Addition;
import org.iltlib.store.JointTable;
import org.iltlib.store.StoreException;

/** One tenant's entries in two tables: the heads, and the entries. */
final class JdbcEntryTable implements JointTable {
    private static final int BATCH_ROWS = 1_000;
    private static final int BATCH_CHARACTERS = 1_000_000;
    private static final String WHERE = " WHERE tenant = ? AND team = ? AND school_year = ?";
    private static final String STANDS = WHERE + " AND sequence = ? AND digest = ?";

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
                    return rows.next() ? checkpoint(key, rows.getLong(1), rows.getString(2)) : Checkpoint.start(key);
                }
            }
        });
    }

    private static Checkpoint checkpoint(TeamKey key, long count, String digest) {
        try {
            return new Checkpoint(key, count, Digest.of(digest));
        } catch (IllegalArgumentException e) {
            throw new StoreException("A stored head is not one. Maybe the table was changed by hand.", e);
        }
    }

    @Override
    public Stream<TeamKey> keys() {
        return heads().stream().map(Checkpoint::key);
    }

    /** Where every record stands, in order of the keys; one statement, so it is one moment. */
    List<Checkpoint> heads() {
        return transactions.read("Listing records", (connection, dialect) -> {
            TreeMap<TeamKey, Checkpoint> found = new TreeMap<>();
            String sql = "SELECT team, school_year, sequence, digest FROM " + heads + " WHERE tenant = ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, tenant.value());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        TeamKey key = TeamKey.of(TeamId.of(rows.getString(1)), SchoolYear.startingIn(rows.getInt(2)));
                        found.put(key, checkpoint(key, rows.getLong(3), rows.getString(4)));
                    }
                }
            }
            return List.copyOf(found.values());
        });
    }

    @Override
    public boolean append(Checkpoint expected, List<Entry> rows) {
        return appendAll(List.of(new Addition(expected, rows)), List.of());
    }

    // In order of the keys: who holds one row and waits for another never waits for somebody who waits for the first.
    @Override
    public boolean appendAll(List<Addition> additions, List<Checkpoint> unmoved) {
        transactions.checkOpen();
        TreeMap<TeamKey, Step> steps = new TreeMap<>();
        for (Addition addition : additions) {
            put(steps, new Step(addition.expected(), addition.entries()));
        }
        for (Checkpoint checkpoint : unmoved) {
            put(steps, new Step(checkpoint, List.of()));
        }
        if (steps.isEmpty()) {
            return true;
        }
        boolean undone = transactions.ends() || steps.size() == 1;
        return transactions.write(
                "Appending entries",
                (connection, dialect) -> undone
                        ? append(connection, dialect, steps.values())
                        : appendOrUndo(connection, dialect, steps.values()));
    }

    private static void put(Map<TeamKey, Step> steps, Step step) {
        Checks.require(
                steps.put(step.expected().key(), step) == null,
                "The record of %s comes twice. Expected each once.",
                step.expected().key());
    }

    /**
     * What happens to one record.
     *
     * @param expected where it should stand
     * @param rows what is added; nothing if it must merely stand there
     */
    private record Step(Checkpoint expected, List<Entry> rows) {
        Checkpoint next() {
            if (rows.isEmpty()) {
                return expected;
            }
            Entry last = rows.get(rows.size() - 1);
            return new Checkpoint(expected.key(), last.sequence(), last.digest());
        }
    }

    /** In the caller's transaction, which goes on after a refusal. */
    private boolean appendOrUndo(Connection connection, Dialect dialect, Collection<Step> steps) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean stood = append(connection, dialect, steps);
        if (!stood) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return stood;
    }

    private boolean append(Connection connection, Dialect dialect, Collection<Step> steps) throws SQLException {
        for (Step step : steps) {
            boolean stood = step.expected().count() == 0
                    ? start(connection, dialect, step.next())
                    : move(connection, step.expected(), step.next());
            if (!stood) {
                return false;
            }
        }
        for (Step step : steps) {
            if (!step.rows().isEmpty()) {
                insert(connection, step.expected().key(), step.rows());
                feed.ticket(connection, step.next(), step.rows().get(0).sequence());
            } else if (step.expected().count() == 0) {
                forget(connection, step.expected().key());
            }
        }
        return true;
    }

    private boolean start(Connection connection, Dialect dialect, Checkpoint next) throws SQLException {
        String sql = "INSERT INTO " + heads + " (tenant, team, school_year, sequence, digest) VALUES (?, ?, ?, ?, ?)"
                + dialect.ifAbsent();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int from = bind(insert, 1, next.key());
            insert.setLong(from, next.count());
            insert.setString(from + 1, next.head().hex());
            return dialect.insertIfAbsent(insert);
        }
    }

    /** Locks the row too, and does so if nothing is to change. */
    private boolean move(Connection connection, Checkpoint expected, Checkpoint next) throws SQLException {
        String sql = "UPDATE " + heads + " SET sequence = ?, digest = ?" + STANDS;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, next.count());
            update.setString(2, next.head().hex());
            int from = bind(update, 3, expected.key());
            update.setLong(from, expected.count());
            update.setString(from + 1, expected.head().hex());
            return update.executeUpdate() == 1;
        }
    }

    /** Removes the head of a record that was only to be kept from starting. */
    private void forget(Connection connection, TeamKey key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + heads + WHERE)) {
            bind(delete, 1, key);
            delete.executeUpdate();
        }
    }

    private void insert(Connection connection, TeamKey key, List<Entry> rows) throws SQLException {
        String sql = "INSERT INTO " + entries + " (tenant, team, school_year, " + EntryRow.ALL_COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            long characters = 0;
            for (Entry entry : rows) {
                characters += EntryRow.bind(insert, bind(insert, 1, key), entry);
                insert.addBatch();
                if (++waiting == BATCH_ROWS || characters > BATCH_CHARACTERS) {
                    insert.executeBatch();
                    waiting = 0;
                    characters = 0;
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        }
    }

    @Override
    public Stream<Entry> read(TeamKey key, long afterSequence) {
        transactions.checkOpen();
        EntryPages.Source source = (after, length, more) -> transactions.read(
                "Reading entries", (connection, dialect) -> page(connection, key, after, length, more));
        return StreamSupport.stream(new EntryPages(source, afterSequence), false);
    }

    private EntryPages.Page page(Connection connection, TeamKey key, long after, int length, long more)
            throws SQLException {
        List<EntryRow> rows = rows(connection, key, after, length);
        boolean isLast = rows.size() < length;
        long characters = 0;
        for (int i = 0; i < rows.size(); i++) {
            characters += rows.get(i).more();
            if (characters > more && i > 0) {
                rows = rows.subList(0, i);
                isLast = false;
            }
        }
        if (!rows.stream().allMatch(EntryRow::isComplete)) {
            complete(connection, key, rows);
            if (!rows.stream().allMatch(EntryRow::isComplete)) {
                throw new StoreException("A part of a stored entry is gone. Maybe the table was changed by hand.");
            }
        }
        return new EntryPages.Page(rows, isLast);
    }

    private List<EntryRow> rows(Connection connection, TeamKey key, long after, int length) throws SQLException {
        String sql = "SELECT " + EntryRow.COLUMNS + " FROM " + entries + WHERE
                + " AND sequence > ? ORDER BY tenant, team, school_year, sequence LIMIT ?";
        List<EntryRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int from = bind(select, 1, key);
            select.setLong(from, after);
            select.setInt(from + 1, length);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(EntryRow.of(found));
                }
            }
        }
        return rows;
    }

    /** Adds to the rows what does not fit in them. */
    private void complete(Connection connection, TeamKey key, List<EntryRow> rows) throws SQLException {
        String sql = "SELECT sequence, more FROM " + entries + WHERE
                + " AND sequence BETWEEN ? AND ? AND more IS NOT NULL ORDER BY tenant, team, school_year, sequence";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int from = bind(select, 1, key);
            select.setLong(from, rows.get(0).sequence());
            select.setLong(from + 1, rows.get(rows.size() - 1).sequence());
            try (ResultSet found = select.executeQuery()) {
                Iterator<EntryRow> waiting = rows.iterator();
                while (found.next()) {
                    long sequence = found.getLong(1);
                    EntryRow row = waiting.next();
                    while (row.sequence() < sequence) {
                        row = waiting.next();
                    }
                    add(row, found.getString(2));
                }
            }
        }
    }

    private static void add(EntryRow row, String more) {
        try {
            row.add(more);
        } catch (IllegalArgumentException e) {
            throw new StoreException("A stored entry is not one. Maybe the table was changed by hand.", e);
        }
    }

    private int bind(PreparedStatement statement, int from, TeamKey key) throws SQLException {
        statement.setString(from, tenant.value());
        statement.setString(from + 1, key.team().value());
        statement.setInt(from + 2, key.year().start());
        return from + 3;
    }
}
