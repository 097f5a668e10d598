package org.iltlib.examples.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database to measure on.
 *
 * @param name what it is called in the table
 * @param address how it is opened, ours and the bare driver's way
 */
record Database(String name, String address) {

    static Database h2(Path folder) {
        return new Database("H2 file", "jdbc:h2:" + folder.resolve("h2").toAbsolutePath());
    }

    static Database sqlite(Path folder) {
        return new Database(
                "SQLite", "jdbc:sqlite:" + folder.resolve("sqlite.db").toAbsolutePath());
    }

    /** A server of its own, which forces commits to disk as one does in production. */
    static EmbeddedPostgres startPostgres(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    static Database postgres(EmbeddedPostgres server) {
        return new Database("PostgreSQL", server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
    }

    /** A connection with autocommit off. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(address);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Commits for good: H2 writes to disk some time later unless told. */
    static void commit(Connection connection) throws SQLException {
        connection.commit();
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
                connection.commit();
            }
        }
    }

    /** How commits are forced to disk. */
    String durability() throws SQLException {
        if (!address.startsWith("jdbc:postgresql:")) {
            return "CHECKPOINT SYNC after each commit, on both sides";
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return "fsync=" + shown(statement, "fsync") + ", synchronous_commit="
                    + shown(statement, "synchronous_commit");
        }
    }

    private static String shown(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
