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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.store.StoreException;

/**
 * The tables of a JDBC store: numbered plain SQL per database, in the jar under {@code org/iltlib/store/jdbc/h2},
 * {@code …/postgresql} and {@code …/sqlite}, with names that Flyway understands. Nothing is applied unless
 * {@link #migrate()} is called. What was applied is noted in a table of the library's own.
 */
public final class Schema {
    /**
     * In order of their numbers, one file of that name for each database. A script ends with the INSERT of its number
     * into the history. Statements are cut at every semicolon, so none may stand in a literal; comments begin the line.
     */
    private static final List<String> SCRIPTS = List.of("V001__record.sql", "V002__feed.sql");

    private static final String WRITTEN_PREFIX = "ilt_";

    private final Transactions transactions;
    private final JdbcSettings settings;

    Schema(Transactions transactions, JdbcSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /** The version that this library needs: the number of its last script. */
    public int needed() {
        return version(SCRIPTS.get(SCRIPTS.size() - 1));
    }

    /**
     * The highest version that is installed, 0 if none is.
     *
     * @throws StoreException if the database fails
     */
    public int installed() {
        return highest(applied());
    }

    private static int highest(Set<Integer> applied) {
        return applied.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The numbers of the scripts that were applied. */
    private Set<Integer> applied() {
        return transactions.read("Reading the version of the tables", (connection, dialect) -> applied(connection));
    }

    private Set<Integer> applied(Connection connection) throws SQLException {
        Set<Integer> applied = new TreeSet<>();
        if (exists(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT version FROM " + settings.table("schema_history"))) {
                while (rows.next()) {
                    applied.add(rows.getInt(1));
                }
            }
        }
        return applied;
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

    /** The number in {@code V012__name.sql}. */
    private static int version(String script) {
        return Integer.parseInt(script.substring(1, script.indexOf('_')));
    }

    private static List<String> missing(Set<Integer> applied) {
        return SCRIPTS.stream()
                .filter(script -> !applied.contains(version(script)))
                .toList();
    }

    /**
     * Refuses tables that are missing or older than needed. Newer ones pass: what a later version adds, it adds.
     *
     * @throws StoreException if they are not as needed
     */
    public void validate() {
        Set<Integer> applied = applied();
        if (!missing(applied).isEmpty()) {
            throw new StoreException("The tables have version " + highest(applied) + ", this library needs " + needed()
                    + ". Maybe run schema().migrate(), or apply what schema().sql() prints.");
        }
    }

    /** The SQL that {@link #migrate()} would run now; empty if nothing is missing. */
    public String sql() {
        Set<Integer> applied = applied();
        return transactions.read(
                "Reading the scripts",
                (connection, dialect) -> statements(dialect, applied).stream()
                        .map(statement -> statement + ";\n")
                        .collect(Collectors.joining("\n")));
    }

    /**
     * Creates or completes the tables. Safe if several processes start at once: PostgreSQL holds an advisory lock, on H2
     * and SQLite every statement does nothing where its work is done.
     *
     * @throws StoreException if the database fails or refuses
     */
    public void migrate() {
        if (missing(applied()).isEmpty()) {
            return;
        }
        transactions.write("Migrating the tables", (connection, dialect) -> {
            dialect.lockSchema(connection, settings.table(""));
            for (String sql : statements(dialect, applied(connection))) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }

    private List<String> statements(Dialect dialect, Set<Integer> applied) {
        if (!settings.schema().isEmpty() && !dialect.hasSchemas()) {
            throw new StoreException("This database has no schemas. Maybe use a table prefix instead.");
        }
        String create = settings.schema().isEmpty() || !applied.isEmpty()
                ? ""
                : "CREATE SCHEMA IF NOT EXISTS " + settings.schema() + ";";
        String scripts =
                missing(applied).stream().map(name -> script(dialect, name)).collect(Collectors.joining());
        String text = (create + scripts.replace(WRITTEN_PREFIX, settings.table("")))
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.split(";", -1))
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
