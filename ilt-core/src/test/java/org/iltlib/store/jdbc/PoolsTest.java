package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.Store;
import org.iltlib.store.contract.Section;
import org.iltlib.store.contract.StoreCheck;
import org.iltlib.store.contract.StoreContract;
import org.iltlib.store.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The store as a guest in connection pools, of one connection and of several, autocommit on and off. */
class PoolsTest {
    private static final JdbcSettings MIGRATING = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
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

    private static HikariDataSource hikari(String url, int size, boolean autocommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setAutoCommit(autocommit);
        config.setConnectionTimeout(20_000);
        config.setThreadFactory(runnable -> {
            Thread thread = new Thread(runnable);
            thread.setDaemon(true);
            return thread;
        });
        return new HikariDataSource(config);
    }

    private static BasicDataSource dbcp(String url, int size, boolean autocommit) {
        BasicDataSource source = new BasicDataSource();
        source.setUrl(url);
        source.setMaxTotal(size);
        source.setDefaultAutoCommit(autocommit);
        source.setMaxWait(Duration.ofSeconds(20));
        return source;
    }

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private static String sqlite() {
        return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db") + "?journal_mode=WAL&busy_timeout=20000";
    }

    private static String postgres() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            String name = "pool_" + UUID.randomUUID().toString().replace('-', '_');
            Dialect.execute(connection, "CREATE SCHEMA " + name);
            return postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DynamicContainer run(
            String name, boolean autocommit, Function<String, DataSource> pool, Supplier<String> url) {
        return dynamicContainer(
                name,
                checks().map(check -> dynamicTest(check.name(), () -> {
                    DataSource source = pool.apply(url.get());
                    try {
                        check.verify(StoreUnderTest.of(() -> JdbcStore.open(source, MIGRATING), () -> {
                            throw new IllegalStateException();
                        }));
                        try (Connection connection = source.getConnection()) {
                            assertThat(connection.getAutoCommit()).isEqualTo(autocommit);
                        }
                    } finally {
                        close(source);
                    }
                })));
    }

    private static void close(DataSource source) throws SQLException {
        if (source instanceof HikariDataSource hikari) {
            hikari.close();
        } else {
            ((BasicDataSource) source).close();
        }
    }

    private static Stream<StoreCheck> checks() {
        return StoreContract.checks(
                EnumSet.of(Section.TENANTS, Section.LIFECYCLE, Section.DATASETS, Section.JOINT, Section.SNAPSHOT));
    }

    @TestFactory
    Stream<DynamicContainer> aStoreOnAPoolHonoursTheContract() {
        return Stream.of(
                run("HikariCP of one, H2", true, url -> hikari(url, 1, true), PoolsTest::h2),
                run("HikariCP of one, SQLite", false, url -> hikari(url, 1, false), PoolsTest::sqlite),
                run("HikariCP of four, PostgreSQL", false, url -> hikari(url, 4, false), PoolsTest::postgres),
                run("DBCP of one, PostgreSQL", true, url -> dbcp(url, 1, true), PoolsTest::postgres),
                run("DBCP of four, H2", false, url -> dbcp(url, 4, false), PoolsTest::h2));
    }

    @Test
    void whoReadsMayWriteMeanwhileThoughThereIsOneConnection() throws Exception {
        try (HikariDataSource source = hikari(h2(), 1, true);
                Store store = JdbcStore.open(source, MIGRATING)) {
            DatasetStore north = DatasetStore.of(store.forTenant(TenantId.of("north")));
            DatasetStore south = DatasetStore.of(store.forTenant(TenantId.of("south")));
            TeamRecord record = north.append(Note.chain(5_000));
            try (Stream<Entry> entries = north.table().read(Note.KEY, 0)) {
                entries.forEach(entry -> {
                    if (entry.sequence() % 1_000 == 0) {
                        TeamRecord copy = south.load(Note.KEY);
                        south.append(copy.with(
                                Note.START, Note.ANA, Note.of(entry.id().value())));
                    }
                });
            }
            assertThat(south.load(Note.KEY).revision()).isEqualTo(5);
            assertThat(north.load(Note.KEY)).isEqualTo(record);
            DatasetId id = north.put(new ByteArrayInputStream(new byte[600_000]));
            assertThat(south.put(north.open(id))).isEqualTo(id);
            assertThat(source.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }
}
