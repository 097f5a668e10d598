package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Far more than fits in a heap of 64 MB. A million entries and a gigabyte with the system property {@code ilt.long},
 * fewer always.
 */
class LargeContractTest {
    private static final boolean LONG = Boolean.getBoolean("ilt.long");
    private static final int ENTRIES = LONG ? 1_000_000 : 40_000;
    private static final long BYTES = LONG ? 1L << 30 : 90L << 20;

    private static EmbeddedPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static String database(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
    }

    private void run(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                LargeRun.class.getName()));
        command.addAll(List.of(args));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("done in 6");
    }

    @Test
    void h2InAFileHoldsMoreThanTheHeap() throws Exception {
        run("check", ENTRIES + "", BYTES + "", "jdbc:h2:" + folder.resolve("a"), "jdbc:h2:" + folder.resolve("b"));
    }

    @Test
    void sqliteHoldsMoreThanTheHeap() throws Exception {
        run(
                "check",
                ENTRIES + "",
                BYTES + "",
                "jdbc:sqlite:" + folder.resolve("a.db"),
                "jdbc:sqlite:" + folder.resolve("b.db"));
    }

    @Test
    void postgresHoldsMoreThanTheHeap() throws Exception {
        run("check", ENTRIES + "", BYTES + "", database("large_a"), database("large_b"));
    }

    @Test
    void aTenantLargerThanTheHeapMovesFromH2ToPostgres() throws Exception {
        run(
                "move",
                ENTRIES + "",
                BYTES + "",
                folder.resolve("tenant.zip").toString(),
                "jdbc:h2:" + folder.resolve("from"),
                database("large_to"));
    }

    @Test
    void theMadeChainIsARecordAndAStoreThatLosesSomeOfItIsCaught() {
        List<Entry> entries = LargeChecks.next(Checkpoint.start(Samples.KEY), 3);
        TeamRecord record = TeamRecord.of(Samples.KEY, entries, 0);
        assertThat(record.verify().holds()).isTrue();
        assertThat(LargeChecks.next(record.checkpoint(), 1).get(0).previous())
                .isEqualTo(record.checkpoint().head());
        StoreUnderTest forgetful = StoreUnderTest.of(MemoryStore::new, MemoryStore::new);
        assertThatThrownBy(() ->
                        StoreContract.large(3, 10).findFirst().orElseThrow().verify(forgetful))
                .hasMessageStartingWith(
                        "Not so: a record of 3 entries is appended in batches and streamed back whole. Expected");
    }

    @Test
    void aHeapThatDoesNotDoIsSaid() {
        StoreUnderTest full = StoreUnderTest.of(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                MemoryStore::new);
        assertThatThrownBy(() ->
                        StoreContract.large(3, 10).findFirst().orElseThrow().verify(full))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MB did not do");
    }

    @Test
    void theMadeBytesAreTheSameEachTime() throws IOException {
        try (InputStream one = new LargeChecks.Bytes(1_000);
                InputStream other = new LargeChecks.Bytes(1_000)) {
            byte[] bytes = one.readAllBytes();
            assertThat(bytes).hasSize(1_000).isEqualTo(other.readAllBytes());
            assertThat(new ByteArrayInputStream(bytes).read()).isEqualTo(new LargeChecks.Bytes(1).read());
        }
    }
}
