package org.iltlib.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Digest;
import org.iltlib.record.TeamKey;
import org.iltlib.store.Change;

/**
 * One tenant's feed in three tables. An append leaves a ticket in its own transaction; whoever reads the feed gives the
 * committed tickets their positions. So writers never wait for one another's commits, as they would at a counter.
 *
 * <p><b>Why it is right</b>, at READ COMMITTED:
 *
 * <ul>
 *   <li><i>One at a time.</i> Only who holds the tenant's row of the feed head numbers. The row is locked by the first
 *       statement of the transaction; the tickets are read by a later one, which sees all that was committed until then.
 *   <li><i>None skipped.</i> A ticket is a row, found when it is there, whatever its number. One that is committed late
 *       is found by the next pass and stands behind those that were numbered before.
 *   <li><i>None doubled.</i> Inserting the positions, deleting exactly those tickets (not "all up to the last", among
 *       which one may have been committed meanwhile) and moving the head are one transaction. A reader that dies in it
 *       leaves the tickets as they were.
 *   <li><i>None renumbered.</i> Positions are told only after the commit that made them.
 *   <li><i>In order.</i> A ticket's number is drawn while the transaction holds the row of its record's head, so an
 *       append that saw another one, of this record or any, has the higher number; and whoever sees the later ticket
 *       committed sees the earlier one too. Passes take tickets in this order, from the lowest.
 *   <li><i>Nothing waits in a ring.</i> Who appends never touches the feed or its head, who numbers never a record. Only
 *       who does both in one joined transaction can meet another who does both.
 * </ul>
 */
final class JdbcFeed {
    /** How many tickets are numbered in one transaction. */
    static final int PASS = 1_000;

    private static final String COLUMNS = "team, school_year, first_sequence, last_sequence, digest";

    private final Transactions transactions;
    private final TenantId tenant;
    private final String tickets;
    private final String feed;
    private final String heads;

    JdbcFeed(Transactions transactions, JdbcSettings settings, TenantId tenant) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.tickets = settings.table("ticket");
        this.feed = settings.table("feed");
        this.heads = settings.table("feed_head");
    }

    /**
     * Leaves a ticket for an append, in the transaction of the append and after its record's head was moved.
     *
     * @param to where the record stands now
     * @param first the sequence of the first entry
     */
    void ticket(Connection connection, Checkpoint to, long first) throws SQLException {
        String sql = "INSERT INTO " + tickets + " (tenant, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, tenant.value());
            insert.setString(2, to.key().team().value());
            insert.setInt(3, to.key().year().start());
            insert.setLong(4, first);
            insert.setLong(5, to.count());
            insert.setString(6, to.head().hex());
            insert.executeUpdate();
        }
    }

    /** What one transaction has found: a page, and whether there may be tickets that could fill it. */
    private record Found(List<Change> page, boolean more) {}

    List<Change> changes(long after, int limit) {
        Checks.notNegative(after, "after");
        Checks.positive(limit, "limit");
        Found found = look(after, limit);
        while (found.more() && found.page().size() < limit) {
            found = number(after, limit);
        }
        return found.page();
    }

    /** Reads only. Tickets first: those that another reader numbers in between are then on the page. */
    private Found look(long after, int limit) {
        Found[] found = new Found[1];
        transactions.write("Reading the feed", (connection, dialect) -> {
            boolean more = waiting(connection);
            found[0] = new Found(page(connection, after, limit), more);
            return dialect.showsBeforeDurable() && !found[0].page().isEmpty();
        });
        return found[0];
    }

    private boolean waiting(Connection connection) throws SQLException {
        String sql = "SELECT 1 FROM " + tickets + " WHERE tenant = ? LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Gives the lowest tickets their positions and reads the page that is then there. */
    private Found number(long after, int limit) {
        Found[] found = new Found[1];
        transactions.write("Numbering the feed", (connection, dialect) -> {
            long head = lockHead(connection, dialect, heads, tenant);
            int numbered = place(connection, head);
            if (numbered > 0) {
                takeAway(connection, head);
                moveHead(connection, heads, tenant, numbered);
            }
            found[0] = new Found(page(connection, after, limit), numbered == PASS);
            return true;
        });
        return found[0];
    }

    /**
     * Locks the tenant's feed and gives the last position. A write from the first statement on, for which SQLite waits its
     * turn; again if the head was removed with its tenant just after it was found.
     */
    static long lockHead(Connection connection, Dialect dialect, String heads, TenantId tenant) throws SQLException {
        while (moveHead(connection, heads, tenant, 0) == 0) {
            startHead(connection, dialect, heads, tenant);
        }
        String sql = "SELECT position FROM " + heads + " WHERE tenant = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static int moveHead(Connection connection, String heads, TenantId tenant, int by) throws SQLException {
        String sql = "UPDATE " + heads + " SET position = position + ? WHERE tenant = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, by);
            update.setString(2, tenant.value());
            return update.executeUpdate();
        }
    }

    private static void startHead(Connection connection, Dialect dialect, String heads, TenantId tenant)
            throws SQLException {
        String sql = "INSERT INTO " + heads + " (tenant, position) VALUES (?, 0)" + dialect.ifAbsent();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, tenant.value());
            dialect.insertIfAbsent(insert);
        }
    }

    private int place(Connection connection, long head) throws SQLException {
        String sql = "INSERT INTO " + feed + " (tenant, position, ticket, " + COLUMNS + ")"
                + " SELECT tenant, CAST(? AS BIGINT) + ROW_NUMBER() OVER (ORDER BY ticket), ticket, " + COLUMNS
                + " FROM (SELECT * FROM " + tickets + " WHERE tenant = ? ORDER BY tenant, ticket LIMIT " + PASS
                + ") AS lowest";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, head);
            insert.setString(2, tenant.value());
            return insert.executeUpdate();
        }
    }

    /** One by one: H2 would evaluate {@code ticket IN (SELECT …)} anew for every row it deletes. */
    private void takeAway(Connection connection, long head) throws SQLException {
        String placed = "SELECT ticket FROM " + feed + " WHERE tenant = ? AND position > ?";
        String sql = "DELETE FROM " + tickets + " WHERE tenant = ? AND ticket = ?";
        try (PreparedStatement select = connection.prepareStatement(placed);
                PreparedStatement delete = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            select.setLong(2, head);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    delete.setString(1, tenant.value());
                    delete.setLong(2, rows.getLong(1));
                    delete.addBatch();
                }
            }
            delete.executeBatch();
        }
    }

    private List<Change> page(Connection connection, long after, int limit) throws SQLException {
        String sql = "SELECT position, " + COLUMNS + " FROM " + feed
                + " WHERE tenant = ? AND position > ? ORDER BY tenant, position LIMIT ?";
        List<Change> page = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant.value());
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(change(rows));
                }
            }
        }
        return List.copyOf(page);
    }

    private static Change change(ResultSet row) throws SQLException {
        TeamKey key = TeamKey.of(TeamId.of(row.getString(2)), SchoolYear.startingIn(row.getInt(3)));
        return new Change(
                row.getLong(1), row.getLong(4), new Checkpoint(key, row.getLong(5), Digest.of(row.getString(6))));
    }
}
