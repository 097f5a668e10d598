package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.Change;
import org.iltlib.store.FeedStore;
import org.iltlib.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class JdbcFeedTest {
    private static final TenantId TENANT = TenantId.of("t");
    private static final JdbcSettings SETTINGS = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
    private static final TeamKey OTHER = TeamKey.of(TeamId.of("other"), Note.KEY.year());
    private static EmbeddedPostgres postgres;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    /** A database without tables, and what its store is told. */
    private record Database(Dialect dialect, DataSource source, JdbcSettings settings) {
        FeedStore open() {
            return FeedStore.of(JdbcStore.open(source, settings).forTenant(TENANT));
        }

        Connection connection() throws SQLException {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return connection;
        }

        FeedStore joining(Connection connection) {
            return FeedStore.of(JdbcStore.joining(connection, settings).forTenant(TENANT));
        }

        long count(String table) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + settings.table(table))) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Database h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new Database(Dialect.H2, source, SETTINGS);
    }

    private static Database sqlite() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"));
        source.setJournalMode("WAL");
        source.setBusyTimeout(100);
        return new Database(Dialect.SQLITE, source, SETTINGS);
    }

    private static Database postgresql() {
        String schema = "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return new Database(Dialect.POSTGRESQL, postgres.getPostgresDatabase(), SETTINGS.withSchema(schema));
    }

    private interface Body {
        void on(Database database) throws SQLException;
    }

    private static Stream<DynamicTest> on(Body body, Database... databases) {
        return Arrays.stream(databases)
                .map(database -> dynamicTest(database.dialect().name(), () -> body.on(database)));
    }

    private static Stream<DynamicTest> onAll(Body body) {
        return on(body, h2(), postgresql(), sqlite());
    }

    /** The databases in which a second transaction can write while a first one is open. */
    private static Stream<DynamicTest> onThoseWithManyWriters(Body body) {
        return on(body, h2(), postgresql());
    }

    private static TeamRecord note(TeamRecord record, String id) {
        return record.with(Note.START.plusSeconds(60L * record.entries().size()), Note.ANA, Note.of(id));
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> change.position() + " " + change.to().key().team() + " " + change.first() + "-"
                        + change.to().count())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whoCommitsLateStandsBehindWhatWasTold() {
        return onThoseWithManyWriters(database -> {
            FeedStore feed = database.open();
            try (Connection late = database.connection()) {
                database.joining(late).append(note(TeamRecord.empty(Note.KEY), "slow"));
                feed.append(note(TeamRecord.empty(OTHER), "quick"));
                assertThat(told(feed.changes(0, 9))).containsExactly("1 other 1-1");
                late.commit();
            }
            assertThat(told(feed.changes(1, 9))).containsExactly("2 ilt 1-1");
            assertThat(told(feed.changes(0, 9))).containsExactly("1 other 1-1", "2 ilt 1-1");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsRolledBackIsNotToldAndLeavesNoGap() {
        return onAll(database -> {
            FeedStore feed = database.open();
            TeamRecord first = feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            try (Connection connection = database.connection()) {
                database.joining(connection).append(note(first, "lost"));
                connection.rollback();
            }
            feed.append(note(note(first, "b"), "c"));
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1", "2 ilt 2-3");
        });
    }

    @TestFactory
    Stream<DynamicTest> aJoinedReaderTellsItsOwnAppendsAndIsAsFinalAsItsTransaction() {
        return onAll(database -> {
            FeedStore feed = database.open();
            TeamRecord first = feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            try (Connection connection = database.connection()) {
                FeedStore joined = database.joining(connection);
                joined.append(note(TeamRecord.empty(OTHER), "lost"));
                assertThat(told(joined.changes(0, 9))).containsExactly("1 ilt 1-1", "2 other 1-1");
                connection.rollback();
                assertThat(database.count("feed")).isZero();
                joined.append(note(first, "b"));
                assertThat(told(joined.changes(1, 9))).containsExactly("2 ilt 2-2");
                connection.commit();
            }
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1", "2 ilt 2-2");
        });
    }

    @TestFactory
    Stream<DynamicTest> aReaderThatDiesWhileNumberingLeavesTheFeedToOthers() {
        return onAll(database -> {
            FeedStore feed = database.open();
            TeamRecord first = feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            feed.changes(0, 1);
            feed.append(note(first, "b"));
            Connection dying = database.connection();
            assertThat(database.joining(dying).changes(0, 9)).hasSize(2);
            dying.close();
            assertThat(database.count("ticket")).isEqualTo(1);
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1", "2 ilt 2-2");
        });
    }

    @TestFactory
    Stream<DynamicTest> readersWaitForWhoNumbersAndWritersDoNot() {
        return onThoseWithManyWriters(database -> {
            FeedStore feed = database.open();
            TeamRecord first = feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            try (Connection connection = database.connection()) {
                assertThat(database.joining(connection).changes(0, 9)).hasSize(1);
                CompletableFuture<List<Change>> waiting = CompletableFuture.supplyAsync(() -> feed.changes(0, 9));
                TeamRecord second = feed.append(note(first, "b"));
                feed.append(note(second, "c"));
                connection.commit();
                assertThat(told(waiting.join())).startsWith("1 ilt 1-1");
            }
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1", "2 ilt 2-2", "3 ilt 3-3");
        });
    }

    @TestFactory
    Stream<DynamicTest> aReaderWithNothingToNumberChangesNothing() {
        return onAll(database -> {
            FeedStore feed = database.open();
            feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            feed.changes(0, 9);
            try (Connection writing = database.connection();
                    Statement statement = writing.createStatement()) {
                statement.execute("UPDATE " + database.settings().table("feed_head") + " SET position = position");
                assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1");
                assertThat(feed.changes(1, 9)).isEmpty();
                writing.rollback();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFeedThatWasNotReadForLongIsNumberedInPasses() {
        return onAll(database -> {
            FeedStore feed = database.open();
            int count = 2 * JdbcFeed.PASS + 7;
            TeamRecord record = Note.chain(count);
            try (Connection connection = database.connection()) {
                JdbcFeed tickets =
                        new JdbcFeed(new Transactions(Connections.joining(connection)), database.settings(), TENANT);
                for (Entry entry : record.entries()) {
                    tickets.ticket(
                            connection, new Checkpoint(Note.KEY, entry.sequence(), entry.digest()), entry.sequence());
                }
                connection.commit();
            }
            assertThat(feed.changes(0, 10)).hasSize(10);
            assertThat(database.count("ticket")).isEqualTo(count - JdbcFeed.PASS);
            List<Change> all = feed.changes(0, Integer.MAX_VALUE);
            assertThat(all.stream().map(Change::position).toList())
                    .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
            assertThat(all.stream().map(Change::first).toList())
                    .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
            assertThat(all.get(count - 1).to()).isEqualTo(record.checkpoint());
            assertThat(database.count("ticket")).isZero();
            assertThat(feed.changes(count - 2L, 10)).isEqualTo(all.subList(count - 2, count));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatWasThereBeforeTheFeedIsToldAsOneChangeForEachRecord() {
        return onAll(database -> {
            TeamRecord chain = Note.chain(3);
            try (Connection connection = database.connection()) {
                apply(connection, database, "V001__record.sql");
                insert(connection, database, TENANT, chain);
                insert(connection, database, TENANT, note(TeamRecord.empty(OTHER), "x"));
                insert(connection, database, TenantId.of("u"), note(TeamRecord.empty(OTHER), "x"));
                connection.commit();
            }
            FeedStore feed = database.open();
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-3", "2 other 1-1");
            assertThat(feed.changes(0, 1).get(0).to()).isEqualTo(chain.checkpoint());
            try (Stream<Entry> entries = feed.entries(feed.changes(0, 1).get(0))) {
                assertThat(entries).isEqualTo(chain.entries());
            }
            feed.append(note(feed.load(Note.KEY), "n3"));
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-3", "2 other 1-1", "3 ilt 4-4");
            FeedStore others = FeedStore.of(
                    JdbcStore.open(database.source(), database.settings()).forTenant(TenantId.of("u")));
            assertThat(told(others.changes(0, 9))).containsExactly("1 other 1-1");
        });
    }

    private static void apply(Connection connection, Database database, String script) throws SQLException {
        String path = database.dialect().folder() + "/" + script;
        String sql;
        try (InputStream in = JdbcFeedTest.class.getResourceAsStream(path)) {
            sql = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> statements = new ArrayList<>();
        if (!database.settings().schema().isEmpty()) {
            statements.add("CREATE SCHEMA " + database.settings().schema());
        }
        statements.addAll(Arrays.asList(sql.replaceAll("(?m)^--.*$", "")
                .replace("ilt_", database.settings().table(""))
                .split(";")));
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private static void insert(Connection connection, Database database, TenantId tenant, TeamRecord record)
            throws SQLException {
        String head = "INSERT INTO " + database.settings().table("head") + " VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(head)) {
            bind(insert, tenant, record.key());
            insert.setLong(4, record.revision());
            insert.setString(5, record.checkpoint().head().hex());
            insert.executeUpdate();
        }
        String entry = "INSERT INTO " + database.settings().table("entry") + " (tenant, team, school_year, "
                + EntryRow.ALL_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(entry)) {
            for (Entry one : record.entries()) {
                bind(insert, tenant, record.key());
                EntryRow.bind(insert, 4, one);
                insert.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement insert, TenantId tenant, TeamKey key) throws SQLException {
        insert.setString(1, tenant.value());
        insert.setString(2, key.team().value());
        insert.setInt(3, key.year().start());
    }

    @TestFactory
    Stream<DynamicTest> aFailureWhileNumberingTellsNothingAndKeepsTheTickets() {
        return onAll(database -> {
            FeedStore feed = database.open();
            TeamRecord first = feed.append(note(TeamRecord.empty(Note.KEY), "a"));
            feed.changes(0, 9);
            feed.append(note(first, "b"));
            execute(database, "UPDATE " + database.settings().table("feed_head") + " SET position = 0");
            assertThatThrownBy(() -> feed.changes(0, 9))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Numbering the feed failed");
            assertThat(database.count("ticket")).isEqualTo(1);
            execute(database, "UPDATE " + database.settings().table("feed_head") + " SET position = 1");
            assertThat(told(feed.changes(0, 9))).containsExactly("1 ilt 1-1", "2 ilt 2-2");
        });
    }

    /** Connections that do something just before a statement with these words is prepared, once. */
    private static DataSource before(DataSource source, String words, Runnable meanwhile) {
        AtomicBoolean done = new AtomicBoolean();
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(source, method, arguments);
            if (!(result instanceof Connection connection)) {
                return result;
            }
            return proxy(Connection.class, (inner, values) -> {
                if (inner.getName().equals("prepareStatement")
                        && values[0].toString().startsWith(words)
                        && done.compareAndSet(false, true)) {
                    meanwhile.run();
                }
                return call(connection, inner, values);
            });
        });
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @TestFactory
    Stream<DynamicTest> aTicketThatIsCommittedWhileOthersAreNumberedIsKept() {
        return onThoseWithManyWriters(database -> {
            FeedStore feed = database.open();
            try (Connection late = database.connection()) {
                database.joining(late).append(note(TeamRecord.empty(Note.KEY), "slow"));
                feed.append(note(TeamRecord.empty(OTHER), "quick"));
                DataSource source = before(database.source(), "DELETE", () -> commit(late));
                FeedStore reader = new Database(database.dialect(), source, database.settings()).open();
                assertThat(told(reader.changes(0, 9))).containsExactly("1 other 1-1");
            }
            assertThat(told(feed.changes(0, 9))).containsExactly("1 other 1-1", "2 ilt 1-1");
        });
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAnotherReaderNumbersMeanwhileIsOnThePage() {
        return onAll(database -> {
            FeedStore feed = database.open();
            long position = 0;
            for (String words : List.of("SELECT 1", "SELECT position", "UPDATE")) {
                feed.append(
                        note(feed.load(Note.KEY), words.toLowerCase(Locale.ROOT).replace(' ', '-')));
                DataSource source = before(database.source(), words, () -> feed.changes(0, 9));
                FeedStore reader = new Database(database.dialect(), source, database.settings()).open();
                assertThat(reader.changes(position, 9)).as(words).hasSize(1);
                position++;
            }
        });
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
