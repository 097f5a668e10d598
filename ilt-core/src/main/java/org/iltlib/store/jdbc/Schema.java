package org.iltlib.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.iltlib.store.StoreException;

/**
 * The tables of a JDBC store: numbered plain SQL per database, in the jar under {@code org/iltlib/store/jdbc/h2},
 * {@code …/postgresql} and {@code …/sqlite}, with names that Flyway understands. Nothing is applied unless
 * {@link #migrate()} is called. What was applied is noted in a table of the library's own.
 */
public final class Schema {
    private static final List<String> SCRIPTS = List.of("V001__record.sql", "V002__feed.sql");
    private static final String WRITTEN_PREFIX = "ilt_";

    private final Transactions transactions;
    private final JdbcSettings settings;

    Schema(Transactions transactions, JdbcSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The version that this library needs. */
    public int needed() {
        return SCRIPTS.size();
    }

    /**
     * The version that is installed, 0 if none is.
     *
     * @throws StoreException if the database fails
     */
    public int installed() {
        return transactions.read("Reading the version of the tables", (connection, dialect) -> {
            if (!exists(connection)) {
                return 0;
            }
            String sql = "SELECT MAX(version) FROM " + settings.table("schema_history");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private boolean exists(Connection connection) throws SQLException {
        String name = settings.prefix() + "schema_history";
        try (ResultSet tables =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                if (name.equalsIgnoreCase(tables.getString("TABLE_NAME"))
                        && (settings.schema().isEmpty() || settings.schema().equalsIgnoreCase(schema))) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Refuses tables that are missing or older than needed. Newer ones pass: what a later version adds, it adds.
     *
     * @throws StoreException if they are not as needed
     */
    public void validate() {
        int installed = installed();
        if (installed < needed()) {
            throw new StoreException("The tables have version " + installed + ", this library needs " + needed()
                    + ". Maybe run schema().migrate(), or apply what schema().sql() prints.");
        }
    }

    /** The SQL that {@link #migrate()} would run now; empty if nothing is missing. */
    public String sql() {
        int installed = installed();
        return transactions.read(
                "Reading the scripts",
                (connection, dialect) ->
                        String.join(";\n\n", statements(dialect, installed)) + (installed < needed() ? ";\n" : ""));
    }

    /**
     * Creates or completes the tables. Safe if several processes start at once: PostgreSQL holds an advisory lock, on H2
     * and SQLite every statement does nothing where its work is done.
     *
     * @throws StoreException if the database fails or refuses
     */
    public void migrate() {
        int installed = installed();
        if (installed >= needed()) {
            return;
        }
        transactions.write("Migrating the tables", (connection, dialect) -> {
            dialect.lockSchema(connection, settings.table(""));
            for (String sql : statements(dialect, installed)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }

    private List<String> statements(Dialect dialect, int installed) {
        if (!settings.schema().isEmpty() && !dialect.hasSchemas()) {
            throw new StoreException("This database has no schemas. Maybe use a table prefix instead.");
        }
        String create = settings.schema().isEmpty() || installed > 0
                ? ""
                : "CREATE SCHEMA IF NOT EXISTS " + settings.schema() + ";";
        String scripts = SCRIPTS.subList(Math.min(installed, SCRIPTS.size()), SCRIPTS.size()).stream()
                .map(name -> script(dialect, name))
                .collect(Collectors.joining());
        String text = (create + scripts.replace(WRITTEN_PREFIX, settings.table("")))
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String script(Dialect dialect, String name) {
        String path = dialect.folder() + "/" + name;
        try (InputStream in = Schema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new StoreException("The script " + path + " is not in the jar. Maybe it was repackaged.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("The script " + path + " could not be read.", e);
        }
    }
}
