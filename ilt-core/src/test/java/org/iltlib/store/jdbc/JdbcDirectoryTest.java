package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcDirectoryTest {
    private static final TenantId TENANT = TenantId.of("t");
    private static final PersonId PERSON = PersonId.of("p-1");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String SECRET = "Unmistakable Name Of Nobody";

    private final JdbcDataSource source = new JdbcDataSource();
    private final JdbcSettings settings = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);

    @TempDir
    Path folder;

    JdbcDirectoryTest() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void erasingEmptiesTheRow() throws SQLException {
        try (Store store = JdbcStore.open(source, settings)) {
            DirectoryStore directory = DirectoryStore.of(store.forTenant(TENANT));
            directory.putContact(Contact.of(PERSON, SECRET));
            assertThat(column("SELECT body FROM ilt_contact").get(0)).contains(SECRET);
            directory.eraseContact(PERSON, NOW);
            assertThat(column("SELECT body FROM ilt_contact")).containsExactly((String) null);
            assertThat(column("SELECT erased_at FROM ilt_contact")).containsExactly("1793613600000000");
        }
    }

    @Test
    void whatWasErasedOrPurgedIsNotInTheClosedFileOfSqliteAnyMore() throws IOException {
        Path file = folder.resolve("directory.db");
        try (Store store = Stores.open("jdbc:sqlite:" + file)) {
            DirectoryStore directory = DirectoryStore.of(store.forTenant(TENANT));
            for (int i = 0; i < 200; i++) {
                directory.putContact(
                        Contact.of(PersonId.of("p" + i), "someone " + i).with("note", "x".repeat(i * 20)));
            }
            directory.putContact(Contact.of(PERSON, SECRET).with("note", SECRET.repeat(500)));
            DatasetStore datasets = DatasetStore.of(directory);
            DatasetId rows = datasets.put(new ByteArrayInputStream(
                    SECRET.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
            assertThat(text(file)).contains(SECRET).contains("UNMISTAKABLE");
            directory.eraseContact(PERSON, NOW);
            datasets.purge(rows, NOW);
        }
        assertThat(text(file))
                .contains("someone")
                .doesNotContain("Unmistakable")
                .doesNotContain("UNMISTAKABLE");
        try (Store store = Stores.open("jdbc:sqlite:" + file)) {
            AdministeredStore.of(store).deleteTenant(TENANT);
        }
        assertThat(text(file)).doesNotContain("someone");
    }

    private String text(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path one : files.filter(f -> f.getFileName().toString().startsWith("directory.db"))
                    .toList()) {
                text.append(Files.readString(one, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Test
    void aContactThatWasChangedByHandIsRefusedWithoutAWordOfIt() throws SQLException {
        try (Store store = JdbcStore.open(source, settings)) {
            DirectoryStore directory = DirectoryStore.of(store.forTenant(TENANT));
            directory.putContact(Contact.of(PERSON, SECRET));
            execute("UPDATE ilt_contact SET body = '{\"name\":\"" + SECRET + "\"}'");
            assertThatThrownBy(() -> directory.findContact(PERSON))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("by hand")
                    .hasStackTraceContaining("FormException")
                    .satisfies(e -> assertThat(e.getCause().getMessage()).doesNotContain(SECRET));
        }
    }

    @Test
    void theCallersTransactionTakesContactsAndErasuresWithIt() throws SQLException {
        JdbcStore.open(source, settings).close();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (JdbcStore joined = JdbcStore.joining(connection, settings)) {
                DirectoryStore directory = DirectoryStore.of(joined.forTenant(TENANT));
                directory.putContact(Contact.of(PERSON, SECRET));
                assertThat(directory.eraseContact(PERSON, NOW)).isTrue();
                assertThat(directory.eraseContact(PERSON, NOW)).isFalse();
                assertThatThrownBy(() -> directory.putContact(Contact.of(PERSON, SECRET)))
                        .isInstanceOf(StoreException.class)
                        .hasMessageNotContaining(SECRET);
                assertThat(joined.tenants()).containsExactly(TENANT);
                connection.rollback();
                assertThat(directory.contactErasedAt(PERSON)).isEmpty();
                directory.putContact(Contact.of(PERSON, SECRET));
                assertThat(joined.deleteTenant(TENANT)).isTrue();
                assertThat(joined.deleteTenant(TENANT)).isFalse();
                connection.rollback();
                assertThat(joined.tenants()).isEmpty();
            }
        }
    }

    @Test
    void removingATenantWhileOthersAppendTearsNoRecord() throws InterruptedException {
        try (JdbcStore store = JdbcStore.open(source, settings)) {
            CountDownLatch done = new CountDownLatch(3);
            List<Thread> writers = IntStream.range(0, 3)
                    .mapToObj(number -> new Thread(() -> {
                        try {
                            append(store.forTenant(TENANT), number);
                        } finally {
                            done.countDown();
                        }
                    }))
                    .toList();
            writers.forEach(Thread::start);
            int removed = 0;
            while (done.getCount() > 0) {
                removed += store.deleteTenant(TENANT) ? 1 : 0;
            }
            assertThat(removed).isPositive();
            RecordStore view = store.forTenant(TENANT);
            view.keys().forEach(key -> {
                TeamRecord record = view.load(key);
                assertThat(record.verify().holds()).isTrue();
                assertThat(record.checkpoint()).isEqualTo(view.table().head(key));
            });
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private static void append(RecordStore view, int number) {
        for (int i = 0; i < 40; i++) {
            TeamKey key = TeamKey.of(TeamId.of("team-" + number % 2 + "-" + i % 5), SchoolYear.startingIn(2026));
            try {
                TeamRecord record = view.load(key);
                assertThat(record.verify().fault()).isEmpty();
                String id = "n" + record.revision();
                view.append(record.with(NOW, PERSON, Note.of(id), Note.of(id + "-b")));
            } catch (StaleRecordException e) {
                // The tenant was removed in between, or another writer was first.
            } catch (StoreException e) {
                // H2 gives up a statement that meets another's change in a deadlock or too long a wait.
                assertThat(e).hasMessageContaining("SQL state 4");
            }
        }
    }

    @Test
    void entriesOfARemovedTenantAreNotInAnyTable() throws SQLException {
        try (JdbcStore store = JdbcStore.open(source, settings)) {
            RecordStore view = store.forTenant(TENANT);
            view.append(Note.chain(3));
            DatasetStore.of(view).put(new ByteArrayInputStream(new byte[300_000]));
            DirectoryStore.of(view).putContact(Contact.of(PERSON, SECRET));
            store.deleteTenant(TENANT);
            List<String> tables = column("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                    + " WHERE UPPER(COLUMN_NAME) = 'TENANT' AND UPPER(TABLE_NAME) LIKE 'ILT%'");
            assertThat(tables).hasSizeGreaterThan(5);
            for (String table : tables) {
                assertThat(column("SELECT tenant FROM \"" + table + "\""))
                        .as(table)
                        .isEmpty();
            }
        }
    }
}
