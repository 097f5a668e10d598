package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.EntryId;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Every JDBC call of every operation fails once: of all operations on H2, of the longest on every database. */
class FailuresTest {
    private static final JdbcSettings MIGRATING =
            JdbcSettings.withDefaults().withPrefix("failing_").withMode(SchemaMode.MIGRATE);
    private static final byte[] ROWS = new byte[3_000];
    private static final DatasetId DATASET = DatasetId.ofBytes(ROWS);
    private static final TeamRecord BEFORE = Note.chain(3);
    private static final TeamRecord OTHER = TeamRecord.empty(TeamKey.of(TeamId.of("other"), Note.KEY.year()));
    private static final Set<String> OF_EVERY_DATABASE = Set.of("joint append");
    private static EmbeddedPostgres postgres;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static Map<String, DataSource> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"));
        Map<String, DataSource> databases = new LinkedHashMap<>();
        databases.put("H2", h2);
        databases.put("SQLite", sqlite);
        databases.put("PostgreSQL", postgres.getPostgresDatabase());
        return databases;
    }

    private static TeamRecord longer(TeamRecord record) {
        String words = "words of somebody ".repeat(600);
        TeamRecord longer = record;
        for (int i = 0; i < 3; i++) {
            longer = longer.with(
                    Note.START.plusSeconds(900), Note.ANA, new Note(EntryId.of("more" + i), words, List.of()));
        }
        return longer;
    }

    private static void readAll(InputStream in) {
        try (in) {
            assertThat(in.readAllBytes()).isEqualTo(ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Consumer<DatasetStore>> operations() {
        Map<String, Consumer<DatasetStore>> operations = new LinkedHashMap<>();
        operations.put("first append", records -> records.append(longer(OTHER)));
        operations.put("append", records -> records.append(longer(BEFORE.asSaved())));
        operations.put(
                "joint append",
                records -> JointStore.of(records)
                        .appendAll(List.of(
                                longer(OTHER),
                                longer(BEFORE.asSaved()),
                                TeamRecord.empty(TeamKey.of(TeamId.of("none"), Note.KEY.year())))));
        operations.put("load", records -> records.load(Note.KEY));
        operations.put("keys", records -> assertThat(records.keys()).isNotNull());
        operations.put(
                "snapshot", records -> SnapshotStore.of(records).snapshot().load(Note.KEY));
        operations.put("put", records -> records.put(new ByteArrayInputStream(new byte[300_000])));
        operations.put("put again", records -> records.put(new ByteArrayInputStream(ROWS)));
        operations.put("copy", records -> records.put(records.open(DATASET)));
        operations.put("open", records -> readAll(records.open(DATASET)));
        operations.put("find", records -> records.find(DATASET));
        operations.put("datasets", records -> assertThat(records.datasets()).isNotNull());
        operations.put("purge", records -> records.purge(DatasetId.ofBytes(new byte[1]), Note.START));
        return operations;
    }

    @TestFactory
    Stream<DynamicTest> everyCallOfEveryOperationMayFail() {
        List<DynamicTest> tests = new ArrayList<>();
        databases().forEach((database, sound) -> {
            FailingSource source = new FailingSource(sound);
            JdbcStore.open(sound, MIGRATING).close();
            operations().forEach((name, operation) -> {
                if (!database.equals("H2") && !OF_EVERY_DATABASE.contains(name)) {
                    return;
                }
                for (boolean after : new boolean[] {false, true}) {
                    String place = after ? ", after the call" : ", before the call";
                    tests.add(dynamicTest(database + ", " + name + place, () -> {
                        int calls = 0;
                        do {
                            fail(source, name, operation, ++calls, after);
                        } while (source.failed());
                        assertThat(calls).isGreaterThan(3);
                    }));
                }
            });
        });
        return tests.stream();
    }

    /** Leaves the source as it was after the attempt, so that it can say whether the call has come. */
    private static void fail(
            FailingSource source, String name, Consumer<DatasetStore> operation, int call, boolean after) {
        TenantId tenant = TenantId.of("somebody" + UUID.randomUUID());
        try (JdbcStore store = new JdbcStore(source, MIGRATING)) {
            DatasetStore records = store.forTenant(tenant);
            source.neverFail();
            records.append(BEFORE);
            records.put(new ByteArrayInputStream(ROWS));
            records.put(new ByteArrayInputStream(new byte[1]));
            source.failAt(call, after);
            boolean refused = false;
            try {
                operation.accept(records);
            } catch (StoreException e) {
                refused = true;
                assertThat(e.getMessage()).contains("08006").doesNotContain("somebody");
            }
            boolean came = source.failed();
            assertThat(source.open()).isZero();
            source.neverFail();

            TeamRecord stored = records.load(Note.KEY);
            TeamRecord other = records.load(OTHER.key());
            assertThat(stored.revision()).isIn(3L, 6L);
            assertThat(other.revision()).isIn(0L, 3L);
            assertThat(stored.verify().holds()).isTrue();
            assertThat(other.verify().holds()).isTrue();
            assertThat(records.keys().count()).isEqualTo(other.revision() == 0 ? 1 : 2);
            if (name.equals("joint append")) {
                assertThat(stored.revision() - 3).isEqualTo(other.revision());
            }
            if (!refused && name.contains("append")) {
                assertThat(stored.revision() + other.revision()).isGreaterThan(3);
            }
            readAll(records.open(DATASET));
            records.append(stored.with(Note.START.plusSeconds(1_000), Note.ANA, Note.of("last")));
            assertThat(source.open()).isZero();
            source.failAt(came ? 0 : Integer.MAX_VALUE, false);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCallOfAMigrationMayFail() {
        return databases().entrySet().stream()
                .map(database -> dynamicTest(database.getKey(), () -> {
                    FailingSource source = new FailingSource(database.getValue());
                    int call = 0;
                    boolean came;
                    do {
                        JdbcSettings settings = MIGRATING.withPrefix("m" + ++call + "_");
                        source.failAt(call, false);
                        try {
                            JdbcStore.open(source, settings).close();
                        } catch (StoreException e) {
                            assertThat(e.getMessage()).contains("08006").doesNotContain("somebody");
                        }
                        came = source.failed();
                        assertThat(source.open()).isZero();
                        source.neverFail();
                        try (Store store = JdbcStore.open(source, settings)) {
                            assertThat(store.forTenant(TenantId.of("t"))
                                            .append(BEFORE)
                                            .revision())
                                    .isEqualTo(3);
                        }
                    } while (came);
                    assertThat(call).isGreaterThan(20);
                }));
    }
}
