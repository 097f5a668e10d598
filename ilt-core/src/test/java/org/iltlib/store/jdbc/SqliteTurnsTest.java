package org.iltlib.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.iltlib.base.TenantId;
import org.iltlib.record.Note;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoredDataset;
import org.iltlib.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQLite refuses at once, whatever its patience, a transaction that began by reading and goes on to write after another
 * has written. So what writes begins with a write.
 */
class SqliteTurnsTest {
    private static final TenantId TENANT = TenantId.of("t");

    @TempDir
    Path folder;

    private Store store() {
        return Stores.open("jdbc:sqlite:" + folder.resolve("turns.db"));
    }

    /** A content whose first byte is read from the store, after which somebody else writes, if he can. */
    private static final class Copied extends InputStream {
        private final DatasetStore from;
        private final DatasetId id;
        private final Thread other;
        private boolean ended;

        Copied(DatasetStore from, DatasetId id, Thread other) {
            this.from = from;
            this.id = id;
            this.other = other;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (ended) {
                return -1;
            }
            ended = true;
            try (InputStream in = from.open(id)) {
                int first = in.read(into, offset, 1);
                other.start();
                other.join(500);
                return first;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Test
    void aDatasetCopiedWithinTheStoreIsStoredBesideAnotherWriter() throws Exception {
        try (Store store = store();
                Store others = store()) {
            DatasetStore records = DatasetStore.of(store.forTenant(TENANT));
            DatasetId id = records.put(new ByteArrayInputStream(new byte[] {7, 8, 9}));
            Thread other = new Thread(() -> others.forTenant(TENANT).append(Note.chain(3)));
            DatasetId copy = records.put(new Copied(records, id, other));
            other.join();
            assertThat(copy).isEqualTo(DatasetId.ofBytes(new byte[] {7}));
            assertThat(records.find(copy)).isPresent();
            assertThat(records.load(Note.KEY)).isEqualTo(Note.chain(3));
        }
    }

    @Test
    void tombstonesAndEmptyContentsAreStoredBesideAnotherWriter() throws Exception {
        try (Store store = store();
                Store others = store()) {
            DatasetStore records = DatasetStore.of(store.forTenant(TENANT));
            DatasetStore theirs = DatasetStore.of(others.forTenant(TENANT));
            Thread other = new Thread(() -> {
                for (byte i = 0; i < 40; i++) {
                    theirs.put(new ByteArrayInputStream(new byte[] {i, i}));
                }
            });
            other.start();
            for (byte i = 0; i < 40; i++) {
                DatasetId id = DatasetId.ofBytes(new byte[] {i, i, i});
                assertThat(records.purge(new StoredDataset(id, 3, Optional.of(Instant.EPOCH))))
                        .isTrue();
                records.put(new ByteArrayInputStream(new byte[0]));
            }
            other.join();
            assertThat(records.datasets().count()).isEqualTo(81);
        }
    }
}
