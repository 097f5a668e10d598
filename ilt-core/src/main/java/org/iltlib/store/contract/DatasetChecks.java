package org.iltlib.store.contract;

import static org.iltlib.store.contract.Samples.NOON;
import static org.iltlib.store.contract.Samples.SOUTH;
import static org.iltlib.store.contract.Samples.refused;
import static org.iltlib.store.contract.Samples.same;
import static org.iltlib.store.contract.Samples.that;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** Datasets. */
final class DatasetChecks {
    private static final byte[] ROWS = "student,score\n1,487\n".getBytes(StandardCharsets.UTF_8);

    private DatasetChecks() {}

    static List<StoreCheck> all() {
        return List.of(
                check("a dataset comes back byte for byte, under the SHA-256 of its bytes", DatasetChecks::roundTrip),
                check("a dataset stored twice is there once", DatasetChecks::twice),
                check("a purge removes the content and keeps id, size and time", DatasetChecks::purge),
                check("purged content does not come back", DatasetChecks::purgedForGood),
                check(
                        "a purge noted elsewhere holds for content that is here and that will come",
                        DatasetChecks::noted),
                check("a content that cannot be read to its end leaves nothing behind", DatasetChecks::broken),
                check("a tenant neither sees nor purges another's datasets", DatasetChecks::tenants));
    }

    private static StoreCheck check(String name, BiConsumer<Store, DatasetStore> body) {
        return Samples.check(Section.DATASETS, name, (store, records) -> body.accept(store, DatasetStore.of(records)));
    }

    private static void roundTrip(Store store, DatasetStore datasets) {
        byte[] large = new byte[1_000_001];
        new Random(1).nextBytes(large);
        for (byte[] content : List.of(new byte[0], ROWS, Arrays.copyOf(large, 262_144), large)) {
            DatasetId id = datasets.put(new ByteArrayInputStream(content));
            same(id, DatasetId.ofBytes(content));
            that(Arrays.equals(read(datasets, id), content), "The bytes differ.");
            same(datasets.find(id), Optional.of(new StoredDataset(id, content.length, Optional.empty())));
        }
    }

    private static byte[] read(DatasetStore datasets, DatasetId id) {
        try (InputStream in = datasets.open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetId put(DatasetStore datasets) {
        return datasets.put(new ByteArrayInputStream(ROWS));
    }

    private static void twice(Store store, DatasetStore datasets) {
        same(put(datasets), put(datasets));
        same(datasets.datasets().count(), 1L);
        that(Arrays.equals(read(datasets, put(datasets)), ROWS), "The bytes differ.");
    }

    private static void purge(Store store, DatasetStore datasets) {
        DatasetId id = put(datasets);
        that(datasets.purge(id, NOON), "The purge found nothing.");
        StoredDataset tombstone = new StoredDataset(id, ROWS.length, Optional.of(NOON));
        same(datasets.find(id), Optional.of(tombstone));
        same(datasets.datasets().toList(), List.of(tombstone));
        refused(StoreException.class, () -> read(datasets, id));
        that(!datasets.purge(id, NOON.plusSeconds(1)), "It was purged twice.");
        same(datasets.find(id), Optional.of(tombstone));
    }

    private static void purgedForGood(Store store, DatasetStore datasets) {
        DatasetId id = put(datasets);
        datasets.purge(id, NOON);
        refused(StoreException.class, () -> put(datasets));
        refused(StoreException.class, () -> read(datasets, id));
    }

    private static void noted(Store store, DatasetStore datasets) {
        StoredDataset coming = new StoredDataset(DatasetId.ofBytes(ROWS), ROWS.length, Optional.of(NOON));
        that(datasets.purge(coming), "The note was refused.");
        same(datasets.find(coming.id()), Optional.of(coming));
        refused(StoreException.class, () -> put(datasets));
        refused(StoreException.class, () -> read(datasets, coming.id()));
        that(!datasets.purge(coming), "It was noted twice.");
        byte[] other = {1, 2, 3};
        DatasetId here = datasets.put(new ByteArrayInputStream(other));
        StoredDataset gone = new StoredDataset(here, other.length, Optional.of(NOON));
        that(datasets.purge(gone), "The note was refused.");
        refused(StoreException.class, () -> read(datasets, here));
        same(
                datasets.datasets().toList(),
                Stream.of(coming, gone)
                        .sorted(Comparator.comparing(StoredDataset::id))
                        .toList());
        same(DatasetStore.of(store.forTenant(SOUTH)).find(here), Optional.empty());
    }

    private static void broken(Store store, DatasetStore datasets) {
        InputStream torn = new InputStream() {
            private int left = 600_000;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                read(one, 0, 1);
                return one[0];
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (left == 0 && length > 0) {
                    throw new IOException("torn");
                }
                int taken = Math.min(length, left);
                Arrays.fill(into, offset, offset + taken, (byte) 'x');
                left -= taken;
                return taken;
            }
        };
        refused(StoreException.class, () -> datasets.put(torn));
        same(datasets.datasets().count(), 0L);
    }

    private static void tenants(Store store, DatasetStore north) {
        DatasetStore south = DatasetStore.of(store.forTenant(SOUTH));
        DatasetId id = put(north);
        same(south.find(id), Optional.empty());
        same(south.datasets().count(), 0L);
        String refusal = String.valueOf(
                refused(StoreException.class, () -> read(south, id)).getMessage());
        DatasetId unknown = DatasetId.ofBytes(new byte[] {1});
        String plain = String.valueOf(
                refused(StoreException.class, () -> read(south, unknown)).getMessage());
        same(refusal.replace(id.hex(), ""), plain.replace(unknown.hex(), ""));
        that(!south.purge(id, NOON), "It was purged by another tenant.");
        put(south);
        south.purge(id, NOON);
        that(Arrays.equals(read(north, id), ROWS), "The bytes differ.");
    }
}
