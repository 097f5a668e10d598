package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.jdbc.JdbcSettings;
import org.iltlib.store.jdbc.JdbcStore;
import org.iltlib.store.jdbc.SchemaMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Disks that are really full: an SQLite file that may have no more pages, and a small file system of its own where this
 * process may mount one.
 */
class FullDiskTest {
    private static final TenantId TENANT = TenantId.of("district-7");
    private static final JdbcSettings SETTINGS = JdbcSettings.withDefaults().withMode(SchemaMode.MIGRATE);
    private static final int MOST = 2_000;

    @TempDir
    Path folder;

    /** Makes room again. */
    private interface Relief {
        void give() throws Exception;
    }

    /**
     * Appends until it is refused: by a {@link StoreException}, with nothing of it stored; a dataset is refused too. Then
     * there is room again, and the store goes on where it was.
     */
    private static void isSurvived(Store store, Relief relief) throws Exception {
        RecordStore records = store.forTenant(TENANT);
        TeamRecord record = records.load(Note.KEY);
        TeamRecord refused = null;
        for (int i = 0; i < MOST && refused == null; i++) {
            TeamRecord longer = longer(record, i);
            try {
                record = records.append(longer);
            } catch (StoreException e) {
                refused = longer;
            }
        }
        assertThat(refused).as("an append that was refused").isNotNull();
        TeamRecord last = record;
        byte[] content = new byte[4_000_000];
        new Random(1).nextBytes(content);
        DatasetStore datasets = DatasetStore.of(records);
        assertThatThrownBy(() -> datasets.put(new ByteArrayInputStream(content)))
                .isInstanceOf(StoreException.class);
        relief.give();
        TeamRecord loaded = records.load(Note.KEY);
        assertThat(loaded.checkpoint()).isIn(last.checkpoint(), refused.checkpoint());
        assertThat(loaded.verify().holds()).isTrue();
        assertThat(records.table().head(Note.KEY)).isEqualTo(loaded.checkpoint());
        assertThat(datasets.find(DatasetId.ofBytes(content))).isEmpty();
        TeamRecord longer = records.append(longer(loaded, MOST));
        assertThat(records.load(Note.KEY)).isEqualTo(longer);
        try (InputStream stored = datasets.open(datasets.put(new ByteArrayInputStream(content)))) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
        }
    }

    private static TeamRecord longer(TeamRecord record, int number) {
        Note large = new Note(Note.of("n" + number).id(), text(number), List.of());
        return record.with(Note.START, Note.ANA, Note.of("m" + number), large, Note.of("o" + number));
    }

    /** Text that does not compress. */
    private static String text(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        while (text.length() < 20_000) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36));
        }
        return text.toString();
    }

    @Test
    void anSqliteFileThatMayNotGrowRefusesAndGoesOnLater() throws Exception {
        AtomicInteger pages = new AtomicInteger(300);
        SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = " + pages.get());
                }
                return connection;
            }
        };
        source.setUrl("jdbc:sqlite:" + folder.resolve("full.db"));
        try (Store store = JdbcStore.open(source, SETTINGS)) {
            isSurvived(store, () -> pages.set(1_000_000));
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** A small file system, gone when closed. */
    private static final class SmallDisk implements AutoCloseable {
        private final Path mounted;

        SmallDisk(Path mounted, String size) throws IOException, InterruptedException {
            this.mounted = Files.createDirectories(mounted);
            assumeThat(succeeds("mount", "-t", "tmpfs", "-o", "mode=777,size=" + size, "tmpfs", mounted.toString()))
                    .as("A small file system can be mounted here; it takes the rights of root, on Linux.")
                    .isTrue();
        }

        void grow(String size) throws IOException, InterruptedException {
            assertThat(succeeds("mount", "-o", "remount,mode=777,size=" + size, mounted.toString()))
                    .isTrue();
        }

        @Override
        public void close() {
            try {
                assertThat(succeeds("umount", "-l", mounted.toString())).isTrue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void anH2FileOnAFullDiskRefusesAndGoesOnLater() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder.resolve("h2"), "2m")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:" + disk.mounted.resolve("full"));
            try (Connection keepsItOpen = source.getConnection();
                    Store store = JdbcStore.open(source, SETTINGS)) {
                assertThat(keepsItOpen.isClosed()).isFalse();
                isSurvived(store, () -> disk.grow("64m"));
            }
        }
    }

    @Test
    void aPostgresqlTablespaceOnAFullDiskRefusesAndGoesOnLater() throws Exception {
        assumeThat(Boolean.getBoolean("ilt.long"))
                .as("A server of its own is started for this with the system property ilt.long only.")
                .isTrue();
        try (SmallDisk disk = new SmallDisk(
                        Path.of("/tmp", "ilt-full-" + ProcessHandle.current().pid()), "4m");
                EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource source = postgres.getPostgresDatabase();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLESPACE small LOCATION '" + disk.mounted + "'");
                statement.execute("ALTER DATABASE postgres SET default_tablespace = small");
            }
            try (Store store = JdbcStore.open(source, SETTINGS)) {
                isSurvived(store, () -> disk.grow("64m"));
            }
        }
    }
}
