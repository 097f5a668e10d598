package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class MigrationTest {
    private static final TenantId TENANT = TenantId.of("t");
    private static final JdbcSettings MIGRATING = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
    private static final int STARTERS = 8;
    private static final int ROUNDS = 4;
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

    private static DataSource h2(String address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + address + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    /** All start at once on the same fresh database; none may fail, and the tables must be whole. */
    private static void allStart(Supplier<JdbcStore> opening) {
        ConcurrentLinkedQueue<Throwable> troubles = new ConcurrentLinkedQueue<>();
        CyclicBarrier together = new CyclicBarrier(STARTERS);
        List<Thread> threads = IntStream.range(0, STARTERS)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        together.await();
                        try (JdbcStore store = opening.get()) {
                            store.schema().validate();
                        }
                    } catch (Exception e) {
                        troubles.add(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!troubles.isEmpty()) {
            throw new AssertionError(troubles.size() + " failed", troubles.peek());
        }
        try (JdbcStore store = opening.get()) {
            TeamRecord record = store.forTenant(TENANT).append(Note.chain(2));
            assertThat(store.forTenant(TENANT).load(Note.KEY)).isEqualTo(record);
        }
    }

    @Test
    void manyStartAtOnceOnH2InMemory() {
        for (int round = 0; round < ROUNDS; round++) {
            DataSource source = h2("mem:" + UUID.randomUUID());
            allStart(() -> JdbcStore.open(source, MIGRATING));
        }
    }

    @Test
    void manyStartAtOnceOnH2InASchemaOfItsOwn() {
        for (int round = 0; round < ROUNDS; round++) {
            DataSource source = h2("mem:" + UUID.randomUUID());
            allStart(() -> JdbcStore.open(source, MIGRATING.withSchema("school")));
        }
    }

    @Test
    void manyStartAtOnceOnAnH2File() {
        for (int round = 0; round < ROUNDS; round++) {
            DataSource source = h2(folder.resolve("start" + round).toString());
            allStart(() -> JdbcStore.open(source, MIGRATING));
        }
    }

    @Test
    void manyStartAtOnceOnSqlite() {
        for (int round = 0; round < ROUNDS; round++) {
            String address = "jdbc:sqlite:" + folder.resolve("start" + round + ".db");
            allStart(() -> (JdbcStore) new JdbcStoreProvider().open(address));
        }
    }

    @Test
    void manyStartAtOnceOnSqliteFromADataSource() {
        for (int round = 0; round < ROUNDS; round++) {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + folder.resolve("source" + round + ".db"));
            source.getConfig().setBusyTimeout(20_000);
            allStart(() -> JdbcStore.open(source, MIGRATING));
        }
    }

    @Test
    void manyStartAtOnceOnPostgres() {
        for (int round = 0; round < ROUNDS; round++) {
            JdbcSettings settings = MIGRATING.withSchema("start_" + round);
            DataSource source = postgres.getPostgresDatabase();
            allStart(() -> JdbcStore.open(source, settings));
        }
    }

    @Test
    void manyStartAtOnceOnPostgresWhereSnapshotsAreKept() {
        for (int round = 0; round < ROUNDS; round++) {
            JdbcSettings settings = MIGRATING.withSchema("strict_" + round);
            DataSource source = postgres.getDatabase(
                    "postgres",
                    "postgres",
                    java.util.Map.of("options", "-c default_transaction_isolation=serializable"));
            allStart(() -> JdbcStore.open(source, settings));
        }
    }

    @Test
    void tablesOfTheSameNameInAnotherSchemaAreNotOurs() throws SQLException {
        for (DataSource source :
                List.of(h2("mem:" + UUID.randomUUID()), postgres.getDatabase("postgres", "postgres"))) {
            JdbcSettings there = MIGRATING.withSchema("elsewhere");
            JdbcSettings here = MIGRATING.withPrefix("apart_");
            JdbcStore.open(source, there.withPrefix("apart_")).close();
            try (JdbcStore store = new JdbcStore(source, here)) {
                assertThat(store.schema().installed()).isZero();
                store.schema().migrate();
                store.schema().validate();
                store.forTenant(TENANT).append(Note.chain(1));
            }
            try (JdbcStore store = new JdbcStore(source, there.withPrefix("apart_"))) {
                assertThat(store.forTenant(TENANT).load(Note.KEY).revision()).isZero();
            }
        }
    }

    @Test
    void aLockWhoseOwnerIsGoneIsTakenOver() throws SQLException {
        DataSource source = h2("mem:" + UUID.randomUUID());
        execute(source, "CREATE TABLE ilt_schema_lock (id INTEGER PRIMARY KEY, owner VARCHAR(200) NOT NULL)");
        execute(source, "INSERT INTO ilt_schema_lock VALUES (1, '7/2020-01-01 00:00:00+00')");
        try (JdbcStore store = JdbcStore.open(source, MIGRATING)) {
            store.schema().validate();
        }
        execute(source, "INSERT INTO ilt_schema_lock VALUES (1, 'the place is free again')");
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aMigrationThatFailsLeavesNoLockBehind() throws SQLException {
        DataSource source = h2("mem:" + UUID.randomUUID());
        execute(source, "CREATE VIEW ilt_schema_history AS SELECT 99 AS version");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> JdbcStore.open(source, MIGRATING)).isInstanceOf(StoreException.class);
        }
        execute(source, "DROP VIEW ilt_schema_history");
        JdbcStore.open(source, MIGRATING).close();
    }

    @Test
    void theCallersTransactionIsNotUsedToMigrate() throws SQLException {
        try (Connection connection = h2("mem:" + UUID.randomUUID()).getConnection()) {
            connection.setAutoCommit(false);
            try (JdbcStore store = JdbcStore.joining(connection, MIGRATING)) {
                assertThatThrownBy(() -> store.schema().migrate())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("data source");
            }
        }
    }

    @Test
    void sqliteHasNoSchemas() throws SQLException {
        String address = "jdbc:sqlite:" + folder.resolve("schemas.db");
        assertThatThrownBy(() -> JdbcStore.open(address, new Properties(), MIGRATING.withSchema("s")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("prefix");
        try (Connection connection = DriverManager.getConnection(address)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
