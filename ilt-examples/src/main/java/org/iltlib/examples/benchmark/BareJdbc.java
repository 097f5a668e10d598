package org.iltlib.examples.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iltlib.base.EntryId;
import org.iltlib.examples.benchmark.Duel.Done;
import org.iltlib.record.Digest;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamKey;

/** What one would write by hand: a loop that inserts, and a loop that reads. */
final class BareJdbc {
    private static final String TABLE = "CREATE TABLE bare (tenant VARCHAR(200) NOT NULL, team VARCHAR(200) NOT NULL,"
            + " school_year INTEGER NOT NULL, sequence BIGINT NOT NULL, id VARCHAR(200) NOT NULL,"
            + " kind VARCHAR(200) NOT NULL, version INTEGER NOT NULL, cites VARCHAR(10000) NOT NULL,"
            + " recorded_at BIGINT NOT NULL, recorded_by VARCHAR(200) NOT NULL, previous VARCHAR(64) NOT NULL,"
            + " digest VARCHAR(64) NOT NULL, body VARCHAR(100000) NOT NULL,"
            + " PRIMARY KEY (tenant, team, school_year, sequence))";
    private static final String INSERT =
            "INSERT INTO bare (tenant, team, school_year, sequence, id, kind, version, cites,"
                    + " recorded_at, recorded_by, previous, digest, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private BareJdbc() {}

    static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        connection.commit();
    }

    /** Inserts the batches, each durably. */
    static Done insert(Connection connection, TeamKey key, List<List<Entry>> batches) throws SQLException {
        return insert(connection, key, batches, Entry::digest);
    }

    /** As {@link #insert(Connection, TeamKey, List)}, and hashes each body with the digest before it. */
    static Done hashAndInsert(Connection connection, TeamKey key, List<List<Entry>> batches) throws SQLException {
        return insert(connection, key, batches, entry -> Digest.ofText(entry.previous() + entry.text()));
    }

    private static Done insert(
            Connection connection, TeamKey key, List<List<Entry>> batches, Function<Entry, Digest> digests)
            throws SQLException {
        long entries = 0;
        long bytes = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (List<Entry> batch : batches) {
                for (Entry entry : batch) {
                    bind(insert, key, entry);
                    insert.setString(12, digests.apply(entry).hex());
                    insert.addBatch();
                    entries++;
                    bytes += entry.text().length();
                }
                insert.executeBatch();
                Database.commit(connection);
            }
        }
        return new Done(entries, bytes);
    }

    private static void bind(PreparedStatement insert, TeamKey key, Entry entry) throws SQLException {
        insert.setString(1, "district");
        insert.setString(2, key.team().value());
        insert.setInt(3, key.year().start());
        insert.setLong(4, entry.sequence());
        insert.setString(5, entry.id().value());
        insert.setString(6, entry.kind());
        insert.setInt(7, entry.version());
        insert.setString(8, entry.cites().stream().map(EntryId::value).collect(Collectors.joining("\n")));
        insert.setLong(9, ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt()));
        insert.setString(10, entry.recordedBy().value());
        insert.setString(11, entry.previous().hex());
        insert.setString(13, entry.text());
    }

    /** Reads all entries of the record from our own table, the columns that we read. */
    static Done select(Connection connection, TeamKey key) throws SQLException {
        long entries = 0;
        long bytes = 0;
        boolean[] number;
        int body;
        String columns;
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM ilt_entry WHERE 1 = 0")) {
            ResultSetMetaData described = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                String name = described.getColumnName(i).toLowerCase(java.util.Locale.ROOT);
                if (!Set.of("tenant", "team", "school_year").contains(name)) {
                    names.add(name);
                }
            }
            columns = String.join(", ", names);
            body = names.indexOf("body") + 1;
            number = new boolean[names.size() + 1];
            for (int i = 1; i <= names.size(); i++) {
                int type = described.getColumnType(none.findColumn(names.get(i - 1)));
                number[i] = type == Types.INTEGER || type == Types.BIGINT;
            }
        }
        String sql = "SELECT " + columns + " FROM ilt_entry WHERE tenant = ? AND team = ? AND school_year = ?"
                + " ORDER BY tenant, team, school_year, sequence";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(500);
            select.setString(1, "district");
            select.setString(2, key.team().value());
            select.setInt(3, key.year().start());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries++;
                    for (int i = 1; i < number.length; i++) {
                        if (number[i]) {
                            rows.getLong(i);
                        } else {
                            String text = rows.getString(i);
                            bytes += i == body ? text.length() : 0;
                        }
                    }
                }
            }
        }
        connection.rollback();
        return new Done(entries, bytes);
    }
}
