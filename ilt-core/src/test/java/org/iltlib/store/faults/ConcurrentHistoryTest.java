package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.store.Store;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Short always; a minute for each store and load with the system property {@code ilt.long}. */
class ConcurrentHistoryTest {
    private static final TenantId TENANT = TenantId.of("district-7");
    private static final double SECONDS = Boolean.getBoolean("ilt.long") ? 60 : 0.7;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int ONE = 1;
    private static final int MANY = 16;
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

    /** A kind of database, and the state with which it says that the disk is full. */
    private record Database(String name, DataSource source, String diskFull) {}

    private static Database h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("h2-" + NUMBER.incrementAndGet()) + ";DB_CLOSE_DELAY=-1");
        return new Database("H2 file", source, "HY000");
    }

    private static Database sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(30_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("sqlite-" + NUMBER.incrementAndGet() + ".db"));
        return new Database("SQLite", source, null);
    }

    private static Database postgres(String isolation) {
        PGSimpleDataSource source = (PGSimpleDataSource) postgres.getPostgresDatabase();
        source.setReWriteBatchedInserts(true);
        source.setOptions("-c default_transaction_isolation=" + isolation);
        return new Database("PostgreSQL, " + isolation.replace("\\ ", " "), source, "53100");
    }

    private static JdbcSettings settings(Database database) {
        JdbcSettings settings = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
        return database.name().startsWith("PostgreSQL")
                ? settings.withSchema("history_" + NUMBER.incrementAndGet())
                : settings;
    }

    private static void isLinearizable(Database database, int teams, int oneIn)
            throws SQLException, InterruptedException {
        JdbcSettings settings = settings(database);
        JdbcStore.open(database.source(), settings).close();
        try (FaultySource source = new FaultySource(database.source(), database.diskFull(), oneIn, 7);
                Store store = new JdbcStore(source, settings)) {
            ConcurrentHistory history = ConcurrentHistory.of(store.forTenant(TENANT), teams, SECONDS);
            source.heal();
            assertThat(history.faults()).as(history.toString()).isEmpty();
            assertThat(source.open()).as("connections that were not given back").isZero();
            assertThat(history.acknowledged()).as(history.toString()).isPositive();
            if (oneIn > 0) {
                assertThat(source.injected()).isPositive();
                assertThat(history.failures()).isPositive();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> appendsAreLinearizableWhateverFails() {
        return Stream.of(ONE, MANY)
                .flatMap(teams -> Stream.of(h2(), sqlite(), postgres("read\\ committed"))
                        .map(database -> dynamicTest(
                                database.name() + ", " + teams + (teams == 1 ? " record" : " records"),
                                () -> isLinearizable(database, teams, 60))));
    }

    @TestFactory
    Stream<DynamicTest> stricterIsolationRefusesMoreAndLosesNothing() {
        return Stream.of("repeatable\\ read", "serializable")
                .map(isolation -> postgres(isolation))
                .map(database -> dynamicTest(database.name(), () -> isLinearizable(database, 2, 0)));
    }

    @TestFactory
    Stream<DynamicTest> theHeapStoreIsLinearizable() {
        return Stream.of(ONE, MANY)
                .map(teams -> dynamicTest(teams + " at a time", () -> {
                    try (Store store = new MemoryStore()) {
                        ConcurrentHistory history = ConcurrentHistory.of(store.forTenant(TENANT), teams, SECONDS / 2);
                        assertThat(history.faults()).as(history.toString()).isEqualTo(List.of());
                        assertThat(history.failures()).isZero();
                    }
                }));
    }
}
